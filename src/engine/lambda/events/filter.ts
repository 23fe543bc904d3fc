/**
 * Event patterns: the small language in which filters of event source mappings, pipes and EventBridge
 * rules are written. A pattern is parsed once, into plain matchers, and asked about many events.
 *
 * Rules: [E20] fields, arrays and leaves, [E21] operators, [E22] `$or`, [E23] malformed patterns.
 * Source: EventBridge User Guide, event patterns; Lambda Developer Guide, event filtering.
 */
import { ItemError } from '../../item/itemError.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Whether a pattern matches an event. */
export type EventPattern = (event: unknown) => boolean;

/** One alternative of a leaf: asked with the leaf's value, or `undefined` where there is none. */
type Alternative = (value: Json | undefined) => boolean;

const LONGEST_PATTERN = 4_096;
const DEEPEST_PATTERN = 32;
const LARGEST_NUMBER = 5_000_000_000;

/**
 * Parses a pattern's JSON text.
 * @throws ItemError `InvalidParameterValueException: Invalid filter pattern definition.`
 */
export function parsePattern(text: string): EventPattern {
  if (text.length > LONGEST_PATTERN) throw malformed('it is longer than 4096 characters');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw malformed('it is not JSON');
  }
  if (!isObject(json)) throw malformed('it is not an object');
  return parseObject(json, 0) as EventPattern;
}

/** Any of several patterns; none at all lets everything through. */
export function parsePatterns(texts: readonly string[]): EventPattern {
  const patterns = texts.map(parsePattern);
  if (patterns.length === 0) return () => true;
  return (event) => patterns.some((matches) => matches(event));
}

/** AWS says no more than this; what is wrong stands beside it for whoever wrote the pattern. */
export class PatternError extends ItemError {
  readonly why: string;

  constructor(why: string) {
    super('InvalidParameterValueException', 'Invalid filter pattern definition.');
    this.why = why;
  }
}

const malformed = (why: string) => new PatternError(why);

const isObject = (json: unknown): json is { [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

function parseObject(
  pattern: { [name: string]: Json },
  depth: number,
): (event: unknown) => boolean {
  const names = Object.keys(pattern);
  if (names.length === 0) throw malformed('an object in it is empty');
  if (depth > DEEPEST_PATTERN) throw malformed('it is nested too deeply');
  const parts = names.map((name) => {
    const inner = pattern[name]!;
    if (name === '$or' && Array.isArray(inner)) return parseOr(inner, depth);
    return parseField(name, inner, depth);
  });
  return (event) => parts.every((part) => part(event));
}

/** [E22] `$or`: two alternatives or more, each an object of its own. */
function parseOr(alternatives: Json[], depth: number): (event: unknown) => boolean {
  if (alternatives.length < 2) throw malformed('$or needs at least two alternatives');
  const parts = alternatives.map((alternative) => {
    if (!isObject(alternative)) throw malformed('an alternative of $or is not an object');
    return parseObject(alternative, depth + 1);
  });
  return (event) => parts.some((part) => part(event));
}

/** [E20] A field holds an object to go into, or an array of alternatives for its value. */
function parseField(name: string, inner: Json, depth: number): (event: unknown) => boolean {
  if (isObject(inner)) {
    const below = parseObject(inner, depth + 1);
    const belowNothing = below(undefined);
    return (event) => {
      const value = fieldOf(event, name);
      if (Array.isArray(value)) return value.some((element) => below(element));
      return value === undefined ? belowNothing : below(value);
    };
  }
  if (!Array.isArray(inner)) throw malformed(`"${name}" must hold an array or an object`);
  if (inner.length === 0) throw malformed(`the array of "${name}" is empty`);
  const alternatives = inner.map(parseAlternative);
  return (event) => {
    const value = fieldOf(event, name);
    // Of an array in the event, any element may match; of an empty one, none does.
    if (Array.isArray(value)) {
      return value.some((element) => alternatives.some((matches) => matches(element)));
    }
    return alternatives.some((matches) => matches(value));
  };
}

function fieldOf(event: unknown, name: string): Json | undefined {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return undefined;
  return Object.hasOwn(event, name) ? (event as { [name: string]: Json })[name] : undefined;
}

function parseAlternative(pattern: Json): Alternative {
  if (Array.isArray(pattern)) throw malformed('an array stands inside of an array');
  if (!isObject(pattern)) return (value) => value === pattern;
  const names = Object.keys(pattern);
  const [operator] = names;
  if (names.length !== 1) throw malformed('an operator stands alone in its object');
  const parse = OPERATORS[operator!];
  if (!parse) throw malformed(`"${operator}" is not an operator`);
  return parse(pattern[operator!]!);
}

/** [E21] Operators by name. */
const OPERATORS: { readonly [name: string]: (operand: Json) => Alternative } = {
  exists: parseExists,
  prefix: (operand) => affix(operand, 'prefix'),
  suffix: (operand) => affix(operand, 'suffix'),
  'equals-ignore-case': (operand) => {
    const wanted = textOf(operand, 'equals-ignore-case').toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase() === wanted;
  },
  'anything-but': parseAnythingBut,
  numeric: parseNumeric,
  wildcard: parseWildcard,
  cidr: parseCidr,
};

function textOf(operand: Json, operator: string): string {
  if (typeof operand !== 'string') throw malformed(`${operator} wants a text`);
  return operand;
}

/** Only leaves exist: an object under the name counts as absent. */
function parseExists(operand: Json): Alternative {
  if (typeof operand !== 'boolean') throw malformed('exists wants true or false');
  return (value) => (value !== undefined && !isObject(value)) === operand;
}

function affix(operand: Json, operator: 'prefix' | 'suffix'): Alternative {
  if (isObject(operand)) {
    const names = Object.keys(operand);
    if (names.length !== 1 || names[0] !== 'equals-ignore-case') {
      throw malformed(`${operator} wants a text or equals-ignore-case`);
    }
    const wanted = textOf(operand['equals-ignore-case']!, operator).toLowerCase();
    return (value) => typeof value === 'string' && hasAffix(value.toLowerCase(), wanted, operator);
  }
  const wanted = textOf(operand, operator);
  return (value) => typeof value === 'string' && hasAffix(value, wanted, operator);
}

const hasAffix = (value: string, wanted: string, operator: 'prefix' | 'suffix'): boolean =>
  operator === 'prefix' ? value.startsWith(wanted) : value.endsWith(wanted);

/** A leaf that is there and is none of these. */
function parseAnythingBut(operand: Json): Alternative {
  const isLeaf = (value: Json | undefined) => value !== undefined && !isObject(value);
  if (isObject(operand)) {
    const names = Object.keys(operand);
    const [operator] = names;
    const allowed = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];
    if (names.length !== 1 || !allowed.includes(operator!)) {
      throw malformed('anything-but wants values, prefix, suffix, equals-ignore-case or wildcard');
    }
    const inner = operand[operator!]!;
    const operands = Array.isArray(inner) ? inner : [inner];
    if (operands.length === 0) throw malformed('anything-but wants at least one value');
    const excluded = operands.map((one) => OPERATORS[operator!]!(one));
    return (value) => isLeaf(value) && !excluded.some((matches) => matches(value));
  }
  const values = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0) throw malformed('anything-but wants at least one value');
  const isPlain = (value: Json) => typeof value === 'string' || typeof value === 'number';
  if (!values.every(isPlain)) throw malformed('anything-but wants texts or numbers');
  return (value) => isLeaf(value) && !(values as Json[]).includes(value!);
}

const COMPARISONS: { readonly [name: string]: (value: number, bound: number) => boolean } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** One comparison, or a lower and an upper bound. A text is never a number [E24]. */
function parseNumeric(operand: Json): Alternative {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) {
    throw malformed('numeric wants a comparison and a number, once or twice');
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let i = 0; i < operand.length; i += 2) {
    const comparison = COMPARISONS[String(operand[i])];
    const bound = operand[i + 1];
    if (!comparison) throw malformed(`"${String(operand[i])}" is not a comparison`);
    if (typeof bound !== 'number') throw malformed('numeric wants numbers to compare with');
    if (bound > LARGEST_NUMBER || bound < -LARGEST_NUMBER) {
      throw malformed('numeric compares with numbers from -5e9 to 5e9');
    }
    tests.push((value) => comparison(value, bound));
  }
  if (operand.length === 4) checkRange(operand);
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function checkRange(operand: Json[]): void {
  const [low, from, high, to] = operand;
  const isLow = low === '>' || low === '>=';
  const isHigh = high === '<' || high === '<=';
  if (!isLow || !isHigh) throw malformed('a range begins with > or >= and ends with < or <=');
  if ((from as number) >= (to as number)) throw malformed('the range is empty');
}

/** `*` stands for any text, `\*` for a star. */
function parseWildcard(operand: Json): Alternative {
  const pattern = textOf(operand, 'wildcard');
  const pieces: string[] = [''];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    if (char === '*') {
      if (pattern[i + 1] === '*') throw malformed('wildcard does not allow two stars in a row');
      pieces.push('');
    } else if (char === '\\' && (pattern[i + 1] === '*' || pattern[i + 1] === '\\')) {
      pieces[pieces.length - 1] += pattern[++i]!;
    } else {
      pieces[pieces.length - 1] += char;
    }
  }
  return (value) => typeof value === 'string' && matchesPieces(value, pieces);
}

/** The pieces between the stars, in order: first at the start, last at the end. */
function matchesPieces(value: string, pieces: readonly string[]): boolean {
  const [first] = pieces;
  const last = pieces[pieces.length - 1]!;
  if (pieces.length === 1) return value === first;
  if (value.length < first!.length + last.length) return false;
  if (!value.startsWith(first!) || !value.endsWith(last)) return false;
  let at = first!.length;
  const end = value.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = value.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** IPv4 ranges, such as 10.0.0.0/24. */
function parseCidr(operand: Json): Alternative {
  const [address, bits, more] = textOf(operand, 'cidr').split('/');
  const base = ipv4(address!);
  const length = /^\d{1,2}$/.test(bits ?? '') ? Number(bits) : 33;
  if (base === null || length > 32 || more !== undefined) throw malformed('cidr wants a.b.c.d/n');
  const size = length === 0 ? 0x1_0000_0000 : (1 << (32 - length)) >>> 0;
  const from = Math.floor(base / size) * size;
  return (value) => {
    const asked = typeof value === 'string' ? ipv4(value) : null;
    return asked !== null && asked >= from && asked < from + size;
  };
}

function ipv4(text: string): number | null {
  const parts = text.split('.');
  const isByte = (part: string) => /^\d{1,3}$/.test(part) && Number(part) <= 255;
  if (parts.length !== 4 || !parts.every(isByte)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}
