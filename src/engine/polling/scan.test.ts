import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../definition.ts';
import { openSimulation } from '../index.ts';
import { MissReason } from '../kernel/journal.ts';
import {
  aDefinition,
  atSeconds,
  Entry,
  entriesOf,
  put,
  remove,
  someTraffic,
} from '../testing/definitions.ts';

const START = 1_767_603_600_000;
const poller = {
  id: 'Scan',
  table: 'Orders',
  everyMs: 30_000,
  watermark: 'updated_at',
  consistentRead: false,
};
const lab = (more: Partial<SimulationDefinition> = {}) =>
  aDefinition({ pollers: [poller], ...more });
const item = (id: string, second: number, n = 0) => ({
  id: { S: id },
  n: { N: String(n) },
  updated_at: { N: String(START + second * 1_000) },
});

async function run(definition: SimulationDefinition, calls: [number, Command][], until: number) {
  const simulation = await openSimulation(definition);
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

describe('the polling scan', () => {
  it('[W4] sees the last state, and misses deletes, collapsed updates and items without a watermark', async () => {
    const world = await run(
      lab(),
      [
        [1, put(item('a', 1))],
        [2, put(item('a', 2, 1))],
        [3, put(item('b', 3))],
        [4, remove({ id: { S: 'b' } })],
        [5, put({ id: { S: 'T1001' } })],
      ],
      40,
    );
    const [state] = world.state.pollers;
    expect(state!.seen).toBe(1);
    expect(state!.missed).toEqual({
      ...{ collapsed: 2, deletes: 1, race: 0 },
      ...{ noWatermark: 1, filtered: 0 },
    });
  });

  it('[W4] loses a write that was stamped before the poll and committed after it', async () => {
    // The call leaves just before 30 s, and reaches the table when the page has been read.
    const late = item('a', 29);
    const world = await run(lab(), [[40, put(late)]], 65);
    expect(world.state.pollers[0]!.missed.race).toBe(1);
    const [missed] = entriesOf(world, Entry.changeMissed);
    expect(missed!.d).toBe(MissReason.race);
  });

  it('[W3] returns an image again when its watermark lies after the start of the poll', async () => {
    const world = await run(lab(), [[5, put(item('a', 45))]], 100);
    const [state] = world.state.pollers;
    expect([state!.seen, state!.repeated]).toEqual([1, 1]);
  });

  it('[W2] pays for what it evaluates, half when eventually consistent', async () => {
    const held = Array.from({ length: 10 }, (_, i) => ({
      id: { S: `i${i}` },
      text: { S: 'x'.repeat(5_000) },
    }));
    const tables = [{ ...lab().tables[0]!, items: held }];
    const units = async (consistentRead: boolean) =>
      (await run(lab({ tables, pollers: [{ ...poller, consistentRead }] }), [], 31)).state
        .pollers[0]!.readUnits;
    expect(await units(true)).toBe(13);
    expect(await units(false)).toBe(6.5);
  });

  it('[W1] reads a table of several megabytes page by page', async () => {
    const held = Array.from({ length: 30 }, (_, i) => ({
      id: { S: `i${i}` },
      text: { S: 'x'.repeat(100_000) },
    }));
    const world = await run(lab({ tables: [{ ...lab().tables[0]!, items: held }] }), [], 31);
    const pages = entriesOf(world, Entry.pageScanned);
    expect(pages.map(({ c }) => c)).toEqual([0, 1, 2]);
    expect(pages.reduce((sum, { d }) => sum + d, 0)).toBe(30);
  });

  it('[W4] puts each change into exactly one place', async () => {
    const world = await run(lab({ traffic: [someTraffic()] }), [], 601);
    const { seen, missed, firstUndecided } = world.state.pollers[0]!;
    const { collapsed, deletes, race, noWatermark } = missed;
    let pending = 0;
    for (let change = firstUndecided; change < world.changes.at.length; change++) {
      if (world.polled[0]!.get(change) === 0) pending++;
    }
    expect(seen + collapsed + deletes + race + noWatermark + pending).toBe(world.changes.at.length);
    expect(world.polled[0]!.get(0)).not.toBe(0);
    expect(noWatermark).toBe(0);
    expect(collapsed).toBeGreaterThan(100);
  });
});
