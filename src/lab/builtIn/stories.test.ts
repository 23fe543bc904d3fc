/** What the built-in labs are there to show, each told by a headless run at the lab's own seed. */
import { describe, expect, it } from 'vitest';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { hours, instant, minutes, seconds } from '../../engine/kernel/time.ts';
import { imagesOf, streamRecord } from '../../engine/streams/record.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { report } from '../../projections/report/report.ts';
import { readLab } from '../readLab.ts';
import { builtInLab } from './index.ts';

async function open(id: string): Promise<Simulation> {
  const reading = readLab(builtInLab(id)!.text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  return openSimulation(reading.definition);
}

const fault = (call: 'Start' | 'Stop', input: Record<string, unknown>) => ({
  call: `shardscope:${call}Fault`,
  input: { target: 'OrderProcessor', ...input },
});

/** Stops the writes and lets everything that is under way arrive, and the scan look once more. */
function settle(simulation: Simulation): void {
  simulation.submit({ call: 'shardscope:SetTraffic', input: { table: 'Orders', perSecond: 0 } });
  simulation.runUntil(instant(simulation.now + minutes(1)));
}

describe('the to-do T1001', () => {
  const before = { TodoID: 'T1001', Task: 'Task 1', DueDate: '2024-03-25', Status: 'In Progress' };
  const after = { ...before, Status: 'completed' };
  const typed = (item: Record<string, string>): AttributeMap =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name, { S: value }]));

  it('is one INSERT and one MODIFY, and no record when it is put again as it is', async () => {
    const simulation = await open('todos');
    simulation.runUntil(instant(minutes(1)));
    const { tables, streams } = report(simulation);
    expect(streams.Todos!.records).toEqual({ INSERT: 1, MODIFY: 1, REMOVE: 0 });
    expect(tables.Todos!.writes).toMatchObject({ put: 1, update: 1, noOp: 1 });
    const records = [0, 1].map((change) => streamRecord(simulation.world, change));
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY']);
    expect(records[1]!.dynamodb.Keys).toEqual({ TodoID: { S: 'T1001' } });
  });

  it.each([
    ['KEYS_ONLY', {}, {}],
    ['NEW_IMAGE', { NewImage: typed(before) }, { NewImage: typed(after) }],
    ['OLD_IMAGE', {}, { OldImage: typed(before) }],
    [
      'NEW_AND_OLD_IMAGES',
      { NewImage: typed(before) },
      { NewImage: typed(after), OldImage: typed(before) },
    ],
  ] as const)('shows these images under %s', async (viewType, inserted, modified) => {
    const simulation = await open('todos');
    simulation.runUntil(instant(minutes(1)));
    expect(imagesOf(simulation.world, 0, viewType)).toEqual(inserted);
    expect(imagesOf(simulation.world, 1, viewType)).toEqual(modified);
  });
});

describe('orders', () => {
  it('are indexed in order, item by item, though other items overtake them', async () => {
    const simulation = await open('orders');
    simulation.runUntil(instant(minutes(10)));
    const { effects, changes } = simulation.world;
    const lastOfItem = new Map<number, number>();
    let overtaken = 0;
    let latest = -1;
    for (let row = 0; row < effects.change.length; row++) {
      if (effects.target.get(row) !== 0) continue;
      const change = effects.change.get(row);
      const item = changes.item.get(change);
      expect(change).toBeGreaterThan(lastOfItem.get(item) ?? -1);
      lastOfItem.set(item, change);
      if (change < latest) overtaken++;
      latest = Math.max(latest, change);
    }
    expect(overtaken).toBeGreaterThan(0);
    simulation.submit({
      call: 'shardscope:SetTraffic',
      input: { table: 'Orders', perSecond: 0 },
    });
    simulation.runUntil(instant(minutes(11)));
    const { consumers, targets } = report(simulation);
    expect(consumers.OrderProcessor!.orderViolations).toBe(0);
    expect(targets.ProductIndex!.diverged).toBe(0);
  });

  it('that were there before the stream are in no record', async () => {
    const simulation = await open('orders');
    simulation.runUntil(instant(minutes(10)));
    const { changes, items } = simulation.world;
    const changed = new Set<string>();
    for (let row = 0; row < changes.item.length; row++) {
      changed.add(items.label.get(changes.item.get(row)));
    }
    const labels = Array.from({ length: items.label.length }, (_, row) => items.label.get(row));
    expect(labels.filter((label) => label.startsWith('archive#'))).toHaveLength(12);
    expect([...changed].filter((label) => label.startsWith('archive#'))).toEqual([]);
  });

  it('are mailed twice after a crash behind the effect, and the index is right all the same', async () => {
    const simulation = await open('orders');
    simulation.runUntil(instant(seconds(30)));
    simulation.submit(fault('Start', { kind: 'CrashAfterEffect', probability: 1 }));
    simulation.runUntil(instant(seconds(60)));
    simulation.submit(fault('Stop', { kind: 'CrashAfterEffect' }));
    simulation.runUntil(instant(minutes(10)));
    settle(simulation);
    const { targets, consumers } = report(simulation);
    expect(targets.Confirmations!.repeatedEffects).toBeGreaterThan(0);
    expect(targets.Confirmations!.size).toBe(
      consumers.OrderProcessor!.records.succeeded + targets.Confirmations!.repeatedEffects,
    );
    expect(targets.ProductIndex!.diverged).toBe(0);
  });
});

describe('a poisoned order', () => {
  /** The shards with something to read that the consumer has not got past. */
  const blocked = ({ world }: Simulation): number[] =>
    world.state.consumers
      .filter(({ phase }) => phase === 'backingOff' || phase === 'invoking')
      .filter(({ attempts }) => attempts > 1)
      .map(({ shard }) => shard);

  const poisoned = async () => {
    const simulation = await open('orders');
    simulation.runUntil(instant(seconds(30)));
    const { changes, items } = simulation.world;
    const item = changes.item.get(changes.item.length - 1);
    const match = items.keys.get(item);
    simulation.submit(fault('Start', { kind: 'Poison', match }));
    return { simulation, match, item };
  };

  it('blocks its shard and that shard’s descendants, and no other', async () => {
    const { simulation, item } = await poisoned();
    simulation.runUntil(instant(hours(6)));
    const { world } = simulation;
    const stuck = blocked(simulation);
    expect(stuck).toHaveLength(1);
    const [shard] = stuck;
    const consumer = world.state.consumers.find((one) => one.shard === shard)!;
    expect(world.changes.item.get(changeOf(world, shard!, consumer.checkpoint))).toBe(item);
    const waiting = world.state.consumers.filter(({ phase }) => phase === 'waitingForParent');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { shard: child } of waiting) expect(ancestors(world, child)).toContain(shard);
    const { latencyMs, records } = report(simulation).consumers.OrderProcessor!;
    expect(records.pending).toBeGreaterThan(1_000);
    expect(latencyMs.p50).toBeLessThan(5_000);
  });

  it('lets its shard go on when it is healed', async () => {
    const { simulation, match } = await poisoned();
    simulation.runUntil(instant(minutes(5)));
    expect(blocked(simulation)).toHaveLength(1);
    simulation.submit(fault('Stop', { kind: 'Poison', match }));
    simulation.runUntil(instant(minutes(10)));
    expect(blocked(simulation)).toHaveLength(0);
    const { records } = report(simulation).consumers.OrderProcessor!;
    expect(records.expired).toBe(0);
    expect(records.pending).toBeLessThan(20);
    expect(report(simulation).targets.ProductIndex!.lostEffects).toBe(0);
  });

  it('is left behind when its records expire at 24 h; then the shard moves on', async () => {
    const { simulation } = await poisoned();
    simulation.submit({ call: 'shardscope:SetTraffic', input: { table: 'Orders', perSecond: 0 } });
    simulation.runUntil(instant(hours(23)));
    expect(blocked(simulation)).toHaveLength(1);
    expect(report(simulation).consumers.OrderProcessor!.records.expired).toBe(0);
    simulation.runUntil(instant(hours(25)));
    expect(blocked(simulation)).toHaveLength(0);
    const { records } = report(simulation).consumers.OrderProcessor!;
    expect(records.expired).toBeGreaterThan(0);
    expect(records.pending).toBe(0);
  });

  function ancestors(world: Simulation['world'], shard: number): number[] {
    const { parent } = world.state.shards[shard]!;
    return parent < 0 ? [] : [parent, ...ancestors(world, parent)];
  }
});

it('Kinesis repeats a record and swaps a pair while the stream does neither', async () => {
  const simulation = await open('kinesis');
  simulation.runUntil(instant(minutes(5)));
  settle(simulation);
  const { kinesisStreams, consumers, targets } = report(simulation);
  expect(kinesisStreams.Changes!.duplicates).toBeGreaterThan(0);
  expect(kinesisStreams.Changes!.outOfOrder).toBeGreaterThan(0);
  expect(consumers.StreamIndexer!.records.duplicates).toBe(0);
  expect(consumers.StreamIndexer!.orderViolations).toBe(0);
  expect(targets.FromStream!.diverged).toBe(0);
});

it('the polling scan misses every delete and collapsed update, never sees T1001, and pays for it', async () => {
  const simulation = await open('orders');
  simulation.runUntil(instant(minutes(10)));
  settle(simulation);
  const { pollers, streams, cost } = report(simulation);
  const { seen, missed, pending, rru, polls } = pollers.ThirtySecondScan!;
  const { INSERT, MODIFY, REMOVE } = streams.Orders!.records;
  expect(missed.deletes).toBe(REMOVE);
  expect(missed.collapsed).toBeGreaterThan(0);
  expect(missed.noWatermark).toBe(1);
  expect(
    seen + missed.deletes + missed.collapsed + missed.race + missed.noWatermark + pending,
  ).toBe(INSERT + MODIFY + REMOVE);
  expect(polls).toBeGreaterThanOrEqual(19);
  expect(rru).toBeGreaterThan(0);
  const reads = cost.lines.find((line) => line.unit === 'read request unit')!;
  expect(reads.quantity).toBe(rru);
  expect(reads.usd).toBeGreaterThan(0);
});
