import { describe, expect, it } from 'vitest';
import type { PollerDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import { MissReason } from '../../engine/kernel/journal.ts';
import { PRICES } from '../../engine/prices.ts';
import { aDefinition, atSeconds, someTraffic } from '../../engine/testing/definitions.ts';
import { COMMON_LANES, makeLane } from '../../lab/lanes/lane.ts';
import { LaneFold } from '../lanes/laneFold.ts';
import { totalUsd } from './costLine.ts';
import { kinesisDelays, streamDelays } from './delayModel.ts';
import { lastBeforeLook } from './lookModel.ts';
import { isSimulated, type MyTable, partitionsOf } from './myTable.ts';
import { scanUnits, wayModel } from './wayModel.ts';

const KEYS = 5;
const SEEDS = 100;
const EVERY_S = 20;
const POLLS = 10;
/** Each source writes once at the very beginning: what the first poll sees is not counted. */
const FROM_US = EVERY_S * 1e6 + 100_000;
const UNTIL_US = EVERY_S * (POLLS + 1) * 1e6;
const COLLAPSED = 1 + MissReason.collapsed;

const scan: PollerDefinition = {
  id: 'Scan',
  table: 'Orders',
  everyMs: EVERY_S * 1_000,
  watermark: 'updated_at',
  consistentRead: false,
};

/** Poisson writes to a few keys, each at the same rate, looked at by a scan. */
async function oneRun(seed: number, rate: number, removeShare: number) {
  const traffic = Array.from({ length: KEYS }, (_, i) =>
    someTraffic({
      perSecond: rate,
      arrival: 'Poisson',
      keys: { ...someTraffic().keys, prefix: `k${i}#` },
      mix: { insert: 0, modify: 1 - removeShare, remove: removeShare, noOp: 0 },
    }),
  );
  const simulation = await openSimulation(aDefinition({ seed, traffic, pollers: [scan] }));
  const fold = new LaneFold(simulation.world, { poller: 0 });
  simulation.runUntil(atSeconds(EVERY_S * (POLLS + 1) + 1));
  fold.follow();
  const { state, changes } = simulation.world;
  const delays: number[] = [];
  let collapsed = 0;
  for (let change = 0; change < changes.at.length; change++) {
    const at = changes.at.get(change);
    if (at < FROM_US || at > UNTIL_US) continue;
    if (fold.fateOf(change) === COLLAPSED) collapsed++;
    const arrived = fold.arrivalOf(change);
    if (arrived >= 0) delays.push((arrived - at) / 1e6);
  }
  return { deletes: state.pollers[0]!.missed.deletes, collapsed, delays };
}

/** The mean of all samples of all seeds, and its standard error from seed to seed. */
function pooledMean(samples: readonly (readonly number[])[]) {
  const sums = samples.map((of) => of.reduce((sum, value) => sum + value, 0));
  const count = samples.reduce((sum, of) => sum + of.length, 0);
  const mean = sums.reduce((sum, value) => sum + value, 0) / count;
  const squares = samples.reduce((sum, of, i) => sum + (sums[i]! - mean * of.length) ** 2, 0);
  return { mean, error: Math.sqrt(squares) / count };
}

/** The mean over seeds, and its standard error. */
function meanOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('[W31] formulas beside 100 seeds', () => {
  for (const rate of [0.02, 0.1, 0.5]) {
    it(`expects as many collapsed updates and the same delay at ${rate} writes a second and key`, async () => {
      const runs = await Promise.all(
        Array.from({ length: SEEDS }, (_, seed) => oneRun(seed + 1, rate, 0)),
      );
      const expected = lastBeforeLook(rate, EVERY_S);
      const collapsed = meanOf(runs.map((run) => run.collapsed / POLLS));
      const wanted = KEYS * (rate - expected.perSecond) * EVERY_S;
      expect(Math.abs(collapsed.mean - wanted)).toBeLessThan(4 * collapsed.error);
      const delays = pooledMean(runs.map((run) => run.delays));
      expect(Math.abs(delays.mean - expected.meanAge)).toBeLessThan(4 * delays.error);
      expect(delays.error).toBeLessThan(expected.meanAge / 20);
    });
  }

  it('expects each delete to be missed', async () => {
    const runs = await Promise.all(
      Array.from({ length: SEEDS }, (_, seed) => oneRun(seed + 1, 0.2, 0.3)),
    );
    for (const run of runs) expect(run.deletes).toBeGreaterThan(0);
    const table: MyTable = {
      ...{
        items: KEYS,
        bytes: 500,
        activeItems: KEYS,
        changesPerSecond: 1,
        deleteShare: 0.25,
        changeShare: 1,
      },
    };
    const { missed } = wayModel(table, makeLane('scan', { everyMs: EVERY_S * 1_000 }), PRICES);
    expect(missed.deletes).toBeCloseTo(900, 6);
  });
});

describe('[W31] the cost of a scan', () => {
  it('is what the engine charges, page by page', async () => {
    for (const [count, isConsistent] of [
      [0, false],
      [3, false],
      [11, true],
      [37, false],
    ] as const) {
      const items = Array.from({ length: count }, (_, i) => ({
        id: { S: `i${i}` },
        text: { S: 'x'.repeat(90_000) },
      }));
      const tables = [{ ...aDefinition().tables[0]!, items }];
      const pollers = [{ ...scan, consistentRead: isConsistent }];
      const { world, ...simulation } = await openSimulation(aDefinition({ tables, pollers })).then(
        (opened) => ({ world: opened.world, run: () => opened.runUntil(atSeconds(25)) }),
      );
      simulation.run();
      const { pages, readUnits } = world.state.pollers[0]!;
      expect(scanUnits(world.state.tables[0]!.sizeBytes, pages, isConsistent)).toBe(readUnits);
    }
  });

  it('of a gibibyte is 131,072 units; each minute for 30 days $708', () => {
    const table = {
      items: 1e6,
      bytes: 2 ** 30,
      activeItems: 10,
      changesPerSecond: 0.1,
      deleteShare: 0,
      changeShare: 1,
    };
    const model = wayModel(table, makeLane('scan', { everyMs: 60_000 }), PRICES);
    expect(scanUnits(2 ** 30, 1_024, false)).toBe(131_072);
    // A scan of 1,024 pages takes 44 s, less than its interval.
    expect(totalUsd(model.cost) * 720).toBeCloseTo(707.8, 0);
    expect(scanUnits(2 ** 30, 1_024, true)).toBe(262_144);
  });
});

describe('[W31] delays of who is told', () => {
  it('are those that the lanes show', () => {
    expect(streamDelays().delay.meanMs).toBeGreaterThan(250);
    expect(streamDelays().delay.meanMs).toBeLessThan(330);
    expect(streamDelays().delay.p99Ms).toBeLessThan(600);
    expect(kinesisDelays().delay.p50Ms).toBeGreaterThan(600);
    expect(kinesisDelays().delay.p50Ms).toBeLessThan(850);
  });
});

describe('[W32] tables beyond any simulation', () => {
  const sizes: MyTable[] = [
    {
      items: 1,
      bytes: 100,
      activeItems: 1,
      changesPerSecond: 1 / 3_600,
      deleteShare: 0,
      changeShare: 1,
    },
    {
      items: 5e10,
      bytes: 10 * 2 ** 40,
      activeItems: 1e9,
      changesPerSecond: 1e6,
      deleteShare: 0.01,
      changeShare: 1,
    },
  ];

  it('from one item to 10 TB and a million writes a second give finite figures', () => {
    expect(sizes.map(isSimulated)).toEqual([true, false]);
    for (const table of sizes) {
      for (const lane of COMMON_LANES) {
        const model = wayModel(table, lane, PRICES);
        const figures = [model.delay.meanMs, model.delay.p99Ms, model.behind, totalUsd(model.cost)];
        for (const figure of [...figures, ...Object.values(model.missed)]) {
          expect(Number.isFinite(figure) && figure >= 0).toBe(true);
        }
      }
    }
    expect(partitionsOf(sizes[1]!)).toBe(1_024);
  });

  it('500 GB with 1,000 changed rows an hour cost a scan thousands and a stream cents', () => {
    const table = {
      ...{ items: 5e8, bytes: 500 * 2 ** 30, activeItems: 1e6 },
      ...{ changesPerSecond: 1_000 / 3_600, deleteShare: 0.05, changeShare: 1 },
    };
    const month = (way: 'stream' | 'scan' | 'export', everyMs?: number) =>
      totalUsd(wayModel(table, makeLane(way, everyMs ? { everyMs } : {}), PRICES).cost) * 720;
    expect(month('stream')).toBeLessThan(2);
    expect(month('scan', 3_600_000)).toBeGreaterThan(500);
    expect(month('export', 3_600_000)).toBeGreaterThan(15_000);
    const scanned = wayModel(table, makeLane('scan', { everyMs: 30_000 }), PRICES);
    expect(scanned.notes[0]).toMatchObject({ what: 'slowerThanInterval' });
  });
});
