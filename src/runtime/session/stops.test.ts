import { expect, it } from 'vitest';
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import type { Instant } from '../../engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  someTraffic,
} from '../../engine/testing/definitions.ts';
import { nextHit, type Watch } from '../../projections/timeline/watch.ts';
import type { Response } from '../messages.ts';
import { sessionBench } from '../testing/sessionBench.ts';

const fault = { target: 'Processor', factor: 1 };

/** Effects come again after crashes; later nothing succeeds for a while. */
const troubled: SimulationDefinition = aDefinition({
  functions: [aFunction({ effects: [{ do: 'Notify', target: 'Mail', idempotency: 'None' }] })],
  targets: [{ id: 'Mail', name: 'mail', kind: 'SES' }],
  eventSourceMappings: [aMapping({ batchSize: 5 })],
  traffic: [someTraffic({ perSecond: 2 })],
  faults: [
    { ...fault, kind: 'CrashAfterEffect', atMs: 5_000, forMs: 3_000, probability: 0.3 },
    { ...fault, kind: 'Error', atMs: 10_000, forMs: 20_000, probability: 1 },
  ],
});
const MINUTE = atSeconds(60);

/** A write every ten minutes, and nothing that comes through for a day. */
const forsaken: SimulationDefinition = aDefinition({
  functions: [aFunction()],
  eventSourceMappings: [aMapping()],
  traffic: [someTraffic({ perSecond: 1 / 600, mix: { insert: 1, modify: 0, remove: 0, noOp: 0 } })],
  faults: [{ ...fault, kind: 'Error', atMs: 0, probability: 1 }],
});
const OVER_A_DAY = atSeconds(24 * 3_600 + 900);

/** Where and why time has stopped or slowed down, until it comes to the end in steps of so many microseconds. */
async function stopsOf(
  { lab, end }: { lab: SimulationDefinition; end: Instant },
  step: number,
  { watches = [], slowDown = false }: { watches?: Watch[]; slowDown?: boolean },
) {
  const bench = sessionBench();
  await bench.open(lab);
  const breakpoints = watches.map((watch, id) => ({ id, watch }));
  await bench.reply({ do: 'watch', breakpoints, slowDown });
  const told: { at: number; breakpoint?: number }[] = [];
  for (let now = 0; now < end; ) {
    const heard = bench.responses.length;
    const frame = await bench.frame({ do: 'advance', to: Math.min(end, now + step) });
    const news = bench.responses
      .slice(heard)
      .filter((one): one is Extract<Response, { do: 'stopped' | 'eventful' }> =>
        ['stopped', 'eventful'].includes(one.do),
      );
    for (const { at, ...one } of news) {
      expect(frame.now).toBe(at);
      expect(frame.furthest).toBe(at);
      told.push({ at, ...('breakpoint' in one && { breakpoint: one.breakpoint }) });
    }
    now = frame.now;
  }
  return { told, digest: await bench.digest() };
}

async function straight({ lab, end }: { lab: SimulationDefinition; end: Instant }) {
  const simulation = await openSimulation(lab);
  simulation.runUntil(end);
  return simulation;
}

const TROUBLED = { lab: troubled, end: MINUTE };
const WATCHES: Watch[] = [
  { kind: 'duplicate' },
  { kind: 'delivered', table: -1, item: 'order#7' },
  { kind: 'iteratorAge', ms: 10_000 },
];

it.each([
  ...WATCHES.map((watch) => ({ watch, run: TROUBLED, steps: [atSeconds(2.7), MINUTE] })),
  {
    watch: { kind: 'expired' } as const,
    run: { lab: forsaken, end: OVER_A_DAY },
    steps: [OVER_A_DAY],
  },
])('[N7] time stops at every $watch.kind, however far it goes at once', async (given) => {
  const { watch, run, steps } = given;
  const { world } = await straight(run);
  const instants: number[] = [];
  for (let hit = nextHit(world, watch, 0, run.end); hit !== null; ) {
    instants.push(hit.at);
    hit = nextHit(world, watch, hit.at, run.end);
  }
  expect(instants.length).toBeGreaterThan(0);
  for (const step of steps) {
    const { told, digest } = await stopsOf(run, step, { watches: [watch] });
    expect(told.map(({ at }) => at)).toEqual(instants);
    expect(digest).toBe(world.journal.digest());
  }
});

it('[N7] of several breakpoints the first to happen stops time', async () => {
  const { told } = await stopsOf(TROUBLED, MINUTE, { watches: WATCHES });
  expect(new Set(told.map(({ breakpoint }) => breakpoint))).toEqual(new Set([0, 1, 2]));
  const instants = told.map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted((a, b) => a - b));
});

it('[N7] time slows down at the very instant of what happens, and not again within 2 s', async () => {
  const { world } = await straight(TROUBLED);
  const { told, digest } = await stopsOf(TROUBLED, MINUTE, { slowDown: true });
  expect(told[0]!.at).toBe(nextHit(world, { kind: 'notable' }, 0, MINUTE)!.at);
  expect(told.length).toBeGreaterThan(5);
  for (const [i, { at }] of told.slice(1).entries()) {
    expect(at - told[i]!.at).toBeGreaterThan(2e6);
  }
  expect(digest).toBe(world.journal.digest());
});
