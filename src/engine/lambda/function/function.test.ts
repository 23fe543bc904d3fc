import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import { FailureReason } from '../../kernel/journal.ts';
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

const mail = { do: 'Notify', target: 'Mail', idempotency: 'None' } as const;
const index = { do: 'IndexDocuments', target: 'Index', idempotency: 'ExternalVersion' } as const;
const item = (id: string) => ({ id: { S: id } });

const lab = (fn = {}, more: Partial<SimulationDefinition> = {}) =>
  aDefinition({
    tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } })],
    functions: [aFunction({ effects: [index, mail], ...fn })],
    eventSourceMappings: [aMapping()],
    targets: [
      { id: 'Index', name: 'products', kind: 'OpenSearch' },
      { id: 'Mail', name: 'confirmations', kind: 'SES' },
    ],
    ...more,
  });

async function run(definition: SimulationDefinition, calls: [number, Command][], until: number) {
  const simulation = await openSimulation(definition);
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

const spans = (world: World) => {
  const ends = [Entry.invocationSucceeded, Entry.invocationFailed] as const;
  const started = new Map<number, number>();
  const found: number[] = [];
  for (const { kind, at, a } of entriesOf(world, Entry.invocationStarted, ...ends)) {
    if (kind === Entry.invocationStarted) started.set(a, at);
    else found.push((at - started.get(a)!) / 1_000);
  }
  return found;
};

describe('a function', () => {
  it('[F1] takes its median, and ten times as long when slowed', async () => {
    const fn = { durationMs: { p50: 50, p99: 50 } };
    const traffic = { traffic: [someTraffic({ perSecond: 1 })] };
    const usual = spans(await run(lab(fn, traffic), [], 100)).sort((a, b) => a - b);
    expect(Math.max(...usual)).toBeLessThanOrEqual(50);
    const slow = startFault({ kind: 'Slow', target: 'Processor', factor: 10 });
    const slowed = spans(await run(lab(fn, traffic), [[0, slow]], 100)).sort((a, b) => a - b);
    expect(Math.abs(slowed[20]! / usual[20]! - 10)).toBeLessThan(2);
  });

  it('[F2] starts cold once for each environment that it needs', async () => {
    const fn = { durationMs: { p50: 50, p99: 50 }, coldStartMs: 300 };
    const calls: [number, Command][] = [1, 5, 9].map((at) => [at, put(item(`k${at}`))]);
    const [first, ...others] = spans(await run(lab(fn), calls, 20));
    expect(first).toBeGreaterThan(300);
    for (const span of others) expect(span).toBeLessThanOrEqual(50);
  });

  it('[F3] carries its effects out in order, record by record', async () => {
    const calls: [number, Command][] = [
      [1, put(item('a'))],
      [1, put(item('b'))],
    ];
    const world = await run(lab(), calls, 5);
    const told = entriesOf(world, Entry.effectCompleted).map(({ b, c }) => [c, b]);
    const [one, two] = [told[0]![0], told[2]![0]];
    expect(told).toEqual([
      [one, 0],
      [one, 1],
      [two, 0],
      [two, 1],
    ]);
  });

  it('[F4] sends the mail twice when it crashes after it, while the document is right', async () => {
    const crash = { kind: 'CrashAfterEffect', target: 'Processor', probability: 1 };
    const only = lab({ effects: [index, mail] });
    const simulation = await openSimulation(only);
    simulation.submit(startFault(crash));
    simulation.submit(put(item('a')), atSeconds(1));
    while (simulation.world.state.mappings[0]!.meters.failed === 0) simulation.step();
    simulation.submit(stopFault(crash));
    simulation.runUntil(atSeconds(30));
    const { world } = simulation;
    const [index_, mail_] = world.state.targets;
    const failed = entriesOf(world, Entry.invocationFailed);
    expect(failed.map(({ c }) => c)).toEqual([FailureReason.crash]);
    expect(index_!.size).toBe(1);
    expect(world.state.mappings[0]!.meters.succeeded).toBe(1);
    expect(mail_!.size + index_!.staleEffects).toBeGreaterThanOrEqual(2);
  });

  it('[F4] repeats the effects of the records before a poisoned one at each attempt', async () => {
    const poison = { kind: 'Poison', target: 'Processor', match: { id: { S: 'b' } } };
    const calls: [number, Command][] = [
      [0, startFault(poison)],
      [1, put(item('a'))],
      [1, put(item('b'))],
    ];
    const world = await run(lab({}, {}), calls, 6);
    const { started } = world.state.mappings[0]!.meters;
    const order = world.items.label.get(world.changes.item.get(0));
    const mails = world.state.targets[1]!.size;
    expect(started).toBeGreaterThan(2);
    expect(mails).toBe(order === 'a' ? started : 0);
  });

  it('[F5] is cut off at its timeout, and what it has done stays done', async () => {
    const fn = { timeoutMs: 3_000, durationMs: { p50: 4_500, p99: 4_500 } };
    const world = await run(lab(fn), [[1, put(item('a'))]], 4.5);
    expect(spans(world)).toEqual([3_000]);
    expect(world.state.mappings[0]!.meters.timedOut).toBe(1);
    expect(world.state.targets[0]!.effects).toBe(1);
  });

  it('[F6] hangs until its timeout, or crashes before its first effect, and does nothing', async () => {
    for (const [kind, meter, span] of [
      ['Timeout', 'timedOut', 3_000],
      ['CrashBeforeEffect', 'failed', 0],
    ] as const) {
      const broken = startFault({ kind, target: 'Processor' });
      const calls: [number, Command][] = [
        [0, broken],
        [1, put(item('a'))],
        [20, stopFault({ kind, target: 'Processor' })],
      ];
      const world = await run(lab({ timeoutMs: 3_000 }), calls, 90);
      const { meters } = world.state.mappings[0]!;
      expect(meters[meter]).toBeGreaterThan(1);
      if (span > 0) expect(spans(world)[0]).toBe(span);
      expect(meters).toMatchObject({ succeeded: 1, duplicates: 0 });
      expect(world.state.targets.map(({ effects }) => effects)).toEqual([1, 1]);
    }
  });

  it('[F14] changes how long it takes and how its effects guard against repeats', async () => {
    const set = (input: Record<string, unknown>): Command => ({
      call: 'shardscope:SetFunction',
      input: { function: 'Processor', ...input },
    });
    const fn = { durationMs: { p50: 50, p99: 50 }, coldStartMs: 0, effects: [index, mail] };
    const guarded = [index, { ...mail, idempotency: 'ConditionalWrite' }];
    const wrong = [
      set({ durationMs: { p50: 5, p99: 4 } }),
      set({ coldStartMs: 900_001 }),
      set({ effects: [mail, index] }),
      set({ effects: [index, { ...mail, idempotency: 'Hope' }] }),
      set({ memory: 1 }),
      { call: 'shardscope:SetFunction', input: { function: 'Nobody' } },
    ];
    const calls: [number, Command][] = [
      [1, put(item('a'))],
      [4, set({ durationMs: { p50: 700, p99: 700 }, effects: guarded })],
      [5, put(item('b'))],
    ];
    const world = await run(lab(fn), calls, 20);
    const [first, second] = spans(world);
    expect(first).toBeLessThanOrEqual(50);
    expect(second).toBeGreaterThan(600);
    expect(world.state.functions[0]!.settings.effects).toEqual(guarded);
    const simulation = await openSimulation(lab(fn));
    for (const command of wrong) {
      expect(() => simulation.submit(command)).toThrow(/must be|is unknown|below p50|no function/);
    }
  });

  it('[F6] shows the same draws of everything else, whether broken or not', async () => {
    const traffic = { traffic: [someTraffic()] };
    const usual = await run(lab({}, traffic), [], 60);
    const fault = startFault({ kind: 'Error', target: 'Processor' });
    const broken = await run(lab({}, traffic), [[10, fault]], 60);
    const writes = (world: World) =>
      entriesOf(world, Entry.itemPut, Entry.itemDeleted).map(({ at, b }) => [at, b]);
    expect(writes(broken)).toEqual(writes(usual));
    expect(broken.state.targets[0]!.effects).toBeLessThan(usual.state.targets[0]!.effects);
  });
});
