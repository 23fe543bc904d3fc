/** Cards of a given shape and otherwise plain, for tests of the picture's geometry. */
import type {
  BatchSlot,
  Card,
  CursorFlag,
  FunctionCard,
  Mark,
  ShardLane,
  StreamCard,
  TableCard,
  TargetCard,
} from '../scene/scene.ts';

const base = (type: string, i: number) => ({
  id: `${type} ${i}`,
  title: `${type} ${i}`,
  logicalId: `${type}${i}`,
});

/** A card without lanes. */
export function cardBase(type: 'writers' | 'poller', i: number): Card {
  if (type === 'writers') {
    const numbers = { writesPerSecond: 0, trafficPerSecond: 0, written: 0 };
    return { ...base(type, i), type, table: 'Orders', ...numbers };
  }
  return {
    ...base(type, i),
    type,
    poller: i,
    everyMs: 30_000,
    isExport: false,
    running: false,
    startedAt: 0,
    nextAt: 30_000_000,
    itemsEvaluated: 0,
    readUnits: 0,
    ghosts: { deletes: [], collapsed: [], race: [], noWatermark: [], filtered: [] },
    counts: {
      ...{ seen: 0, pending: 0, repeated: 0, deletes: 0 },
      ...{ collapsed: 0, race: 0, noWatermark: 0, filtered: 0 },
    },
  };
}

export const tableCard = (i: number, partitions: number): TableCard => ({
  ...base('table', i),
  type: 'table',
  table: i,
  itemCount: 0,
  beforeStream: 0,
  expired: 0,
  partitions: Array.from({ length: partitions }, (_, partition) => ({
    partition,
    id: `partition-${partition}`,
    itemCount: 0,
    items: [],
    writeUnitsPerSecond: 0,
    noOps: [],
    utilisationPercent: 0,
    throttled: 0,
    throttling: false,
    hottest: '',
  })),
});

export const cursorFlag = (consumer: number, more: Partial<CursorFlag> = {}): CursorFlag => ({
  consumer,
  reader: `reader ${consumer}`,
  iteratorAgeMs: 0,
  waiting: 0,
  state: 'upToDate',
  attempts: 0,
  nextAttemptAt: 0,
  backoffMs: 0,
  ...more,
});

export const shardLane = (shard: number, more: Partial<ShardLane> = {}): ShardLane => ({
  shard,
  id: `shardId-${shard}`,
  label: `shard ${shard + 1}`,
  open: true,
  partition: shard,
  parent: -1,
  recordCount: 0,
  trimmedCount: 0,
  marks: [],
  cursors: [],
  tokens: [],
  ...more,
});

/** A stream with one shard for each entry: the number of readers it has. */
export const streamCard = (i: number, cursors: readonly number[]): StreamCard => ({
  ...base('stream', i),
  type: 'stream',
  source: 'DynamoDbStream',
  detail: 'NEW_AND_OLD_IMAGES',
  stream: i,
  shards: cursors.map((n, shard) =>
    shardLane(shard, {
      cursors: Array.from({ length: n }, (_, k) => cursorFlag(k * cursors.length + shard)),
    }),
  ),
  pastShardCount: 0,
  duplicates: 0,
  outOfOrder: 0,
});

/** A reader that has nothing in hand. */
export const quietSlot: BatchSlot = {
  consumer: 0,
  shardLabel: 'shard 1',
  marks: [],
  total: 0,
  state: 'empty',
  attempts: 0,
  attempt: 1,
  attemptsMost: 0,
  throttled: false,
  nextAttemptAt: 0,
  backoffMs: 0,
  waiting: 0,
  sizePart: 0,
  windowPart: 0,
  halves: [],
};

/** What the card of a function says where nothing happens. */
export const quietFunction: Pick<
  FunctionCard,
  | 'uuid'
  | 'mappingState'
  | 'lastResult'
  | 'throttled'
  | 'timeoutMs'
  | 'filtered'
  | 'iteratorAgeMs'
  | 'retentionMs'
  | 'environments'
  | 'concurrency'
  | 'pipe'
> = {
  uuid: '',
  mappingState: 'Enabled',
  lastResult: 'OK',
  throttled: 0,
  timeoutMs: 3_000,
  filtered: 0,
  iteratorAgeMs: 0,
  retentionMs: 86_400_000,
  environments: { busy: 0, starting: 0, idle: 1 },
  concurrency: { used: 0, of: 1_000, isReserved: false },
  pipe: null,
};

export const functionCard = (i: number, slots: number): FunctionCard => ({
  ...base('function', i),
  type: 'function',
  function: i,
  mapping: i,
  ...quietFunction,
  batchSize: 10,
  windowMs: 0,
  slots: Array.from({ length: slots }, (_, k) => ({
    ...quietSlot,
    consumer: i * slots + k,
    shardLabel: `shard ${k + 1}`,
  })),
  faults: [],
  invocations: 0,
  failed: 0,
  waiting: 0,
  discarded: 0,
  expired: 0,
  status: '',
  tone: 'plain',
});

export const targetCard = (i: number): TargetCard => ({
  ...base('target', i),
  type: 'target',
  target: i,
  kind: 'S3',
  size: 0,
  repeated: 0,
  behind: 0,
  line: '',
  status: '',
  statusInFull: '',
  tone: 'plain',
  latest: [],
});

export const recordMark = (change: number, more: Partial<Mark> = {}): Mark => ({
  change,
  item: change,
  kind: 1,
  label: `order#${change}`,
  at: 0,
  state: 'unread',
  duplicate: false,
  count: 1,
  ...more,
});
