/**
 * Text to plain values. A template is YAML or JSON (which YAML contains); short-form intrinsics such
 * as `!Ref` become their long form, so that nobody above has to know there are two. Hostile text is
 * refused here, before anything is built from it.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { addDone } from './addDone.ts';
import { withoutData } from './dataBlock.ts';
import { splitDone } from './doneBlock.ts';
import { type LabError, type Path, pathText } from './labError.ts';
import { atOnce, type Steps } from './steps.ts';

/** Limits of a lab file [L4]. */
export const MAXIMUM_FILE_BYTES = 1_048_576;
export const MAXIMUM_DEPTH = 64;
/** Values after aliases have been written out. */
export const MAXIMUM_VALUES = 200_000;

const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Tags of the short forms that are not simply `Fn::` and the tag's name. */
const SHORT_FORMS: Record<string, string> = { '!Ref': 'Ref', '!Condition': 'Condition' };

export interface Template {
  readonly value: { readonly [key: string]: unknown };
  /** Line and column, from 1, of the thing at a path or of the nearest thing above it. */
  locate(path: Path): { line: number; column: number };
}

export type ParsedTemplate = { ok: true; template: Template } | { ok: false; errors: LabError[] };

/** What a YAML text should be. */
export interface ExpectedYaml {
  /** A file of its own, or a block in one: what errors call it. */
  what: 'file' | 'block';
  /** `a lab file`. */
  name: string;
  maximumValues: number;
  /** A sentence where the value as a whole is something else. */
  refuse(value: unknown, text: string): string | undefined;
}

const TEMPLATE: ExpectedYaml = {
  what: 'file',
  name: 'a lab file',
  maximumValues: MAXIMUM_VALUES,
  refuse: notATemplate,
};

/** Thrown while values are built, caught in {@link parseTemplate}. */
class Refusal extends Error {
  readonly path: Path;
  readonly offset: number;

  constructor(message: string, path: Path, offset: number) {
    super(message);
    this.path = path;
    this.offset = offset;
  }
}

/** What stands at the end of an exported file, data and what was done, has bounds of its own. */
export function parseTemplate(text: string): ParsedTemplate {
  return atOnce(parseTemplateInSteps(text));
}

export function* parseTemplateInSteps(text: string): Steps<ParsedTemplate> {
  const template = withoutData(text);
  const split = splitDone(template);
  if (split === null) return parseYaml(template, TEMPLATE);
  const parsed = parseYaml(split.rest, TEMPLATE);
  return parsed.ok ? yield* addDone(parsed.template, split) : parsed;
}

/** A mapping in YAML of any kind, within the bounds of a lab file: the same errors, at their lines. */
export function parseYaml(text: string, expected: ExpectedYaml): ParsedTemplate {
  const unfit = unfitText(text);
  if (unfit !== undefined) return refused(unfit);
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) return refused(tooDeep);
    throw error;
  }
  if (document.errors.length > 0) return refusedSyntax(text, document.errors, lines, expected);
  try {
    const value = new Values(document, expected).of(document.contents as Node | null, []);
    const problem = expected.refuse(value, text);
    if (problem !== undefined) return refused(problem);
    return {
      ok: true,
      template: { value: value as Template['value'], locate: locator(document, lines) },
    };
  } catch (error) {
    if (error instanceof RangeError) return refused(tooDeep);
    if (!(error instanceof Refusal)) throw error;
    const { line, col } = lines.linePos(error.offset);
    const path = pathText(error.path);
    return { ok: false, errors: [{ path, message: error.message, line, column: col }] };
  }
}

const tooDeep = `The file is nested more than ${MAXIMUM_DEPTH} levels deep, and no template needs that.`;

function refused(message: string, line = 1, column = 1): ParsedTemplate {
  return { ok: false, errors: [{ path: '', message, line, column }] };
}

/** What can be said of a text without parsing it. */
function unfitText(text: string): string | undefined {
  if (text.trim() === '') return 'The file is empty; a CloudFormation or SAM template is expected.';
  if (text.length > MAXIMUM_FILE_BYTES || byteLength(text) > MAXIMUM_FILE_BYTES) {
    return 'The file is larger than 1 MiB, which is the most that a template may be.';
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what binary looks like
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(text)) {
    return 'The file holds binary data; a template is text, in YAML or JSON.';
  }
  if (/^\s*<(?:!doctype|html|\?xml|svg)/iu.test(text)) {
    return 'The file is a web page or XML, not a CloudFormation or SAM template.';
  }
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    else if (character === ']' || character === '}') open--;
  }
  return deepest > 200 || /(?:[-?] ){65}/u.test(text) ? tooDeep : undefined;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The parser's errors, the likely cause first, in words that name the place. */
function refusedSyntax(
  text: string,
  errors: YAMLError[],
  lines: LineCounter,
  { what }: ExpectedYaml,
): ParsedTemplate {
  const kind = /^\s*[{[]/u.test(text) ? 'JSON' : 'YAML';
  const first = errors[0]!;
  if (/call stack|recursion/u.test(first.message)) return refused(tooDeep);
  const { line, col } = lines.linePos(first.pos[0]);
  if (first.code === 'MULTIPLE_DOCS') {
    return refused('The file holds several YAML documents; a template is one.', line, col);
  }
  const isAtEnd = text.slice(first.pos[0]).trim().length <= 1;
  const lineCount = text.trimEnd().split('\n').length;
  if (isAtEnd && first.code !== 'DUPLICATE_KEY') {
    const where = what === 'file' ? ` at line ${lineCount}` : '';
    const end = `The ${what} ends in the middle of something${where}; it seems cut off.`;
    return refused(end, line, col);
  }
  const why = first.message.replace(/\s+/gu, ' ').replace(/[.:]?$/u, '');
  return refused(`This is not readable as ${kind}: ${why}.`, line, col);
}

function notATemplate(value: unknown, text: string): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const what = Array.isArray(value) ? 'a list' : 'plain text';
    return `The file holds ${what}; a CloudFormation or SAM template is a mapping with Resources.`;
  }
  const keys = Object.keys(value);
  if ('Resources' in value) return undefined;
  if ('AWSTemplateFormatVersion' in value || 'Transform' in value || 'Metadata' in value) {
    return 'The template has no Resources, so there is nothing to simulate; perhaps it was cut off.';
  }
  const kind = foreignKind(new Set(keys));
  const start = keys.slice(0, 3).join(', ') || text.slice(0, 20);
  return `The file is ${kind}, not a CloudFormation or SAM template: it has no Resources (it begins with ${start}).`;
}

/** Names the files that people take for templates. */
function foreignKind(keys: ReadonlySet<string>): string {
  if (keys.has('apiVersion') && keys.has('kind')) return 'a Kubernetes manifest';
  if (keys.has('provider') && keys.has('service')) return 'a Serverless Framework file';
  if (keys.has('services')) return 'a Docker Compose file';
  if (keys.has('openapi') || keys.has('swagger')) return 'an OpenAPI document';
  if (keys.has('dependencies') || keys.has('scripts')) return 'a package.json';
  if (keys.has('resource') || keys.has('terraform')) return 'a Terraform file';
  return 'something else';
}

/** Builds plain values from the parsed text, counting and checking as it goes. */
class Values {
  private readonly document: Document.Parsed;
  private readonly expected: ExpectedYaml;
  private count = 0;

  constructor(document: Document.Parsed, expected: ExpectedYaml) {
    this.document = document;
    this.expected = expected;
  }

  of(node: Node | null, path: Path, depth = 0): unknown {
    if (node === null) return null;
    const offset = node.range?.[0] ?? 0;
    const { what, maximumValues } = this.expected;
    if (++this.count > maximumValues) {
      const why = `The ${what} stands for more than ${maximumValues} values once its aliases are written out.`;
      throw new Refusal(why, path, offset);
    }
    if (depth > MAXIMUM_DEPTH) throw new Refusal(tooDeep, path, offset);
    if (isAlias(node)) return this.ofAlias(node, path, depth);
    return this.tagged(node, this.untagged(node, path, depth));
  }

  private ofAlias(node: Node & { source: string }, path: Path, depth: number): unknown {
    const anchored = isAlias(node) ? node.resolve(this.document) : undefined;
    if (anchored === undefined) {
      const why = `*${node.source} stands for nothing: there is no &${node.source} before it.`;
      throw new Refusal(why, path, node.range?.[0] ?? 0);
    }
    return this.of(anchored, path, depth + 1);
  }

  private untagged(node: Node, path: Path, depth: number): unknown {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) {
      return node.items.map((item, i) => this.of(item as Node | null, [...path, i], depth + 1));
    }
    if (!isMap(node)) return null;
    const result: Record<string, unknown> = {};
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = keyText(pair.key);
      if (DANGEROUS_KEYS.has(key)) {
        const why = `The key ${key} is not allowed in ${this.expected.name}.`;
        throw new Refusal(why, path, pair.key?.range?.[0] ?? 0);
      }
      result[key] = this.of(pair.value, [...path, key], depth + 1);
    }
    return result;
  }

  /** `!GetAtt A.B` → `{ "Fn::GetAtt": "A.B" }`. */
  private tagged(node: Node, value: unknown): unknown {
    const { tag } = node as { tag?: string };
    if (tag === undefined || !tag.startsWith('!') || tag === '!') return value;
    return { [SHORT_FORMS[tag] ?? `Fn::${tag.slice(1)}`]: value };
  }
}

/** A key as it is written: YAML would read `NULL` or `1` as something else than text. */
function keyText(key: Node | null): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  return key === null ? '' : String(key);
}

function locator(document: Document.Parsed, lines: LineCounter): Template['locate'] {
  return (path) => {
    let node = document.contents as Node | null;
    let offset = node?.range?.[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document) ?? null;
      if (isMap(node)) {
        const pairs = node.items as Pair<Node, Node | null>[];
        const pair = pairs.find((candidate) => keyText(candidate.key) === step);
        if (pair === undefined) break;
        offset = pair.key?.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = (node.items[step] as Node | undefined) ?? null;
        offset = node?.range?.[0] ?? offset;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
