/**
 * A checkpoint as it is stored: its small moving state as one row, and the pages of its columns one by
 * one. Pages never change once the column has gone beyond them, so a later checkpoint stores only what
 * has come since. A long history goes into the database in small portions that way.
 */
import type { Checkpoint } from '../engine/index.ts';
import { finish, hashText, mix } from '../engine/kernel/hash.ts';

type Page = object;

/** A column at one moment, as every log of the engine gives it. */
interface Column {
  pages: readonly Page[];
  length: number;
}

export interface StoredPage {
  page: number;
  /** A hash of the content, so that a damaged page is never mistaken for history. */
  check: number;
  content: Page;
}

/** The row: where `pages` stood, the pages' numbers stand. */
export interface StoredCheckpoint {
  engineVersion: string;
  branch: number;
  /** Commands of the branch given by then. */
  applied: number;
  /** Events handled by then. */
  events: number;
  at: number;
  checkpoint: unknown;
  /** The numbers of all its pages. */
  pages: number[];
}

/** What to store next: pages, and with the last of them the row, when older pages can go. */
export interface CheckpointPortion {
  pages: StoredPage[];
  row: StoredCheckpoint | null;
  gonePages: number[];
}

/** Pages stored at once: about 4 MB at most, usually far less. */
const PAGES_AT_ONCE = 200;

const isColumn = (value: object): value is Column =>
  'pages' in value && 'length' in value && Array.isArray(value.pages);

/** A copy of plain data in which every column's pages are replaced. */
function withPages(value: unknown, replace: (pages: readonly Page[]) => unknown[]): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((part) => withPages(part, replace));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) copy[name] = withPages(part, replace);
  if (isColumn(value)) copy.pages = replace(value.pages);
  return copy;
}

/** Stores checkpoint after checkpoint of one lab, each in portions. */
export class CheckpointWriter {
  /** Numbers of the pages that are stored and will not change. */
  private known = new Map<Page, number>();
  private nextPage = 0;
  private storedPages: readonly number[] = [];
  private pending: { row: StoredCheckpoint; pages: StoredPage[] } | null = null;
  /** Events of the newest checkpoint begun. */
  events = 0;

  /** @param stored what the database has already: its pages are replaced as a whole. */
  constructor(stored: StoredCheckpoint | null = null) {
    if (stored === null) return;
    this.storedPages = stored.pages;
    this.nextPage = stored.pages.reduce((most, page) => Math.max(most, page + 1), 0);
    this.events = stored.events;
  }

  get isBusy(): boolean {
    return this.pending !== null;
  }

  /** Begins to store a checkpoint. The one before must have been stored. */
  begin(checkpoint: Checkpoint, row: Omit<StoredCheckpoint, 'checkpoint' | 'pages' | 'at'>): void {
    const known = new Map<Page, number>();
    const fresh: StoredPage[] = [];
    const used: number[] = [];
    const tree = withPages(checkpoint, (pages) =>
      pages.map((content, place) => {
        const isLast = place === pages.length - 1; // it may still grow: a copy, and never known again
        const number = (isLast ? undefined : this.known.get(content)) ?? this.nextPage++;
        if (!isLast) known.set(content, number);
        if (isLast || !this.known.has(content)) {
          const kept = isLast ? copyOf(content) : content;
          fresh.push({ page: number, check: checkOf(kept), content: kept });
        }
        used.push(number);
        return number;
      }),
    );
    this.events = row.events;
    this.known = known;
    const stored = { ...row, at: checkpoint.at, checkpoint: tree, pages: used };
    this.pending = { row: stored, pages: fresh };
  }

  /** The next portion; once it is stored, tell with {@link stored}. */
  portion(): CheckpointPortion | null {
    const { pending, storedPages } = this;
    if (pending === null) return null;
    const pages = pending.pages.slice(0, PAGES_AT_ONCE);
    if (pages.length < pending.pages.length) return { pages, row: null, gonePages: [] };
    const used = new Set(pending.row.pages);
    const gonePages = storedPages.filter((page) => !used.has(page));
    return { pages, row: pending.row, gonePages };
  }

  stored(portion: CheckpointPortion): void {
    const { pending } = this;
    if (pending === null) return;
    pending.pages.splice(0, portion.pages.length);
    if (portion.row === null) return;
    this.storedPages = portion.row.pages;
    this.pending = null;
  }
}

function checkOf(page: Page): number {
  if (!ArrayBuffer.isView(page)) return hashText(JSON.stringify(page));
  const words = new Int32Array(page.buffer, page.byteOffset, page.byteLength >> 2);
  let hash = page.byteLength;
  for (let i = 0; i < words.length; i++) hash = mix(hash, words[i]!);
  return finish(hash);
}

const copyOf = (page: Page): Page => (page as { slice(): Page }).slice();

/**
 * Puts a checkpoint together again.
 * @returns null when a page is missing or damaged.
 */
export function assembleCheckpoint(
  row: StoredCheckpoint,
  pages: ReadonlyMap<number, StoredPage>,
): Checkpoint | null {
  let isWhole = true;
  const checkpoint = withPages(row.checkpoint, (numbers) =>
    numbers.map((number) => {
      const stored = pages.get(number as unknown as number);
      if (stored === undefined || checkOf(stored.content) !== stored.check) isWhole = false;
      return stored?.content;
    }),
  );
  return isWhole ? (checkpoint as Checkpoint) : null;
}
