/** Random calls on a table, made at the door and of the reference alike. */
import { expect } from 'vitest';
import type { LabDoor, Output } from './labDoor.ts';
import { canonical, type Item, type ReferenceTable, sizeOf, type Value } from './referenceTable.ts';

/** A seeded sequence of numbers below one. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export interface TableUnderTest {
  TableName: string;
  reference: ReferenceTable;
  /** A key out of a small number of them. */
  randomKey(): Item;
}

/** Makes one random call on a table, checks its answer, and has the reference do the same. */
export function randomCall(lab: LabDoor, table: TableUnderTest, random: () => number): void {
  const calls = [put, put, update, update, remove, conditional, batch, transaction, read];
  calls[Math.floor(random() * calls.length)]!(lab, table, random);
}

type Call = (lab: LabDoor, table: TableUnderTest, random: () => number) => void;

const below = (random: () => number, most: number): number => Math.floor(random() * most);

function randomValue(random: () => number, depth = 0): Value {
  const kind = below(random, depth < 2 ? 9 : 7);
  if (kind === 0) return { S: 'ä'.repeat(below(random, 3)) + 'x'.repeat(below(random, 600)) };
  if (kind === 1) return { N: String(below(random, 4_000) - 1_000) };
  if (kind === 2) return { BOOL: random() < 0.5 };
  if (kind === 3) return { NULL: true };
  if (kind === 4) return { B: btoa('\u00ff'.repeat(below(random, 40))) };
  if (kind === 5) return { SS: someOf(random, ['', 'a', 'b', 'ü', '🍏']) };
  if (kind === 6) return { NS: someOf(random, ['-1', '0', '17', '300']) };
  const values = Array.from({ length: below(random, 4) }, () => randomValue(random, depth + 1));
  if (kind === 7) return { L: values };
  return { M: Object.fromEntries(values.map((value, i) => [`m${i}`, value])) };
}

/** One of them at least, in their order. */
function someOf(random: () => number, all: readonly string[]): string[] {
  const some = all.filter(() => random() < 0.5);
  return some.length > 0 ? some : [all[0]!];
}

function randomItem(table: TableUnderTest, random: () => number): Item {
  const item = table.randomKey();
  for (let i = below(random, 4); i > 0; i--) item[`a${below(random, 3)}`] = randomValue(random);
  return item;
}

const put: Call = (lab, { TableName, reference, ...table }, random) => {
  const Item = randomItem({ TableName, reference, ...table }, random);
  const label = reference.labelOf(Item);
  const stored = reference.items.get(label);
  // Often exactly what is there already.
  const written = stored && random() < 0.2 ? stored : Item;
  const { Attributes } = lab.ask('dynamodb:PutItem', {
    TableName,
    Item: written,
    ReturnValues: 'ALL_OLD',
  });
  expect(canonical(Attributes ?? null)).toBe(canonical(stored ?? null));
  reference.write(written, written);
};

const update: Call = (lab, table, random) => {
  const { TableName, reference } = table;
  const Key = table.randomKey();
  const before = reference.items.get(reference.labelOf(Key)) ?? Key;
  const after: Item = { ...before };
  const name = `a${below(random, 3)}`;
  const value = randomValue(random);
  let UpdateExpression = 'SET #n = :v';
  if (random() < 0.3) {
    UpdateExpression = 'REMOVE #n';
    delete after[name];
  } else after[name] = value;
  const { Attributes } = lab.ask('dynamodb:UpdateItem', {
    TableName,
    Key,
    UpdateExpression,
    ExpressionAttributeNames: { '#n': name },
    ...(UpdateExpression.startsWith('SET') && { ExpressionAttributeValues: { ':v': value } }),
    ReturnValues: 'ALL_NEW',
  });
  expect(canonical(Attributes)).toBe(canonical(after));
  reference.write(Key, after);
};

const remove: Call = (lab, table, random) => {
  const { TableName, reference } = table;
  const Key = table.randomKey();
  const stored = reference.items.get(reference.labelOf(Key));
  const input = { TableName, Key, ReturnValues: random() < 0.5 ? 'ALL_OLD' : 'NONE' };
  const { Attributes } = lab.ask('dynamodb:DeleteItem', input);
  const told = input.ReturnValues === 'ALL_OLD' ? stored : undefined;
  expect(canonical(Attributes ?? null)).toBe(canonical(told ?? null));
  reference.write(Key, null);
};

const conditional: Call = (lab, table, random) => {
  const { TableName, reference } = table;
  const Item = randomItem(table, random);
  const label = reference.labelOf(Item);
  const wantsItem = random() < 0.5;
  const ConditionExpression = `attribute${wantsItem ? '_' : '_not_'}exists(${Object.keys(Item)[0]})`;
  const answer = lab.answer('dynamodb:PutItem', { TableName, Item, ConditionExpression });
  expect(answer.ok).toBe(reference.items.has(label) === wantsItem);
  if (answer.ok) reference.write(Item, Item);
  else reference.failCondition(Item);
};

/** Different keys, each with an item to be put, or null to be deleted. */
function severalWrites(table: TableUnderTest, random: () => number): [Item, Item | null][] {
  const several = new Map<string, [Item, Item | null]>();
  for (let i = 1 + below(random, 6); i > 0; i--) {
    const item = randomItem(table, random);
    const key = table.reference.keyOf(item);
    several.set(canonical(key), [key, random() < 0.7 ? item : null]);
  }
  return [...several.values()];
}

const batch: Call = (lab, table, random) => {
  const { TableName, reference } = table;
  const writes = severalWrites(table, random);
  const requests = writes.map(([Key, Item]) =>
    Item ? { PutRequest: { Item } } : { DeleteRequest: { Key } },
  );
  const answer = lab.ask('dynamodb:BatchWriteItem', { RequestItems: { [TableName]: requests } });
  expect(answer).toEqual({ UnprocessedItems: {} });
  for (const [key, item] of writes) reference.write(key, item);
};

const transaction: Call = (lab, table, random) => {
  const { TableName, reference } = table;
  const writes = severalWrites(table, random);
  const TransactItems = writes.map(([Key, Item]) =>
    Item ? { Put: { TableName, Item } } : { Delete: { TableName, Key } },
  );
  lab.ask('dynamodb:TransactWriteItems', { TransactItems });
  for (const [key, item] of writes) reference.write(key, item, 2);
};

const read: Call = (lab, { TableName, reference, randomKey }) => {
  const Key = randomKey();
  const stored = reference.items.get(reference.labelOf(Key)) ?? null;
  const answer: Output = lab.ask('dynamodb:GetItem', {
    TableName,
    Key,
    ReturnConsumedCapacity: 'TOTAL',
  });
  expect(canonical(answer.Item ?? null)).toBe(canonical(stored));
  const units = Math.max(1, Math.ceil(sizeOf(stored) / 4_096)) / 2;
  expect(answer.ConsumedCapacity.CapacityUnits).toBe(units);
};
