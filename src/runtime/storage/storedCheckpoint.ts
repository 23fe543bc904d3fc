/**
 * A checkpoint as it is stored: its small moving state as one row, and the pages of its columns one by
 * one. Pages never change once the column has gone beyond them, so a later checkpoint stores only what
 * has come since. A long history goes into the database in small portions that way.
 */
import type { Checkpoint } from '../../engine/index.ts';
import { hashText, mix } from '../../engine/kernel/hash.ts';
import { asLogPage, LogPage, type Numbers } from '../../engine/kernel/logPage.ts';
import { checkOfBytes } from './pageCheck.ts';

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
  /** Its number among those of its lab, in the order in which they were stored. */
  moment: number;
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

/** What to store next: pages, and with the last of them the row, when older ones can go. */
export interface CheckpointPortion {
  pages: StoredPage[];
  row: StoredCheckpoint | null;
  goneMoments: number[];
  gonePages: number[];
}

/** A stored checkpoint, put together again. */
export interface WholeCheckpoint {
  row: StoredCheckpoint;
  checkpoint: Checkpoint;
}

/** Pages stored at once: about 4 MB at most, usually far less. */
const PAGES_AT_ONCE = 200;
/** A day's history is resumed within an hour of any instant; a checkpoint's own part is small. */
const MOST_MOMENTS = 24;

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

/** Stores checkpoint after checkpoint of one lab, each in portions, and lets the oldest thin out. */
export class CheckpointWriter {
  /** Numbers of pages that are stored and will not change, as long as `kept` has them. */
  private readonly known = new WeakMap<Page, number>();
  private kept = new Set<number>();
  private nextPage = 0;
  private nextMoment = 0;
  private stored_: StoredCheckpoint[];
  /** In the database, but of no use: they go with the next portion. */
  private spoilt: readonly StoredCheckpoint[];
  private pending: { row: StoredCheckpoint; pages: { page: number; content: Page }[] } | null =
    null;

  /**
   * @param whole what the database has, put together: their pages are not stored again.
   * @param spoilt what it has besides, and should not.
   */
  constructor(
    whole: readonly WholeCheckpoint[] = [],
    spoilt: readonly StoredCheckpoint[] = [],
    pages: ReadonlyMap<number, StoredPage> = new Map(),
  ) {
    this.stored_ = whole.map(({ row }) => row);
    this.spoilt = spoilt;
    this.kept = pagesOf(this.stored_);
    for (const number of this.kept) this.known.set(pages.get(number)!.content, number);
    for (const { moment, pages: numbers } of [...this.stored_, ...spoilt]) {
      this.nextMoment = Math.max(this.nextMoment, moment + 1);
      this.nextPage = numbers.reduce((most, page) => Math.max(most, page + 1), this.nextPage);
    }
  }

  get isBusy(): boolean {
    return this.pending !== null;
  }

  /** Those that the database has, in the order in which they were stored. */
  get rows(): readonly StoredCheckpoint[] {
    return this.stored_;
  }

  /** Begins to store a checkpoint. The one before must have been stored. */
  begin(
    checkpoint: Checkpoint,
    about: Omit<StoredCheckpoint, 'moment' | 'checkpoint' | 'pages' | 'at'>,
  ): void {
    const fresh: { page: number; content: Page }[] = [];
    const used: number[] = [];
    const tree = withPages(checkpoint, (pages) =>
      pages.map((content, place) => {
        const isLast = place === pages.length - 1; // it may still grow: a copy, and never known again
        const known = isLast ? undefined : this.known.get(content);
        const number = known !== undefined && this.kept.has(known) ? known : this.nextPage++;
        if (number !== known) {
          fresh.push({ page: number, content: isLast ? copyOf(content) : content });
          if (!isLast) this.known.set(content, number);
        }
        used.push(number);
        return number;
      }),
    );
    const moment = this.nextMoment++;
    const row = { ...about, moment, at: checkpoint.at, checkpoint: tree, pages: used };
    this.pending = { row, pages: fresh };
  }

  /** The next portion; once it is stored, tell with {@link stored}. */
  portion(): CheckpointPortion | null {
    const { pending, stored_: rows } = this;
    if (pending === null) return null;
    const pages = pending.pages.slice(0, PAGES_AT_ONCE).map(stored);
    if (pages.length < pending.pages.length) {
      return { pages, row: null, goneMoments: [], gonePages: [] };
    }
    const remaining = thinned([...rows, pending.row]);
    const used = pagesOf(remaining);
    const gone = [...rows.filter((row) => !remaining.includes(row)), ...this.spoilt];
    const gonePages = [...pagesOf(gone)].filter((page) => !used.has(page));
    return { pages, row: pending.row, goneMoments: gone.map(({ moment }) => moment), gonePages };
  }

  /** The one that is being stored is not to be: some of its pages are lost. */
  drop(): void {
    this.pending = null;
  }

  stored(portion: CheckpointPortion): void {
    const { pending } = this;
    if (pending === null) return;
    pending.pages.splice(0, portion.pages.length);
    if (portion.row === null) return;
    this.stored_ = thinned([...this.stored_, portion.row]);
    this.kept = pagesOf(this.stored_);
    this.spoilt = [];
    this.pending = null;
  }
}

/** The numbers of the pages of some checkpoints. */
function pagesOf(rows: readonly StoredCheckpoint[]): Set<number> {
  return new Set(rows.flatMap(({ pages }) => pages));
}

/** Of too many every second goes along the way, but never the last one stored, nor the furthest of its branch. */
function thinned(rows: StoredCheckpoint[]): StoredCheckpoint[] {
  if (rows.length <= MOST_MOMENTS) return rows;
  const last = rows.at(-1)!;
  const along = [...rows].sort((a, b) => a.events - b.events);
  const furthest = along.findLast(({ branch }) => branch === last.branch);
  const kept = new Set(along.filter((_, place) => (along.length - 1 - place) % 2 === 0));
  return rows.filter((row) => kept.has(row) || row === last || row === furthest);
}

/** As it goes to the database: pages of logs are read back for it, wherever they are. */
function stored({ page, content: held }: { page: number; content: Page }): StoredPage {
  const content = held instanceof LogPage ? { base: held.base, values: held.numbers() } : held;
  return { page, check: checkOf(content), content };
}

function checkOf(page: Page): number {
  if (isLogPage(page)) return mix(checkOf(page.values), hashText(String(page.base)));
  if (!ArrayBuffer.isView(page)) return hashText(JSON.stringify(page));
  return checkOfBytes(page);
}

const isLogPage = (page: Page): page is { base: number; values: Numbers } =>
  'values' in page && 'base' in page;

const copyOf = (page: Page): Page =>
  page instanceof LogPage
    ? new LogPage(page.numbers().slice(), page.base)
    : (page as { slice(): Page }).slice();

/**
 * Puts checkpoints together again. Each page is looked at once, however many share it.
 * @returns those that are whole, and the rows of those of which a page is missing or damaged.
 */
export function assembleCheckpoints(
  rows: readonly StoredCheckpoint[],
  pages: ReadonlyMap<number, StoredPage>,
): { whole: WholeCheckpoint[]; damaged: StoredCheckpoint[] } {
  const isWhole = new Map<number, boolean>();
  const holds = (number: number): boolean => {
    const known = isWhole.get(number);
    if (known !== undefined) return known;
    const page = pages.get(number);
    const whole = page !== undefined && takeBack(page);
    isWhole.set(number, whole);
    return whole;
  };
  const whole: WholeCheckpoint[] = [];
  const damaged: StoredCheckpoint[] = [];
  for (const row of rows) {
    if (!row.pages.every(holds)) damaged.push(row);
    else whole.push({ row, checkpoint: assembled(row, pages) });
  }
  return { whole, damaged };
}

/** Makes a page of a log what it was, so that it may leave memory. @returns false when it is damaged. */
export function takeBack(page: StoredPage): boolean {
  if (page.content instanceof LogPage) return true;
  if (checkOf(page.content) !== page.check) return false;
  if (!isLogPage(page.content)) return true;
  const log = asLogPage(page.content);
  log.mayLeave();
  page.content = log;
  return true;
}

function assembled(row: StoredCheckpoint, pages: ReadonlyMap<number, StoredPage>): Checkpoint {
  return withPages(row.checkpoint, (numbers) =>
    numbers.map((number) => pages.get(number as unknown as number)!.content),
  ) as Checkpoint;
}
