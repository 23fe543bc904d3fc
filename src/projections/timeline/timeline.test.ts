import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../engine/index.ts';
import { Entry, type EntryKind } from '../../engine/kernel/journal.ts';
import {
  aMapping,
  aTable,
  atSeconds,
  entriesOf,
  put,
  someTraffic,
  startFault,
} from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { report } from '../report/report.ts';
import { openOrders } from '../testing/labs.ts';
import { Axis } from './axis.ts';
import { timelineStretch } from './drawStretch.ts';
import type { LaneEvent, LaneKind } from './lane.ts';
import type { LanePicture, TimelineQuery } from './timelineAnswer.ts';
import { nextHit, previousEvent, previousHit, type Watch } from './watch.ts';

const fail = startFault({ kind: 'Error', target: 'Processor' });

/** Forty seconds of orders, in the last twenty of which the function fails. */
async function aTroubledRun(): Promise<Simulation> {
  const simulation = await openOrders();
  simulation.runUntil(atSeconds(20));
  simulation.submit(fail);
  simulation.runUntil(atSeconds(40));
  return simulation;
}

const query = (world: World, more: Partial<TimelineQuery> = {}): TimelineQuery => ({
  ...{ from: 0, to: world.now + 1, width: 900, fold: false, unfolded: [], metrics: false },
  ...{ until: world.now, present: world.now, eachPast: true, readersOf: [] },
  ...more,
});

const countOf = (world: World, ...kinds: EntryKind[]): number => entriesOf(world, ...kinds).length;

/** What all lanes of a kind hold of an event, added up. */
function totalOf(lanes: readonly LanePicture[], kind: LaneKind, event: LaneEvent): number {
  return lanes
    .filter((lane) => lane.kind === kind)
    .flatMap(({ ticks, bars, marks }) => [ticks, bars, ...marks])
    .reduce((sum, part) => sum + (part?.event === event ? part.total : 0), 0);
}

describe('the timeline', () => {
  it('[N1] holds in its lanes what the journal says, each thing once', async () => {
    const { world } = await aTroubledRun();
    const { lanes } = timelineStretch(world, query(world));
    expect(totalOf(lanes, 'shard', 'record')).toBe(countOf(world, Entry.streamRecordAppended));
    expect(totalOf(lanes, 'mapping', 'batch')).toBe(countOf(world, Entry.batchSent));
    expect(totalOf(lanes, 'mapping', 'failed')).toBe(countOf(world, Entry.invocationFailed));
    expect(totalOf(lanes, 'poller', 'poll')).toBe(countOf(world, Entry.pollStarted));
    expect(totalOf(lanes, 'lab', 'fault')).toBe(1);
    expect(totalOf(lanes, 'target', 'arrived') + totalOf(lanes, 'target', 'duplicate')).toBe(
      countOf(world, Entry.effectCompleted),
    );
    const batches = lanes.flatMap(({ bars }) => (bars?.event === 'batch' ? [bars] : []));
    const ended = batches.flatMap(({ each }) => [...each!.to]).filter((to) => !Number.isNaN(to));
    expect(ended.length).toBe(countOf(world, Entry.invocationSucceeded, Entry.invocationFailed));
  });

  it('[N1] has shards that were closed before what is shown after all other lanes', async () => {
    const simulation = await openOrders({ traffic: [], pollers: [] });
    simulation.runUntil(atSeconds(6 * 3_600));
    const { world } = simulation;
    const namesFrom = (from: number) =>
      timelineStretch(world, query(world, { from })).lanes.map(({ name }) => name);
    const [all, late] = [namesFrom(0), namesFrom(world.now - 1e6)];
    const isPast = (name: string) =>
      timelineStretch(world, query(world)).lanes.some(
        (lane) => lane.name === name && lane.closedAt !== null,
      );
    expect(all.filter(isPast).length).toBeGreaterThan(0);
    expect(late).toEqual([...all.filter((name) => !isPast(name)), ...all.filter(isPast)]);
  });

  it('[N1] has many past shards in one row below all that lives, and each if that is asked', async () => {
    const traffic = [someTraffic({ perSecond: 0.02 })];
    const simulation = await openOrders({ traffic, pollers: [] });
    simulation.runUntil(atSeconds(11 * 3_600));
    const { world } = simulation;
    const each = timelineStretch(world, query(world)).lanes;
    const row = each.findIndex(({ standsFor }) => standsFor > 0);
    const past = each.slice(row + 1);
    expect(past.length).toBeGreaterThan(4);
    expect(each[row]).toMatchObject({ standsFor: past.length, name: `${past.length} past shards` });
    expect(past.every(({ closedAt }) => closedAt! <= world.now)).toBe(true);
    expect(each.slice(0, row).every(({ closedAt }) => closedAt === null)).toBe(true);
    const total = past.reduce((sum, { ticks }) => sum + ticks!.total, 0);
    expect(total).toBeGreaterThan(100);
    expect(each[row]!.ticks!.columns!.reduce((sum, n) => sum + n, 0)).toBe(total);
    const one = timelineStretch(world, query(world, { eachPast: false })).lanes;
    expect(one.map(({ id }) => id)).toEqual(each.slice(0, row + 1).map(({ id }) => id));
    // As they were: what was closed later than what is shown, or than the present, still lives there.
    const early = query(world, { to: atSeconds(60), present: world.now });
    expect(timelineStretch(world, early).lanes.some(({ standsFor }) => standsFor > 0)).toBe(false);
    const back = query(world, { present: atSeconds(60) });
    expect(timelineStretch(world, back).lanes.some(({ standsFor }) => standsFor > 0)).toBe(false);
  });

  it('[N1] has a lane for each reader of a mapping, if that is asked: its own attempts, one after another', async () => {
    const { world } = await aTroubledRun();
    const { lanes } = timelineStretch(world, query(world, { readersOf: [0] }));
    const [of, ...others] = lanes.filter(({ kind }) => kind === 'mapping');
    expect(others).toEqual([]);
    const readers = lanes.filter(({ kind }) => kind === 'reader');
    expect(readers.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `shard ${n}, reader`));
    expect(lanes.indexOf(readers[0]!)).toBe(lanes.indexOf(of!) + 1);
    for (const event of ['batch', 'failed'] as const) {
      expect(totalOf(readers, 'reader', event)).toBe(totalOf(lanes, 'mapping', event));
      expect(totalOf(readers, 'reader', event)).toBeGreaterThan(0);
    }
    for (const { number, bars } of readers) {
      const { from, to, ref, rows } = bars!.each!;
      expect([...ref].map((batch) => world.invocations.consumer.get(batch))).toEqual(
        Array(ref.length).fill(number),
      );
      expect(rows).toBe(1); // the next attempt waits for the one before
      expect([...from].slice(1).every((at, i) => at >= to[i]!)).toBe(true);
    }
    const late = timelineStretch(world, query(world, { readersOf: [0], from: atSeconds(30) }));
    const bars = late.lanes.flatMap((lane) =>
      lane.kind === 'reader' ? [...lane.bars!.each!.ref] : [],
    );
    const whole = late.lanes.find(({ kind }) => kind === 'mapping')!.bars!.each!.ref;
    expect(bars.toSorted((a, b) => a - b)).toEqual([...whole].toSorted((a, b) => a - b));
  });

  it('[N1] has one lane for all the others where a mapping has very many readers', async () => {
    const simulation = await openOrders({
      tables: [aTable({ billing: { readCapacityUnits: 10, writeCapacityUnits: 6_000 } })],
      eventSourceMappings: [aMapping({ batchSize: 10, parallelizationFactor: 10 })],
      traffic: [someTraffic({ perSecond: 40 })],
      pollers: [],
    });
    simulation.runUntil(atSeconds(20));
    const { world } = simulation;
    const { lanes } = timelineStretch(world, query(world, { readersOf: [0] }));
    const readers = lanes.filter(({ kind }) => kind === 'reader');
    expect(readers).toHaveLength(40);
    expect(readers[11]!.name).toBe('shard 2, reader 2');
    const rest = world.state.consumers.length - 39;
    expect(readers.at(-1)).toMatchObject({ name: `${rest} more readers`, standsFor: rest });
    expect(totalOf(readers, 'reader', 'batch')).toBe(totalOf(lanes, 'mapping', 'batch'));
    expect(readers.at(-1)!.bars!.total).toBeGreaterThan(10);
  });

  it('[N1] counts in columns where there is no room, and no more than is told', async () => {
    const traffic = [someTraffic({ perSecond: 200 })];
    const simulation = await openOrders({ traffic, functions: [], eventSourceMappings: [] });
    simulation.runUntil(atSeconds(40));
    const { world } = simulation;
    const { lanes } = timelineStretch(world, query(world, { until: atSeconds(35) }));
    const records = entriesOf(world, Entry.streamRecordAppended).filter(
      ({ at }) => at <= atSeconds(35),
    ).length;
    const shards = lanes.filter(({ kind }) => kind === 'shard');
    const drawn = shards.map(
      ({ ticks }) => ticks!.each?.at.length ?? ticks!.columns!.reduce((sum, n) => sum + n, 0),
    );
    expect(shards.some(({ ticks }) => ticks!.columns !== null)).toBe(true);
    expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(records);
  });

  it('[N2] knows after a change in the past what a fresh reading knows', async () => {
    const simulation = await openOrders();
    simulation.runUntil(atSeconds(10));
    const checkpoint = simulation.checkpoint();
    simulation.submit(fail);
    simulation.runUntil(atSeconds(30));
    const { world } = simulation;
    timelineStretch(world, query(world));
    simulation.restore(checkpoint);
    const ahead = timelineStretch(world, query(world, { to: atSeconds(30), until: atSeconds(30) }));
    expect(totalOf(ahead.lanes, 'mapping', 'failed')).toBeGreaterThan(0);
    simulation.submit(put({ id: { S: 'order#y' } }));
    simulation.runUntil(atSeconds(30));
    const asked = query(world, { metrics: true });
    const now = timelineStretch(world, asked);
    const fresh = await openOrders();
    fresh.runUntil(atSeconds(10));
    fresh.submit(put({ id: { S: 'order#y' } }));
    fresh.runUntil(atSeconds(30));
    expect(totalOf(now.lanes, 'mapping', 'failed')).toBe(0);
    expect(now).toEqual(timelineStretch(fresh.world, asked));
  });
});

describe('a folded axis', () => {
  it('[N3] gives every instant its place and every place its instant', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 12 }),
        fc.integer({ min: 40, max: 2_000 }),
        fc.array(fc.integer({ min: -50_000, max: 1_050_000 }), { minLength: 2, maxLength: 20 }),
        (bounds, width, instants) => {
          const sorted = [...bounds].sort((a, b) => a - b);
          const gaps = Array.from({ length: sorted.length >> 1 }, (_, i) => ({
            from: sorted[2 * i]!,
            to: sorted[2 * i + 1]!,
          }));
          const axis = new Axis({ from: 0, to: 1_000_000 }, width, gaps);
          const places = [...instants].sort((a, b) => a - b).map((at) => axis.xOf(at));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          for (const at of instants) expect(axis.atOf(axis.xOf(at))).toBeCloseTo(at, 3);
        },
      ),
    );
  });

  it('[N3] folds stretches in which nothing happens, unless they were unfolded', async () => {
    const simulation = await openOrders({ traffic: [], pollers: [] });
    simulation.runUntil(atSeconds(600));
    simulation.submit(put({ id: { S: 'order#y' } }));
    simulation.runUntil(atSeconds(640));
    const { world } = simulation;
    const folded = timelineStretch(world, query(world, { fold: true }));
    expect(folded.gaps[0]!.from).toBe(0);
    expect(folded.gaps[0]!.to).toBeGreaterThan(atSeconds(580));
    expect(folded.gaps[0]!.to).toBeLessThan(atSeconds(600));
    // What is left beside the two stretches in which something happens is next to nothing.
    const left = folded.gaps.reduce((sum, { from, to }) => sum - (to - from), 640e6);
    expect(folded.gaps[0]!.to).toBeGreaterThan(atSeconds(599.7));
    expect(left).toBeLessThan(2e6);
    expect(folded.gaps).toHaveLength(2);
    // On a phone the forty seconds at the end are hardly wider than the band that they would become.
    const narrow = timelineStretch(world, query(world, { fold: true, width: 264 }));
    expect(narrow.gaps).toHaveLength(1);
    const opened = timelineStretch(world, query(world, { fold: true, unfolded: [atSeconds(99)] }));
    expect(opened.gaps.some(({ to }) => to < atSeconds(600))).toBe(false);
  });

  it('[N3] folds days of which shards that take each other’s place are the only news', async () => {
    const simulation = await openOrders({ traffic: [], pollers: [] });
    simulation.submit(put({ id: { S: 'order#y' } }));
    simulation.runUntil(atSeconds(2 * 86_400));
    const { world } = simulation;
    expect(countOf(world, Entry.shardClosed)).toBeGreaterThan(20);
    const { gaps } = timelineStretch(world, query(world, { fold: true }));
    expect(gaps).toHaveLength(2); // up to the record's end after a day, and on from there
    const left = gaps.reduce<number>((sum, { from, to }) => sum - (to - from), world.now);
    expect(left).toBeLessThan(0.05 * world.now);
  });
});

describe('steps and breakpoints', () => {
  const WATCHED: readonly [Watch, EntryKind[]][] = [
    [{ kind: 'record' }, [Entry.streamRecordAppended]],
    [{ kind: 'batch' }, [Entry.batchSent]],
    [{ kind: 'poll' }, [Entry.pollStarted]],
    [{ kind: 'failure' }, [Entry.invocationFailed, Entry.effectFailed]],
  ];

  it.each(WATCHED)('[N4] find the next and the last: %o', async (watch, kinds) => {
    const { world } = await aTroubledRun();
    const instants = entriesOf(world, ...kinds).map(({ at }) => at);
    expect(instants.length).toBeGreaterThan(0);
    for (const at of [0, atSeconds(7.5), instants[0]!, instants.at(-1)!, world.now]) {
      const next = instants.find((one) => one > at) ?? null;
      const last = instants.findLast((one) => one < at) ?? null;
      expect(nextHit(world, watch, at, world.now)?.at ?? null).toBe(next);
      expect(previousHit(world, watch, at)?.at ?? null).toBe(last);
    }
  });

  it('[N4] find the delivery of one item, and where iterator age passes a limit', async () => {
    const { world } = await aTroubledRun();
    const { invocations } = world;
    const delivered = nextHit(
      world,
      { kind: 'delivered', table: -1, item: 'order#7' },
      0,
      world.now,
    )!;
    const sent = entriesOf(world, Entry.batchSent).find(({ at }) => at === delivered.at)!;
    const written = entriesOf(world, Entry.streamRecordAppended).find(
      ({ a }) => world.items.label.get(world.changes.item.get(a)) === 'order#7',
    )!;
    expect(sent.at).toBeGreaterThan(written.at);
    const late = nextHit(world, { kind: 'iteratorAge', ms: 5_000 }, 0, world.now)!;
    const old = entriesOf(world, Entry.batchSent).find(
      ({ a }) => invocations.iteratorAgeMs.get(a) >= 5_000,
    )!;
    expect(late.at).toBe(old.at);
    expect(previousEvent(world, late.at)).toBeLessThan(late.at);
  });
});

describe('the plots', () => {
  it('[N5] say what the run says: oldest age, records waiting, what it has cost', async () => {
    const { world } = await aTroubledRun();
    const { pictures } = timelineStretch(world, query(world, { metrics: true })).metrics!;
    const valuesOf = (id: string): number[] => [
      ...(pictures.find((picture) => picture.id === id)!.series[0]?.values ?? []),
    ];
    const ages = entriesOf(world, Entry.batchSent).map(({ a }) =>
      world.invocations.iteratorAgeMs.get(a),
    );
    const known = valuesOf('iteratorAge').filter((age) => !Number.isNaN(age));
    expect(Math.max(...known)).toBe(Math.max(...ages));
    const lastCheckpoint = world.state.consumers.map(({ checkpoint }) => checkpoint);
    const unread = world.state.consumers.reduce(
      (sum, { shard }, i) => sum + world.state.shards[shard]!.count - lastCheckpoint[i]!,
      0,
    );
    expect(unread).toBeGreaterThan(0);
    expect(valuesOf('waiting').at(-1)).toBe(unread);
    const costs = valuesOf('cost');
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(costs.at(-1)).toBeCloseTo(report({ world }).cost.usd, 12);
  });
});
