/**
 * What the simulation makes, as rows that a person can read in the browser's developer tools: items,
 * partitions, shards, and records in chunks. The world's logs only grow, so nothing queues up here:
 * a cursor says how much of them is stored, and each collection takes the next bit.
 */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { type StreamRecord, streamRecord } from '../../engine/streams/record.ts';
import { changeOf, isOpen } from '../../engine/streams/shard.ts';
import type { ShardState, World } from '../../engine/world.ts';

export interface ItemRow {
  /** Physical name of the table. */
  table: string;
  label: string;
  image: AttributeMap;
}

export interface PartitionRow {
  partition: number;
  id: string;
  table: string;
  parent: string | null;
  open: boolean;
  itemCount: number;
  fromHash: number;
  toHash: number;
  writeUnitsPeakPerSecond: number;
}

export interface ShardRow {
  shard: number;
  id: string;
  kind: ShardState['kind'];
  /** ARN of its stream. */
  stream: string;
  parent: string | null;
  open: boolean;
  recordCount: number;
  trimmedCount: number;
}

/** Records of one shard whose ordinals have the same thousands. */
export interface RecordChunk {
  shard: number;
  chunk: number;
  firstOrdinal: number;
  records: StreamRecord[];
}

/** How much of the world's logs is stored. */
export interface RowCursor {
  branch: number;
  versions: number;
  /** By shard: records up to this ordinal. */
  records: number[];
}

export interface DerivedRows {
  /** The rows of another branch are there: they all go first. */
  replaceAll: boolean;
  items: ItemRow[];
  goneItems: Pick<ItemRow, 'table' | 'label'>[];
  partitions: PartitionRow[];
  shards: ShardRow[];
  records: RecordChunk[];
  /** By shard: chunks below this are no longer kept. */
  firstChunks: number[];
  /** Where the logs stand when these rows are stored. */
  cursor: RowCursor;
  /** There is more to collect at once. */
  isPartial: boolean;
}

const CHUNK = 1_000;
/** Of each shard at most so many of the newest chunks are kept, so that a day's run stays storable. */
const MOST_CHUNKS_PER_SHARD = 20;
const MOST_ITEMS_AT_ONCE = 400;

/**
 * Collects what is not stored yet, or the beginning of it.
 * @param isLate asked between chunks; true: leave the rest for the next time.
 */
export function collectRows(
  world: World,
  branch: number,
  stored: RowCursor | null,
  isLate: () => boolean,
): DerivedRows {
  const replaceAll = stored === null || stored.branch !== branch;
  const from = replaceAll ? { branch, versions: 0, records: [] } : stored;
  const items = collectItems(world, from.versions);
  const records = collectRecords(world, from.records, isLate);
  return {
    replaceAll,
    items: items.present,
    goneItems: items.gone,
    partitions: partitionRows(world),
    shards: shardRows(world),
    records: records.chunks,
    firstChunks: world.state.shards.map(firstChunkOf),
    cursor: { branch, versions: items.versions, records: records.ordinals },
    isPartial: items.versions < world.versions.item.length || records.isPartial,
  };
}

function collectItems(world: World, from: number) {
  const { versions, outcomes, images, items, state } = world;
  const touched = new Set<number>();
  let version = from;
  for (; version < versions.item.length && touched.size < MOST_ITEMS_AT_ONCE; version++) {
    touched.add(versions.item.get(version));
  }
  const present: ItemRow[] = [];
  const gone: DerivedRows['goneItems'] = [];
  for (const item of touched) {
    const table = state.tables[items.table.get(item)]!.name;
    const label = items.label.get(item);
    const current = outcomes.currentVersion.get(item) - 1;
    const image = current < 0 ? -1 : versions.image.get(current);
    if (image < 0) gone.push({ table, label });
    else present.push({ table, label, image: images.read(image) });
  }
  return { present, gone, versions: version };
}

/** Trimmed records go, and those that are too many to keep. */
function firstChunkOf(shard: ShardState): number {
  const last = Math.floor(Math.max(0, shard.count - 1) / CHUNK);
  return Math.max(Math.floor(shard.trimmed / CHUNK), last - MOST_CHUNKS_PER_SHARD + 1);
}

function collectRecords(world: World, stored: readonly number[], isLate: () => boolean) {
  const chunks: RecordChunk[] = [];
  const ordinals: number[] = [];
  let isPartial = false;
  for (const [shard, { count }] of world.state.shards.entries()) {
    const first = firstChunkOf(world.state.shards[shard]!) * CHUNK;
    let from = Math.max(stored[shard] ?? 0, first);
    while (from < count) {
      if (isLate()) {
        isPartial = true;
        break;
      }
      const chunk = Math.floor(from / CHUNK);
      const to = Math.min(count, (chunk + 1) * CHUNK);
      chunks.push(recordChunk(world, shard, chunk, to));
      from = to;
    }
    ordinals.push(from);
  }
  return { chunks, ordinals, isPartial };
}

function recordChunk(world: World, shard: number, chunk: number, to: number): RecordChunk {
  const { kind } = world.state.shards[shard]!;
  const firstOrdinal = chunk * CHUNK;
  const records: StreamRecord[] = [];
  for (let ordinal = firstOrdinal; ordinal < to; ordinal++) {
    const change = changeOf(world, shard, ordinal);
    records.push(
      kind === 'KinesisStream'
        ? streamRecord(world, change, 'NEW_AND_OLD_IMAGES')
        : streamRecord(world, change),
    );
  }
  return { shard, chunk, firstOrdinal, records };
}

function partitionRows({ state }: World): PartitionRow[] {
  return state.partitions.map((partition, number) => ({
    partition: number,
    id: partition.id,
    table: state.tables[partition.table]!.name,
    parent: state.partitions[partition.parent]?.id ?? null,
    open: partition.open,
    itemCount: partition.itemCount,
    fromHash: partition.fromHash,
    toHash: partition.toHash,
    writeUnitsPeakPerSecond: partition.unitsPeakPerSecond,
  }));
}

function shardRows({ state }: World): ShardRow[] {
  return state.shards.map((shard, number) => ({
    shard: number,
    id: shard.id,
    kind: shard.kind,
    stream:
      shard.kind === 'DynamoDbStream'
        ? state.streams[shard.stream]!.arn
        : state.kinesisStreams[shard.stream]!.arn,
    parent: state.shards[shard.parent]?.id ?? null,
    open: isOpen(shard),
    recordCount: shard.count,
    trimmedCount: shard.trimmed,
  }));
}
