import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
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
  stopFault,
} from '../../testing/definitions.ts';
import type { World } from '../../world.ts';

const onePartition = aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } });
const item = (id: string, n = 0) => ({ id: { S: id }, n: { N: String(n) } });
const poison = (id: string) => ({ kind: 'Poison', target: 'Processor', match: { id: { S: id } } });

function lab(more: Partial<SimulationDefinition> = {}, mapping = {}, fn = {}) {
  return aDefinition({
    tables: [onePartition],
    functions: [aFunction({ ...fn })],
    eventSourceMappings: [aMapping(mapping)],
    ...more,
  });
}

async function run(definition: SimulationDefinition, calls: [number, Command][], until: number) {
  const simulation = await openSimulation(definition);
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation;
}

const batches = (world: World) =>
  entriesOf(world, Entry.batchSent).map(({ at, a }) => ({
    at: at / 1_000,
    count: world.invocations.to.get(a) - world.invocations.from.get(a),
    attempt: world.invocations.attempt.get(a),
  }));

describe('batches', () => {
  it('[E1] go out at once without a window', async () => {
    const { world } = await run(lab(), [[1, put(item('a'))]], 5);
    expect(batches(world)).toHaveLength(1);
    expect(batches(world)[0]!.at).toBeLessThan(1_000 + 45 + 120 + 251);
  });

  it('[E1] wait for the window, or until they are full', async () => {
    const windowed = lab({}, { maximumBatchingWindowMs: 5_000, batchSize: 3 });
    const two: [number, Command][] = [
      [1, put(item('a'))],
      [3, put(item('b'))],
    ];
    const waited = batches((await run(windowed, two, 20)).world);
    expect(waited.map((b) => b.count)).toEqual([2]);
    expect(waited[0]!.at).toBeGreaterThan(6_000);
    const full = batches((await run(windowed, [...two, [3.1, put(item('c'))]], 20)).world);
    expect(full.map((b) => b.count)).toEqual([3]);
    expect(full[0]!.at).toBeLessThan(3_600);
  });

  it('[E2] are looked for four times a second at each shard, on one grid', async () => {
    const { world } = await run(lab({ traffic: [someTraffic({ perSecond: 1 })] }), [], 60);
    const phases = batches(world).map(({ at }) => Math.round(at * 1_000) % 250_000);
    expect(new Set(phases).size).toBe(1);
    expect(phases.length).toBeGreaterThan(40);
  });

  it('[E3] are in flight one at a time per shard', async () => {
    const slow = { durationMs: { p50: 900, p99: 2_000 } };
    const { world } = await run(lab({ traffic: [someTraffic()] }, { batchSize: 5 }, slow), [], 120);
    let running = 0;
    const ends = [Entry.invocationSucceeded, Entry.invocationFailed] as const;
    for (const { kind } of entriesOf(world, Entry.batchSent, ...ends)) {
      running += kind === Entry.batchSent ? 1 : -1;
      expect(running === 0 || running === 1).toBe(true);
    }
  });
});

describe('failures', () => {
  it('[E5] the whole batch is tried again and its shard waits, other shards go on', async () => {
    const four = lab({ tables: [aTable()], traffic: [someTraffic()] }, { batchSize: 10 });
    const simulation = await openSimulation(four);
    simulation.runUntil(atSeconds(10));
    simulation.submit(startFault(poison('order#3')));
    simulation.runUntil(atSeconds(120));
    const { world } = simulation;
    const shard = world.changes.shard.get(0);
    const state = world.state;
    const poisoned = world.itemIndex.find(0, 'order#3');
    const stuck = state.consumers.filter((c) => c.phase === 'backingOff' || c.attempts > 1);
    expect(stuck).toHaveLength(1);
    const home = state.shards.findIndex((s, n) => {
      for (let c = 0; c < world.changes.at.length; c++) {
        if (world.changes.item.get(c) === poisoned) return world.changes.shard.get(c) === n;
      }
      return s === null;
    });
    expect(stuck[0]!.shard).toBe(home);
    expect(shard).toBeGreaterThanOrEqual(0);
    for (const consumer of state.consumers) {
      const waiting = state.shards[consumer.shard]!.count - consumer.checkpoint;
      if (consumer.shard === home) expect(waiting).toBeGreaterThan(50);
      else expect(waiting).toBeLessThan(8);
    }
    simulation.submit(stopFault({ kind: 'Poison', target: 'Processor' }));
    simulation.runUntil(atSeconds(260));
    for (const consumer of state.consumers) {
      expect(state.shards[consumer.shard]!.count - consumer.checkpoint).toBeLessThan(12);
    }
  });

  it('[E6] back off 1 s, 2 s, 4 s … up to a minute', async () => {
    const { world } = await run(
      lab(),
      [
        [0, startFault(poison('a'))],
        [1, put(item('a'))],
      ],
      400,
    );
    const waits = entriesOf(world, Entry.retryScheduled).map(({ d }) => d);
    expect(waits.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('[E7] are given up after the retries that are allowed, and the shard moves on', async () => {
    const calls: [number, Command][] = [
      [0, startFault(poison('a'))],
      [1, put(item('a'))],
      [2, put(item('b'))],
    ];
    const { world } = await run(lab({}, { maximumRetryAttempts: 2 }), calls, 60);
    const { meters } = world.state.mappings[0]!;
    expect([meters.started, meters.discarded, meters.succeeded, meters.retries]).toEqual([
      4, 1, 1, 2,
    ]);
    expect(batches(world).map((b) => b.attempt)).toEqual([1, 2, 3, 1]);
  });

  it('[E7] are given up when the record has grown too old', async () => {
    const calls: [number, Command][] = [
      [0, startFault(poison('a'))],
      [1, put(item('a'))],
    ];
    const { world } = await run(lab({}, { maximumRecordAgeMs: 60_000 }), calls, 200);
    const [given] = entriesOf(world, Entry.recordsDiscarded);
    expect(given!.d).toBe(2);
    expect(given!.at / 1e6).toBeGreaterThan(61);
    expect(given!.at / 1e6).toBeLessThan(130);
  });

  it('[E8] block the shard and its descendants until the records expire at 24 h', async () => {
    const calls: [number, Command][] = [
      [0, startFault(poison('a'))],
      [1, put(item('a'))],
      [20_000, put(item('b'))],
    ];
    const simulation = await run(lab(), calls, 86_000);
    const { state } = simulation.world;
    expect(state.mappings[0]!.meters.distinct).toBe(1);
    expect(state.shards.length).toBeGreaterThan(4);
    const phases = state.consumers.map((c) => c.phase);
    expect(phases.slice(1).every((phase) => phase === 'waitingForParent')).toBe(true);
    simulation.runUntil(atSeconds(86_600));
    const { meters } = state.mappings[0]!;
    expect([meters.expired, meters.succeeded]).toEqual([1, 1]);
  });

  it('[E9] by throttling use up no attempt', async () => {
    const throttle = { kind: 'Throttle', target: 'Processor' };
    const calls: [number, Command][] = [
      [0, startFault(throttle)],
      [1, put(item('a'))],
      [30, stopFault(throttle)],
    ];
    const { world } = await run(lab({}, { maximumRetryAttempts: 0 }), calls, 60);
    const { meters } = world.state.mappings[0]!;
    expect([meters.succeeded, meters.discarded, meters.started]).toEqual([1, 0, 1]);
    expect(meters.throttled).toBeGreaterThan(5);
  });
});

describe('shards', () => {
  it('[E4] are read after their parents', async () => {
    const slow = { durationMs: { p50: 2_000, p99: 2_900 } };
    const behind = lab({ traffic: [someTraffic({ perSecond: 2 })] }, { batchSize: 1 }, slow);
    const { world } = await run(behind, [], 20_000);
    const drained = new Set<number>();
    for (const { kind, b } of entriesOf(world, Entry.consumerStarted, Entry.shardDrained)) {
      if (kind === Entry.shardDrained) drained.add(b);
      else {
        const { parent } = world.state.shards[b]!;
        if (parent >= 0) expect(drained.has(parent)).toBe(true);
      }
    }
    expect(world.state.consumers.some((c) => c.phase === 'waitingForParent')).toBe(true);
  });
});

describe('settings', () => {
  it('[E10] outside of the ranges are refused and nothing changes', async () => {
    const simulation = await openSimulation(lab());
    const update = (input: Record<string, unknown>): Command => ({
      call: 'lambda:UpdateEventSourceMapping',
      input: { UUID: 'Processor', ...input },
    });
    expect(() => simulation.submit(update({ BatchSize: 10_001 }))).toThrow(/from 1 to 10000/);
    expect(() => simulation.submit(update({ MaximumRecordAgeInSeconds: 59 }))).toThrow(/60/);
    expect(simulation.world.state.mappings[0]!.batchSize).toBe(100);
    simulation.submit(update({ BatchSize: 7, MaximumRecordAgeInSeconds: 60 }));
    simulation.runUntil(atSeconds(10));
    const { batchSize, maximumRecordAgeMs } = simulation.world.state.mappings[0]!;
    expect([batchSize, maximumRecordAgeMs]).toEqual([7, 60_000]);
  });
});
