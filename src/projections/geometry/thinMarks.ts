/**
 * Fewer marks where they would only cover one another. Marks of one state that fall into one slot of
 * time become one, which stands for all of them; slots widen with age as the axis narrows it, and a
 * wide slot is made of whole narrow ones, so that a mark stays where it is or merges into an older one.
 */
import type { Mark } from '../scene/scene.ts';
import { type AxisSpan, ageToX } from './ageAxis.ts';

/** Marks nearer to one another than this tell nothing more. */
const NEAREST_PX = 6;
/** Age up to which slots are of one width; beyond it they double with every doubling of age. */
const FIRST_OCTAVE_US = 300_000;

/** How many slots there are from one doubling of age to the next: 1, 2, 4 or 8. */
function slotsPerOctave(span: AxisSpan): number {
  const octavePx = ageToX(120_000, span) - ageToX(60_000, span);
  let slots = 1;
  while (slots < 8 && octavePx / (slots * 2) >= NEAREST_PX) slots *= 2;
  return slots;
}

/**
 * @param marks in any order.
 * @param at the playhead, microseconds.
 */
export function thinMarks(marks: readonly Mark[], at: number, span: AxisSpan): Mark[] {
  const perOctave = slotsPerOctave(span);
  const kept: Mark[] = [];
  /** By state: the slot that is being filled, whose width its youngest mark has given. */
  const open = new Map<Mark['state'], { from: number; mark: Mark }>();
  for (const mark of [...marks].sort((a, b) => b.at - a.at || b.change - a.change)) {
    const slot = open.get(mark.state);
    if (slot !== undefined && mark.at >= slot.from) {
      const duplicate = mark.duplicate || slot.mark.duplicate;
      slot.mark = { ...mark, count: mark.count + slot.mark.count, duplicate };
      continue;
    }
    if (slot !== undefined) kept.push(slot.mark);
    const width = slotWidth(at - mark.at, perOctave);
    open.set(mark.state, { from: Math.floor(mark.at / width) * width, mark });
  }
  for (const { mark } of open.values()) kept.push(mark);
  return kept;
}

/** Both µs. */
function slotWidth(age: number, perOctave: number): number {
  let octave = FIRST_OCTAVE_US;
  while (age >= octave * 2) octave *= 2;
  return octave / perOctave;
}
