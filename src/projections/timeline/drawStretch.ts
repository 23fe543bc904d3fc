/** A stretch of the timeline: each thing by itself where there is room, and counts where there is not. */
import { hours } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { Axis, leastFolded, type Span } from './axis.ts';
import type { Events } from './eventList.ts';
import { idleGaps } from './idleGaps.ts';
import {
  barsOf,
  LANE_EVENTS,
  type Lane,
  type LaneEvent,
  type LaneEvents,
  TICK_EVENTS,
} from './lane.ts';
import { metricPictures } from './metricPictures.ts';
import { lanesApart, pastShardsRow } from './pastShards.ts';
import { readerLanes } from './readerLanes.ts';
import {
  type BarPicture,
  COLUMN_PX,
  type LanePicture,
  type MarkPicture,
  type TickPicture,
  type TimelineAnswer,
  type TimelineQuery,
} from './timelineAnswer.ts';
import { type TimelineIndex, timelineIndexOf } from './timelineIndex.ts';

/** More ticks or bars than this in a lane are counted instead. */
const MOST_EACH = 1_500;
const MOST_MARKS = 300;
const MOST_ROWS = 4;

/** Where the columns of a stretch begin, and where the last one ends. */
export function columnEdges(axis: Axis): Float64Array {
  const count = Math.ceil(axis.width / COLUMN_PX);
  const edges = new Float64Array(count + 1);
  for (let i = 0; i <= count; i++) edges[i] = axis.atOf(Math.min(axis.width, i * COLUMN_PX));
  return edges;
}

/** Answers from all that is known of the world's history, what lies ahead of its present included. */
export function timelineStretch(world: World, query: TimelineQuery): TimelineAnswer {
  const index = timelineIndexOf(world);
  const lanes = index.lanes.all();
  const range: Span = { from: query.from, to: Math.max(query.from + 1, query.to) };
  const knownUntil = Math.min(query.until, index.knownUntil);
  const gaps = query.fold
    ? idleGaps(lanes, range, leastFolded(query.width), knownUntil, query.unfolded)
    : [];
  const axis = new Axis(range, query.width, gaps);
  const until = knownUntil + 1;
  const edges = columnEdges(axis).map((at) => Math.min(at, until));
  const told = { from: Math.min(range.from, until), to: Math.min(range.to, until) };
  return {
    ...range,
    width: query.width,
    now: world.now,
    knownUntil,
    gaps,
    lanes: pictured(lanes, query, axis, (lane) => {
      const own = lanePicture(world, index, lane, told, edges);
      const readers =
        lane.kind === 'mapping' && query.readersOf.includes(lane.number)
          ? readerLanes(world, lane, told)
          : [];
      return [own, ...readers.map((reader) => lanePicture(world, index, reader, told, edges))];
    }),
    metrics: query.metrics ? metricPictures(world, index, columnEdges(axis), until) : null,
  };
}

/** Lanes in the order in which they stand below each other; readers below their mapping; many past shards in one row, each only if that is asked. */
function pictured(
  lanes: readonly Lane[],
  { from, to, present, eachPast }: TimelineQuery,
  axis: Axis,
  picturesOf: (lane: Lane) => LanePicture[],
): LanePicture[] {
  const { living, past } = lanesApart(lanes, to, present);
  const alive = pastShardsLast(living.flatMap(picturesOf), from);
  if (past.length === 0) return alive;
  const each = past.flatMap(picturesOf);
  return [...alive, pastShardsRow(each, axis), ...(eachPast ? each : [])];
}

/** Shards that were closed before a stretch begins come after all that lives in it. */
function pastShardsLast(lanes: LanePicture[], from: number): LanePicture[] {
  const isPast = ({ closedAt }: LanePicture): boolean => closedAt !== null && closedAt < from;
  return [...lanes.filter((lane) => !isPast(lane)), ...lanes.filter(isPast)];
}

function lanePicture(
  world: World,
  index: TimelineIndex,
  lane: LaneEvents,
  range: Span,
  edges: Float64Array,
): LanePicture {
  const { id, kind, number, name, about, from, standsFor } = lane;
  const bars = barsOf(kind);
  const ticks = LANE_EVENTS[kind].find((event) => TICK_EVENTS.has(event));
  const closed = kind === 'shard' ? lane.list('closed') : null;
  return {
    ...{ id, kind, number, name, about, from, standsFor },
    closedAt: closed !== null && closed.length > 0 ? closed.at(0) : null,
    retentionUs: kind === 'shard' ? retentionOf(world, number) : 0,
    ticks: ticks === undefined ? null : tickPicture(index, lane, ticks, range, edges),
    bars: bars === undefined ? null : barPicture(lane, bars, range, edges),
    marks: LANE_EVENTS[kind]
      .filter((event) => event !== bars && event !== ticks && event !== 'closed')
      .map((event) => markPicture(lane.list(event), event, range, edges))
      .filter(({ total }) => total > 0),
  };
}

function retentionOf({ state }: World, shard: number): number {
  const found = state.shards[shard];
  if (found === undefined || found.kind === 'DynamoDbStream') return hours(24);
  return state.kinesisStreams[found.stream]!.retentionUs;
}

function placesIn(list: Events, { from, to }: Span): { first: number; end: number } {
  const first = list.countBefore(from);
  return { first, end: list.countBefore(to, first) };
}

/** How many events lie in each column. */
export function countColumns(list: Events, edges: Float64Array): Uint32Array {
  const counts = new Uint32Array(edges.length - 1);
  let before = list.countBefore(edges[0]!);
  for (let i = 0; i < counts.length; i++) {
    const after = list.countBefore(edges[i + 1]!, before);
    counts[i] = after - before;
    before = after;
  }
  return counts;
}

function tickPicture(
  index: TimelineIndex,
  lane: LaneEvents,
  event: LaneEvent,
  range: Span,
  edges: Float64Array,
): TickPicture {
  const list = lane.list(event);
  const { first, end } = placesIn(list, range);
  const total = end - first;
  if (total > MOST_EACH) return { event, total, each: null, columns: countColumns(list, edges) };
  const each = {
    at: new Float64Array(total),
    change: new Int32Array(total),
    item: new Int32Array(total),
    kind: new Uint8Array(total),
  };
  for (let i = 0; i < total; i++) {
    const change = list.ref(first + i);
    each.at[i] = list.at(first + i);
    each.change[i] = change;
    each.item[i] = index.itemOf(change);
    each.kind[i] = index.kindOf(change);
  }
  return { event, total, each, columns: null };
}

function barPicture(
  lane: LaneEvents,
  event: LaneEvent,
  range: Span,
  edges: Float64Array,
): BarPicture {
  const list = lane.list(event);
  const { first, end } = placesIn(list, range);
  const total = end - first;
  if (total > MOST_EACH) return { event, total, each: null, columns: countColumns(list, edges) };
  const places: number[] = [];
  for (let place = list.countBefore(range.from - lane.longest); place < end; place++) {
    const ends = lane.ends.get(place);
    if (place >= first || Number.isNaN(ends) || ends >= range.from) places.push(place);
  }
  const each = {
    from: Float64Array.from(places, (place) => list.at(place)),
    to: Float64Array.from(places, (place) => lane.ends.get(place)),
    outcome: Uint8Array.from(places, (place) => lane.outcomes.get(place)),
    ref: Int32Array.from(places, (place) => list.ref(place)),
    note: Int32Array.from(places, (place) => lane.notes.get(place)),
    ...rowsOf(places.map((place) => ({ from: list.at(place), to: lane.ends.get(place) }))),
  };
  return { event, total, each, columns: null };
}

/** The first row that is free, or the last when none is. */
function rowsOf(bars: readonly Span[]): { row: Uint8Array; rows: number } {
  const freeAt: number[] = [];
  const row = Uint8Array.from(bars, ({ from, to }) => {
    const free = freeAt.findIndex((at) => at <= from);
    const chosen = free >= 0 ? free : Math.min(freeAt.length, MOST_ROWS - 1);
    freeAt[chosen] = Math.max(freeAt[chosen] ?? 0, Number.isNaN(to) ? Infinity : to);
    return chosen;
  });
  return { row, rows: Math.max(1, freeAt.length) };
}

/** Each mark, or one for all of a column. */
function markPicture(
  list: Events,
  event: LaneEvent,
  range: Span,
  edges: Float64Array,
): MarkPicture {
  const { first, end } = placesIn(list, range);
  const total = end - first;
  const places: { place: number; count: number }[] = [];
  if (total <= MOST_MARKS) {
    for (let place = first; place < end; place++) places.push({ place, count: 1 });
  } else {
    let place = first;
    // Five columns to a mark, so that marks stay apart.
    for (const count of countColumns(
      list,
      edges.filter((_, i) => i % 5 === 0),
    )) {
      if (count > 0) places.push({ place, count });
      place += count;
    }
  }
  return {
    event,
    total,
    at: Float64Array.from(places, ({ place }) => list.at(place)),
    ref: Int32Array.from(places, ({ place }) => list.ref(place)),
    count: Uint32Array.from(places, ({ count }) => count),
  };
}
