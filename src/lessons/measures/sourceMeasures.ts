/** How tables are cut into partitions, streams into shards, and what stands in the latest record. */
import { instant } from '../../engine/kernel/time.ts';
import { streamRecord } from '../../engine/streams/record.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { ShardState, World } from '../../engine/world.ts';

export interface ShardsMeasures {
  all: number;
  open: number;
  closed: number;
  /** Without a parent that is still there. */
  roots: number;
  /** Of the family tree: 1 where no shard has a parent. */
  generations: number;
  /** Records that have not been trimmed. */
  records: number;
  /** Open shards that have never had a record. */
  empty: number;
  /** Most records that any shard has ever had. */
  fullest: number;
  /** Ages of the oldest and the youngest record that can still be read; 0 where there is none. */
  oldestMs: number;
  youngestMs: number;
}

/** By the logical id of the table, or of the Kinesis stream, as the report names streams. */
export function shardsMeasures(world: World): Record<string, ShardsMeasures> {
  const { tables, streams, kinesisStreams } = world.state;
  const measured: Record<string, ShardsMeasures> = {};
  streams.forEach((stream, number) => {
    const { id, stream: latest } = tables[stream.table]!;
    measured[latest === number ? id : `${id} ${stream.label}`] = shardsOf(world, stream.shards);
  });
  for (const { id, shards } of kinesisStreams) measured[id] = shardsOf(world, shards);
  return measured;
}

function shardsOf(world: World, numbers: readonly number[]): ShardsMeasures {
  const { shards } = world.state;
  const all = numbers.map((number) => shards[number]!);
  const open = all.filter(({ closedAt }) => closedAt < 0);
  const ages = numbers.flatMap((number) => agesOf(world, number));
  return {
    all: all.length,
    open: open.length,
    closed: all.length - open.length,
    roots: all.filter(({ parent }) => parent < 0).length,
    generations: Math.max(0, ...all.map((shard) => generationOf(shards, shard))),
    records: all.reduce((sum, { count, trimmed }) => sum + count - trimmed, 0),
    empty: open.filter(({ count }) => count === 0).length,
    fullest: Math.max(0, ...all.map(({ count }) => count)),
    oldestMs: Math.max(0, ...ages),
    youngestMs: ages.length === 0 ? 0 : Math.min(...ages),
  };
}

function generationOf(shards: readonly ShardState[], shard: ShardState): number {
  let generation = 1;
  for (let { parent } = shard; parent >= 0; parent = shards[parent]!.parent) generation++;
  return generation;
}

/** Of a shard's first and last record that are not trimmed, milliseconds. */
function agesOf(world: World, shard: number): number[] {
  const { count, trimmed } = world.state.shards[shard]!;
  if (count === trimmed) return [];
  return [trimmed, count - 1].map((ordinal) => {
    const madeAt = world.changes.at.get(changeOf(world, shard, ordinal));
    return (world.now - instant(madeAt)) / 1_000;
  });
}

export interface PartitionsMeasures {
  all: number;
  open: number;
  /** Writes that a partition had no units for. */
  throttledWrites: number;
}

/** By the logical id of the table. */
export function partitionsMeasures({ state }: World): Record<string, PartitionsMeasures> {
  const entries = state.tables.map(({ id }, table): [string, PartitionsMeasures] => {
    const all = state.partitions.filter((partition) => partition.table === table);
    return [
      id,
      {
        all: all.length,
        open: all.filter(({ open }) => open).length,
        throttledWrites: all.reduce((sum, { throttledWrites }) => sum + throttledWrites, 0),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** 1 where the record has the member, 0 where it has not. */
export interface LastRecordMeasures {
  newImage: number;
  oldImage: number;
  /** A service made the change: time to live. */
  userIdentity: number;
  keys: number;
  sizeBytes: number;
  /** Digits of its sequence number. */
  sequenceDigits: number;
  /** 1 where the record before it has the same ApproximateCreationDateTime. */
  sameSecond: number;
}

/** Of the latest record of each table's stream; all 0 where there is none. */
export function lastRecordMeasures(world: World): Record<string, LastRecordMeasures> {
  const { state, changes } = world;
  const last = new Map<number, number>();
  const before = new Map<number, number>();
  for (let change = 0; change < changes.at.length; change++) {
    if (changes.shard.get(change) < 0) continue;
    const table = changes.table.get(change);
    const previous = last.get(table);
    if (previous !== undefined) before.set(table, previous);
    last.set(table, change);
  }
  return Object.fromEntries(
    state.tables.map(({ id }, table) => [
      id,
      recordMeasures(world, last.get(table), before.get(table)),
    ]),
  );
}

const NO_RECORD: LastRecordMeasures = {
  newImage: 0,
  oldImage: 0,
  userIdentity: 0,
  keys: 0,
  sizeBytes: 0,
  sequenceDigits: 0,
  sameSecond: 0,
};

function recordMeasures(
  world: World,
  change: number | undefined,
  before: number | undefined,
): LastRecordMeasures {
  if (change === undefined) return NO_RECORD;
  const { dynamodb, userIdentity } = streamRecord(world, change);
  const { ApproximateCreationDateTime: madeAt } = dynamodb;
  const isSame =
    before !== undefined &&
    streamRecord(world, before).dynamodb.ApproximateCreationDateTime === madeAt;
  return {
    newImage: dynamodb.NewImage === undefined ? 0 : 1,
    oldImage: dynamodb.OldImage === undefined ? 0 : 1,
    userIdentity: userIdentity === undefined ? 0 : 1,
    keys: Object.keys(dynamodb.Keys).length,
    sizeBytes: dynamodb.SizeBytes,
    sequenceDigits: dynamodb.SequenceNumber.length,
    sameSecond: isSame ? 1 : 0,
  };
}
