/** Shards that are history: many of them share one row, so that what lives is not hidden below them. */
import { stageWords } from '../words/stageWords.ts';
import type { Axis } from './axis.ts';
import type { Lane } from './lane.ts';
import { COLUMN_PX, type LanePicture, type MarkPicture } from './timelineAnswer.ts';

/** So many past shards keep a lane each: after a split, parent and children are seen beside each other. */
const FEW = 4;

const PAST_SHARDS = 'past shards';

/**
 * Which lanes live, and which shards were closed before the present and by the end of what is shown.
 * Where those are few, none is past.
 */
export function lanesApart(
  lanes: readonly Lane[],
  shownTo: number,
  present: number,
): { living: Lane[]; past: Lane[] } {
  const by = Math.min(shownTo, present);
  const isPast = (lane: Lane): boolean => {
    const closed = lane.kind === 'shard' ? lane.list('closed') : null;
    return closed !== null && closed.length > 0 && closed.at(0) <= by;
  };
  const past = lanes.filter(isPast);
  if (past.length <= FEW) return { living: [...lanes], past: [] };
  return { living: lanes.filter((lane) => !isPast(lane)), past };
}

/** One row for all past shards: their records counted by columns, and what fell off them. */
export function pastShardsRow(past: readonly LanePicture[], axis: Axis): LanePicture {
  const first = past[0]!;
  const columns = new Uint32Array(Math.ceil(axis.width / COLUMN_PX));
  let total = 0;
  for (const { ticks } of past) {
    total += ticks?.total ?? 0;
    ticks?.columns?.forEach((count, i) => {
      columns[i]! += count;
    });
    for (const at of ticks?.each?.at ?? []) {
      const column = Math.floor(axis.xOf(at) / COLUMN_PX);
      if (column >= 0 && column < columns.length) columns[column]! += 1;
    }
  }
  return {
    ...first,
    id: PAST_SHARDS,
    number: -1,
    name: stageWords.pastShards(past.length),
    about: null,
    standsFor: past.length,
    from: Math.min(...past.map(({ from }) => from)),
    closedAt: Math.max(...past.map(({ closedAt }) => closedAt ?? 0)),
    ticks: { event: 'record', total, each: null, columns },
    marks: together(past.flatMap(({ marks }) => marks)),
  };
}

/** Marks of one kind, in the order of time. */
function together(marks: readonly MarkPicture[]): MarkPicture[] {
  return [...new Set(marks.map(({ event }) => event))].map((event) => {
    const own = marks.filter((mark) => mark.event === event);
    const all = own
      .flatMap(({ at, ref, count }) =>
        Array.from(at, (instant, i) => [instant, ref[i]!, count[i]!]),
      )
      .sort((a, b) => a[0]! - b[0]!);
    return {
      event,
      total: own.reduce((sum, { total }) => sum + total, 0),
      at: Float64Array.from(all, ([at]) => at!),
      ref: Int32Array.from(all, ([, ref]) => ref!),
      count: Uint32Array.from(all, ([, , count]) => count!),
    };
  });
}
