/** The figures of event source mappings, functions, pipes, alarms and destinations. */
import type { AlarmStateName, FaultKind, FunctionDefinition } from '../../../engine/definition.ts';
import type { BatchSlot, FunctionCard, Mark, PipeStages } from '../../scene/scene.ts';

interface FigureBase {
  title: string;
  /** The figure in a sentence or two: its caption, and its text alternative. */
  text: string;
}

/** Each reader of a mapping: where its cursor is, what it has in hand, what it waits for. */
export interface Readers extends FigureBase {
  kind: 'readers';
  mappingState: string;
  lastResult: string;
  batchSize: number;
  windowMs: number;
  /** Of the axis of age. */
  retentionMs: number;
  rows: (BatchSlot & {
    /** Sequence number of the last record that is done with; empty before the first. */
    cursor: string;
    /** Records that polls have brought and that are not in a batch yet. */
    buffered: number;
    iteratorAgeMs: number;
    /** On the axis of age, 0 to 1. */
    agePart: number;
    /** What it does, in words: the picture's text alternative. */
    says: string;
    tone: 'plain' | 'bad' | 'behind' | 'good';
  })[];
  ticks: { at: number; label: string }[];
  hidden: number;
}

export type SplitState =
  | 'succeeded'
  | 'failed'
  | 'running'
  | 'backingOff'
  | 'waiting'
  | 'discarded'
  | 'split';

export interface SplitNode {
  /** Ordinals in the shard. */
  first: number;
  depth: number;
  /** Place among the records of the whole batch, 0 to 1. */
  from: number;
  to: number;
  records: number;
  state: SplitState;
  /** The record that stands alone in it. */
  alone: Mark | null;
  says: string;
}

/** A failing batch that is split in halves, down to the record that is to blame. */
export interface SplitTree extends FigureBase {
  kind: 'splitTree';
  shardLabel: string;
  depth: number;
  records: number;
  nodes: SplitNode[];
}

/** A batch of which the function reported some records as failed. */
/** `lowest` decides where the checkpoint moves to; `reported`: others that were reported. */
export type PartialState = 'done' | 'lowest' | 'reported' | 'again';

export interface PartialFailure extends FigureBase {
  kind: 'partialFailure';
  shardLabel: string;
  cells: { mark: Mark; state: PartialState }[];
  /** Records that are not shown. */
  more: number;
  /** Sequence number of the lowest that was reported: the new checkpoint. */
  checkpoint: string;
}

/** The lanes of one shard, each with the items whose records went into it. */
export interface Lanes extends FigureBase {
  kind: 'lanes';
  shards: {
    label: string;
    lanes: { lane: number; records: number; items: Mark[]; moreItems: number; state: string }[];
  }[];
}

/** A mapping's filters, and the records that none of them let through. */
export interface Filters extends FigureBase {
  kind: 'filters';
  filters: { pattern: string; matched: number }[];
  /** Of so many of the latest records. */
  looked: number;
  /** Since the lab began. */
  dropped: number;
  latest: { mark: Mark; why: string[] }[];
}

/** The tumbling windows that are open. */
export interface Windows extends FigureBase {
  kind: 'windows';
  rows: {
    label: string;
    /** `09:00:10 – 09:00:20` */
    span: string;
    /** How much of it has gone by. */
    part: number;
    records: number;
    /** The state that goes with it, as JSON text. */
    state: string;
    isFinal: boolean;
  }[];
  /** Windows that ended, the latest first. */
  ended: { at: number; text: string }[];
}

/** The execution environments of a function. */
export interface Environments extends FigureBase {
  kind: 'environments';
  environments: FunctionCard['environments'];
  concurrency: FunctionCard['concurrency'];
}

/** How a function behaves in the lab, and what of it is broken: neither is AWS's to set. */
export interface Behaviour extends FigureBase {
  kind: 'behaviour';
  function: number;
  logicalId: string;
  settings: Pick<FunctionDefinition, 'durationMs' | 'coldStartMs' | 'effects'>;
  /** Every way to break it; `detail` says what a fault that is on strikes. */
  faults: { kind: FaultKind; on: boolean; detail: string; about: string }[];
}

export interface Pipe extends FigureBase {
  kind: 'pipe';
  stages: PipeStages;
  counts: { read: number; filtered: number; sent: number; deadLetters: number };
}

/** Values by name, such as metrics. */
export interface Values extends FigureBase {
  kind: 'values';
  columns: string[];
  rows: { name: string; detail: string; values: string[] }[];
}

/** An alarm's datapoints and its threshold. */
export interface Alarm extends FigureBase {
  kind: 'alarm';
  state: AlarmStateName;
  /** 0 to 1 of the figure's height; null: no datapoint. */
  points: { part: number | null; breaches: boolean; text: string }[];
  thresholdPart: number;
  threshold: string;
  history: { at: number; from: string; to: string }[];
}

/** What an on-failure destination holds. */
export interface OnFailures extends FigureBase {
  kind: 'onFailures';
  holdsRecords: boolean;
  documents: {
    document: number;
    at: number;
    /** `RetryAttemptsExhausted` */
    condition: string;
    records: Mark[];
    total: number;
    /** What it points at can still be read. */
    isAlive: boolean;
    json: unknown;
  }[];
  more: number;
}

/** The rules of an event bus. */
export interface BusRules extends FigureBase {
  kind: 'busRules';
  rules: { name: string; pattern: string; matched: number; targets: string; enabled: boolean }[];
  latest: { mark: Mark; rule: string; at: number }[];
}

export type MappingFigure =
  | Readers
  | SplitTree
  | PartialFailure
  | Lanes
  | Filters
  | Windows
  | Environments
  | Pipe
  | Values
  | Alarm
  | OnFailures
  | BusRules
  | Behaviour;
