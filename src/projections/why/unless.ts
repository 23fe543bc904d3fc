/** What would have had to be different for an entry of the journal not to stand there: what answers it. */
import type { JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';

/** Sentences for an entry. */
export type Unless = (world: World, entry: JournalEntry, number: number) => string[];

/** The same sentences, whatever else is the case. */
export const always =
  (...texts: ((world: World, entry: JournalEntry) => string)[]): Unless =>
  (world, entry) =>
    texts.map((text) => text(world, entry));
