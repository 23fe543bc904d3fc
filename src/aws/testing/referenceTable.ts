/**
 * A table as simply as it can be thought: a map of items and a list of changes. It knows nothing of the
 * engine, so that what both say alike is likely to be right.
 */

/** Attributes as this reference uses them: numbers are whole, sets in the order of their texts. */
export type Value =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  /** Base64. */
  | { B: string }
  | { SS: string[] }
  | { NS: string[] }
  | { L: Value[] }
  | { M: Record<string, Value> };
export type Item = Record<string, Value>;

export interface Change {
  label: string;
  before: Item | null;
  after: Item | null;
}

export class ReferenceTable {
  readonly items = new Map<string, Item>();
  readonly changes: Change[] = [];
  writeUnits = 0;
  noOps = 0;
  conditionsFailed = 0;

  private readonly keyNames: readonly string[];

  constructor(keyNames: readonly string[]) {
    this.keyNames = keyNames;
  }

  keyOf(item: Item): Item {
    return Object.fromEntries(this.keyNames.map((name) => [name, item[name]!]));
  }

  labelOf(item: Item): string {
    return JSON.stringify(this.keyOf(item));
  }

  /** Stores, replaces or (null) removes the item of a key, and pays for it. */
  write(key: Item, after: Item | null, factor = 1): void {
    const label = this.labelOf(key);
    const before = this.items.get(label) ?? null;
    this.pay(Math.max(sizeOf(before), sizeOf(after)), factor);
    if (same(before, after)) {
      this.noOps++;
      return;
    }
    if (after) this.items.set(label, after);
    else this.items.delete(label);
    this.changes.push({ label, before, after });
  }

  failCondition(key: Item): void {
    this.pay(sizeOf(this.items.get(this.labelOf(key)) ?? null), 1);
    this.conditionsFailed++;
  }

  private pay(bytes: number, factor: number): void {
    this.writeUnits += Math.max(1, Math.ceil(bytes / 1024)) * factor;
  }
}

/** Names and values; the rules of the developer guide. */
export function sizeOf(item: Item | null): number {
  return item === null ? 0 : sum(Object.entries(item), ([name, v]) => name.length + valueSize(v));
}

function valueSize(value: Value): number {
  if ('S' in value) return utf8Length(value.S);
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('B' in value) return atob(value.B).length;
  if ('SS' in value) return sum(value.SS, utf8Length);
  if ('NS' in value) return sum(value.NS, numberSize);
  if ('L' in value) return 3 + sum(value.L, (element) => 1 + valueSize(element));
  if ('M' in value) return 3 + sizeOf(value.M) + Object.keys(value.M).length;
  return numberSize(value.N);
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

function numberSize(number: string): number {
  const digits = number.replace('-', '').replace(/^0+|0+$/g, '').length;
  return Math.ceil(digits / 2) + 1 + (number.startsWith('-') ? 1 : 0);
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

/** Equal but for the order of attributes. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
