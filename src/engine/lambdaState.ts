/** The moving state of functions and of the event source mappings that invoke them. */
import type { FunctionDefinition } from './definition.ts';
import type { Instant } from './kernel/time.ts';

export interface FunctionState {
  id: string;
  name: string;
  /** What it is now: as the lab's file has it, or as it was created, and changed since. */
  settings: FunctionDefinition;
  lastModifiedAt: Instant;
  /** It is gone, and kept for what it did. */
  isDeleted: boolean;
  /** Global number of its first effect; its effects follow one another. */
  firstStep: number;
  /** Invocations running now. */
  running: number;
  /** Invocations on their way to it. */
  inTransit: number;
  environments: number;
  /** Environments made since `scalingSince`, for the rate at which a function may grow [F8]. */
  scaled: number;
  scalingSince: Instant;
  /** Fault numbers on it now. */
  faults: number[];
  mappings: number[];
  /** Row of the code that it runs (`World.code.sources`), or -1. */
  code: number;
  /** Global number of what its code does to the first target, the others follow; -1 before it has code. */
  firstCodeStep: number;
}

/** A place in which a function's code runs, one invocation at a time. */
export interface EnvironmentState {
  /** Never given twice. */
  id: number;
  function: number;
  /** Row of its code. */
  code: number;
  /** Row of the last thing that happened to it (`World.code.events`), or -1. */
  last: number;
  /** Invocations that have ended in it. */
  invocations: number;
  isBusy: boolean;
  /** Running in it now, or -1; below -1 a test. */
  invocation: number;
  /** Calls whose answers came while it was frozen: it hears of them when it goes on. */
  held: number[];
}

/** A run of the function's own code. */
export interface CodeRun {
  /** Id of its environment. */
  environment: number;
  /** The code has answered, or was cut off: the environment is frozen. */
  isOver: boolean;
  /** It has begun. */
  hasBegun: boolean;
  /** Its environment is of no use any more. */
  isLost: boolean;
  /** Microseconds of the function's own work that are left when its code has answered. */
  restUs: number;
  /** How many times as long everything takes. */
  slow: number;
  /** It crashes after so many of its calls have been done, 0: it does not; and how many have been. */
  crashAfter: number;
  done: number;
  /** Effects on targets so far: change, target, and so on. */
  credited: number[];
}

export type MappingStatus =
  | 'Creating'
  | 'Enabling'
  | 'Enabled'
  | 'Disabling'
  | 'Disabled'
  | 'Updating'
  | 'Deleting'
  | 'Deleted';

export interface MappingState {
  id: string;
  uuid: string;
  /** AWS's word; Deleted ones are kept for what they did. */
  state: MappingStatus;
  lastModifiedAt: Instant;
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
  /** Length of its tumbling windows, or 0. */
  tumblingUs: number;
  /** What an update in progress will set, and the entry that asked for it. */
  update: { input: Record<string, unknown>; cause: number } | null;
  /** The reading end of an EventBridge pipe rather than a mapping of Lambda's. */
  isPipe: boolean;
  /** Number of the function that a pipe enriches its batches with, or -1. */
  enrichment: number;
  /** It may not read its source: the permission is lost. */
  denied: boolean;
  /** What came of the last batch, in AWS's words. */
  lastResult: string;
  /** When it first knew of its source's shards. */
  readsSince: Instant;
  startingPosition: 'TRIM_HORIZON' | 'LATEST' | 'AT_TIMESTAMP';
  startingPositionTimestampMs: number;
  /** Number of the target that takes on-failure documents, or -1. */
  onFailureTarget: number;
  /** Changes of its source that lie before its starting position. */
  passedOver: number;
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
  /** Reads that its shards refused because too many mappings read them. */
  readThrottles: number;
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
  /** Another division of the shard into lanes has taken its place. */
  retired: boolean;
  /** Ordinal at which it began to read. */
  begins: number;
  /** Below this ordinal lanes before it may have been further than its checkpoint. */
  relanedBelow: number;
  /** The tumbling window that is open, or null. */
  tumbling: WindowState | null;
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

/** A tumbling window of one consumer. */
export interface WindowState {
  /** Epoch milliseconds, the end not included. */
  startMs: number;
  endMs: number;
  /** What the function returned last, as JSON text. */
  state: string;
  /** Records that were processed in it. */
  records: number;
  /** Its last invocation is on its way. */
  isFinal: boolean;
  /** Its state grew beyond what is allowed. */
  isTerminatedEarly: boolean;
}

/** How an invocation that runs now will go; decided when it begins. */
export interface RunningInvocation {
  /** Number of the invocation; below zero, -1 - the number of a request. */
  invocation: number;
  function: number;
  /** When the handler begins, after a cold start if there is one. */
  startAt: Instant;
  /** Microseconds from one effect to the next. */
  slot: number;
  /** Ordinals of its records; null: all from the batch's first to its last. */
  members: number[] | null;
  /** The changes that effects are about, where they are not those of the batch: of a request, or of a pipe's enriched events. */
  changes: number[] | null;
  /** 1 for the first attempt at a request. */
  attempt: number;
  /** Effects that leave before it ends, markers counted like them. */
  effects: number;
  /** What it does for each record, see `callsOf`; null: its effects, in their order. */
  calls: number[] | null;
  /** 0, or a `FailureReason`. */
  reason: number;
  /** The change to blame, or -1. */
  blame: number;
  /** Partial failure: the lowest ordinal reported; -1 otherwise. */
  failedFrom: number;
  endAt: Instant;
  /** The tumbling window's state after it, as JSON text; empty without a window. */
  windowState: string;
  /** Where its own code runs. */
  code: CodeRun | null;
}
