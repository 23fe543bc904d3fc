/** Random calls at the door beside a reference that is simple enough to be right. */
import { describe, expect, it } from 'vitest';
import { aTable, startFault } from '../engine/testing/definitions.ts';
import { type LabDoor, labDoor, type Output } from './testing/labDoor.ts';
import { randomCall, randomOf, type TableUnderTest } from './testing/randomCalls.ts';
import { canonical, type Item, ReferenceTable, sizeOf } from './testing/referenceTable.ts';
import { readStream } from './testing/streamReader.ts';

const isLong = process.env.SHARDSCOPE_LONG === '1';
/** 20,000 calls, or a million. Seeds that ever failed stay at the front. */
const SEEDS = Array.from({ length: isLong ? 250 : 10 }, (_, seed) => seed + 1);
const CALLS = isLong ? 4_000 : 2_000;

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

async function play(seed: number): Promise<{ lab: LabDoor; tables: TableUnderTest[] }> {
  const lab = await labDoor({ seed, tables: TABLES });
  const random = randomOf(seed);
  const tables = tablesUnderTest(random);
  for (let call = 0; call < CALLS; call++) {
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

describe('random calls', () => {
  it.each(SEEDS)(
    '[T2] [S5] [P5] leave what the reference says, with seed %i',
    async (seed) => {
      const { lab, tables } = await play(seed);
      for (const table of tables) {
        checkItems(lab, table);
        checkStream(lab, table);
      }
    },
    60_000,
  );
});
