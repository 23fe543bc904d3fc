/** What of a timeline lies under a place. */
import type { Axis } from '../../projections/timeline/axis.ts';
import type { LaneEvent } from '../../projections/timeline/lane.ts';
import type { LanePicture, TimelineAnswer } from '../../projections/timeline/timelineAnswer.ts';
import { barBox, LANE_HEIGHT } from './lanePainter.ts';

const REACH_PX = 6;

export interface TimelineHit {
  lane: LanePicture;
  event: LaneEvent;
  at: number;
  /** Change, invocation or count, as the event has it. */
  ref: number;
  item: number;
  kind: number;
  /** Of a bar. */
  to: number;
  outcome: number;
  note: number;
  /** How many events the mark stands for. */
  count: number;
}

const nothingMore = { item: -1, kind: 0, to: Number.NaN, outcome: 0, note: 0, count: 1 };

/** Marks before ticks before bars, each the nearest. */
export function hitTimeline(
  answer: TimelineAnswer,
  axis: Axis,
  x: number,
  y: number,
  until: number,
): TimelineHit | null {
  const place = Math.floor(y / LANE_HEIGHT);
  const lane = answer.lanes[place];
  if (lane === undefined) return null;
  for (const { event, at, ref, count } of lane.marks) {
    const i = nearest(axis, at, x);
    if (i >= 0) {
      return { ...nothingMore, lane, event, at: at[i]!, ref: ref[i]!, count: count[i]! };
    }
  }
  const ticks = lane.ticks?.each;
  if (ticks) {
    const i = nearest(axis, ticks.at, x);
    if (i >= 0) {
      const { at, change, item, kind } = ticks;
      const found = { at: at[i]!, ref: change[i]!, item: item[i]!, kind: kind[i]! };
      return { ...nothingMore, lane, event: lane.ticks!.event, ...found };
    }
  }
  return hitBar(lane, axis, x, y, place * LANE_HEIGHT, until);
}

function hitBar(
  lane: LanePicture,
  axis: Axis,
  x: number,
  y: number,
  top: number,
  until: number,
): TimelineHit | null {
  const each = lane.bars?.each;
  if (!each) return null;
  let found = -1;
  let best = REACH_PX;
  for (let i = 0; i < each.from.length; i++) {
    const box = barBox(axis, each, i, top, until);
    const away =
      Math.max(box.x - x, x - box.x - box.width, 0) +
      Math.max(box.y - y, y - box.y - box.height, 0);
    if (away <= best) {
      best = away;
      found = i;
    }
  }
  if (found < 0) return null;
  const { from, to, ref, outcome, note } = each;
  return {
    ...nothingMore,
    lane,
    event: lane.bars!.event,
    at: from[found]!,
    ref: ref[found]!,
    to: to[found]!,
    outcome: outcome[found]!,
    note: note[found]!,
  };
}

/** The nearest instant within reach, or -1. Instants rise. */
function nearest(axis: Axis, at: Float64Array, x: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (axis.xOf(at[middle]!) < x) low = middle + 1;
    else high = middle;
  }
  const away = (i: number): number =>
    i >= 0 && i < at.length ? Math.abs(axis.xOf(at[i]!) - x) : Number.POSITIVE_INFINITY;
  const best = away(low - 1) < away(low) ? low - 1 : low;
  return away(best) <= REACH_PX ? best : -1;
}
