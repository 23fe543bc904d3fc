/** Random calls at the door beside a reference that is simple enough to be right. */
import { expect } from 'vitest';
import { judgeLaws } from '../../engine/laws/laws.ts';
import { aTable, Entry, entriesOf, startFault } from '../../engine/testing/definitions.ts';
import { type LabDoor, labDoor, type Output } from './labDoor.ts';
import { randomCall, randomOf, type TableUnderTest } from './randomCalls.ts';
import { canonical, type Item, ReferenceTable, sizeOf } from './referenceTable.ts';
import { readStream } from './streamReader.ts';

/** Makes random calls and compares tables and streams with the reference. */
export async function checkAgainstReference(seed: number, calls: number): Promise<void> {
  const { lab, tables } = await play(seed, calls);
  for (const table of tables) {
    checkItems(lab, table);
    checkStream(lab, table);
  }
  expect(judgeLaws(lab.simulation.world).filter(({ verdict }) => verdict === 'broken')).toEqual([]);
}

/** Makes random calls, and hands the same commands in again: to a fresh lab, and after a restore. */
export async function checkReplay(seed: number, calls: number): Promise<void> {
  const { lab } = await play(seed, calls);
  const { simulation } = lab;
  const { world } = simulation;
  const given = entriesOf(world, Entry.commandGiven);
  const half = given.length >> 1;
  const again = (await labDoor({ seed, tables: TABLES })).simulation;
  const handIn = (from: number, to: number) => {
    for (const { a: number, at } of given.slice(from, to)) {
      again.submit(world.commands.get(number), at);
    }
  };
  handIn(0, half);
  const checkpoint = again.checkpoint();
  handIn(half, given.length);
  again.runUntil(simulation.now);
  expect(again.world.journal.digest()).toBe(world.journal.digest());
  again.restore(checkpoint);
  handIn(half, given.length);
  again.runUntil(simulation.now);
  expect(again.world.journal.digest()).toBe(world.journal.digest());
}

const TABLES = [
  aTable({ id: 'Plain', name: 'Plain' }),
  aTable({
    id: 'Sorted',
    name: 'Sorted',
    partitionKey: { name: 'p', type: 'N' },
    sortKey: { name: 's', type: 'S' },
  }),
];

function tablesUnderTest(random: () => number): TableUnderTest[] {
  const below = (most: number) => Math.floor(random() * most);
  return [
    {
      TableName: 'Plain',
      reference: new ReferenceTable(['id']),
      randomKey: () => ({ id: { S: `k${below(20)}` } }),
    },
    {
      TableName: 'Sorted',
      reference: new ReferenceTable(['p', 's']),
      randomKey: () => ({ p: { N: String(below(5) - 1) }, s: { S: 'é'.repeat(1 + below(4)) } }),
    },
  ];
}

async function play(
  seed: number,
  calls: number,
): Promise<{ lab: LabDoor; tables: TableUnderTest[] }> {
  const lab = await labDoor({ seed, tables: TABLES });
  const random = randomOf(seed);
  const tables = tablesUnderTest(random);
  for (let call = 0; call < calls; call++) {
    const table = tables[Math.floor(random() * tables.length)]!;
    randomCall(lab, table, random);
    // All of it within the 24 hours of the stream; now and then shards roll and partitions split.
    const chance = random();
    if (chance < 0.2) lab.wait(random() * 2);
    else if (chance < 0.002 + 0.2) lab.wait(3_600);
    else if (chance < 0.205) {
      lab.simulation.submit(startFault({ kind: 'SplitPartition', target: table.TableName }));
    }
    if (lab.simulation.now > 85_000e6) break;
  }
  lab.wait(10);
  return { lab, tables };
}

function checkItems(lab: LabDoor, { TableName, reference }: TableUnderTest): void {
  const scanned: Item[] = [];
  let start: Output = {};
  do {
    const page: Output = lab.ask('dynamodb:Scan', { TableName, Limit: 7, ...start });
    scanned.push(...page.Items);
    start = page.LastEvaluatedKey ? { ExclusiveStartKey: page.LastEvaluatedKey } : {};
  } while (start.ExclusiveStartKey);
  const sorted = (items: Iterable<Item>) => [...items].map(canonical).sort();
  expect(sorted(scanned)).toEqual(sorted(reference.items.values()));
  const state = lab.simulation.world.state.tables.find(({ name }) => name === TableName)!;
  const bytes = [...reference.items.values()].reduce((sum, item) => sum + sizeOf(item), 0);
  expect([state.itemCount, state.sizeBytes]).toEqual([reference.items.size, bytes]);
  const partitions = state.partitions.map((p) => lab.simulation.world.state.partitions[p]!);
  expect(partitions.reduce((sum, p) => sum + p.itemCount, 0)).toBe(reference.items.size);
  expect(partitions.reduce((sum, p) => sum + p.sizeBytes, 0)).toBe(bytes);
  expect(state.writeUnits).toBe(reference.writeUnits);
  const { put, update, delete: deleted, noOp, conditionFailed } = state.writes;
  expect(put + update + deleted).toBe(reference.changes.length);
  expect([noOp, conditionFailed]).toEqual([reference.noOps, reference.conditionsFailed]);
}

function checkStream(lab: LabDoor, { TableName, reference }: TableUnderTest): void {
  const { LatestStreamArn } = lab.ask('dynamodb:DescribeTable', { TableName }).Table;
  const shards = readStream(lab, LatestStreamArn);
  const records = shards.flatMap((shard) => shard.records);
  expect(new Set(records.map((record) => record.eventID)).size).toBe(records.length);
  expect(records).toHaveLength(reference.changes.length);
  const byItem = new Map<string, Output[]>();
  for (const record of records) {
    const label = reference.labelOf(record.dynamodb.Keys);
    byItem.set(label, [...(byItem.get(label) ?? []), record]);
  }
  for (const [label, own] of byItem) {
    const changes = reference.changes.filter((change) => change.label === label);
    expect(own.map(imagesOf)).toEqual(
      changes.map(({ before, after }) => `${canonical(before)} → ${canonical(after)}`),
    );
    own.forEach(({ dynamodb, eventName }, i) => {
      const { Keys, OldImage, NewImage, SizeBytes, SequenceNumber } = dynamodb;
      expect(SizeBytes).toBe(sizeOf(Keys) + sizeOf(OldImage ?? null) + sizeOf(NewImage ?? null));
      expect(eventName).toBe(OldImage ? (NewImage ? 'MODIFY' : 'REMOVE') : 'INSERT');
      const before = own[i - 1]?.dynamodb;
      if (!before) return;
      expect(canonical(OldImage ?? null)).toBe(canonical(before.NewImage ?? null));
      expect(BigInt(SequenceNumber)).toBeGreaterThan(BigInt(before.SequenceNumber));
    });
  }
}

const imagesOf = ({ dynamodb }: Output): string =>
  `${canonical(dynamodb.OldImage ?? null)} → ${canonical(dynamodb.NewImage ?? null)}`;
