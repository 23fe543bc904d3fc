/**
 * The members of one mapping in a lab file, read one by one with their types and ranges. It remembers
 * what was asked for, so that what is left over can be called an error or inert; and it goes on after
 * an error, so that all are reported at once.
 */
import { parseDuration } from './duration.ts';
import type { Findings } from './findings.ts';
import { intrinsicName, isMapping, type Located, Symbolic } from './intrinsics.ts';
import { type Path, pathText, shown } from './labError.ts';
import { didYouMean } from './nearest.ts';
import type { Resolver } from './resolver.ts';

export interface NumberRange {
  minimum: number;
  maximum: number;
  /** A value outside the range that is allowed too (AWS's -1 for "no limit"). */
  also?: number;
  /** Fractions are allowed. */
  fraction?: boolean;
}

export class Members {
  private readonly asked = new Set<string>();
  readonly findings: Findings;
  readonly path: Path;
  private readonly resolver: Resolver;
  /** The mapping itself, then what stands in for members it lacks (SAM's Globals). */
  private readonly layers: readonly Located[];

  constructor(resolver: Resolver, findings: Findings, path: Path, layers: readonly Located[]) {
    this.resolver = resolver;
    this.findings = findings;
    this.path = path;
    this.layers = layers;
  }

  static at(resolver: Resolver, findings: Findings, value: unknown, path: Path): Members {
    const resolved = resolver.resolve(value ?? {}, path);
    if (!isMapping(resolved.value)) {
      if (!(resolved.value instanceof Symbolic) && resolved.value !== undefined) {
        findings.error(path, `${shown(resolved.value)} stands where a mapping is expected.`);
      }
      return new Members(resolver, findings, path, []);
    }
    return new Members(resolver, findings, resolved.path, [resolved]);
  }

  /** The keys of the mapping itself. */
  keys(): string[] {
    return Object.keys((this.layers[0]?.value ?? {}) as object);
  }

  has(name: string): boolean {
    this.asked.add(name);
    return this.find(name) !== undefined;
  }

  /** Members that nothing has asked for, of the mapping itself. */
  unread(): string[] {
    return this.keys().filter((key) => !this.asked.has(key));
  }

  /** Says that a member is understood although it is not read. */
  ignore(...names: string[]): void {
    for (const name of names) this.asked.add(name);
  }

  error(name: string, message: string): void {
    const found = this.layers.find((layer) => Object.hasOwn(layer.value as object, name));
    this.findings.error(found === undefined ? this.path : [...found.path, name], message);
  }

  /** The member with its intrinsics followed, or `undefined` when it is not set. */
  private find(name: string): Located | undefined {
    for (const layer of this.layers) {
      const value = (layer.value as Record<string, unknown>)[name];
      if (value === undefined || !Object.hasOwn(layer.value as object, name)) continue;
      const resolved = this.resolver.resolve(value, [...layer.path, name]);
      if (resolved.value !== undefined && resolved.value !== null) return resolved;
    }
    return undefined;
  }

  /** The member when a plain one is there; a symbolic one is noted and counts as not set. */
  private plain(name: string, fallback: unknown): Located | undefined {
    this.asked.add(name);
    const found = this.find(name);
    if (!(found?.value instanceof Symbolic)) return found;
    const stand = fallback === undefined ? 'it is left out' : `${shown(fallback)} stands in for it`;
    const where = pathText([...this.path, name]);
    this.findings.note(`${where} is not known before deployment (${found.value.why}): ${stand}.`);
    return undefined;
  }

  private required(name: string, expected: string): void {
    if (this.layers.length === 0) return; // it was no mapping, and that has been said
    this.findings.error(this.path, `${name} is missing; ${expected} is expected.`);
  }

  /** A text. Numbers are taken as they are written, symbolic texts as what stands in for them. */
  text(name: string): string | undefined;
  text(name: string, fallback: string): string;
  text(name: string, fallback?: string): string | undefined {
    this.asked.add(name);
    const found = this.find(name);
    if (found === undefined) return fallback;
    const { value } = found;
    if (value instanceof Symbolic) {
      this.findings.note(
        `${pathText([...this.path, name])} is not known before deployment (${value.why}): ` +
          `${value.text} stands in for it.`,
      );
      return value.text;
    }
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.findings.error(found.path, `${shown(value)} stands where a text is expected.`);
    return fallback;
  }

  /** A text that has to be there. */
  requiredText(name: string, expected: string): string | undefined {
    if (!this.has(name)) this.required(name, expected);
    return this.text(name);
  }

  number(name: string, range: NumberRange): number | undefined;
  number(name: string, range: NumberRange, fallback: number): number;
  number(name: string, range: NumberRange, fallback?: number): number | undefined {
    const found = this.plain(name, fallback);
    if (found === undefined) return fallback;
    const { value, path } = found;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      this.findings.error(
        path,
        `${shown(value)} is not a number; ${rangeText(range)} is expected.`,
      );
      return fallback;
    }
    const why = outside(number, range);
    if (why === undefined) return number;
    this.findings.error(path, why);
    return fallback;
  }

  boolean(name: string, fallback: boolean): boolean {
    const found = this.plain(name, fallback);
    if (found === undefined) return fallback;
    if (typeof found.value === 'boolean') return found.value;
    const word = String(found.value).toLowerCase();
    if (word === 'true' || word === 'false') return word === 'true';
    this.findings.error(found.path, `${shown(found.value)} is neither true nor false.`);
    return fallback;
  }

  choice<T extends string>(name: string, options: readonly T[]): T | undefined;
  choice<T extends string>(name: string, options: readonly T[], fallback: T): T;
  choice<T extends string>(name: string, options: readonly T[], fallback?: T): T | undefined {
    const found = this.plain(name, fallback);
    if (found === undefined) return fallback;
    const option = options.find((candidate) => candidate === found.value);
    if (option !== undefined) return option;
    const guess = didYouMean(String(found.value), options);
    const all = `${options.slice(0, -1).join(', ')}${options.length > 1 ? ' or ' : ''}${options.at(-1)}`;
    this.findings.error(found.path, `${shown(found.value)} is not one of ${all}${guess || '.'}`);
    return fallback;
  }

  requiredChoice<T extends string>(name: string, options: readonly T[]): T | undefined {
    if (!this.has(name)) this.required(name, options.join(' or '));
    return this.choice(name, options);
  }

  /** Milliseconds. */
  duration(name: string): number | undefined;
  duration(name: string, fallback: number): number;
  duration(name: string, fallback?: number): number | undefined {
    const found = this.plain(name, fallback);
    if (found === undefined) return fallback;
    const ms = parseDuration(String(found.value));
    if (ms !== undefined) return ms;
    const hint = 'a number and a unit is expected, such as 500ms 30s 10m 24h 7d.';
    this.findings.error(found.path, `${shown(found.value)} is not a duration; ${hint}`);
    return fallback;
  }

  /** A mapping inside; empty when it is not there. */
  mapping(name: string): Members {
    const found = this.plain(name, undefined);
    if (found === undefined) return this.nothing();
    return Members.at(this.resolver, this.findings, found.value, found.path);
  }

  /** What a mapping that is not there reads like: nothing is set. */
  private nothing(): Members {
    const empty = { value: {}, path: this.path };
    return new Members(this.resolver, this.findings, this.path, [empty]);
  }

  /** A list of mappings. */
  list(name: string): Members[] {
    return this.values(name).map(({ value, path }) =>
      Members.at(this.resolver, this.findings, value, path),
    );
  }

  /** The elements of a list, each with its intrinsics followed; a single value counts as a list. */
  values(name: string): Located[] {
    const found = this.plain(name, undefined);
    if (found === undefined) return [];
    const { value, path } = found;
    if (!Array.isArray(value)) {
      this.findings.error(path, `${shown(value)} stands where a list is expected.`);
      return [];
    }
    return value
      .map((element, i) => this.resolver.resolve(element, [...path, i]))
      .filter((element) => element.value !== undefined);
  }

  /** The mappings inside a mapping, by name. */
  entries(name: string): [string, Members][] {
    const inside = this.mapping(name);
    return inside.keys().map((key) => [key, inside.mapping(key)]);
  }

  /** Whatever is there, with every intrinsic inside it resolved. */
  raw(name: string): Located | undefined {
    this.asked.add(name);
    const found = this.find(name);
    if (found === undefined) return undefined;
    return { value: this.resolver.deep(found.value, found.path), path: found.path };
  }

  /** The logical id of a resource. CloudFormation resolves no intrinsics in Metadata. */
  logicalId(name: string): string | undefined {
    const own = this.layers[0]?.value as Record<string, unknown> | undefined;
    const written = own?.[name];
    if (intrinsicName(written) === undefined) return this.text(name);
    this.asked.add(name);
    const id = isMapping(written) ? String(written.Ref ?? '') : '';
    const hint = id === '' ? 'a logical id' : id;
    this.error(name, `CloudFormation resolves no intrinsics in Metadata; write ${hint} instead.`);
    return undefined;
  }
}

function outside(value: number, range: NumberRange): string | undefined {
  const { minimum, maximum, also, fraction = false } = range;
  if (value === also) return undefined;
  const orElse = also === undefined ? '' : ` (or ${also})`;
  if (value > maximum) return `${value} is above the maximum ${maximum}`;
  if (value < minimum) return `${value} is below the minimum ${minimum}${orElse}`;
  if (!fraction && !Number.isInteger(value)) return `${value} is not a whole number`;
  return undefined;
}

function rangeText({ minimum, maximum, also, fraction = false }: NumberRange): string {
  const kind = fraction ? 'a number' : 'a whole number';
  const bounded =
    maximum < Number.MAX_SAFE_INTEGER ? `from ${minimum} to ${maximum}` : `from ${minimum}`;
  return `${kind} ${bounded}${also === undefined ? '' : ` (or ${also})`}`;
}
