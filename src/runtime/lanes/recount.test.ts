import { describe, expect, it } from 'vitest';
import type { Command } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import { aDefinition, put, remove } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { CALM } from '../../lab/lanes/laneDefinition.ts';
import { packCommands } from '../../projections/packedCommands.ts';
import { historyOf, PollerRecount, rankOf, toldRecount } from '../testing/recount.ts';
import { LaneRun } from './laneRun.ts';

const calmly = { clock: () => 0, breathe: () => Promise.resolve() };
const patient = { isOvertaken: () => false, tell: () => {} };
const START_MS = aDefinition().startAtMs;

/**
 * Writers with bad clocks, slow writers, deletes, marks, puts of what is there already, and items without
 * a stamp: a fixed list of commands, five a second.
 */
function script(): { at: number; command: Command }[] {
  let state = 12_345;
  const die = (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
  const last = new Map<string, Record<string, { S?: string; N?: string }>>();
  return Array.from({ length: 800 }, (_, i) => {
    const at = 500_000 + i * 200_000;
    const key = `k${die(24)}`;
    const what = die(20);
    const stampMs = START_MS + at / 1_000 + die(3_000) - 2_000 - (what === 1 ? 20_000 : 0);
    const item = {
      id: { S: key },
      n: { N: String(i) },
      touched: { N: String(stampMs + 1_500) },
      colour: { S: die(3) === 0 ? 'red' : 'blue' },
      ...(what !== 2 && { updated_at: { N: String(stampMs) } }),
      ...(what === 3 && { deleted: { S: 'yes' } }),
    };
    const held = last.get(key);
    if (what < 17 || held === undefined) last.set(key, item);
    if (what > 18 && held) return { at, command: put(held as never) };
    if (what > 16 && held) {
      last.delete(key);
      return { at, command: remove({ id: { S: key } }) };
    }
    last.set(key, item);
    return { at, command: put(item) };
  });
}

async function laneOf(word: string) {
  const commands = script();
  const definition = aDefinition({ seed: 3 });
  const setup = {
    log: { definition, commands: packCommands(commands), now: 0 },
    ...{ table: 'Orders', lanes: [word], shared: false },
    // Several pages of 1 MB.
    weather: { ...CALM, restMegabytes: 12 },
    prices: { region: 'us-east-1', edited: {} },
  };
  let world!: World;
  const run = await LaneRun.open(setup, async (own) => {
    const simulation = await openSimulation(own);
    world = simulation.world;
    return simulation;
  });
  // Long enough for two exports, where there are any.
  await run.goTo(word.includes('xport') ? 2_400e6 : 165e6, calmly, patient);
  const past = historyOf(
    world,
    commands.map(({ command }) => command),
  );
  return { ledger: run.frame(60e6).lanes[0]!.ledger, world, past };
}

describe('[W25] the ledger equals a recount from the command log', () => {
  for (const word of [
    ...['scan@7s', 'scan@15s~overlap.10s', 'scan@15s~keys', 'scan@15s~items'],
    ...['scan@15s~strong~segments.4', 'scan@15s~only.colour.red', 'scan@15s~by.touched~keys'],
    ...['export@1m', 'incrementalExport@15m'],
  ]) {
    it(`of ${word}`, async () => {
      const { ledger, world, past } = await laneOf(word);
      expect(past).toHaveLength(world.changes.at.length);
      const recount = new PollerRecount(world, past);
      const { count, waiting, stale, delaysMs } = recount;
      expect(ledger).toMatchObject({ ...count, waiting, stale, changes: past.length });
      expect(delaysMs.length).toBeGreaterThan(20);
      expect(ledger.latencyP50Ms).toBe(rankOf(delaysMs, 50));
      expect(ledger.latencyP99Ms).toBe(rankOf(delaysMs, 99));
    });
  }

  it('[W27] and each kind of loss is there to be counted', async () => {
    const { ledger } = await laneOf('scan@7s');
    const { missedDeletes, missedCollapsed, missedRace, missedNoWatermark, torn } = ledger;
    const kinds = [missedDeletes, missedCollapsed, missedRace, missedNoWatermark, torn];
    for (const kind of kinds) expect(kind).toBeGreaterThan(0);
  });

  for (const word of ['stream', 'pipe', 'kinesis']) {
    it(`of ${word}`, async () => {
      const { ledger, world, past } = await laneOf(word);
      const { count, stale, delaysMs } = toldRecount(world, past);
      expect(ledger).toMatchObject({ ...count, stale, lost: 0, missedDeletes: 0 });
      expect(ledger.seen + ledger.waiting).toBe(past.length);
      expect(ledger.latencyP50Ms).toBe(rankOf(delaysMs, 50));
      if (word === 'kinesis') expect(count.repeated + count.outOfOrder).toBeGreaterThan(0);
    });
  }
});
