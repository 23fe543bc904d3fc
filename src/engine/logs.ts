import type { FunctionCode } from './functionCode.ts';
import type { KeySchema } from './item/key.ts';
import { LabelLog } from './item/labelLog.ts';
import { KeyLog } from './itemIndex.ts';
import {
  float64Log,
  float64State,
  int8State,
  int32Log,
  int32State,
  uint8Log,
  uint16Log,
  ValueLog,
} from './kernel/columns.ts';

/** `kind` column of changes and `eventName` of records. */
export const ChangeKind = { INSERT: 1, MODIFY: 2, REMOVE: 3 } as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];
export const changeKindName = (kind: number): 'INSERT' | 'MODIFY' | 'REMOVE' =>
  kind === ChangeKind.INSERT ? 'INSERT' : kind === ChangeKind.MODIFY ? 'MODIFY' : 'REMOVE';

/** `source` column of the writes that time to live makes. */
export const TIME_TO_LIVE_SOURCE = -2_000_000_000;

export const WriteKind = { put: 1, update: 2, delete: 3 } as const;
export type WriteKind = (typeof WriteKind)[keyof typeof WriteKind];

/** Every key that any table ever held; a row is an *item*, and its colour for life. */
export const itemColumns = (schemaOf: (table: number) => KeySchema) => {
  const named = {
    table: int32Log(),
    /** The key as text, unique in its table: `order#13`, or `a | b` with a sort key. */
    label: new LabelLog(),
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
  table: uint16Log(),
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
  table: uint16Log(),
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

/** Who asked for an invocation that no event source mapping made. */
export const RequestOrigin = {
  /** Invoke, the caller waiting for the answer. */
  invoke: 1,
  /** Invoke with the InvocationType Event. */
  event: 2,
  rule: 3,
  enrichment: 4,
  redrive: 5,
  /** Somebody tries it with an event by hand: nothing waits, nothing tries again. */
  test: 6,
} as const;

/** Every *request*: an invocation that no event source mapping made. */
export const requestColumns = () => ({
  function: int32Log(),
  /** A `RequestOrigin`. */
  origin: int32Log(),
  /** The command (invoke, event), the effect that brought the event (rule), the pipe's invocation, the on-failure document. */
  by: int32Log(),
  /** The rule, or -1. */
  rule: int32Log(),
  sentAt: float64Log(),
});

export const effectColumns = () => ({
  /** Number of the invocation; below zero, -1 - the number of a request. */
  invocation: int32Log(),
  target: uint16Log(),
  change: int32Log(),
  /** Global number of the function's effect (see `FunctionState.firstStep`). */
  step: uint16Log(),
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
  /** By request: see `InvocationOutcome`; `failed` too where it was given up before it ran. */
  request: int32State(),
  /** By a pipe's invocation: the request that enriched its events, plus one. */
  enrichedBy: int32State(),
  /** By request: place of its answer in `World.answers`, plus one; 0 where there is none. */
  answer: int32State(),
  /** By request: when its latest attempt began. */
  begunAt: float64State(),
  /** By effect: an `EffectOutcome`, or 0 while it travels, or -1 when it failed. */
  effect: int8State(),
  /**
   * By item: its latest version, plus one; negative where that deleted it, so that who asks whether it is there
   * need not look further; 0 when it was never there.
   */
  currentVersion: int32State(),
  /** By item: the version whose time to live has passed, plus one, until it goes or changes. */
  expiredVersion: int32State(),
});

export const InvocationOutcome = {
  running: 0,
  succeeded: 1,
  failed: 2,
  partial: 3,
  timedOut: 4,
} as const;

/** Something that happened to an environment. */
export type EnvironmentEvent = {
  /** Row of the event before it in the same environment, or -1. */
  previous: number;
  environment: number;
  at: number;
  /** Microseconds that are left for the invocation. */
  leftUs: number;
} & (
  | {
      kind: 'begin';
      invocation: number;
      /** What it is given: the records at these ordinals, and the members of a window as JSON text. */
      shard: number;
      ordinals: readonly number[];
      window: string;
      /** Instead of records: an event as JSON text. */
      payload: string | null;
    }
  /** A call, by its row, was answered. */
  | { kind: 'answer'; call: number }
);

/** A call that a handler made. */
export interface HandlerCall {
  environment: number;
  invocation: number;
  /** Number in its environment. */
  id: number;
  service: string;
  operation: string;
  input: string;
  /** The effects that it has on targets, one per part. */
  effects: readonly number[];
}

/** A line that a handler wrote, and where. */
export interface HandlerLine {
  invocation: number;
  at: number;
  text: string;
}

/** What is known of code and its runs. */
export const codeColumns = () => ({
  sources: new ValueLog<FunctionCode>(),
  events: new ValueLog<EnvironmentEvent>(),
  calls: new ValueLog<HandlerCall>(),
  /** By call: row of its answer, plus one. */
  answerOf: int32State(),
  /** JSON texts: `{ ok: true, output }` or `{ ok: false, error }`. */
  answers: new ValueLog<string>(),
  lines: new ValueLog<HandlerLine>(),
  /** By effect: the call that it is part of, plus one. */
  callOfEffect: int32State(),
  /** Ends of invocations, as JSON text of what the code returned or threw. */
  results: new ValueLog<{ invocation: number; at: number; isError: boolean; payload: string }>(),
  /** Names of things in targets: target, line break, key there; found by `nameBuckets`, `nameNext`. */
  names: new ValueLog<string>(),
  nameBuckets: int32State(),
  nameNext: int32Log(),
  /** By name: the effect that last left it, plus one, negative when it took it away; and the version. */
  latestByName: int32State(),
  versionByName: float64State(),
});
