/**
 * What a fold has read of the journal. A simulation that goes back has a shorter journal of the same
 * history, which the fold still knows to its end; after a command in the past it has another history,
 * of which the fold knows only the beginning.
 */
import type { Journal, JournalSnapshot } from '../../engine/kernel/journal.ts';
import type { LogPage } from '../../engine/kernel/logPage.ts';

export class KnownJournal {
  /** Entries read. */
  length = 0;
  private last: JournalSnapshot | null = null;

  /**
   * Compares with a journal.
   * @returns how many of the entries read are still history: all of them, unless the journal says otherwise.
   */
  stillTrue(journal: Journal): number {
    const { last } = this;
    if (last === null) return 0;
    const common = journal.commonLength(last);
    if (common < Math.min(journal.length, last.length)) return Math.min(common, this.length);
    this.adoptPages(journal);
    return this.length;
  }

  /** Takes note that the entries below one, the journal's end at most, have been read. */
  note(journal: Journal, end = journal.length): void {
    if (this.last !== null && end <= this.length) return;
    this.last = journal.snapshot();
    this.length = end;
  }

  /** Takes back what was read from an entry on. */
  cut(entry: number): void {
    this.length = Math.min(this.length, entry);
    this.last = null;
  }

  /** Pages found alike are the same from now on, so that they are never compared again. */
  private adoptPages(journal: Journal): void {
    const { last } = this;
    if (last === null || journal.length >= last.length) return;
    const { pages } = journal.snapshot().bytes;
    const known = last.bytes.pages as LogPage[];
    for (let page = 0; page < pages.length - 1; page++) known[page] = pages[page]!;
  }
}
