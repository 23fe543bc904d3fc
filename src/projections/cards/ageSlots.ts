/**
 * Which records of a shard are drawn. Time is cut into slots that widen with age, as the axis narrows
 * it: the oldest record of a slot stands for all of it. Slots lie on a fixed grid, and wide ones are
 * made of whole narrow ones, so that a mark never jumps: it stays, or it merges into an older one.
 */
import { instant } from '../../engine/kernel/time.ts';
import { recordAt } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';

/** Records `from` up to, not including, `to`. */
export interface Slot {
  from: number;
  to: number;
}

const NARROWEST = 37_500;
const FIRST_OCTAVE = 300_000;
/** From this octave on (0.6 s) there are two slots for each doubling of age, before four and eight. */
const WIDE_FROM = 2;
/** More slots than this are never given; the widths above lead to about 50 in a full day. */
const MOST = 90;

/** Width of the slots at an age, both µs. */
export function slotWidth(ageUs: number): number {
  let octave = 0;
  let top = FIRST_OCTAVE;
  while (ageUs >= top) {
    top *= 2;
    octave++;
  }
  return NARROWEST * 2 ** (octave < WIDE_FROM ? octave : octave + 1);
}

/**
 * The slots of a shard, newest first.
 * @param cuts ordinals at which a slot must end, whatever its width: where the state of records changes.
 */
export function ageSlots(world: World, shard: number, cuts: readonly number[]): Slot[] {
  const { count, trimmed } = world.state.shards[shard]!;
  const slots: Slot[] = [];
  let to = count;
  while (to > trimmed && slots.length < MOST) {
    const at = recordAt(world, shard, to - 1);
    const width = slotWidth(world.now - at);
    const start = Math.floor(at / width) * width;
    let from = firstAtOrAfter(world, shard, start, trimmed, to - 1);
    for (const cut of cuts) if (cut < to && cut > from) from = cut;
    slots.push({ from, to });
    to = from;
  }
  return slots;
}

/**
 * The first record of a shard from `least` to `most` that is not before an instant; `most` is not.
 * Looked for from `most` in ever longer steps, for a slot holds few of the records before it.
 */
function firstAtOrAfter(
  world: World,
  shard: number,
  at: number,
  least: number,
  most: number,
): number {
  let high = most;
  let low = high - 1;
  for (let step = 1; low > least && recordAt(world, shard, low) >= instant(at); step *= 2) {
    high = low;
    low -= step;
  }
  low = Math.max(least, low);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (recordAt(world, shard, middle) < instant(at)) low = middle + 1;
    else high = middle;
  }
  return low;
}
