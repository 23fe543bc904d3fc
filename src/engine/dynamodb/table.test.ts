import { describe, expect, it } from 'vitest';
import type { SimulationDefinition } from '../definition.ts';
import { openSimulation } from '../index.ts';
import {
  aDefinition,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  remove,
  someTraffic,
  startFault,
} from '../testing/definitions.ts';
import { currentVersion, latestVersion } from './items.ts';
import { partitionCountOf } from './partition.ts';

const item = (id: string, more = {}) => ({ id: { S: id }, ...more });

async function afterCalls(calls: ReturnType<typeof put>[], definition: SimulationDefinition) {
  const simulation = await openSimulation(definition);
  calls.forEach((call, i) => {
    simulation.submit(call, atSeconds(i));
  });
  simulation.runUntil(atSeconds(calls.length));
  return simulation.world;
}

describe('a table', () => {
  it('[T1] puts what is stored, or deletes what is not there: no version, no change, no record', async () => {
    const twice = { status: { S: 'new' }, n: { N: '1.0' } };
    const world = await afterCalls(
      [
        put(item('a', twice)),
        put(item('a', { n: { N: '1' }, status: { S: 'new' } })),
        remove(item('b')),
      ],
      aDefinition(),
    );
    const { writes } = world.state.tables[0]!;
    expect([writes.put, writes.delete, writes.noOp]).toEqual([1, 0, 2]);
    expect([world.changes.at.length, world.state.streams[0]!.records.INSERT]).toEqual([1, 1]);
  });

  it('[T2] makes an INSERT of a new key, a MODIFY of a known one, a REMOVE of a deleted one', async () => {
    const calls = [
      put(item('a')),
      put(item('a', { x: { N: '1' } })),
      remove(item('a')),
      put(item('a')),
    ];
    const world = await afterCalls(calls, aDefinition());
    const kinds = [0, 1, 2, 3].map((change) => world.changes.kind.get(change));
    expect(kinds).toEqual([1, 2, 3, 1]);
    expect(world.state.tables[0]!.itemCount).toBe(1);
  });

  it('knows of an item that is gone which version deleted it', async () => {
    const world = await afterCalls([put(item('a')), remove(item('a'))], aDefinition());
    expect([currentVersion(world, 0), latestVersion(world, 0)]).toEqual([-1, 1]);
    world.outcomes.currentVersion.set(0, 2); // as checkpoints from before the sign said so have it
    expect([currentVersion(world, 0), latestVersion(world, 0)]).toEqual([-1, 1]);
    expect(world.versions.previous.get(1)).toBe(0);
    expect(latestVersion(world, 7)).toBe(-1);
  });

  it('[T4] is reached by a call 15 to 45 ms after it was sent', async () => {
    const world = await afterCalls(
      Array.from({ length: 30 }, (_, i) => put(item(`k${i}`))),
      aDefinition(),
    );
    for (const { at, d } of entriesOf(world, Entry.itemPut)) {
      const transit = at - world.writes.sentAt.get(d);
      expect(transit).toBeGreaterThanOrEqual(15_000);
      expect(transit).toBeLessThanOrEqual(45_000);
    }
  });

  it('[T5] sends nothing into the stream for items that it held before', async () => {
    const held = [item('old-1'), item('old-2')];
    const world = await afterCalls(
      [put(item('a'))],
      aDefinition({ tables: [aTable({ items: held })] }),
    );
    expect(world.state.tables[0]!.itemCount).toBe(3);
    expect(world.changes.at.length).toBe(1);
    expect(world.items.label.get(world.changes.item.get(0))).toBe('a');
  });

  it('[P5] charges the larger of before and after, by the started kilobyte', async () => {
    const large = item('a', { text: { S: 'x'.repeat(2_500) } });
    const world = await afterCalls([put(large), put(item('a')), remove(item('a'))], aDefinition());
    expect(world.state.tables[0]!.writeUnits).toBe(3 + 3 + 1);
  });

  it('[T3] charges a failed condition and makes no record of it', async () => {
    const condition = { ConditionExpression: 'attribute_not_exists(id)' };
    const large = item('a', { text: { S: 'x'.repeat(2_500) } });
    const world = await afterCalls([put(large), put(item('a'), condition)], aDefinition());
    const { writes, writeUnits } = world.state.tables[0]!;
    expect([writes.conditionFailed, writeUnits, world.changes.at.length]).toEqual([1, 6, 1]);
  });
});

describe('partitions', () => {
  it('[P3] are four for a new on-demand table, and what the throughput needs otherwise', () => {
    expect(partitionCountOf('PAY_PER_REQUEST')).toBe(4);
    expect(partitionCountOf({ readCapacityUnits: 5, writeCapacityUnits: 5 })).toBe(1);
    expect(partitionCountOf({ readCapacityUnits: 6_000, writeCapacityUnits: 2_000 })).toBe(4);
  });

  it('[P2] count write units in each second, and keep the highest', async () => {
    const calls = Array.from({ length: 12 }, () => put(item('same', { n: { N: '1' } })));
    const simulation = await openSimulation(aDefinition());
    for (const call of calls) simulation.submit(call, atSeconds(0.1));
    simulation.runUntil(atSeconds(3));
    const peaks = simulation.world.state.partitions.map((p) => p.unitsPeakPerSecond);
    expect(peaks.sort((a, b) => b - a)).toEqual([12, 0, 0, 0]);
  });

  it('[P1] keep each item where its hash is, [P4] and a split hands both halves on', async () => {
    const simulation = await openSimulation(aDefinition({ traffic: [someTraffic()] }));
    simulation.runUntil(atSeconds(60));
    const { state } = simulation.world;
    const parent = state.tables[0]!.partitions.reduce((a, b) =>
      state.partitions[a]!.itemCount >= state.partitions[b]!.itemCount ? a : b,
    );
    const before = state.partitions[parent]!.itemCount;
    simulation.submit(startFault({ kind: 'SplitPartition', target: 'Orders' }));
    const children = state.partitions.filter((p) => p.parent === parent);
    expect(children).toHaveLength(2);
    expect(children[0]!.itemCount + children[1]!.itemCount).toBe(before);
    expect(children[0]!.toHash).toBe(children[1]!.fromHash);
    expect(state.shards.filter((s) => s.parent === state.partitions[parent]!.shard)).toHaveLength(
      2,
    );
    simulation.runUntil(atSeconds(120));
    const counted = state.tables[0]!.partitions.map((p) => state.partitions[p]!.itemCount);
    expect(counted.reduce((a, b) => a + b)).toBe(state.tables[0]!.itemCount);
  });
});
