/**
 * Pages of logs. Once a page is full its numbers never change: they are packed into as few bytes as their
 * range needs, and where a file for pages was given, pages beyond a bound leave memory. Whoever reads one of
 * them brings it back, bit for bit.
 */

export type Numbers = Int32Array | Float64Array | Uint16Array | Uint8Array | Int8Array;

/** Where pages go that memory is to be spared. It is given from above; without one all stay in memory. */
export interface PageFile {
  /**
   * Keeps a copy of some bytes for as long as their holder can be reached.
   * @returns their place, or -1 when nothing more is taken, now or later.
   */
  write(bytes: Uint8Array, holder: object): number;
  /**
   * Fills `bytes` with what was written at a place.
   * @throws Error when it cannot be read back.
   */
  read(place: number, bytes: Uint8Array): void;
}

/** Full pages that stay in memory beside a file: reading through a history touches some again and again. */
const BYTES_IN_MEMORY = 32e6;
const NOWHERE = -1;

const KINDS = [Uint8Array, Uint16Array, Int32Array, Float64Array, Int8Array] as const;
const kindOf = (values: Numbers): number =>
  KINDS.indexOf(values.constructor as (typeof KINDS)[number]);

export class LogPage {
  /** The numbers are counted from here. */
  base: number;
  /** Null while they lie in the file: {@link numbers} brings them back. */
  values: Numbers | null;
  /** Where they lie, once they have left memory. */
  private file: PageFile | null = null;
  private place = NOWHERE;
  /** Kind and length of the values, which say neither while they are away. */
  private kind: number;
  private count: number;

  constructor(values: Numbers, base = 0) {
    this.base = base;
    this.values = values;
    this.kind = kindOf(values);
    this.count = values.length;
  }

  /** Bytes of its numbers, wherever they are. */
  get byteLength(): number {
    return this.count * KINDS[this.kind]!.BYTES_PER_ELEMENT;
  }

  /** Its numbers, each less the base. */
  numbers(): Numbers {
    return this.values ?? this.bringBack();
  }

  /** It is full: nobody will write it again. Whoever shares it reads the same as before. */
  close(): void {
    const { values } = this;
    if (values === null || this.file !== null) return;
    const packed = this.base === 0 ? pack(values) : null;
    if (packed !== null) {
      this.base = packed.base;
      this.values = packed.values;
      this.kind = kindOf(packed.values);
    }
    this.mayLeave();
  }

  /** It is as it will ever be, and may leave memory. */
  mayLeave(): void {
    if (this.values !== null && !isShared(this.values)) inMemory.take(this);
  }

  /** Leaves memory. @returns false when the file takes nothing more. */
  leave(file: PageFile): boolean {
    const { values } = this;
    if (values === null) return true;
    if (this.file === null) {
      this.place = file.write(bytesOf(values), this);
      if (this.place === NOWHERE) return false;
      this.file = file;
    }
    this.values = null;
    return true;
  }

  private bringBack(): Numbers {
    const values = new KINDS[this.kind]!(this.count);
    this.file!.read(this.place, bytesOf(values));
    this.values = values;
    inMemory.take(this);
    return values;
  }
}

/** A page as it may come from elsewhere: from a database, or from a structured clone. */
export function asLogPage(page: unknown): LogPage {
  if (page instanceof LogPage) return page;
  if (ArrayBuffer.isView(page)) return new LogPage(page as Numbers); // of before pages had a base
  const { base, values } = page as { base: number; values: Numbers };
  return new LogPage(values, base);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Full pages in memory: when they are too many, those go that have come, or come back, longest ago. */
class PagesInMemory {
  private file: PageFile | null = null;
  private most = BYTES_IN_MEMORY;
  private bytes = 0;
  /** Oldest first, from `first` on. */
  private pages: LogPage[] = [];
  private first = 0;

  use(file: PageFile | null, most: number): void {
    this.file = file;
    this.most = most;
    this.forget();
  }

  take(page: LogPage): void {
    if (this.file === null) return;
    this.pages.push(page);
    this.bytes += page.byteLength;
    while (this.bytes > this.most && this.pages.length - this.first > 1) this.letOneGo();
  }

  private letOneGo(): void {
    const page = this.pages[this.first++]!;
    this.bytes -= page.byteLength;
    if (!page.leave(this.file!)) {
      this.file = null; // what is away can still be read
      this.forget();
      return;
    }
    if (this.first * 2 < this.pages.length) return;
    this.pages = this.pages.slice(this.first);
    this.first = 0;
  }

  private forget(): void {
    this.pages = [];
    this.first = 0;
    this.bytes = 0;
  }
}

const inMemory = new PagesInMemory();

/** From now on full pages beyond so many bytes go to a file, or with null stay in memory. */
export function keepPagesIn(file: PageFile | null, bytesInMemory = BYTES_IN_MEMORY): void {
  inMemory.use(file, bytesInMemory);
}

const INT32_RANGE = 2 ** 32;
/** The offsets of all pages of one number. */
const NO_OFFSETS = new Map<number, Uint8Array>();

const isShared = (values: Numbers): boolean => NO_OFFSETS.get(values.length) === values;

/** The narrowest numbers that hold some others, or null when those are. */
function pack(values: Numbers): { base: number; values: Numbers } | null {
  const { length, BYTES_PER_ELEMENT: bytes } = values;
  if (bytes === 1) return null;
  let least = values[0]!;
  let most = least;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
    if (bytes === 8 && !Number.isInteger(value)) return null;
  }
  const offsets = offsetsFor(most - least, length);
  if (offsets.BYTES_PER_ELEMENT >= bytes) return null;
  const base = offsets.BYTES_PER_ELEMENT === 4 ? least + INT32_RANGE / 2 : least;
  if (most > least) for (let i = 0; i < length; i++) offsets[i] = values[i]! - base;
  return { base, values: offsets };
}

/** Only kinds of numbers that columns have anyway: one more would slow every reading down. */
function offsetsFor(range: number, length: number): Numbers {
  if (range === 0) {
    const none = NO_OFFSETS.get(length) ?? new Uint8Array(length);
    NO_OFFSETS.set(length, none);
    return none;
  }
  if (range < 0x100) return new Uint8Array(length);
  if (range < 0x1_0000) return new Uint16Array(length);
  return range < INT32_RANGE ? new Int32Array(length) : new Float64Array(length);
}
