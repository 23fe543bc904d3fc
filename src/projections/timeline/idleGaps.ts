/** Stretches in which nothing happens that is worth room: polls that find nothing do not count. */
import type { Span } from './axis.ts';
import type { EventList } from './eventList.ts';
import type { Lane } from './lane.ts';

/** A stretch is folded from this part of what is shown on. */
const LEAST_PART = 1 / 14;
const PROBES = 560;
/** What is left unfolded at both ends of a fold, as a part of what is shown. */
const MARGIN = 1 / 140;

/**
 * @param until instant from which on nothing is known.
 * @param unfolded instants whose stretches stay as they are.
 */
export function idleGaps(
  lanes: readonly Lane[],
  { from, to }: Span,
  until: number,
  unfolded: readonly number[],
): Span[] {
  const end = Math.min(to, until);
  if (end <= from) return [];
  const busy = new Uint8Array(PROBES);
  const step = (to - from) / PROBES;
  for (const list of worthRoom(lanes)) {
    let before = list.countBefore(from);
    for (let i = 0; i < PROBES && before < list.length; i++) {
      const after = list.countBefore(from + (i + 1) * step, before);
      if (after > before) busy[i] = 1;
      before = after;
    }
  }
  markRunning(lanes, busy, from, step);
  const gaps: Span[] = [];
  const margin = (to - from) * MARGIN;
  for (let i = 0; i < PROBES; i++) {
    if (busy[i] === 1) continue;
    let next = i;
    while (next < PROBES && busy[next] === 0) next++;
    const gap = {
      from: from + i * step + (i === 0 ? 0 : margin),
      to: Math.min(end, from + next * step) - margin,
    };
    i = next;
    if (gap.to - gap.from < (to - from) * LEAST_PART) continue;
    if (!unfolded.some((at) => at >= gap.from && at <= gap.to)) gaps.push(gap);
  }
  return gaps;
}

function worthRoom(lanes: readonly Lane[]): EventList[] {
  return lanes.flatMap(({ lists }) => {
    const found: EventList[] = [];
    for (const [event, list] of lists) if (event !== 'poll' && list.length > 0) found.push(list);
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
    if (end - first > 4_000) continue;
    for (let place = first; place < end; place++) {
      const ends = lane.ends.get(place);
      const last = Number.isNaN(ends) ? busy.length - 1 : Math.floor((ends - from) / step);
      const begin = Math.max(0, Math.floor((list.at(place) - from) / step));
      for (let i = begin; i <= Math.min(last, busy.length - 1); i++) busy[i] = 1;
    }
  }
}
