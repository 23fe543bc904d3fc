/** A journey made of a journal entry. */
import type { JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Anchor, Flight, Mark } from '../scene/scene.ts';

export type MakeFlight = (world: World, entry: JournalEntry, number: number) => Flight | null;

/** It sets out at the entry's instant. @param transit microseconds. */
export function flightOf(
  number: number,
  entry: JournalEntry,
  transit: number,
  from: Anchor,
  to: Anchor,
  marks: Mark[],
  total = marks.length,
): Flight {
  return {
    entry: number,
    departAt: entry.at,
    arriveAt: entry.at + transit,
    from,
    to,
    marks,
    total,
  };
}
