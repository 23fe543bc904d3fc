/**
 * The small moving state: cursors, batches, meters. Plain data, so that a checkpoint can copy it.
 */
import type { AlarmStateName } from './definition.ts';
import type { AttributeMap } from './item/attributeValue.ts';
import type { Instant } from './kernel/time.ts';
import type {
  ConsumerState,
  EnvironmentState,
  FunctionState,
  MappingState,
  RunningInvocation,
} from './lambdaState.ts';
import type { PartitionState, StreamState, TableState } from './tableState.ts';

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
  /** Clients that read it, by the command that began it, and when they last did. */
  readers: { reader: number; at: Instant }[];
  /** Iterators that clients hold, the latest of each chain, the oldest first; at most eight. */
  iterators: HeldIterator[];
}

/** What a client was last given of one chain of iterators: a note for who looks on, AWS keeps none. */
export interface HeldIterator {
  /** The type that the chain began with. */
  type: string;
  /** Ordinal of the first record that it gives. */
  ordinal: number;
  issuedAt: Instant;
  /** The command that asked for the first of the chain, and that of its first GetRecords; -1 before it. */
  command: number;
  reader: number;
  /** Answers of GetRecords so far, and the records in them. */
  reads: number;
  records: number;
  /** The shard was closed and has been read to its end: there is no next one [S22]. */
  ended: boolean;
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
  missed: {
    collapsed: number;
    deletes: number;
    race: number;
    noWatermark: number;
    filtered: number;
  };
  /** Of the poll now running: pages read so far, and when the latest change that it returned was made. */
  pagesRead: number;
  latestReturnedAt: Instant;
  /** Changes that a poll passed by while it returned a later one [W7]. */
  torn: number;
  /** Pages that were refused for want of read units. */
  throttled: number;
  /** What its exports are charged for. */
  exportedBytes: number;
}

export interface TrafficState {
  table: number;
  thousandthsPerSecond: number;
  sent: number;
  /** Keys below this number have been used by Insert. */
  nextKey: number;
  /** Length of its list of keys that may exist (`World.trafficKeys`). */
  keyCount: number;
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

/** What an EventBridge rule has done. */
export interface EventRuleState {
  id: string;
  /** Events that matched. */
  matched: number;
  /** How often it had a function invoked. */
  invoked: number;
}

export interface AlarmState {
  id: string;
  state: AlarmStateName;
  changedAt: Instant;
  /** The last periods, the latest last; null where the metric had no datapoint. */
  points: (number | null)[];
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
  environments: EnvironmentState[];
  /** Id of the next environment. */
  nextEnvironment: number;
  targets: TargetState[];
  eventRules: EventRuleState[];
  alarms: AlarmState[];
  pollers: PollerState[];
  traffic: TrafficState[];
  faults: FaultState[];
  /** Client tokens of transactions, until they may be used again. */
  transactionTokens: { token: string; command: number; until: Instant }[];
  /** Events handled so far. */
  events: number;
}
