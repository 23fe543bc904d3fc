/**
 * Finding an item by its key. An open-addressing table of item numbers, checked against the item log,
 * so that it needs no care at a restore: an entry whose item is not there, or is another one by now,
 * simply does not match.
 */
import type { AttributeMap, AttributeValue } from './item/attributeValue.ts';
import type { KeySchema } from './item/key.ts';
import type { LabelLog } from './item/labelLog.ts';
import { type ColumnSnapshot, type Int32Log, ValueLog } from './kernel/columns.ts';
import { hashText } from './kernel/hash.ts';

/** The two columns that an index is checked against. */
interface NamedItems {
  table: Int32Log;
  label: LabelLog;
}

export class ItemIndex {
  private readonly items: NamedItems;
  private slots = new Int32Array(1_024); // item + 1
  /** By slot: the hash of its item's table and key, so that others need not be looked at. */
  private hashes = new Int32Array(1_024);
  private used = 0;

  constructor(items: NamedItems) {
    this.items = items;
  }

  /** The item of a table with this key text, or -1. */
  find(table: number, label: string): number {
    const { slots, hashes } = this;
    const hash = hashOf(table, label);
    for (let at = hash & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
      const item = slots[at]! - 1;
      if (item < 0) return -1;
      if (hashes[at] === hash && this.isItem(item, table, label)) return item;
    }
  }

  /** Learns of an item that is in the log. A replay brings the same items again, which change nothing. */
  add(item: number, table: number, label: string): void {
    if (this.used * 2 >= this.slots.length) this.grow();
    this.put(item, hashOf(table, label));
  }

  /** After a restore: learns of the items that this index has never seen. */
  catchUp(): void {
    const { items } = this;
    for (let item = items.label.length - 1; item >= 0; item--) {
      const [table, label] = [items.table.get(item), items.label.get(item)];
      if (this.find(table, label) === item) return;
      this.add(item, table, label);
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

  private put(item: number, hash: number): void {
    const { slots, hashes } = this;
    let at = hash & (slots.length - 1);
    while (slots[at] !== 0) {
      if (slots[at] === item + 1 && hashes[at] === hash) return;
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = item + 1;
    hashes[at] = hash;
    this.used++;
  }

  /** Items of other futures stay where they are found once their future is gone back to. */
  private grow(): void {
    const { slots, hashes } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.hashes = new Int32Array(slots.length * 2);
    this.used = 0;
    for (let at = 0; at < slots.length; at++) {
      if (slots[at] !== 0) this.put(slots[at]! - 1, hashes[at]!);
    }
  }
}

const hashOf = (table: number, label: string): number => hashText(label, table) | 0;

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
