/**
 * What did happen, in the past tense: the engine's only output. One entry is an instant, a kind, four
 * whole numbers whose meaning the kind gives, and the entry that caused it (-1 for none). The numbers
 * are places in the world's logs and tables, so an entry is small and everything can be looked up.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ColumnSnapshot, float64Log, int32Log, uint8Log } from './columns.ts';
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
  /** a write or command number, b error text number */
  callFailed: 8,
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
  /** a consumer, b new checkpoint: every ordinal below it is done with */
  checkpointAdvanced: 27,
  /** a consumer, b shard: it began to read */
  consumerStarted: 28,
  /** a consumer, b shard: closed and read to its end */
  shardDrained: 29,
  /** a consumer, b invocation that was not begun for want of concurrency */
  invocationThrottled: 30,
  /** a mapping: its settings changed */
  mappingUpdated: 31,
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
} as const;
export type EntryKind = (typeof Entry)[keyof typeof Entry];

export const FailureReason = { error: 1, poison: 2, crash: 3, timeout: 4, effect: 5 } as const;
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
  readonly columns: readonly ColumnSnapshot<never>[];
  readonly lanes: readonly [number, number];
}

export class Journal {
  private readonly at = float64Log();
  private readonly kind = uint8Log();
  private readonly a = int32Log();
  private readonly b = int32Log();
  private readonly c = int32Log();
  private readonly d = int32Log();
  private readonly cause = int32Log();
  private low = 0x1234_5678;
  private high = 0x0bad_cafe;

  get length(): number {
    return this.at.length;
  }

  /** Appends an entry and returns its number. */
  append(at: Instant, kind: EntryKind, a = 0, b = 0, c = 0, d = 0, cause = -1): number {
    this.at.push(at);
    this.kind.push(kind);
    this.a.push(a);
    this.b.push(b);
    this.c.push(c);
    this.d.push(d);
    let low = mix(this.low, at | 0);
    low = mix(low, a);
    this.low = mix(low, c);
    let high = mix(this.high, (at / 0x1_0000_0000) | 0);
    high = mix(high, kind);
    high = mix(high, b);
    this.high = mix(high, d ^ low);
    return this.cause.push(cause);
  }

  atOf(entry: number): Instant {
    return instant(this.at.get(entry));
  }

  kindOf(entry: number): EntryKind {
    return this.kind.get(entry) as EntryKind;
  }

  /** One entry as an object; for loops over many entries take the columns one by one. */
  read(entry: number): JournalEntry {
    return {
      at: this.atOf(entry),
      kind: this.kindOf(entry),
      a: this.a.get(entry),
      b: this.b.get(entry),
      c: this.c.get(entry),
      d: this.d.get(entry),
      cause: this.cause.get(entry),
    };
  }

  /** The number of the first entry at or after an instant. */
  firstAtOrAfter(at: Instant): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at.get(middle) < at) low = middle + 1;
      else high = middle;
    }
    return low;
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
    const columns = [this.at, this.kind, this.a, this.b, this.c, this.d, this.cause];
    return {
      columns: columns.map((column) => column.snapshot() as ColumnSnapshot<never>),
      lanes: [this.low, this.high],
    };
  }

  restore(snapshot: JournalSnapshot): void {
    const columns = [this.at, this.kind, this.a, this.b, this.c, this.d, this.cause];
    columns.forEach((column, i) => {
      column.restore(snapshot.columns[i]!);
    });
    [this.low, this.high] = snapshot.lanes;
  }
}
