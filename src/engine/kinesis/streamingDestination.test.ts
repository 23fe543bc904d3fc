import { describe, expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  someTraffic,
} from '../testing/definitions.ts';

const beside = aDefinition({
  seed: 3,
  tables: [aTable({ kinesisDestination: { stream: 'Changes', precision: 'MICROSECOND' } })],
  kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 2, retentionHours: 24 }],
  functions: [aFunction(), aFunction({ id: 'Other', name: 'Other' })],
  eventSourceMappings: [
    aMapping(),
    aMapping({ id: 'Other', function: 'Other', source: 'Changes', sourceKind: 'KinesisStream' }),
  ],
  traffic: [someTraffic()],
});

async function runFor(seconds: number) {
  const simulation = await openSimulation(beside);
  simulation.runUntil(atSeconds(seconds));
  return simulation.world;
}

describe('Kinesis Data Streams for DynamoDB', () => {
  it('[K1] carries every change that the table’s own stream carries', async () => {
    const world = await runFor(300);
    const carried = new Set<number>();
    for (let row = 0; row < world.kinesisRecords.at.length; row++) {
      carried.add(world.kinesisRecords.change.get(row));
    }
    for (let change = 0; change < world.changes.at.length; change++) {
      if (world.changes.at.get(change) < 290e6) expect(carried.has(change)).toBe(true);
    }
  });

  it('[K2] puts all records of an item into one shard, and uses both', async () => {
    const world = await runFor(120);
    const home = new Map<number, number>();
    for (let row = 0; row < world.kinesisRecords.at.length; row++) {
      const item = world.changes.item.get(world.kinesisRecords.change.get(row));
      const shard = world.kinesisRecords.shard.get(row);
      expect(home.get(item) ?? shard).toBe(shard);
      home.set(item, shard);
    }
    expect(new Set(home.values()).size).toBe(2);
  });

  it('[K3] takes about 120 ms at the median', async () => {
    const world = await runFor(300);
    const delays = entriesOf(world, Entry.changeSentToKinesis)
      .map(({ d }) => d / 1_000)
      .sort((a, b) => a - b);
    expect(Math.abs(delays[delays.length >> 1]! - 120)).toBeLessThan(15);
  });

  it('[K4] duplicates some, [K5] reorders some, and the DynamoDB stream neither', async () => {
    const world = await runFor(600);
    const [stream] = world.state.kinesisStreams;
    expect(stream!.duplicates).toBeGreaterThan(5);
    expect(stream!.outOfOrder).toBeGreaterThan(0);
    expect(stream!.records).toBe(world.kinesisRecords.at.length);
    const [fromStream, fromKinesis] = world.state.mappings.map(({ meters }) => meters);
    expect([fromStream!.received - fromStream!.distinct, fromStream!.orderViolations]).toEqual([
      0, 0,
    ]);
    expect(fromKinesis!.received - fromKinesis!.distinct).toBeGreaterThan(5);
    expect(fromKinesis!.orderViolations).toBe(stream!.outOfOrder);
  });

  it('[K6] counts capture units by the larger image', async () => {
    const world = await runFor(60);
    expect(world.state.kinesisStreams[0]!.changeDataCaptureUnits).toBe(world.changes.at.length);
  });
});
