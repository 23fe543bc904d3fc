/**
 * The series that are plotted below the lanes, in as many samples as there are columns to draw. Each
 * counts what happened within its column, or says what held at its end.
 */
import type { World } from '../../engine/world.ts';
import { costOf } from '../report/cost.ts';
import { countColumns } from './drawStretch.ts';
import type { EventList } from './eventList.ts';
import type { LaneEvent } from './lane.ts';
import type { MappingSeries } from './metricFold.ts';
import { COLUMN_PX, type MetricPicture, SAMPLE_PX } from './timelineAnswer.ts';
import type { TimelineIndex } from './timelineIndex.ts';

const COLUMNS_A_SAMPLE = SAMPLE_PX / COLUMN_PX;

export function metricPictures(
  world: World,
  index: TimelineIndex,
  columns: Float64Array,
  until: number,
): { at: Float64Array; pictures: MetricPicture[] } {
  const edges = columns.filter((_, i) => i % COLUMNS_A_SAMPLE === 0);
  const known = edges.map((at) => (at <= until ? 1 : Number.NaN));
  const masked = (values: Float64Array): Float64Array => values.map((v, i) => v * known[i]!);
  const perMapping = (values: (series: MappingSeries, mapping: number) => Float64Array) =>
    world.state.mappings.flatMap((mapping, i) => {
      const series = index.metrics.mappings[i];
      const name = world.state.functions[mapping.function]!.name;
      return series === undefined ? [] : [{ name, values: masked(values(series, i)) }];
    });
  const counted = (id: MetricPicture['id'], events: readonly LaneEvent[]): MetricPicture => ({
    id,
    series: countedByLane(index, events, edges).map(({ name, values }) => ({
      name,
      values: masked(values),
    })),
  });
  return {
    at: edges.slice(0, -1),
    pictures: [
      {
        id: 'iteratorAge',
        series: perMapping((series) => iteratorAges(world, series.started, edges)),
      },
      { id: 'waiting', series: perMapping((series) => waiting(series, edges)) },
      { id: 'latency', series: perMapping((series) => means(series.latency, edges)) },
      counted('duplicates', ['duplicate']),
      counted('throttles', ['throttled']),
      { id: 'cost', series: [{ name: '', values: costs(world, index, edges) }] },
    ],
  };
}

function countedByLane(
  index: TimelineIndex,
  events: readonly LaneEvent[],
  edges: Float64Array,
): { name: string; values: Float64Array }[] {
  return index.lanes.all().flatMap((lane) => {
    const lists = events.map((event) => lane.lists.get(event)).filter((list) => list !== undefined);
    if (lists.every((list) => list.length === 0)) return [];
    const values = new Float64Array(edges.length - 1);
    for (const list of lists) {
      countColumns(list, edges).forEach((count, i) => {
        values[i]! += count;
      });
    }
    return [{ name: lane.name, values }];
  });
}

/** [M1] CloudWatch's IteratorAge, its maximum: ages of batches that began in the column, ms. */
function iteratorAges(world: World, started: EventList, edges: Float64Array): Float64Array {
  const { iteratorAgeMs } = world.invocations;
  return folded(started, edges, (first, end) => {
    let most = Number.NaN;
    for (let place = first; place < end; place++) {
      const invocation = started.ref(place);
      if (invocation >= iteratorAgeMs.length) break; // it lies ahead: not known in this present
      const age = iteratorAgeMs.get(invocation);
      if (!(most >= age)) most = age;
    }
    return most;
  });
}

/** Records that were owned and not settled at the column's end. */
function waiting({ owned, settled }: MappingSeries, edges: Float64Array): Float64Array {
  const values = new Float64Array(edges.length - 1);
  for (let i = 0; i < values.length; i++) {
    const at = edges[i + 1]!;
    values[i] = Math.max(0, owned.countBefore(at) - settled.sumBefore(settled.countBefore(at)));
  }
  return values;
}

/** Mean of the values in each column, ms. */
const means = (list: EventList, edges: Float64Array): Float64Array =>
  folded(list, edges, (first, end) =>
    end === first
      ? Number.NaN
      : (list.sumBefore(end) - list.sumBefore(first)) / (end - first) / 1_000,
  );

function folded(
  list: EventList,
  edges: Float64Array,
  value: (first: number, end: number) => number,
): Float64Array {
  const values = new Float64Array(edges.length - 1);
  let first = list.countBefore(edges[0]!);
  for (let i = 0; i < values.length; i++) {
    const end = list.countBefore(edges[i + 1]!, first);
    values[i] = value(first, end);
    first = end;
  }
  return values;
}

/**
 * What the run has cost up to each column's end, US dollars. The cost of all so far is the report's;
 * each of its lines is shared out over what it is paid for: writes, pages of scans, invocations, time.
 */
function costs(world: World, index: TimelineIndex, edges: Float64Array): Float64Array {
  const { metrics } = index;
  const { functions, tables, pollers } = world.state;
  const upTo = (list: EventList | undefined, at: number): number => list?.countBefore(at) ?? 0;
  const sumUpTo = (list: EventList | undefined, at: number): number =>
    list?.sumBefore(list.countBefore(at)) ?? 0;
  const seriesOf = (fn: number) => functions[fn]!.mappings.map((m) => metrics.mappings[m]);
  const busyUpTo = (fn: number, at: number): number =>
    seriesOf(fn).reduce(
      (sum, s) => sum + sumUpTo(s?.busy, at),
      sumUpTo(metrics.requestsBusy[fn], at),
    );
  const end = world.now + 1;
  const { lines } = costOf(world, {
    busy: functions.map((_, fn) => busyUpTo(fn, end)),
    requests: functions.map((_, fn) => upTo(metrics.requests[fn], end)),
  });
  const clocks = lines.map(({ for: what, usd }) => {
    const words = what.split(' ');
    const of = words.pop();
    const id = words[0];
    const fn = functions.findIndex((state) => state.id === id);
    const table = tables.findIndex((state) => state.id === id);
    const poller = pollers.findIndex((state) => state.id === id);
    let clock = (at: number): number => at;
    if (fn >= 0 && of === 'duration') clock = (at) => busyUpTo(fn, at);
    else if (fn >= 0)
      clock = (at) =>
        seriesOf(fn).reduce((sum, s) => sum + upTo(s?.started, at), upTo(metrics.requests[fn], at));
    else if (poller >= 0) clock = (at) => upTo(metrics.pages[poller], at);
    else if (table >= 0 && of === 'writes' && tables[table]!.billing === 'PAY_PER_REQUEST') {
      clock = (at) => upTo(metrics.changes[table], at);
    }
    return { usd, clock, whole: clock(end) };
  });
  return Float64Array.from({ length: edges.length - 1 }, (_, i) => {
    if (edges[i]! > end) return Number.NaN;
    const at = Math.min(edges[i + 1]!, end);
    return clocks.reduce(
      (sum, { usd, clock, whole }) => sum + (whole > 0 ? (usd * clock(at)) / whole : 0),
      0,
    );
  });
}
