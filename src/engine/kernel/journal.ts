/**
 * What did happen, in the past tense: the engine's only output. One entry is an instant, a kind, four
 * whole numbers whose meaning the kind gives, and the entry that caused it (-1 for none). The numbers
 * are places in the world's logs and tables, so an entry is small and everything can be looked up.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byteLog, type ColumnSnapshot, float64Log } from './columns.ts';
import { mix } from './hash.ts';
import { type Instant, instant } from './time.ts';

/**
 * Kinds of entry with the meaning of their operands. A `…Sent` entry is a journey: it left at the
 * entry's instant and arrives `transit` microseconds later. The numbers are stored in digests and
 * databases: never change or reuse one.
 */
export const Entry = {
  /** a command number */
  commandGiven: 1,
  /** a write, b table, c item (-1 unknown), d transit: a writer's call on its way to the table */
  writeSent: 2,
  /** a change, b item, c version, d write; the item did not exist before, or was replaced */
  itemPut: 3,
  /** a change, b item, c version, d write */
  itemUpdated: 4,
  /** a change, b item, c old version, d write */
  itemDeleted: 5,
  /** a write, b item, c version: the result equals what is stored, so no change */
  noOpWritten: 6,
  /** a write, b item */
  conditionFailed: 7,
  /** a write or command number, b error text number, c 1 when a is a command */
  callFailed: 8,
  /** a command, b table, c items evaluated, d half read units */
  itemsRead: 9,
  /** a change, b shard, c ordinal in the shard, d transit until readers can see it */
  streamRecordAppended: 10,
  /** a shard, b first ordinal, c ordinal after the last: fell off at 24 h */
  recordsTrimmed: 11,
  /** a shard, b parent shard (-1 none) */
  shardOpened: 12,
  /** a shard */
  shardClosed: 13,
  /** a change, b Kinesis stream, c copy (0 first, 1 the duplicate), d transit */
  changeSentToKinesis: 14,
  /** a Kinesis record, b shard, c ordinal in the shard, d change */
  kinesisRecordAppended: 15,
  /** a table: it is being created */
  tableCreated: 16,
  /** a table: it is being deleted */
  tableDeleted: 17,
  /** a stream: what is written from now on enters it */
  streamEnabled: 18,
  /** a stream: its shards close, what they hold can be read for 24 h */
  streamDisabled: 19,
  /** a invocation, b consumer, c 1 when it is a retry, d transit: shard to function */
  batchSent: 20,
  /** a invocation, b consumer */
  invocationStarted: 21,
  /** a invocation, b consumer */
  invocationSucceeded: 22,
  /** a invocation, b consumer, c reason (see `FailureReason`), d the change to blame (-1 none) */
  invocationFailed: 23,
  /** a consumer, b attempt that failed, c first ordinal, d back-off in ms */
  retryScheduled: 24,
  /** a consumer, b first ordinal, c ordinal after the last, d reason (see `DiscardReason`) */
  recordsDiscarded: 25,
  /** a consumer, b first ordinal, c ordinal after the last: trimmed before they succeeded */
  recordsExpired: 26,
  /** a consumer, b shard: it began to read */
  consumerStarted: 28,
  /** a consumer, b shard: closed and read to its end */
  shardDrained: 29,
  /** a consumer, b invocation that was not begun for want of concurrency */
  invocationThrottled: 30,
  /** a mapping: its settings changed */
  mappingUpdated: 31,
  /** a consumer, b first ordinal, c ordinal where the second half begins, d ordinal after the last */
  batchBisected: 32,
  /** a on-failure document, b target, c consumer */
  onFailureSent: 33,
  /** a effect, b target, c change, d transit: function to target */
  effectSent: 40,
  /** a effect, b target, c change, d outcome (see `EffectOutcome`) */
  effectCompleted: 41,
  /** a effect, b target, c change: the target refused it */
  effectFailed: 42,
  /** a poller, b poll number */
  pollStarted: 50,
  /** a poller, b poll number, c page, d items evaluated in it */
  pageScanned: 51,
  /** a poller, b poll number, c change whose image it returned, d 1 when it had returned it before */
  imageReturned: 52,
  /** a poller, b poll number, c change, d reason (see `MissReason`) */
  changeMissed: 53,
  /** a poller, b poll number, c images returned */
  pollEnded: 54,
  /** a fault */
  faultStarted: 60,
  /** a fault */
  faultEnded: 61,
  /** a traffic source, b thousandths of writes per second */
  trafficChanged: 62,
  /** a table: its throughput or its billing mode changed */
  throughputChanged: 70,
  /** a table: it is ready after it was created or updated, or it is gone */
  tableSettled: 71,
  /** a command, b shard, c ordinal at which reading begins */
  shardIteratorIssued: 72,
  /** a command, b shard, c first ordinal, d ordinal after the last */
  streamRead: 73,
  /** a write, b item, c partition that has no units left for it */
  writeThrottled: 74,
  /** a command, b table, c partition that has no units left for it */
  readThrottled: 75,
  /** a command, b actions: all of them are committed */
  transactionCommitted: 76,
  /** a command, b the first action that stood against it */
  transactionCancelled: 77,
  /** a table, b 1 when it was switched on */
  timeToLiveChanged: 78,
  /** a change, b item, c old version, d write: time to live has deleted it */
  itemExpired: 79,
  /** a table, b Kinesis stream, c 1 when it was switched on */
  streamingDestinationChanged: 85,
  /** a mapping: it is being created, and reads nothing yet */
  mappingCreated: 80,
  /** a mapping: from now on it reads */
  mappingEnabled: 81,
  /** a mapping: it reads no more */
  mappingDisabled: 82,
  /** a mapping: it is gone */
  mappingDeleted: 83,
  /** a mapping, b shard, c first ordinal, d ordinal after the last: written while it was being created */
  recordsPassedOver: 84,
} as const;
export type EntryKind = (typeof Entry)[keyof typeof Entry];

export const FailureReason = {
  error: 1,
  poison: 2,
  crash: 3,
  timeout: 4,
  effect: 5,
  partial: 6,
} as const;
export const DiscardReason = { retryAttemptsExhausted: 1, recordAgeExceeded: 2 } as const;
export const MissReason = { delete: 1, collapsed: 2, race: 3, noWatermark: 4 } as const;
/** What an arriving effect did: made a thing, changed it, did it again, was refused as older. */
export const EffectOutcome = { created: 1, updated: 2, deleted: 3, repeated: 4, stale: 5 } as const;

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

export interface JournalSnapshot {
  readonly length: number;
  readonly lastAt: number;
  readonly bytes: ColumnSnapshot<Uint8Array>;
  readonly blockAt: ColumnSnapshot<Float64Array>;
  readonly blockStart: ColumnSnapshot<Float64Array>;
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
  private readonly bytes = byteLog();
  private readonly blockAt = float64Log();
  private readonly blockStart = float64Log();
  private low = 0x1234_5678;
  private high = 0x0bad_cafe;

  /** Where the last reading stopped: the entry that comes next, its place, the instant before it. */
  private nextEntry = 0;
  private nextByte = 0;
  private nextAt = 0;

  /** Appends an entry and returns its number. */
  append(at: Instant, kind: EntryKind, a = 0, b = 0, c = 0, d = 0, cause = -1): number {
    const entry = this.length++;
    const { bytes } = this;
    if (entry % BLOCK === 0) {
      this.blockAt.push(at);
      this.blockStart.push(bytes.length);
      this.lastAt = at;
    }
    bytes.push(kind);
    this.write(at - this.lastAt);
    this.lastAt = at;
    this.writeSigned(a);
    this.writeSigned(b);
    this.writeSigned(c);
    this.writeSigned(d);
    this.write(cause < 0 ? 0 : entry - cause);
    let low = mix(this.low, at | 0);
    low = mix(low, a);
    this.low = mix(low, c);
    let high = mix(this.high, (at / 0x1_0000_0000) | 0);
    high = mix(high, kind);
    high = mix(high, b);
    this.high = mix(high, d ^ low);
    return entry;
  }

  atOf(entry: number): Instant {
    return this.read(entry).at;
  }

  kindOf(entry: number): EntryKind {
    this.goTo(entry);
    return this.bytes.get(this.nextByte) as EntryKind;
  }

  /** One entry as an object. */
  read(entry: number): JournalEntry {
    this.goTo(entry);
    const kind = this.bytes.get(this.nextByte++) as EntryKind;
    this.nextAt += this.readNumber();
    const a = this.readSigned();
    const b = this.readSigned();
    const c = this.readSigned();
    const d = this.readSigned();
    const back = this.readNumber();
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
    this.nextEntry = 0;
    this.nextByte = 0;
    this.nextAt = this.blockAt.length > 0 ? this.blockAt.get(0) : 0;
  }

  /** Brings the reading place to an entry: nothing to do when it is the next one. */
  private goTo(entry: number): void {
    if (entry < 0 || entry >= this.length)
      throw new RangeError(`There is no journal entry ${entry}.`);
    const startsBlock = entry % BLOCK === 0;
    if (this.nextEntry === entry && !startsBlock) return;
    const block = (entry - (entry % BLOCK)) / BLOCK;
    const isAhead = this.nextEntry <= entry && this.nextEntry > block * BLOCK;
    if (!isAhead) {
      this.nextEntry = block * BLOCK;
      this.nextByte = this.blockStart.get(block);
      this.nextAt = this.blockAt.get(block);
    }
    while (this.nextEntry < entry) this.skip();
  }

  private skip(): void {
    this.nextByte++;
    this.nextAt += this.readNumber();
    for (let i = 0; i < 5; i++) {
      while (this.bytes.get(this.nextByte++) >= 0x80);
    }
    this.nextEntry++;
  }

  /** A whole number from 0 to 2^53, seven bits a byte, the lowest first. */
  private write(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.bytes.push(rest);
  }

  private writeSigned(value: number): void {
    this.write(value < 0 ? -2 * value - 1 : 2 * value);
  }

  private readNumber(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.bytes.get(this.nextByte++);
      if (byte < 0x80) return value + byte * unit;
      value += (byte - 0x80) * unit;
      unit *= 0x80;
    }
  }

  private readSigned(): number {
    const value = this.readNumber();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
}
