/** The state of tables, of their partitions and of their DynamoDB streams. Part of `WorldState`. */
import type { KeyAttribute, StreamViewType, TableDefinition } from './definition.ts';
import type { KeySchema } from './item/key.ts';
import type { Instant } from './kernel/time.ts';

/** Described, and in the way of splits within a partition key; not read from yet. */
export interface LocalIndex {
  name: string;
  sortKey: KeyAttribute;
  projection: { ProjectionType: string; NonKeyAttributes?: string[] };
}

export interface TableState {
  id: string;
  name: string;
  schema: KeySchema;
  billing: TableDefinition['billing'];
  /** CREATING and DELETING take some seconds; calls for its items are refused meanwhile [T6]. */
  status: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'DELETED';
  createdAt: Instant;
  /** -1: never. */
  throughputIncreasedAt: Instant;
  throughputDecreasedAt: Instant;
  deletionProtection: boolean;
  localIndexes: LocalIndex[];
  /** Read and write units per second that it can serve at once. */
  warm: { readUnitsPerSecond: number; writeUnitsPerSecond: number };
  /** Time to live: the attribute that holds epoch seconds, or null while it is off. */
  timeToLiveAttribute: string | null;
  itemCount: number;
  /** Bytes of all items, names and values. */
  sizeBytes: number;
  /** Numbers of its open partitions, by hash range. */
  partitions: number[];
  /** Number in `streams` of the latest stream, enabled or not; -1: it never had one. */
  stream: number;
  /** Number in `kinesisStreams` of its destination, or -1. */
  kinesisStream: number;
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
  shards: number[];
  /** Mappings that read it. */
  mappings: number[];
  records: { INSERT: number; MODIFY: number; REMOVE: number };
  trimmed: number;
}
