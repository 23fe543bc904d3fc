/**
 * Finding an item by its key. An open-addressing table of item numbers, checked against the item log,
 * so that it needs no care at a restore: an entry whose item is not there, or is another one by now,
 * simply does not match.
 */
import type { AttributeMap, AttributeValue } from './item/attributeValue.ts';
import type { KeySchema } from './item/key.ts';
import { type ColumnSnapshot, type Int32Log, ValueLog } from './kernel/columns.ts';
import { hashText } from './kernel/hash.ts';

/** The two columns that an index is checked against. */
interface NamedItems {
  table: Int32Log;
  label: ValueLog<string>;
}

export class ItemIndex {
  private readonly items: NamedItems;
  private slots = new Int32Array(1_024); // item + 1
  private used = 0;
  /** Growing forgets items of other futures, from this number on: a restore has to look at them again. */
  private forgottenFrom = Number.POSITIVE_INFINITY;

  constructor(items: NamedItems) {
    this.items = items;
  }

  /** The item of a table with this key text, or -1. */
  find(table: number, label: string): number {
    const { slots } = this;
    for (let at = this.home(table, label); ; at = (at + 1) & (slots.length - 1)) {
      const item = slots[at]! - 1;
      if (item < 0) return -1;
      if (this.isItem(item, table, label)) return item;
    }
  }

  /** Learns of an item that is in the log. A replay brings the same items again, which change nothing. */
  add(item: number): void {
    if (this.used * 2 >= this.slots.length) this.grow();
    let at = this.home(this.items.table.get(item), this.items.label.get(item));
    while (this.slots[at] !== 0) {
      if (this.slots[at] === item + 1) return;
      at = (at + 1) & (this.slots.length - 1);
    }
    this.slots[at] = item + 1;
    this.used++;
  }

  /** After a restore: learns of the items that this index has never seen. */
  catchUp(): void {
    const { table, label } = this.items;
    for (let item = label.length - 1; item >= 0; item--) {
      const isKnown = this.find(table.get(item), label.get(item)) === item;
      if (isKnown && item < this.forgottenFrom) return;
      if (!isKnown) this.add(item);
    }
  }

  private isItem(item: number, table: number, label: string): boolean {
    const { items } = this;
    return (
      item < items.label.length &&
      items.label.get(item) === label &&
      items.table.get(item) === table
    );
  }

  private home(table: number, label: string): number {
    return hashText(label, table) & (this.slots.length - 1);
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.used = 0;
    const { length } = this.items.label;
    for (const slot of old) {
      if (slot === 0) continue;
      if (slot <= length) this.add(slot - 1);
      else this.forgottenFrom = Math.min(this.forgottenFrom, length);
    }
  }
}

/** Items' keys. A lone string key is its label, so it is made anew when somebody asks for it. */
export class KeyLog {
  private readonly stored = new ValueLog<AttributeMap | null>();
  private readonly items: NamedItems;
  private readonly schemaOf: (table: number) => KeySchema;

  constructor(items: NamedItems, schemaOf: (table: number) => KeySchema) {
    this.items = items;
    this.schemaOf = schemaOf;
  }

  get length(): number {
    return this.stored.length;
  }

  push(key: AttributeMap, table: number): number {
    return this.stored.push(this.areLabels(table) ? null : key);
  }

  /** Whether the keys of a table are their labels: lone strings. */
  areLabels(table: number): boolean {
    const { partitionKey, sortKey } = this.schemaOf(table);
    return partitionKey.type === 'S' && !sortKey;
  }

  get(item: number): AttributeMap {
    const stored = this.stored.get(item);
    if (stored) return stored;
    const { partitionKey } = this.schemaOf(this.items.table.get(item));
    return { [partitionKey.name]: { S: this.items.label.get(item) } };
  }

  /** One attribute of an item's key. */
  attribute(item: number, name: string): AttributeValue {
    return this.stored.get(item)?.[name] ?? { S: this.items.label.get(item) };
  }

  snapshot(): ColumnSnapshot<(AttributeMap | null)[]> {
    return this.stored.snapshot();
  }

  restore(snapshot: ColumnSnapshot<(AttributeMap | null)[]>): void {
    this.stored.restore(snapshot);
  }
}
