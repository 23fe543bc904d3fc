/** Reading the journal from its end: a block at a time, because it is packed to be read forwards. */
import type { JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';

const BLOCK = 32;

/**
 * Visits entries from the one before `end` back to `start`, until the visitor returns true.
 * @returns the number of the entry at which the visitor stopped, or -1.
 */
export function visitBackwards(
  world: World,
  start: number,
  end: number,
  visit: (entry: JournalEntry, number: number) => boolean,
): number {
  const { journal } = world;
  let high = Math.min(end, journal.length);
  while (high > start) {
    const low = Math.max(start, high - 1 - ((high - 1) % BLOCK));
    const block: JournalEntry[] = [];
    for (let number = low; number < high; number++) block.push(journal.read(number));
    for (let i = block.length - 1; i >= 0; i--) {
      if (visit(block[i]!, low + i)) return low + i;
    }
    high = low;
  }
  return -1;
}
