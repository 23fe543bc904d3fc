/**
 * State that is never copied. A **log** only grows: a checkpoint keeps its length, and a fork shares
 * its pages, of which those that are full are packed. A **state column** may be written anywhere: a checkpoint shares its pages and the first
 * write to a shared page copies that page alone. Both are paged typed arrays.
 */
import { asLogPage, LogPage, type Numbers } from './logPage.ts';

/** Pages hold powers of two, so that a place is found by a shift and a mask. */
const LOG_SHIFT = 12;
const BYTE_SHIFT = 16;
const STATE_SHIFT = 10;
const STATE_PAGE = 1 << STATE_SHIFT;
const STATE_MASK = STATE_PAGE - 1;

type Page = Numbers;
type PageMaker<P extends Page> = (size: number) => P;

/** Pages and length of a column at one moment; plain references, nothing copied. */
export interface ColumnSnapshot<P> {
  readonly pages: readonly P[];
  readonly length: number;
}

/** An append-only column of numbers. Reading beyond its length is undefined behaviour. */
export class LogColumn<P extends Page> {
  length = 0;
  private pages: LogPage[] = [];
  /** The numbers of the page that grows; only while there is one that is this column's own. */
  private growing: P | null = null;

  private readonly makePage: PageMaker<P>;
  private readonly shift: number;
  private readonly mask: number;

  constructor(makePage: PageMaker<P>, shift = LOG_SHIFT) {
    this.makePage = makePage;
    this.shift = shift;
    this.mask = (1 << shift) - 1;
  }

  push(value: number): number {
    const at = this.length;
    const slot = at & this.mask;
    const values = slot === 0 || this.growing === null ? this.openPage(slot) : this.growing;
    values[slot] = value;
    this.length = at + 1;
    return at;
  }

  get(index: number): number {
    const page = this.pages[index >>> this.shift]!;
    return page.base + (page.values ?? page.numbers())[index & this.mask]!;
  }

  /** How many numbers this column and another begin with in common. Shared pages are not looked at. */
  commonLength(other: ColumnSnapshot<LogPage>): number {
    const most = Math.min(this.length, other.length);
    const size = this.mask + 1;
    for (let from = 0; from < most; from += size) {
      const mine = this.pages[from >>> this.shift]!;
      const its = other.pages[from >>> this.shift]!;
      if (mine === its) continue;
      const end = Math.min(size, most - from);
      const [values, others] = [mine.numbers(), its.numbers()];
      for (let slot = 0; slot < end; slot++) {
        if (mine.base + values[slot]! !== its.base + others[slot]!) return from + slot;
      }
    }
    return most;
  }

  snapshot(): ColumnSnapshot<LogPage> {
    return { pages: this.pages.slice(), length: this.length };
  }

  restore(snapshot: ColumnSnapshot<LogPage>): void {
    const pages = snapshot.pages.slice(0, Math.ceil(snapshot.length / (this.mask + 1)));
    this.pages = pages[0] instanceof LogPage ? pages : pages.map(asLogPage);
    this.length = snapshot.length;
    this.growing = null; // the last page may belong to another future too
  }

  /** Makes the page that the next number goes to: a new one, or its own copy of one that others hold. */
  private openPage(slot: number): P {
    const place = this.length >>> this.shift;
    const values = this.makePage(this.mask + 1);
    if (slot === 0) {
      if (place > 0) this.pages[place - 1]!.close();
    } else {
      const { [place]: last } = this.pages;
      const shared = last!.numbers();
      for (let i = 0; i < slot; i++) values[i] = last!.base + shared[i]!;
    }
    this.pages.length = place;
    this.pages.push(new LogPage(values));
    this.growing = values;
    return values;
  }
}

/**
 * A column of numbers that may be written anywhere; new places hold `initial`. Until the first checkpoint
 * they lie in one piece: a run that nobody goes back in finds a number without looking for its page.
 */
export class StateColumn<P extends Page> {
  length = 0;
  /** The one piece; null once the column is in pages. */
  private whole: P | null;
  private pages: P[] = [];
  /** Pages that a checkpoint also holds are copied before they are written. */
  private owned: boolean[] = [];

  private readonly makePage: PageMaker<P>;
  private readonly initial: number;

  constructor(makePage: PageMaker<P>, initial = 0) {
    this.makePage = makePage;
    this.initial = initial;
    this.whole = makePage(0);
  }

  get(index: number): number {
    if (index >= this.length) return this.initial;
    if (this.whole !== null) return this.whole[index]!;
    return this.pages[index >>> STATE_SHIFT]![index & STATE_MASK]!;
  }

  set(index: number, value: number): void {
    if (this.whole !== null) {
      if (index >= this.whole.length) this.whole = this.longer(this.whole, index);
      this.whole[index] = value;
    } else this.ownPage(index >>> STATE_SHIFT)[index & STATE_MASK] = value;
    if (index >= this.length) this.length = index + 1;
  }

  snapshot(): ColumnSnapshot<P> {
    if (this.whole !== null) this.cut(this.whole);
    this.owned.fill(false);
    return { pages: this.pages.slice(), length: this.length };
  }

  restore(snapshot: ColumnSnapshot<P>): void {
    this.whole = null;
    this.pages = snapshot.pages.slice();
    this.owned = this.pages.map(() => false);
    this.length = snapshot.length;
  }

  /** A page that no checkpoint holds, with all pages before it. */
  private ownPage(page: number): P {
    while (page >= this.pages.length) {
      this.pages.push(this.fresh(STATE_PAGE));
      this.owned.push(true);
    }
    if (!this.owned[page]) {
      this.pages[page] = this.pages[page]!.slice() as P;
      this.owned[page] = true;
    }
    return this.pages[page]!;
  }

  /** The one piece with room for a place: whole pages, at least twice as many as before. */
  private longer(whole: P, index: number): P {
    const pages = Math.max((index >>> STATE_SHIFT) + 1, (whole.length >>> STATE_SHIFT) * 2);
    const longer = this.fresh(pages << STATE_SHIFT);
    longer.set(whole);
    return longer;
  }

  private cut(whole: P): void {
    for (let from = 0; from < this.length; from += STATE_PAGE) {
      this.pages.push(whole.slice(from, from + STATE_PAGE) as P);
      this.owned.push(true);
    }
    this.whole = null;
  }

  private fresh(size: number): P {
    const fresh = this.makePage(size);
    if (this.initial !== 0) fresh.fill(this.initial);
    return fresh;
  }
}

/** An append-only list of immutable values (strings, frozen objects). */
export class ValueLog<T> {
  length = 0;
  private pages: T[][] = [];
  private lastPageShared = false;

  push(value: T): number {
    const at = this.length;
    const slot = at % STATE_PAGE;
    const page = (at - slot) / STATE_PAGE;
    if (slot === 0) {
      this.pages.length = page;
      this.pages.push([]);
      this.lastPageShared = false;
    } else if (this.lastPageShared) {
      this.pages[page] = this.pages[page]!.slice(0, slot);
      this.lastPageShared = false;
    }
    this.pages[page]![slot] = value;
    this.length = at + 1;
    return at;
  }

  get(index: number): T {
    return this.pages[index >>> STATE_SHIFT]![index & STATE_MASK]!;
  }

  snapshot(): ColumnSnapshot<T[]> {
    return { pages: this.pages.slice(), length: this.length };
  }

  restore(snapshot: ColumnSnapshot<T[]>): void {
    this.pages = snapshot.pages.slice(0, Math.ceil(snapshot.length / STATE_PAGE));
    this.length = snapshot.length;
    this.lastPageShared = true;
  }
}

export type Int32Log = LogColumn<Int32Array>;
export type Float64Log = LogColumn<Float64Array>;
export type Uint8Log = LogColumn<Uint8Array>;
export type Uint16Log = LogColumn<Uint16Array>;
export type Int8State = StateColumn<Int8Array>;
export type Int32State = StateColumn<Int32Array>;
export type Float64State = StateColumn<Float64Array>;

export const int32Log = (): Int32Log => new LogColumn((size) => new Int32Array(size));
export const float64Log = (): Float64Log => new LogColumn((size) => new Float64Array(size));
export const uint8Log = (): Uint8Log => new LogColumn((size) => new Uint8Array(size));
/** For the numbers of tables, targets and steps, of which a lab has few. */
export const uint16Log = (): Uint16Log => new LogColumn((size) => new Uint16Array(size));
/** For outcomes, which are small. */
export const int8State = (): Int8State => new StateColumn((size) => new Int8Array(size));
/** For bytes by the million: larger pages, so that a checkpoint lists fewer of them. */
export const byteLog = (): Uint8Log => new LogColumn((size) => new Uint8Array(size), BYTE_SHIFT);
export const int32State = (initial = 0): Int32State =>
  new StateColumn((size) => new Int32Array(size), initial);
export const float64State = (initial = 0): Float64State =>
  new StateColumn((size) => new Float64Array(size), initial);
