/**
 * All state of a simulation, as plain data. Facts that only accumulate (items, versions, changes,
 * invocations, effects) are columns of logs and are referred to by their row number. What moves
 * (cursors, batches, meters) is a small tree of plain objects under `state`, which is all that a
 * checkpoint has to copy. Floors above read this; only the engine writes it.
 */
import type { Command, SimulationDefinition } from './definition.ts';
import type { AttributeMap } from './item/attributeValue.ts';
import type { ImageLog } from './item/imageLog.ts';
import type { KeySchema } from './item/key.ts';
import { type ItemIndex, KeyLog } from './itemIndex.ts';
import {
  float64Log,
  type Int32Log,
  type Int32State,
  int32Log,
  int32State,
  uint8Log,
  ValueLog,
} from './kernel/columns.ts';
import type { EventQueue } from './kernel/eventQueue.ts';
import type { Journal } from './kernel/journal.ts';
import type { Instant } from './kernel/time.ts';
import type { FunctionHandlers } from './lambda/handler.ts';
import type { PartitionState, StreamState, TableState } from './tableState.ts';

export type { LocalIndex, PartitionState, StreamState, TableState } from './tableState.ts';

/** `kind` column of changes and `eventName` of records. */
export const ChangeKind = { INSERT: 1, MODIFY: 2, REMOVE: 3 } as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];
export const changeKindName = (kind: number): 'INSERT' | 'MODIFY' | 'REMOVE' =>
  kind === ChangeKind.INSERT ? 'INSERT' : kind === ChangeKind.MODIFY ? 'MODIFY' : 'REMOVE';

export const WriteKind = { put: 1, update: 2, delete: 3 } as const;
export type WriteKind = (typeof WriteKind)[keyof typeof WriteKind];

/** Every key that any table ever held; a row is an *item*, and its colour for life. */
export const itemColumns = (schemaOf: (table: number) => KeySchema) => {
  const named = {
    table: int32Log(),
    /** The key as text, unique in its table: `order#13`, or `a | b` with a sort key. */
    label: new ValueLog<string>(),
  };
  return {
    ...named,
    keys: new KeyLog(named, schemaOf),
    /** Size of the key attributes, names and values. */
    keyBytes: int32Log(),
    /** Unsigned 32-bit hash of the partition key (stored signed). */
    hash: int32Log(),
  };
};

/** Every state that an item was ever in. */
export const versionColumns = () => ({
  item: int32Log(),
  /** Place in the image log; -1: the item was deleted. */
  image: int32Log(),
  /** The item's version before, or -1. */
  previous: int32Log(),
  /** The change that made it; -1 for an item that was there before the lab began. */
  change: int32Log(),
});

/** Every committed modification that has an image to show. */
export const changeColumns = () => ({
  table: int32Log(),
  item: int32Log(),
  kind: uint8Log(),
  oldVersion: int32Log(),
  newVersion: int32Log(),
  at: float64Log(),
  /** The write that made it. */
  write: int32Log(),
  /** Shard of the table's DynamoDB stream, or -1 where the table has none. */
  shard: int32Log(),
  ordinal: int32Log(),
  /** When readers of the stream can see it. */
  readableAt: float64Log(),
});

/** Every write call, whoever made it. */
export const writeColumns = () => ({
  table: int32Log(),
  item: int32Log(),
  kind: uint8Log(),
  /** Number of the command, or -1 - number of the traffic source. */
  source: int32Log(),
  sentAt: float64Log(),
});

export const kinesisRecordColumns = () => ({
  stream: int32Log(),
  shard: int32Log(),
  ordinal: int32Log(),
  change: int32Log(),
  /** 0 for the first copy, 1 for a duplicate. */
  copy: int32Log(),
  at: float64Log(),
});

/** Every batch that was sent to a function. */
export const invocationColumns = () => ({
  consumer: int32Log(),
  /** Ordinals in the consumer's shard: from the first up to, not including, `to`. */
  from: int32Log(),
  to: int32Log(),
  /** 1 for the first attempt at this batch. */
  attempt: int32Log(),
  sentAt: float64Log(),
  /** Age of the batch's last record, in ms, when it was sent. */
  iteratorAgeMs: float64Log(),
});

export const effectColumns = () => ({
  invocation: int32Log(),
  target: int32Log(),
  change: int32Log(),
  /** Global number of the function's effect (see `FunctionState.firstStep`). */
  step: int32Log(),
  sentAt: float64Log(),
});

/** Every document that told of records given up. */
export const onFailureColumns = () => ({
  consumer: int32Log(),
  from: int32Log(),
  to: int32Log(),
  /** A `DiscardReason`. */
  reason: int32Log(),
  invokeCount: int32Log(),
  /** The last invocation with these records, or -1. */
  invocation: int32Log(),
  at: float64Log(),
});

/** Written once each, later than the row they belong to. */
export const outcomeColumns = () => ({
  /** By invocation: see `InvocationOutcome`. */
  invocation: int32State(),
  /** By effect: an `EffectOutcome`, or 0 while it travels, or -1 when it failed. */
  effect: int32State(),
  /** By item: its current version, plus one; 0 when it was never there. */
  currentVersion: int32State(),
});

export const InvocationOutcome = {
  running: 0,
  succeeded: 1,
  failed: 2,
  partial: 3,
  timedOut: 4,
} as const;

/** Low bits of `World.deliveries`: what became of a change at a mapping. */
export const Settled = {
  pending: 0,
  succeeded: 1,
  filtered: 2,
  discarded: 3,
  expired: 4,
} as const;

export interface KinesisStreamState {
  id: string;
  name: string;
  arn: string;
  retentionUs: number;
  shards: number[];
  mappings: number[];
  records: number;
  duplicates: number;
  outOfOrder: number;
  changeDataCaptureUnits: number;
  trimmed: number;
}

/** A shard of either kind of stream. Its records' row numbers are in `World.shardRecords`. */
export interface ShardState {
  id: string;
  kind: 'DynamoDbStream' | 'KinesisStream';
  /** Number in `streams` or in `kinesisStreams`. */
  stream: number;
  partition: number;
  /** -1: none. */
  parent: number;
  openedAt: Instant;
  /** -1: open. */
  closedAt: Instant;
  /** How many changes the whole lab had seen when it opened, and when it closed (-1: open). */
  firstChange: number;
  endChange: number;
  /** Records ever appended. */
  count: number;
  /** Ordinal of the first record that has not been trimmed. */
  trimmed: number;
  /** Kinesis: hash range as two unsigned 32-bit words of the MD5's top, `to` not included. */
  fromHash: number;
  toHash: number;
  /** Consumers that wait for a record. */
  parked: number[];
}

export interface FunctionState {
  id: string;
  name: string;
  /** Global number of its first effect; its effects follow one another. */
  firstStep: number;
  /** Invocations running now. */
  running: number;
  environments: number;
  /** Fault numbers on it now. */
  faults: number[];
  mappings: number[];
}

export interface MappingState {
  id: string;
  function: number;
  sourceKind: 'DynamoDbStream' | 'KinesisStream';
  stream: number;
  enabled: boolean;
  batchSize: number;
  windowUs: number;
  maximumRetryAttempts: number;
  maximumRecordAgeMs: number;
  bisect: boolean;
  parallelizationFactor: number;
  reportBatchItemFailures: boolean;
  /** Patterns as JSON text; the version rises when they change. */
  filters: string[];
  filterVersion: number;
  startingPosition: 'TRIM_HORIZON' | 'LATEST' | 'AT_TIMESTAMP';
  startingPositionTimestampMs: number;
  /** Number of the target that takes on-failure documents, or -1. */
  onFailureTarget: number;
  consumers: number[];
  meters: ConsumerMeters;
}

export interface ConsumerMeters {
  received: number;
  distinct: number;
  succeeded: number;
  filtered: number;
  discarded: number;
  expired: number;
  started: number;
  succeededInvocations: number;
  failed: number;
  partial: number;
  timedOut: number;
  throttled: number;
  bisects: number;
  retries: number;
  onFailure: number;
  /** Completed effects beyond the first for the same change, effect and target. */
  duplicates: number;
  orderViolations: number;
}

/**
 * One mapping at one shard.
 *
 * waitingForParent → idle ⇄ buffering → invoking → idle, or → backingOff → invoking …; drained at the
 * end of a closed shard.
 */
export interface ConsumerState {
  mapping: number;
  shard: number;
  /** Its share of the shard, from 0, of so many (`ParallelizationFactor`). */
  lane: number;
  lanes: number;
  phase: 'waitingForParent' | 'idle' | 'buffering' | 'invoking' | 'backingOff' | 'drained';
  /** Ordinal of the first record that is not done with. */
  checkpoint: number;
  /** Ordinal after the last record that polls have brought. */
  fetched: number;
  /** First ordinal never delivered before. */
  highestDelivered: number;
  /** First record of the last batch sent: another batch from there is a retry. */
  lastFrom: number;
  /** The batch in hand (invoking, backingOff): ordinals from, to. */
  from: number;
  to: number;
  /** Attempts already made at the batch in hand. */
  attempts: number;
  /** What is left of split batches, the next one last. */
  halves: { from: number; to: number; attempts: number }[];
  /** After a partial failure: the lowest ordinal that the function reported. */
  failedFrom: number;
  /** Running now, or -1; and the latest, for the on-failure document. */
  invocation: number;
  lastInvocation: number;
  /** buffering: when the window ends; backingOff: when the next attempt comes. */
  wakeAt: Instant;
  /** Raised when the plan changes, so that an older scheduled event is ignored. */
  turn: number;
  /** Offset of its polling grid. */
  pollOffset: number;
  /** When it began to wait without having anything to do (for counting empty polls). */
  idleSince: Instant;
}

/** How an invocation that runs now will go; decided when it begins. */
export interface RunningInvocation {
  invocation: number;
  function: number;
  /** When the handler begins, after a cold start if there is one. */
  startAt: Instant;
  /** Microseconds from one effect to the next. */
  slot: number;
  /** Ordinals of its records; null: all from the batch's first to its last. */
  members: number[] | null;
  /** Effects that leave before it ends. */
  effects: number;
  /** 0, or a `FailureReason`. */
  reason: number;
  /** The change to blame, or -1. */
  blame: number;
  /** Partial failure: the lowest ordinal reported; -1 otherwise. */
  failedFrom: number;
  endAt: Instant;
}

export interface TargetState {
  id: string;
  name: string;
  kind: string;
  /** Documents, objects, e-mails or messages in it now. */
  size: number;
  effects: number;
  repeatedEffects: number;
  staleEffects: number;
  failedEffects: number;
  faults: number[];
}

export interface PollerState {
  id: string;
  table: number;
  polls: number;
  running: boolean;
  /** When the poll now running, or else the last one, began. */
  startedAt: Instant;
  nextAt: Instant;
  /** The watermark that the filter compares with, epoch ms. */
  watermarkMs: number;
  itemsEvaluated: number;
  readUnits: number;
  /** Of the poll now running, or else the last one. */
  pages: number;
  returned: number;
  /** First change not yet decided; all before it are. */
  firstUndecided: number;
  /** Seen changes whose watermark the next poll will not have passed. */
  again: number[];
  seen: number;
  repeated: number;
  missed: { collapsed: number; deletes: number; race: number; noWatermark: number };
}

export interface TrafficState {
  table: number;
  thousandthsPerSecond: number;
  sent: number;
  /** Keys below this number have been used by Insert. */
  nextKey: number;
  turn: number;
}

export interface FaultState {
  kind: string;
  target: string;
  active: boolean;
  probability: number;
  factor: number;
  match: AttributeMap | null;
}

export interface WorldState {
  tables: TableState[];
  partitions: PartitionState[];
  streams: StreamState[];
  kinesisStreams: KinesisStreamState[];
  shards: ShardState[];
  functions: FunctionState[];
  mappings: MappingState[];
  consumers: ConsumerState[];
  running: RunningInvocation[];
  targets: TargetState[];
  pollers: PollerState[];
  traffic: TrafficState[];
  faults: FaultState[];
  /** Events handled so far. */
  events: number;
}

export interface World {
  /** Functions that run code of their own; the others carry out their effects. */
  readonly handlers: FunctionHandlers;
  readonly definition: SimulationDefinition;
  readonly queue: EventQueue;
  readonly journal: Journal;
  now: Instant;
  state: WorldState;
  readonly images: ImageLog;
  readonly items: ReturnType<typeof itemColumns>;
  readonly versions: ReturnType<typeof versionColumns>;
  readonly changes: ReturnType<typeof changeColumns>;
  readonly writes: ReturnType<typeof writeColumns>;
  readonly kinesisRecords: ReturnType<typeof kinesisRecordColumns>;
  readonly invocations: ReturnType<typeof invocationColumns>;
  readonly effects: ReturnType<typeof effectColumns>;
  readonly onFailures: ReturnType<typeof onFailureColumns>;
  readonly outcomes: ReturnType<typeof outcomeColumns>;
  /** Commands as they were given. */
  readonly commands: ValueLog<Command>;
  /** AWS error texts, `Name: message`. */
  readonly errors: ValueLog<string>;
  /** By shard: for a DynamoDB stream the change's row, for Kinesis the Kinesis record's row. */
  readonly shardRecords: Int32Log[];
  /** By target: for an index, item → the effect that wrote the document, plus one; negative: that deleted it. */
  readonly documents: Int32State[];
  /** By target: change → the effect that last left something there, plus one. */
  readonly latestEffect: Int32State[];
  /** By Kinesis stream: change → copies that arrived. */
  readonly kinesisArrivals: Int32State[];
  /** By Kinesis stream: item → latest change that arrived, plus one. */
  readonly latestArrived: Int32State[];
  /** By effect step: change → completed effects. */
  readonly completedByStep: Int32State[];
  /** By poller: change → 0 undecided, 1 seen, 1 + MissReason missed. */
  readonly polled: Int32State[];
  /** By mapping: change → 8 × deliveries + how it was settled (see `Settled`). */
  readonly deliveries: Int32State[];
  /** By mapping: change → 4 × filter version + 1 passed or 2 failed; 0 not asked yet. */
  readonly filtered: Int32State[];
  /** By mapping: item → latest change delivered, plus one. */
  readonly latestDelivered: Int32State[];
  /** By traffic source: key number → item, plus one. */
  readonly trafficItems: Int32State[];
  /** Finds items by table and key text; derived from the item log. */
  readonly itemIndex: ItemIndex;
}
