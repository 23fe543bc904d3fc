/**
 * Finding entries of a journal by their kinds: which kinds each span of it holds is kept, so that spans without
 * any of them are passed over unread. What is read at last is bounded for each question.
 */
import type { EntryKind, Journal, JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { visitBackwards } from './journalTail.ts';
import { KnownJournal } from './knownJournal.ts';

/** Entries of which it is kept together which kinds they have. */
const SPAN = 1_024;
/** Numbers of 32 bits, a bit for each kind. */
const WORDS = 8;

/** Whether an entry is the one that is looked for. */
export type Matches = (entry: JournalEntry, number: number) => boolean;

export class JournalSearch {
  /** Entries that may still be read for the question that is asked. */
  left = 0;
  private readonly known = new KnownJournal();
  /** By span: the kinds that it holds. */
  private readonly held: number[] = [];

  /**
   * Reads on, at most so many entries; what is not history any more is forgotten.
   * @returns how many entries are left to read.
   */
  follow(journal: Journal, mostEntries = Number.POSITIVE_INFINITY): number {
    const stillTrue = this.known.stillTrue(journal);
    if (stillTrue < this.known.length) this.cut(stillTrue);
    const end = Math.min(journal.length, this.known.length + mostEntries);
    for (let number = this.known.length; number < end; number++) {
      const kind = journal.kindOf(number);
      const word = Math.floor(number / SPAN) * WORDS + (kind >> 5);
      while (this.held.length <= word) this.held.push(0);
      this.held[word]! |= 1 << (kind & 31);
    }
    this.known.note(journal, end);
    return Math.max(0, journal.length - this.known.length);
  }

  /**
   * The last entry before another that has one of some kinds and matches.
   * @param bound the entry before which it cannot be.
   * @returns its number; where there is none, `bound`, in `end`; where no more may be read, how far it came.
   */
  last(
    world: World,
    kinds: readonly EntryKind[],
    bound: number,
    before: number,
    matches: Matches,
  ): { found: number; end: number } {
    const wanted = wordsOf(kinds);
    let end = Math.min(before, world.journal.length);
    while (end > bound && this.left > 0) {
      const from = Math.max(bound, Math.floor((end - 1) / SPAN) * SPAN);
      if (this.holds(from, wanted)) {
        this.left -= end - from;
        const isIt: Matches = (entry, number) =>
          kinds.includes(entry.kind) && matches(entry, number);
        const found = visitBackwards(world, from, end, isIt);
        if (found >= 0) return { found, end: from };
      }
      end = from;
    }
    return { found: -1, end };
  }

  /** The first entry from one up to, not including, another that has one of some kinds and matches, or -1. */
  first(
    { journal }: World,
    kinds: readonly EntryKind[],
    from: number,
    until: number,
    matches: Matches,
  ): number {
    const wanted = wordsOf(kinds);
    let begin = from;
    while (begin < until && this.left > 0) {
      const end = Math.min(until, (Math.floor(begin / SPAN) + 1) * SPAN);
      if (this.holds(begin, wanted)) {
        for (let number = begin; number < end; number++) {
          this.left--;
          if (!kinds.includes(journal.kindOf(number))) continue;
          if (matches(journal.read(number), number)) return number;
        }
      }
      begin = end;
    }
    return -1;
  }

  /** Whether the span of an entry holds any of some kinds. */
  private holds(entry: number, wanted: readonly number[]): boolean {
    const span = Math.floor(entry / SPAN) * WORDS;
    return wanted.some((word, i) => (this.held[span + i]! & word) !== 0);
  }

  private cut(entry: number): void {
    const spans = Math.floor(entry / SPAN);
    this.held.length = Math.min(this.held.length, spans * WORDS);
    this.known.cut(spans * SPAN);
  }
}

function wordsOf(kinds: readonly EntryKind[]): number[] {
  const words = new Array<number>(WORDS).fill(0);
  for (const kind of kinds) words[kind >> 5]! |= 1 << (kind & 31);
  return words;
}

const searches = new WeakMap<World, JournalSearch>();

/**
 * The search of a world's journal, up to date.
 * @param most entries that may be read for the question that begins.
 */
export function beginSearch(world: World, most: number): JournalSearch {
  const search = searchOf(world);
  search.follow(world.journal);
  search.left = most;
  return search;
}

/**
 * Reads on for the search of a world's journal, at most so many entries.
 * @returns how many are left to read.
 */
export const followSearch = (world: World, mostEntries?: number): number =>
  searchOf(world).follow(world.journal, mostEntries);

/** The search for the question that is being answered. */
export function searchOf(world: World): JournalSearch {
  const search = searches.get(world) ?? new JournalSearch();
  searches.set(world, search);
  return search;
}
