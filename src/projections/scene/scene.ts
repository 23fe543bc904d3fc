/**
 * The picture as data: what the stage shows at one instant. Made in the worker by pure functions of
 * the world and the journal, sent to the page, painted there. Numbers carry their unit in the name.
 */

import type { AlarmCard, FunctionCard } from '../cards/functionShapes.ts';
import type { ComparisonRow } from '../comparison/comparisonRow.ts';
import type { Figure } from '../figures/figure.ts';
import type { Mark, PartitionLane, ShardLane } from './sceneLanes.ts';

export type { AlarmCard, BatchSlot, FunctionCard, PipeStages } from '../cards/functionShapes.ts';
export * from './sceneLanes.ts';

export interface CardBase {
  /** Unique on the stage. */
  id: string;
  title: string;
  /** In the template: of the function, table, stream, target or poller; writers: of their table. */
  logicalId: string;
}

export interface WritersCard extends CardBase {
  type: 'writers';
  table: string;
  /** As measured over the last seconds, whoever writes. */
  writesPerSecond: number;
  /** What the background traffic is set to; 0 when it is switched off. */
  trafficPerSecond: number;
  written: number;
}

export interface TableCard extends CardBase {
  type: 'table';
  table: number;
  itemCount: number;
  /** Items that are as they were when the table's stream was enabled; 0 where it has none. */
  beforeStream: number;
  /** Items whose time to live has passed and that are still there. */
  expired: number;
  partitions: PartitionLane[];
}

export interface StreamCard extends CardBase {
  type: 'stream';
  source: 'DynamoDbStream' | 'KinesisStream';
  /** The view type, or the retention for Kinesis. */
  detail: string;
  /** Number of the DynamoDB stream; Kinesis streams are numbered below zero, the first is -1. */
  stream: number;
  shards: ShardLane[];
  /** Closed and wholly trimmed or drained shards that are not drawn. */
  pastShardCount: number;
  /** Kinesis: what the log itself holds twice, or in another order than it happened. */
  duplicates: number;
  outOfOrder: number;
}

export interface TargetCard extends CardBase {
  type: 'target';
  target: number;
  kind: string;
  size: number;
  repeated: number;
  behind: number;
  /** `398 documents` */
  line: string;
  /** A few words that a narrow card has room for, and the sentence they stand for. */
  status: string;
  statusInFull: string;
  tone: 'good' | 'behind' | 'bad' | 'plain';
  /** The latest arrivals, newest first; at most 5. */
  latest: { effect: number; mark: Mark; text: string }[];
  /** Of an on-failure destination: its documents, newest first; at most 5. */
  documents?: { document: number; text: string }[];
  /** Of an event bus: its rules and how many events matched each. */
  rules?: { name: string; matched: number }[];
}

export interface PollerCard extends CardBase {
  type: 'poller';
  poller: number;
  everyMs: number;
  /** It is an export: it takes minutes and no read units. */
  isExport: boolean;
  running: boolean;
  startedAt: number;
  nextAt: number;
  itemsEvaluated: number;
  readUnits: number;
  /** Ghosts of what it could not see, newest last; at most 14 each. */
  ghosts: Record<'deletes' | 'collapsed' | 'race' | 'noWatermark' | 'filtered', Mark[]>;
  counts: {
    seen: number;
    pending: number;
    repeated: number;
    deletes: number;
    collapsed: number;
    race: number;
    noWatermark: number;
    filtered: number;
  };
}

export type Card =
  | WritersCard
  | TableCard
  | StreamCard
  | FunctionCard
  | TargetCard
  | AlarmCard
  | PollerCard;

/** A line from one card to another along which records travel. */
export interface Link {
  from: string;
  to: string;
}

export interface Caption {
  /** What matters now, one sentence. */
  title: string;
  /** What comes next, one sentence. */
  detail: string;
  tone: 'plain' | 'bad' | 'behind' | 'good';
  /** What it is about, for the inspector; null when nothing in particular. */
  about: Selection | null;
}

export interface Scene {
  /** Microseconds. */
  at: number;
  cards: Card[];
  links: Link[];
  caption: Caption;
  comparison: ComparisonRow[];
}

/** Something that can be clicked and inspected. */
export type Selection =
  | { kind: 'record'; change: number }
  | { kind: 'item'; item: number }
  /** Only one that changed nothing; others are known by the record they made. */
  | { kind: 'write'; write: number }
  | { kind: 'table'; table: number }
  | { kind: 'partition'; partition: number }
  | { kind: 'stream'; stream: number }
  | { kind: 'shard'; shard: number }
  | { kind: 'function'; function: number }
  | { kind: 'mapping'; mapping: number }
  /** One attempt at a batch. */
  | { kind: 'batch'; invocation: number }
  | { kind: 'target'; target: number }
  | { kind: 'effect'; effect: number }
  | { kind: 'alarm'; alarm: number }
  | { kind: 'poller'; poller: number };

/**
 * A place on the stage where a flight begins or ends. `card` is the card's id. `lane` is the number
 * that the lane itself carries: `partition` on a table, `shard` on a stream, `consumer` on a function.
 * A lane that is not drawn (any more) stands for its card.
 */
export type Anchor = { card: string } | { card: string; lane: number };

/** One thing in motion between two instants. `from` and `to` name cards and lanes, not pixels. */
export interface Flight {
  /** Journal entry of the departure: unique. */
  entry: number;
  departAt: number;
  arriveAt: number;
  from: Anchor;
  to: Anchor;
  /** One mark, or the records of a batch (at most 12; `total` says how many there are). */
  marks: Mark[];
  total: number;
  /** What is said beside it: why it was given up, what it carries. */
  note?: string;
  /**
   * It stands for all that travels on this way, where there is too much to draw one by one: when each
   * left and arrives (microseconds, by departure) and how many records it is. It has no marks.
   */
  stream?: { departAt: Float64Array; arriveAt: Float64Array; records: Uint32Array };
}

/** One line of the running log. */
export interface LogLine {
  entry: number;
  at: number;
  text: string;
  tone: 'plain' | 'bad' | 'behind' | 'good';
  about: Selection | null;
}

/** What the inspector shows of a selection. */
export interface Inspection {
  selection: Selection;
  /** `RECORD`, `SHARD` … */
  kindLabel: string;
  title: string;
  mark: Mark | null;
  /** Steps of its life, oldest first; empty where there is none to tell. */
  story: {
    at: number;
    text: string;
    detail: string;
    tone: 'plain' | 'bad' | 'behind' | 'good' | 'next';
    /** What the step tells of, to go on to. */
    about?: Selection;
  }[];
  figures: Figure[];
  /** AWS field names and values, as JSON. */
  json: unknown;
  /** Rules that acted on it. */
  rules: { id: string; text: string; provenance: string }[];
  /** What one could do about it, each with the command that does it. */
  suggestions: { text: string; command: { call: string; input: Record<string, unknown> } }[];
  related: { text: string; selection: Selection }[];
}
