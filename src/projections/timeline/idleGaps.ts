/**
 * Stretches in which nothing happens that is worth room: polls that find nothing do not count, nor do shards
 * that take the place of others, as they do every few hours for ever.
 */
import type { Span } from './axis.ts';
import type { EventList } from './eventList.ts';
import type { Lane, LaneEvent } from './lane.ts';

const UNREMARKABLE: ReadonlySet<LaneEvent> = new Set(['poll', 'closed']);
const PROBES = 560;
/** What is left unfolded at both ends of a fold: a part of all that is left, but at least so much of what is shown. */
const MARGIN = 1 / 140;
const MARGIN_LEAST = 1 / 50_000;
/** More batches than this near an edge are not looked at one by one. */
const MOST_NEAR = 4_000;

/**
 * @param leastPart of the span, from which on a stretch counts.
 * @param until instant from which on nothing is known.
 * @param unfolded instants whose stretches stay as they are.
 */
export function idleGaps(
  lanes: readonly Lane[],
  { from, to }: Span,
  leastPart: number,
  until: number,
  unfolded: readonly number[],
): Span[] {
  const end = Math.min(to, until);
  if (end <= from) return [];
  const lists = worthRoom(lanes);
  const step = (to - from) / PROBES;
  const busy = busyProbes(lanes, lists, from, step);
  const least = (to - from) * leastPart;
  const idle: Span[] = [];
  for (let i = 0; i < PROBES; i++) {
    if (busy[i] === 1) continue;
    let next = i;
    while (next < PROBES && busy[next] === 0) next++;
    const gap = {
      from: i === 0 ? from : lastBefore(lanes, lists, from + i * step, step),
      to: Math.min(end, firstAfter(lists, from + next * step)),
    };
    i = next;
    if (gap.to - gap.from >= least) idle.push(gap);
  }
  const left = idle.reduce((sum, gap) => sum - (gap.to - gap.from), to - from);
  const margin = Math.max(left * MARGIN, (to - from) * MARGIN_LEAST);
  return idle
    .map((gap) => ({ from: gap.from === from ? from : gap.from + margin, to: gap.to - margin }))
    .filter((gap) => gap.to - gap.from >= least - 2 * margin && gap.to > gap.from)
    .filter((gap) => !unfolded.some((at) => at >= gap.from && at <= gap.to));
}

/** In which parts of a stretch something happens. */
function busyProbes(
  lanes: readonly Lane[],
  lists: readonly EventList[],
  from: number,
  step: number,
): Uint8Array {
  const busy = new Uint8Array(PROBES);
  for (const list of lists) {
    let before = list.countBefore(from);
    for (let i = 0; i < PROBES && before < list.length; i++) {
      const after = list.countBefore(from + (i + 1) * step, before);
      if (after > before) busy[i] = 1;
      before = after;
    }
  }
  markRunning(lanes, busy, from, step);
  return busy;
}

/** When the last of what happened before an idle part was over; it was within a probe of it. */
function lastBefore(
  lanes: readonly Lane[],
  lists: readonly EventList[],
  at: number,
  step: number,
): number {
  let last = at - step;
  for (const list of lists) {
    const before = list.countBefore(at);
    if (before > 0) last = Math.max(last, list.at(before - 1));
  }
  for (const lane of lanes) {
    if (lane.kind !== 'mapping') continue;
    const list = lane.list('batch');
    const end = list.countBefore(at);
    const first = list.countBefore(at - step - lane.longest);
    if (end - first > MOST_NEAR) return at;
    for (let place = first; place < end; place++) last = Math.max(last, lane.ends.get(place));
  }
  return Math.min(at, last);
}

function firstAfter(lists: readonly EventList[], at: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const list of lists) {
    const place = list.countBefore(at);
    if (place < list.length) first = Math.min(first, list.at(place));
  }
  return first;
}

function worthRoom(lanes: readonly Lane[]): EventList[] {
  return lanes.flatMap(({ lists }) => {
    const found: EventList[] = [];
    for (const [event, list] of lists)
      if (!UNREMARKABLE.has(event) && list.length > 0) found.push(list);
    return found;
  });
}

/** While a batch is under way time is not idle. */
function markRunning(lanes: readonly Lane[], busy: Uint8Array, from: number, step: number): void {
  for (const lane of lanes) {
    if (lane.kind !== 'mapping') continue;
    const list = lane.list('batch');
    const end = list.countBefore(from + step * busy.length);
    const first = list.countBefore(from - lane.longest);
    if (end - first > MOST_NEAR) continue;
    for (let place = first; place < end; place++) {
      const ends = lane.ends.get(place);
      const last = Number.isNaN(ends) ? busy.length - 1 : Math.floor((ends - from) / step);
      const begin = Math.max(0, Math.floor((list.at(place) - from) / step));
      for (let i = begin; i <= Math.min(last, busy.length - 1); i++) busy[i] = 1;
    }
  }
}
