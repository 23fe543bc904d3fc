/** What lies in the lanes of tables and streams: records, items, readers. Part of the picture as data. */

/** How a record looks, everywhere: colour by item, shape by kind, marks by history. */
export interface Mark {
  /** Row of the change. */
  change: number;
  item: number;
  /** 1 INSERT, 2 MODIFY, 3 REMOVE; 0 an answer to a read, which is no record. */
  kind: number;
  label: string;
  /** Commit, microseconds: its age is the playhead minus this. */
  at: number;
  state: 'unread' | 'read' | 'inFlight' | 'failing' | 'blocked';
  /** Seen before by the same reader. */
  duplicate: boolean;
  /** How many records this mark stands for when they are too dense to draw. */
  count: number;
  /** Number of the command whose transaction it is a part of; absent: of none. */
  transaction?: number;
  /** Deleted by the service, when its time to live had passed. */
  byTimeToLive?: boolean;
}

export interface ItemMark {
  item: number;
  label: string;
  /** There before the stream was enabled, and not changed since. */
  beforeStream: boolean;
  /** Its time to live has passed; the service has not come to it yet. */
  expired: boolean;
}

/** A write that changed nothing: it came as far as the table. */
export interface NoOpMark {
  write: number;
  item: number;
  /** 2 a put or an update, 3 a delete. */
  kind: number;
  label: string;
}

export interface PartitionLane {
  partition: number;
  id: string;
  itemCount: number;
  /** Those shown, oldest first; at most 20. */
  items: ItemMark[];
  /** Of the last seconds, oldest first; at most 3. */
  noOps: NoOpMark[];
  writeUnitsPerSecond: number;
  utilisationPercent: number;
  /** Calls that it had no units for, ever; and whether one of them was in the last seconds. */
  throttled: number;
  throttling: boolean;
  /** The item that most of its writes go to, where it has more than half of them; else ''. */
  hottest: string;
}

export interface CursorFlag {
  consumer: number;
  /** The reader's name: the function's. */
  reader: string;
  iteratorAgeMs: number;
  waiting: number;
  state: 'upToDate' | 'behind' | 'failing' | 'waitingForParent' | 'drained';
  /** failing: attempts made, and the instant (microseconds) of the next. */
  attempts: number;
  nextAttemptAt: number;
  backoffMs: number;
}

/** A shard iterator in somebody's hands: a place in a shard, good for a while. */
export interface IteratorToken {
  /** The command that asked for it. */
  command: number;
  /** `TRIM_HORIZON`, `LATEST`, `AT_SEQUENCE_NUMBER` or `AFTER_SEQUENCE_NUMBER`. */
  iteratorType: string;
  /** Ordinal of the first record that it gives, and how many records wait there. */
  ordinal: number;
  waiting: number;
  /** Of the first record that it gives; 0 where there is none yet. Milliseconds. */
  recordAgeMs: number;
  /** Since it was issued, and until it expires (below zero: since it has). Milliseconds. */
  ageMs: number;
  leftMs: number;
  /** `trimmed`: its place has fallen off; `ended`: the shard is closed and read, there is no next one. */
  state: 'valid' | 'expired' | 'trimmed' | 'ended';
  /** Answers of GetRecords that it has moved on with. */
  reads: number;
}

export interface ShardLane {
  shard: number;
  id: string;
  /** `shard 1`, or `shard 1.2` for the second generation. */
  label: string;
  open: boolean;
  /** Lane of its parent's partition, so that children take their parent's place. */
  partition: number;
  parent: number;
  recordCount: number;
  trimmedCount: number;
  marks: Mark[];
  cursors: CursorFlag[];
  /** Iterators that clients hold, the latest last; at most two. */
  tokens: IteratorToken[];
}
