/**
 * A table's items in the order in which DynamoDB keeps them: by hash of the partition key, and within
 * one partition key by sort key. Derived from the item log when somebody queries or scans, and forgotten
 * at a restore.
 */
import { attributeOf, byCodeUnits } from './item/attributeMap.ts';
import type { AttributeMap, AttributeValue } from './item/attributeValue.ts';
import { compareValues } from './item/compare.ts';
import type { KeySchema } from './item/key.ts';
import type { KeyLog } from './itemIndex.ts';
import type { Int32Log } from './kernel/columns.ts';

/** A place between items: where a key stands, or would stand. */
export interface KeyPlace {
  /** Unsigned. */
  hash: number;
  /** Null: before, or after, all keys of that hash. */
  key: AttributeMap | null;
}

interface KeyedItems {
  table: Int32Log;
  hash: Int32Log;
  keys: KeyLog;
}

/** More new items than this are sorted and merged instead of put in one by one. */
const MOST_ONE_BY_ONE = 32;

export class ItemOrder {
  private readonly items: KeyedItems;
  private readonly schemaOf: (table: number) => KeySchema;
  private sorted: number[][] = [];
  private fresh: number[][] = [];
  private known = 0;

  constructor(items: KeyedItems, schemaOf: (table: number) => KeySchema) {
    this.items = items;
    this.schemaOf = schemaOf;
  }

  /** After a restore the item log may be another one. */
  forget(): void {
    this.sorted = [];
    this.fresh = [];
    this.known = 0;
  }

  /** Every item that a table ever had, in order. */
  of(table: number): readonly number[] {
    this.learn();
    this.sorted[table] ??= [];
    const sorted = this.sorted[table];
    const fresh = this.fresh[table];
    if (fresh === undefined || fresh.length === 0) return sorted;
    this.fresh[table] = [];
    if (fresh.length > MOST_ONE_BY_ONE) {
      this.sorted[table] = this.merged(table, sorted, fresh);
    } else {
      for (const item of fresh) sorted.splice(this.placeOf(table, sorted, item), 0, item);
    }
    return this.sorted[table]!;
  }

  /** How many of a table's items, in order, stand before a place (or at it, with `inclusive`). */
  countBefore(table: number, place: KeyPlace, inclusive = false): number {
    const sorted = this.of(table);
    const schema = this.schemaOf(table);
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.comparePlace(schema, sorted[middle]!, place);
      if (order < 0 || (inclusive && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private learn(): void {
    const { table, keys } = this.items;
    for (; this.known < keys.length; this.known++) {
      const number = table.get(this.known);
      this.fresh[number] ??= [];
      this.fresh[number].push(this.known);
    }
  }

  private placeOf(table: number, sorted: readonly number[], item: number): number {
    const schema = this.schemaOf(table);
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compareItems(schema, sorted[middle]!, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private merged(table: number, sorted: readonly number[], fresh: number[]): number[] {
    const schema = this.schemaOf(table);
    fresh.sort((a, b) => this.compareItems(schema, a, b));
    const all: number[] = [];
    let at = 0;
    for (const item of fresh) {
      while (at < sorted.length && this.compareItems(schema, sorted[at]!, item) < 0) {
        all.push(sorted[at++]!);
      }
      all.push(item);
    }
    while (at < sorted.length) all.push(sorted[at++]!);
    return all;
  }

  private compareItems(schema: KeySchema, a: number, b: number): number {
    const { hash, keys } = this.items;
    const order = (hash.get(a) >>> 0) - (hash.get(b) >>> 0);
    return order !== 0 ? order : compareKeys(schema, keys.get(a), keys.get(b));
  }

  private comparePlace(schema: KeySchema, item: number, { hash, key }: KeyPlace): number {
    const order = (this.items.hash.get(item) >>> 0) - hash;
    if (order !== 0 || key === null) return order;
    return compareKeys(schema, this.items.keys.get(item), key);
  }
}

/** Order of two keys of one hash; a key without the sort key stands for all of its partition key. */
export function compareKeys(schema: KeySchema, a: AttributeMap, b: AttributeMap): number {
  const { partitionKey, sortKey } = schema;
  const left = attributeOf(a, partitionKey.name)!;
  const right = attributeOf(b, partitionKey.name)!;
  const order = compareScalars(left, right);
  if (order !== 0 || sortKey === undefined) return order;
  const leftSort = attributeOf(a, sortKey.name);
  const rightSort = attributeOf(b, sortKey.name);
  return leftSort && rightSort ? compareScalars(leftSort, rightSort) : 0;
}

const compareScalars = (a: AttributeValue, b: AttributeValue): number =>
  compareValues(a, b) ?? byCodeUnits(JSON.stringify(a), JSON.stringify(b));
