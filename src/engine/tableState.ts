/** The state of tables, of their partitions and of their DynamoDB streams. Part of `WorldState`. */
import type { KeyAttribute, StreamViewType, TableDefinition } from './definition.ts';
import type { AttributeValue } from './item/attributeValue.ts';
import type { KeySchema } from './item/key.ts';
import type { Instant } from './kernel/time.ts';

/** Described, and in the way of splits within a partition key; not read from yet. */
export interface LocalIndex {
  name: string;
  sortKey: KeyAttribute;
  projection: { ProjectionType: string; NonKeyAttributes?: string[] };
}

export interface StreamingDestination {
  /** Number in `kinesisStreams`. */
  stream: number;
  status: 'ENABLING' | 'ACTIVE' | 'DISABLING' | 'DISABLED' | 'UPDATING';
  precision: 'MILLISECOND' | 'MICROSECOND';
}

export interface WarmThroughput {
  readUnitsPerSecond: number;
  writeUnitsPerSecond: number;
}

export interface TableState {
  id: string;
  name: string;
  schema: KeySchema;
  billing: TableDefinition['billing'];
  /** CREATING and DELETING take some seconds; calls for its items are refused meanwhile [T6]. */
  status: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED';
  /** When it was created or changed for the last time; -1: not since the lab began. */
  changedAt: Instant;
  createdAt: Instant;
  /** -1: never. */
  throughputIncreasedAt: Instant;
  throughputDecreasedAt: Instant;
  /** When it last came to be on demand; -1: never. */
  onDemandSince: Instant;
  deletionProtection: boolean;
  localIndexes: LocalIndex[];
  /** Read and write units per second that it can serve at once. */
  warm: WarmThroughput & { raisedAt: Instant };
  /** Time to live: the attribute that holds epoch seconds, or null while it is off. */
  timeToLiveAttribute: string | null;
  /** -1: as the lab's file has it. */
  timeToLiveChangedAt: Instant;
  itemCount: number;
  /** Items whose time to live has passed and that the service has not come to yet [T14]. */
  expiredCount: number;
  /** Bytes of all items, names and values. */
  sizeBytes: number;
  /** Numbers of its open partitions, by hash range. */
  partitions: number[];
  /** Number in `streams` of the latest stream, enabled or not; -1: it never had one. */
  stream: number;
  /** Number in `kinesisStreams` of its destination, or -1. */
  kinesisStream: number;
  /** Every Kinesis stream that it has been told to feed. */
  destinations: StreamingDestination[];
  writes: {
    put: number;
    update: number;
    delete: number;
    ttlDelete: number;
    conditionFailed: number;
    noOp: number;
    throttled: number;
  };
  writeUnits: number;
  readUnits: number;
  /** Provisioned throughput that is left, in millionths of a unit; see `capacity.ts`. */
  tokens: { write: number; read: number; filledAt: Instant };
}

export interface PartitionState {
  table: number;
  id: string;
  /** Number of the parent, or -1. */
  parent: number;
  /** Unsigned 32-bit hash range, `to` not included (up to 2^32). */
  fromHash: number;
  toHash: number;
  open: boolean;
  itemCount: number;
  /** Write units in the present second, and the highest of any second. */
  second: number;
  unitsThisSecond: number;
  unitsPeakPerSecond: number;
  /** Writes and reads that it had no units for. */
  throttledWrites: number;
  throttledReads: number;
  /** -1: never. */
  throttledAt: Instant;
  /** Read units in the present second. */
  readUnitsThisSecond: number;
  /** Seconds near the limit, less the seconds far from it: it splits when they are many. */
  hotSeconds: number;
  /** The partition key hash that most of its units go to, if one has the majority, and by how much. */
  hotHash: number;
  hotVotes: number;
  /** Bytes of its items. */
  sizeBytes: number;
  /** Of one partition key's items those from this sort key on, up to that one; null: no bound. */
  fromSort: AttributeValue | null;
  toSort: AttributeValue | null;
  /** Its open shard, or -1. */
  shard: number;
}

/** A table's DynamoDB stream. */
export interface StreamState {
  table: number;
  arn: string;
  label: string;
  viewType: StreamViewType;
  enabled: boolean;
  createdAt: Instant;
  /** -1: it is enabled. */
  disabledAt: Instant;
  /** How many changes the lab had seen when it was enabled, and how many items are still as they were then. */
  firstChange: number;
  itemsBefore: number;
  shards: number[];
  /** Mappings that read it. */
  mappings: number[];
  records: { INSERT: number; MODIFY: number; REMOVE: number };
  trimmed: number;
}
