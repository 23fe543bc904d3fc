/**
 * What did happen, in the past tense: the engine's only output. One entry is an instant, a kind, four
 * whole numbers whose meaning the kind gives, and the entry that caused it (-1 for none). The numbers
 * are places in the world's logs and tables, so an entry is small and everything can be looked up.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ColumnSnapshot, float64Log } from './columns.ts';
import type { EntryKind } from './entry.ts';
import { mix } from './hash.ts';
import type { LogPage } from './logPage.ts';
import { PackedNumbers } from './packedNumbers.ts';
import { type Instant, instant } from './time.ts';

export * from './entry.ts';

export interface JournalEntry {
  at: Instant;
  kind: EntryKind;
  a: number;
  b: number;
  c: number;
  d: number;
  /** The entry that caused this one, or -1. */
  cause: number;
}

/** What is told of each entry as it is made, where the journal itself is not kept. */
export type JournalReader = (
  at: Instant,
  kind: EntryKind,
  a: number,
  b: number,
  c: number,
  d: number,
) => void;

export interface JournalSnapshot {
  readonly length: number;
  readonly lastAt: number;
  readonly bytes: ColumnSnapshot<LogPage>;
  readonly blockAt: ColumnSnapshot<LogPage>;
  readonly blockStart: ColumnSnapshot<LogPage>;
  readonly lanes: readonly [number, number];
}

/** Entries between two places from which reading can begin. */
const BLOCK = 32;

/**
 * The journal, packed: an entry is its kind and six numbers of as many bytes as they need (13 on the
 * average), its instant told from the entry before. Reading on from entry to entry is cheap; reading
 * anywhere begins at the block's start.
 */
export class Journal {
  length = 0;
  private lastAt = 0;
  private readonly bytes = new PackedNumbers();
  private readonly blockAt = float64Log();
  private readonly blockStart = float64Log();
  private low = 0x1234_5678;
  private high = 0x0bad_cafe;
  /** Who is told of entries that are not kept, and by kind whether it wants to know. */
  private reader: JournalReader | null = null;
  private readonly wanted = new Uint8Array(256);

  /** Where the last reading stopped: the entry that comes next, and the instant before it. */
  private nextEntry = 0;
  private nextAt = 0;

  /** Appends an entry and returns its number. */
  append(at: Instant, kind: EntryKind, a = 0, b = 0, c = 0, d = 0, cause = -1): number {
    const entry = this.length++;
    if (this.reader === null) this.keep(entry, at, kind, a, b, c, d, cause);
    else if (this.wanted[kind] === 1) this.reader(at, kind, a, b, c, d);
    let low = mix(this.low, at | 0);
    low = mix(low, a);
    this.low = mix(low, c);
    let high = mix(this.high, (at / 0x1_0000_0000) | 0);
    high = mix(high, kind);
    high = mix(high, b);
    this.high = mix(high, d ^ low);
    return entry;
  }

  /**
   * Tells a reader of all that is kept, and from now on of each entry as it is made, as far as they are of
   * some kinds: nothing is kept any more, but length and digest go on. Entries can then no longer be read.
   */
  passOn(kinds: Iterable<EntryKind>, reader: JournalReader): void {
    for (const kind of kinds) this.wanted[kind] = 1;
    for (let entry = 0; entry < this.length; entry++) {
      const { at, kind, a, b, c, d } = this.read(entry);
      if (this.wanted[kind] === 1) reader(at, kind, a, b, c, d);
    }
    this.reader = reader;
  }

  private keep(
    entry: number,
    at: Instant,
    kind: EntryKind,
    a: number,
    b: number,
    c: number,
    d: number,
    cause: number,
  ): void {
    const { bytes } = this;
    if (entry % BLOCK === 0) {
      this.blockAt.push(at);
      this.blockStart.push(bytes.length);
      this.lastAt = at;
    }
    bytes.pushByte(kind);
    bytes.push(at - this.lastAt);
    this.lastAt = at;
    bytes.pushSigned(a);
    bytes.pushSigned(b);
    bytes.pushSigned(c);
    bytes.pushSigned(d);
    bytes.push(cause < 0 ? 0 : entry - cause);
  }

  atOf(entry: number): Instant {
    return this.read(entry).at;
  }

  kindOf(entry: number): EntryKind {
    this.goTo(entry);
    return this.bytes.byteAt(this.bytes.place) as EntryKind;
  }

  /** One entry as an object. */
  read(entry: number): JournalEntry {
    this.goTo(entry);
    const kind = this.bytes.readByte() as EntryKind;
    this.nextAt += this.bytes.read();
    const a = this.bytes.readSigned();
    const b = this.bytes.readSigned();
    const c = this.bytes.readSigned();
    const d = this.bytes.readSigned();
    const back = this.bytes.read();
    this.nextEntry++;
    return { at: instant(this.nextAt), kind, a, b, c, d, cause: back === 0 ? -1 : entry - back };
  }

  /** The number of the first entry at or after an instant. */
  firstAtOrAfter(at: Instant): number {
    let low = 0;
    let high = this.blockAt.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blockAt.get(middle) < at) low = middle + 1;
      else high = middle;
    }
    let entry = Math.max(0, low - 1) * BLOCK;
    while (entry < this.length && this.atOf(entry) < at) entry++;
    return entry;
  }

  /** 64 hexadecimal digits that two equal histories share. */
  digest(): string {
    const words = new DataView(new ArrayBuffer(16));
    words.setInt32(0, this.low);
    words.setInt32(4, this.high);
    words.setFloat64(8, this.length);
    return bytesToHex(sha256(new Uint8Array(words.buffer)));
  }

  /**
   * How many entries this journal begins with that an earlier moment of the same lab began with, too:
   * fewer than either has when the two belong to different futures. Pages that both hold are not
   * looked at.
   */
  commonLength(other: JournalSnapshot): number {
    const most = Math.min(this.length, other.length);
    const alike = this.bytes.commonLength(other.bytes);
    if (alike >= Math.min(this.bytes.length, other.bytes.length)) return most;
    let low = 0;
    let high = Math.ceil(most / BLOCK) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.blockStart.get(middle) <= alike) low = middle;
      else high = middle - 1;
    }
    let entry = low * BLOCK;
    this.goTo(entry);
    while (entry < most) {
      this.skip();
      if (this.bytes.place > alike) break;
      entry++;
    }
    this.forgetPlace();
    return entry;
  }

  snapshot(): JournalSnapshot {
    return {
      length: this.length,
      lastAt: this.lastAt,
      bytes: this.bytes.snapshot(),
      blockAt: this.blockAt.snapshot(),
      blockStart: this.blockStart.snapshot(),
      lanes: [this.low, this.high],
    };
  }

  restore(snapshot: JournalSnapshot): void {
    this.length = snapshot.length;
    this.lastAt = snapshot.lastAt;
    this.bytes.restore(snapshot.bytes);
    this.blockAt.restore(snapshot.blockAt);
    this.blockStart.restore(snapshot.blockStart);
    [this.low, this.high] = snapshot.lanes;
    this.forgetPlace();
  }

  private forgetPlace(): void {
    this.nextEntry = 0;
    this.bytes.place = 0;
    this.nextAt = this.blockAt.length > 0 ? this.blockAt.get(0) : 0;
  }

  /** Brings the reading place to an entry: nothing to do when it is the next one. */
  private goTo(entry: number): void {
    if (entry < 0 || entry >= this.length)
      throw new RangeError(`There is no journal entry ${entry}.`);
    if (this.reader !== null) throw new Error('This journal is passed on, not kept.');
    const startsBlock = entry % BLOCK === 0;
    if (this.nextEntry === entry && !startsBlock) return;
    const block = (entry - (entry % BLOCK)) / BLOCK;
    const isAhead = this.nextEntry <= entry && this.nextEntry > block * BLOCK;
    if (!isAhead) {
      this.nextEntry = block * BLOCK;
      this.bytes.place = this.blockStart.get(block);
      this.nextAt = this.blockAt.get(block);
    }
    while (this.nextEntry < entry) this.skip();
  }

  private skip(): void {
    this.bytes.readByte();
    this.nextAt += this.bytes.read();
    this.bytes.skip(5);
    this.nextEntry++;
  }
}
