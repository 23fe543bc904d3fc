import { describe, expect, it } from 'vitest';
import type {
  Command,
  EventSourceMappingDefinition,
  SimulationDefinition,
} from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import { DiscardReason } from '../../kernel/journal.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  someTraffic,
  startFault,
} from '../../testing/definitions.ts';
import type { World } from '../../world.ts';
import { recordsOfInvocation } from './batch.ts';

const item = (id: string, more = {}) => ({ id: { S: id }, ...more });
const poison = (id: string): Command =>
  startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: id } } });

type Mapping = Partial<EventSourceMappingDefinition>;

const lab = (mapping: Mapping = {}, more: Partial<SimulationDefinition> = {}) =>
  aDefinition({
    tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 900 } })],
    functions: [aFunction()],
    eventSourceMappings: [aMapping(mapping)],
    ...more,
  });

async function run(definition: SimulationDefinition, calls: [number, Command][], until: number) {
  const simulation = await openSimulation(definition);
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

/** Labels of the items in each invocation that began, in order. */
const invocations = (world: World) =>
  entriesOf(world, Entry.invocationStarted).map(({ a }) => {
    const { shard } = world.state.consumers[world.invocations.consumer.get(a)]!;
    return recordsOfInvocation(world, a).map((ordinal) =>
      world.items.label.get(world.changes.item.get(world.shardRecords[shard]!.get(ordinal))),
    );
  });

/** Eight items in one batch, the fifth of them poisoned. */
const eight: [number, Command][] = [
  [0, poison('i5')],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [number, Command] => [n, put(item(`i${n}`))]),
];
const inOneBatch = { maximumBatchingWindowMs: 20_000, batchSize: 8 };

describe('bisect', () => {
  it('[E29] splits until the poisoned record stands alone, and counts no split as an attempt', async () => {
    const mapping = { ...inOneBatch, bisectBatchOnFunctionError: true, maximumRetryAttempts: 1 };
    const world = await run(lab(mapping), eight, 120);
    const { meters } = world.state.mappings[0]!;
    expect(invocations(world).map((batch) => batch.join(' '))).toEqual([
      'i1 i2 i3 i4 i5 i6 i7 i8',
      'i1 i2 i3 i4',
      'i5 i6 i7 i8',
      'i5 i6',
      'i5',
      'i5',
      'i6',
      'i7 i8',
    ]);
    expect([meters.bisects, meters.discarded, meters.succeeded]).toEqual([3, 1, 7]);
  });

  it('[E5] without it gives up the whole batch', async () => {
    const world = await run(lab({ ...inOneBatch, maximumRetryAttempts: 1 }), eight, 120);
    expect(world.state.mappings[0]!.meters.discarded).toBe(8);
    expect(invocations(world)).toHaveLength(2);
  });
});

describe('partial failure', () => {
  const partial = { ...inOneBatch, reportBatchItemFailures: true };

  it('[E30] moves the checkpoint to the lowest failure; the rest has attempts of its own', async () => {
    const world = await run(lab({ ...partial, maximumRetryAttempts: 3 }), eight, 240);
    const { meters } = world.state.mappings[0]!;
    expect(invocations(world).map((batch) => batch.join(' '))).toEqual([
      'i1 i2 i3 i4 i5 i6 i7 i8',
      'i5 i6 i7 i8',
      'i5 i6 i7 i8',
      'i5 i6 i7 i8',
      'i5 i6 i7 i8',
    ]);
    expect([meters.partial, meters.succeeded, meters.discarded]).toEqual([5, 4, 4]);
  });
});

describe('on-failure documents', () => {
  it('[E26] tell of what was given up and after how many invocations', async () => {
    const mapping = { maximumRetryAttempts: 1, onFailureDestination: 'Failures' };
    const targets = [{ id: 'Failures', name: 'failures', kind: 'SQS' as const }];
    const world = await run(
      lab(mapping, { targets }),
      [
        [0, poison('a')],
        [1, put(item('a'))],
      ],
      30,
    );
    expect(world.onFailures.at.length).toBe(1);
    expect(world.onFailures.invokeCount.get(0)).toBe(2);
    expect(world.onFailures.reason.get(0)).toBe(DiscardReason.retryAttemptsExhausted);
    expect([world.state.mappings[0]!.meters.onFailure, world.state.targets[0]!.size]).toEqual([
      1, 1,
    ]);
  });
});

describe('parallel lanes', () => {
  const parallel = lab(
    { parallelizationFactor: 3, batchSize: 5 },
    {
      functions: [aFunction({ durationMs: { p50: 700, p99: 1_500 } })],
      traffic: [someTraffic({ perSecond: 8 })],
    },
  );

  it('[E27] run at once, keep each item in one of them and in order, and pass each change once', async () => {
    const world = await run(parallel, [], 120);
    let running = 0;
    let most = 0;
    for (const { kind } of entriesOf(world, Entry.batchSent, Entry.invocationSucceeded)) {
      running += kind === Entry.batchSent ? 1 : -1;
      most = Math.max(most, running);
    }
    expect(most).toBe(3);
    const { meters } = world.state.mappings[0]!;
    expect([meters.orderViolations, meters.received - meters.distinct]).toEqual([0, 0]);
    expect(meters.succeeded).toBeGreaterThan(400);
    const lanes = new Map<string, number>();
    const order = entriesOf(world, Entry.invocationStarted).map(({ a }) => a);
    invocations(world).forEach((labels, n) => {
      const { lane } = world.state.consumers[world.invocations.consumer.get(order[n]!)]!;
      for (const label of labels) {
        expect(lanes.get(label) ?? lane).toBe(lane);
        lanes.set(label, lane);
      }
    });
    expect(new Set(lanes.values()).size).toBe(3);
  });

  it('[E27] let the other lanes go on while one is blocked', async () => {
    const world = await run(parallel, [[2, poison('order#1')]], 120);
    const behind = world.state.consumers.map((c) => world.state.shards[0]!.count - c.checkpoint);
    expect(behind.filter((count) => count > 300)).toHaveLength(1);
    expect(behind.filter((count) => count < 100)).toHaveLength(2);
  });
});

describe('filters', () => {
  const removes = JSON.stringify({ eventName: ['REMOVE'] });

  it('[E28] drop records before the invocation, and the checkpoint passes them', async () => {
    const world = await run(lab({ filters: [removes] }, { traffic: [someTraffic()] }), [], 60);
    const { meters } = world.state.mappings[0]!;
    const removed = world.state.streams[0]!.records.REMOVE;
    expect(meters.received).toBeGreaterThan(10);
    expect(meters.received).toBeLessThanOrEqual(removed);
    expect(removed - meters.received).toBeLessThan(3);
    const [consumer] = world.state.consumers;
    expect(world.state.shards[0]!.count - consumer!.checkpoint).toBeLessThan(8);
    expect(meters.filtered + meters.succeeded).toBe(consumer!.checkpoint);
  });

  it('[E25] put each change into one place only', async () => {
    const mapping = { filters: [removes], maximumRetryAttempts: 0, parallelizationFactor: 2 };
    const traffic = [someTraffic({ mix: { insert: 30, modify: 20, remove: 50, noOp: 0 } })];
    const world = await run(lab(mapping, { traffic }), [[1, poison('order#7')]], 60);
    const { succeeded, filtered, discarded, expired } = world.state.mappings[0]!.meters;
    let pending = 0;
    for (let change = 0; change < world.changes.at.length; change++) {
      if ((world.deliveries[0]!.get(change) & 7) === 0) pending++;
    }
    expect(succeeded + filtered + discarded + expired + pending).toBe(world.changes.at.length);
    expect(discarded).toBeGreaterThan(0);
  });
});

describe('large batches', () => {
  it('[E31] of more than 1,000 records need several polls', async () => {
    const traffic = [someTraffic({ perSecond: 900, forMs: 4_000 })];
    const waits = lab({ batchSize: 2_500, maximumBatchingWindowMs: 6_000 }, { traffic });
    const sizes = (world: World) => invocations(world).map((batch) => batch.length);
    expect(Math.max(...sizes(await run(waits, [], 20)))).toBe(2_500);
    const without = sizes(await run(lab({ batchSize: 2_500 }, { traffic }), [], 20));
    expect(Math.max(...without)).toBeLessThanOrEqual(1_000);
  });
});

describe('concurrency', () => {
  it('[F7] of zero stops a function and uses up no attempt', async () => {
    const functions = [aFunction({ reservedConcurrency: 0 })];
    const world = await run(
      lab({ maximumRetryAttempts: 0 }, { functions }),
      [[1, put(item('a'))]],
      60,
    );
    const { meters } = world.state.mappings[0]!;
    expect([meters.started, meters.discarded]).toEqual([0, 0]);
    expect(meters.throttled).toBeGreaterThan(5);
  });

  const slow = { durationMs: { p50: 600, p99: 900 } };
  it.each<[string, Partial<SimulationDefinition>]>([
    ['one', { functions: [aFunction({ ...slow, reservedConcurrency: 1 })] }],
    [
      'an account’s last one, the others being reserved,',
      {
        accountConcurrency: 3,
        functions: [aFunction(slow), aFunction({ id: 'O', name: 'Other', reservedConcurrency: 2 })],
      },
    ],
  ])('[F7] of %s lets one shard in at a time', async (_, functions) => {
    const more = { ...functions, tables: [aTable()], traffic: [someTraffic()] };
    const world = await run(lab({}, more), [], 60);
    let running = 0;
    for (const { kind } of entriesOf(world, Entry.invocationStarted, Entry.invocationSucceeded)) {
      running += kind === Entry.invocationStarted ? 1 : -1;
      expect(running).toBeLessThanOrEqual(1);
    }
    expect(world.state.mappings[0]!.meters.throttled).toBeGreaterThan(5);
  });
});

describe('starting positions', () => {
  it('[E32] LATEST at the start of the lab reads all, for nothing was there before', async () => {
    const world = await run(lab({ startingPosition: 'LATEST' }), [[1, put(item('a'))]], 5);
    expect(world.state.mappings[0]!.meters.succeeded).toBe(1);
  });
});
