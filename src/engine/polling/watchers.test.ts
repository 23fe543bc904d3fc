import { describe, expect, it, vi } from 'vitest';
import type { Command, PollerDefinition, SimulationDefinition } from '../definition.ts';
import { openSimulation } from '../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  put,
  remove,
  someTraffic,
} from '../testing/definitions.ts';

const START = 1_767_603_600_000;
const aScan = (more: Partial<PollerDefinition> = {}): PollerDefinition => ({
  id: 'Scan',
  table: 'Orders',
  everyMs: 30_000,
  watermark: 'updated_at',
  consistentRead: false,
  ...more,
});
const anExport = (kind: PollerDefinition['export'], everyMs = 900_000): PollerDefinition =>
  aScan({ id: 'Dump', watermark: '', everyMs, export: kind! });

const item = (id: string, second: number, more: Record<string, { S: string }> = {}) => ({
  id: { S: id },
  ...more,
  updated_at: { N: String(START + second * 1_000) },
});

async function run(more: Partial<SimulationDefinition>, calls: [number, Command][], until: number) {
  const simulation = await openSimulation(aDefinition(more));
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

/** Items that take a table over several pages. */
const largeItems = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: { S: `i${i}` },
    text: { S: 'x'.repeat(100_000) },
  }));

describe('scans', () => {
  it('[W3] an overlap finds what lost the race, and returns much again', async () => {
    const late: [number, Command][] = [
      [31, put(item('a', 31))],
      [40, put(item('b', 29))],
    ];
    const plain = await run({ pollers: [aScan()] }, late, 95);
    expect(plain.state.pollers[0]!.missed.race).toBe(1);
    const world = await run({ pollers: [aScan({ overlapMs: 20_000 })] }, late, 95);
    const { seen, repeated, missed } = world.state.pollers[0]!;
    expect([seen, missed.race]).toEqual([2, 0]);
    // The second poll looks back to 10 s; the third, from 40 s on, asks for neither again.
    expect(repeated).toBe(0);
    const wide = await run({ pollers: [aScan({ overlapMs: 40_000 })] }, late, 95);
    expect(wide.state.pollers[0]!.repeated).toBe(2);
  });

  it('[W5] a filter leaves items out, and each evaluated byte is paid for', async () => {
    const calls: [number, Command][] = [
      [1, put(item('a', 1, { status: { S: 'new' } }))],
      [2, put(item('b', 2, { status: { S: 'paid' } }))],
    ];
    const all = await run({ pollers: [aScan()] }, calls, 31);
    const some = await run({ pollers: [aScan({ filter: { status: { S: 'paid' } } })] }, calls, 31);
    expect(some.state.pollers[0]!.seen).toBe(1);
    expect(some.state.pollers[0]!.missed.filtered).toBe(1);
    expect(some.state.pollers[0]!.readUnits).toBe(all.state.pollers[0]!.readUnits);
  });

  it('[W6] keys held against the copy show deletes; what came and went leaves no trace', async () => {
    const calls: [number, Command][] = [
      [1, put(item('a', 1))],
      [40, remove({ id: { S: 'a' } })],
      [41, put(item('b', 41))],
      [42, remove({ id: { S: 'b' } })],
    ];
    const world = await run({ pollers: [aScan({ compare: 'Keys' })] }, calls, 65);
    const { seen, missed } = world.state.pollers[0]!;
    expect([seen, missed.deletes, missed.collapsed]).toEqual([2, 1, 1]);
    expect(world.copies[0]!.get(0)).toBe(0);
  });

  it('[W6] items held against the copy need no watermark', async () => {
    const calls: [number, Command][] = [
      [1, put({ id: { S: 'a' } })],
      [40, put(item('b', 3))],
    ];
    const world = await run({ pollers: [aScan({ compare: 'Items' })] }, calls, 65);
    const { seen, missed } = world.state.pollers[0]!;
    expect([seen, missed.race, missed.noWatermark]).toEqual([2, 0, 0]);
  });

  it('[W1] go through each change once for all pages, also when restored between two of them', async () => {
    const tables = [{ ...aDefinition().tables[0]!, items: largeItems(100) }];
    const pollers = [aScan()];
    const traffic = [someTraffic({ perSecond: 20 })];
    const simulation = await openSimulation(aDefinition({ tables, traffic, pollers }));
    const { world } = simulation;
    simulation.runUntil(atSeconds(30.05));
    const between = simulation.checkpoint();
    simulation.runUntil(atSeconds(65));
    const straight = world.journal.digest();
    simulation.restore(between);
    const hashes = vi.spyOn(world.items.hash, 'get');
    simulation.runUntil(atSeconds(31));
    const { pages, pagesRead } = between.parts.state.pollers[0]!;
    expect([pages, pagesRead]).toEqual([10, 2]);
    expect(hashes.mock.calls.length).toBeLessThan(2 * world.changes.at.length);
    hashes.mockRestore();
    simulation.runUntil(atSeconds(65));
    expect(world.journal.digest()).toBe(straight);
  });

  it('[W7] counts what a poll passed by while it returned something later', async () => {
    const tables = [{ ...aDefinition().tables[0]!, items: largeItems(200) }];
    const traffic = [
      someTraffic({ perSecond: 100, mix: { insert: 1, modify: 0, remove: 0, noOp: 0 } }),
    ];
    const world = await run({ tables, traffic, pollers: [aScan()] }, [], 100);
    const { torn, pages } = world.state.pollers[0]!;
    expect(pages).toBeGreaterThan(19);
    expect(torn).toBeGreaterThan(3);
    const small = await run({ traffic, pollers: [aScan()] }, [], 100);
    expect(small.state.pollers[0]!.torn).toBe(0);
  });

  it('[W8] pages that find no read units are refused and asked for again', async () => {
    const billing = { readCapacityUnits: 1, writeCapacityUnits: 10 };
    const tables = [{ ...aDefinition().tables[0]!, billing, items: largeItems(100) }];
    const world = await run({ tables, pollers: [aScan({ everyMs: 5_000 })] }, [], 3_600);
    const { throttled, polls, readUnits } = world.state.pollers[0]!;
    expect(throttled).toBeGreaterThan(100);
    expect(entriesOf(world, Entry.pageThrottled)).toHaveLength(throttled);
    // What a table of one unit a second has in an hour, its store, and at most a page on credit.
    expect(readUnits).toBeLessThanOrEqual(3_600 + 300 + 128);
    expect(polls).toBeGreaterThan(1);
  });

  it('[W9] segments read the same pages, side by side', async () => {
    const tables = [{ ...aDefinition().tables[0]!, items: largeItems(100) }];
    const spanOf = async (segments: number) => {
      const world = await run({ tables, pollers: [aScan({ segments })] }, [], 40);
      const [began] = entriesOf(world, Entry.pollStarted);
      const [ended] = entriesOf(world, Entry.pollEnded);
      const pages = entriesOf(world, Entry.pageScanned).map(({ c }) => c);
      expect(pages.toSorted((a, b) => a - b)).toEqual(pages.map((_, i) => i));
      return { span: ended!.at - began!.at, units: world.state.pollers[0]!.readUnits };
    };
    const [one, four] = [await spanOf(1), await spanOf(4)];
    expect(four.span).toBeLessThan(one.span / 2.5);
    expect(four.units).toBe(one.units);
  });
});

describe('what makes a watermark lie', () => {
  const busy = someTraffic({ perSecond: 50 });

  it('[W10] skewed clocks and slow commits lose races; the writes themselves stay the same', async () => {
    const runWith = (more: Partial<typeof busy>) =>
      run({ pollers: [aScan()], traffic: [{ ...busy, ...more }] }, [], 300);
    const true_ = await runWith({});
    const skewed = await runWith({ clockSkewMs: 2_000 });
    const slow = await runWith({ slowCommits: { share: 0.05, byMs: 10_000 } });
    const races = (world: typeof true_) => world.state.pollers[0]!.missed.race;
    expect(races(skewed)).toBeGreaterThan(races(true_) + 20);
    expect(races(slow)).toBeGreaterThan(races(true_) + 20);
    expect(skewed.writes.item.length).toBe(true_.writes.item.length);
  });

  it('[W10] marks instead of deletes are found, and the changes are as many', async () => {
    const plain = await run({ pollers: [aScan()], traffic: [busy] }, [], 300);
    const marked = await run(
      { pollers: [aScan({ softDelete: 'gone' })], traffic: [busy] },
      [],
      300,
    );
    expect(plain.state.pollers[0]!.missed.deletes).toBeGreaterThan(50);
    expect(marked.state.pollers[0]!.missed.deletes).toBe(0);
    expect(marked.changes.at.length).toBe(plain.changes.at.length);
    expect(marked.changes.item.get(500)).toBe(plain.changes.item.get(500));
    expect(marked.state.tables[0]!.writes.delete).toBe(0);
  });
});

describe('exports', () => {
  const calls: [number, Command][] = [
    [1, put(item('a', 1))],
    [2, put(item('a', 2, { n: { S: '2' } }))],
    [3, put(item('b', 3))],
    [4, remove({ id: { S: 'b' } })],
    [901, put(item('c', 901))],
  ];

  it('[W11] a full export shows what is there, an incremental one also what is gone', async () => {
    const full = await run({ pollers: [anExport('FULL_EXPORT')] }, calls, 1_400);
    expect(full.state.pollers[0]!.seen).toBe(1);
    expect(full.state.pollers[0]!.missed).toMatchObject({ deletes: 1, collapsed: 2 });
    const part = await run({ pollers: [anExport('INCREMENTAL_EXPORT')] }, calls, 1_400);
    expect(part.state.pollers[0]!.seen).toBe(2);
    expect(part.state.pollers[0]!.missed).toMatchObject({ deletes: 0, collapsed: 2 });
    // What was written after the export was asked for is not in it.
    expect(part.polled[0]!.get(4)).toBe(0);
  });

  it('[W12] an export takes minutes and no read units', async () => {
    const world = await run({ pollers: [anExport('FULL_EXPORT')] }, calls, 1_400);
    const [began] = entriesOf(world, Entry.pollStarted);
    const [ended] = entriesOf(world, Entry.pollEnded);
    const minutes = (ended!.at - began!.at) / 60e6;
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(7.1);
    expect(world.state.tables[0]!.readUnits).toBe(0);
  });

  it('[W13] is charged by size, an incremental one by changes and at least 10 MB', async () => {
    const tables = [{ ...aDefinition().tables[0]!, items: largeItems(100) }];
    const full = await run({ tables, pollers: [anExport('FULL_EXPORT')] }, [], 1_400);
    const { sizeBytes } = full.state.tables[0]!;
    expect(full.state.pollers[0]!.exportedBytes).toBe(sizeBytes + 100 * 100);
    const part = await run({ tables, pollers: [anExport('INCREMENTAL_EXPORT')] }, [], 1_400);
    expect(part.state.pollers[0]!.exportedBytes).toBe(10 * 1_048_576);
  });
});

it('[W14] a third mapping at a shard makes reads fail, and all of them later', async () => {
  const withMappings = (count: number) => {
    const ids = Array.from({ length: count }, (_, i) => `F${i}`);
    return run(
      {
        functions: ids.map((id) => aFunction({ id, name: id })),
        eventSourceMappings: ids.map((id) => aMapping({ id, function: id })),
        traffic: [someTraffic({ perSecond: 20, forMs: 60_000 })],
      },
      [],
      90,
    );
  };
  const refused = (world: Awaited<ReturnType<typeof run>>) =>
    world.state.mappings.map(({ meters }) => meters.readThrottles);
  expect(refused(await withMappings(2))).toEqual([0, 0]);
  const four = await withMappings(4);
  for (const count of refused(four)) expect(count).toBeGreaterThan(20);
  for (const { meters } of four.state.mappings)
    expect(meters.succeeded).toBe(four.changes.at.length);
});
