/**
 * Partitions: a table's items by hash of their partition key. Partitions split and never merge.
 *
 * Rules: [P1] placement by hash, [P3] how many there are, [P4] split, [P6] growth.
 */
import type { TableDefinition } from '../definition.ts';
import { compareValues } from '../item/compare.ts';
import { draw, Purpose } from '../kernel/draw.ts';
import { instant } from '../kernel/time.ts';
import {
  ON_DEMAND_READ_UNITS,
  ON_DEMAND_WRITE_UNITS,
  PARTITION_READ_UNITS,
  PARTITION_WRITE_UNITS,
} from '../limits.ts';
import { openPartitionShard } from '../streams/dynamoDbStream.ts';
import { closeShard } from '../streams/shard.ts';
import type { PartitionState, World } from '../world.ts';

const HASH_END = 0x1_0000_0000;

/** What a table of this billing serves at once, in units per second. */
export function warmThroughputOf(billing: TableDefinition['billing']): {
  readUnitsPerSecond: number;
  writeUnitsPerSecond: number;
} {
  const isOnDemand = billing === 'PAY_PER_REQUEST';
  return {
    readUnitsPerSecond: isOnDemand ? ON_DEMAND_READ_UNITS : billing.readCapacityUnits,
    writeUnitsPerSecond: isOnDemand ? ON_DEMAND_WRITE_UNITS : billing.writeCapacityUnits,
  };
}

/** [P3] Assumed: just as many as the table's throughput needs. */
export function partitionCountOf(billing: TableDefinition['billing']): number {
  const units = warmThroughputOf(billing);
  const forWrites = units.writeUnitsPerSecond / PARTITION_WRITE_UNITS;
  const forReads = units.readUnitsPerSecond / PARTITION_READ_UNITS;
  // A new on-demand table is served by four: its write and read figures each ask for four.
  if (billing === 'PAY_PER_REQUEST') return forWrites;
  return Math.max(1, Math.ceil(forWrites + forReads));
}

/** Lays a table's first partitions out over the hash range, evenly. */
export function createPartitions(world: World, table: number, count: number): void {
  const step = Math.floor(HASH_END / count);
  for (let i = 0; i < count; i++) {
    const toHash = i === count - 1 ? HASH_END : (i + 1) * step;
    addPartition(world, table, { parent: -1, fromHash: i * step, toHash });
  }
}

type Range = Pick<PartitionState, 'parent' | 'fromHash' | 'toHash'> &
  Partial<Pick<PartitionState, 'fromSort' | 'toSort'>>;

function addPartition(world: World, table: number, range: Range): number {
  const { state } = world;
  const number = state.partitions.length;
  const id = draw(world.definition.seed, Purpose.identifier, number, 9).toString(16);
  state.partitions.push({
    fromSort: null,
    toSort: null,
    ...range,
    table,
    id: `partition-${id.padStart(8, '0')}`,
    open: true,
    itemCount: 0,
    second: -1,
    unitsThisSecond: 0,
    unitsPeakPerSecond: 0,
    throttledWrites: 0,
    throttledReads: 0,
    throttledAt: instant(-1),
    readUnitsThisSecond: 0,
    hotSeconds: 0,
    hotHash: -1,
    hotVotes: 0,
    sizeBytes: 0,
    shard: -1,
  });
  world.itemRows.forget();
  const { partitions } = state.tables[table]!;
  partitions.push(number);
  partitions.sort((a, b) => comparePartitions(state.partitions[a]!, state.partitions[b]!));
  return number;
}

function comparePartitions(a: PartitionState, b: PartitionState): number {
  if (a.fromHash !== b.fromHash) return a.fromHash - b.fromHash;
  if (a.fromSort === null || b.fromSort === null)
    return a.fromSort === b.fromSort ? 0 : a.fromSort === null ? -1 : 1;
  return compareValues(a.fromSort, b.fromSort) ?? 0;
}

/** [P1] The open partition that owns a hash. */
export function partitionOf(world: World, table: number, hash: number): number {
  const { partitions } = world.state.tables[table]!;
  let low = 0;
  let high = partitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (world.state.partitions[partitions[middle]!]!.fromHash <= hash) low = middle;
    else high = middle - 1;
  }
  return partitions[low]!;
}

/** [P1] The open partition that an item is in; one partition key may be spread over several [P10]. */
export function partitionOfItem(world: World, item: number): number {
  const { items, state } = world;
  const table = items.table.get(item);
  const number = partitionOf(world, table, items.hash.get(item) >>> 0);
  if (state.partitions[number]!.fromSort === null) return number;
  const { partitions, schema } = state.tables[table]!;
  const sort = items.keys.get(item)[schema.sortKey!.name]!;
  let at = partitions.indexOf(number);
  for (;;) {
    const { fromSort } = state.partitions[partitions[at]!]!;
    if (fromSort === null || (compareValues(sort, fromSort) ?? 0) >= 0) return partitions[at]!;
    at--;
  }
}

/** [P4] Splits a partition in the middle of its hash range; its shard closes and two children open. */
export function splitPartition(world: World, number: number): void {
  const { fromHash, toHash } = world.state.partitions[number]!;
  if (toHash - fromHash < 2) return;
  const middle = Math.floor((fromHash + toHash) / 2);
  splitInto(world, number, [
    { fromHash, toHash: middle },
    { fromHash: middle, toHash },
  ]);
}

/** Replaces a partition by children, which share out its range and its items. */
export function splitInto(
  world: World,
  number: number,
  ranges: readonly Omit<Range, 'parent'>[],
): void {
  const { state, items } = world;
  const partition = state.partitions[number]!;
  const { table: of, fromHash, toHash } = partition;
  const table = state.tables[of]!;
  const before: number[] = [];
  for (let item = 0; item < items.hash.length; item++) {
    const hash = items.hash.get(item) >>> 0;
    if (items.table.get(item) !== of || hash < fromHash || hash >= toHash) continue;
    if (imageSize(world, item) >= 0 && partitionOfItem(world, item) === number) before.push(item);
  }
  partition.open = false;
  table.partitions = table.partitions.filter((other) => other !== number);
  const children = ranges.map((range) => addPartition(world, of, { ...range, parent: number }));
  for (const item of before) {
    const child = state.partitions[partitionOfItem(world, item)]!;
    child.itemCount++;
    child.sizeBytes += imageSize(world, item);
  }
  partition.itemCount = 0;
  partition.sizeBytes = 0;
  if (partition.shard < 0) return;
  closeShard(world, partition.shard);
  for (const child of children) openPartitionShard(world, child, partition.shard);
}

/** Bytes of an item as it is now, or -1 where it is not there. */
function imageSize({ outcomes, versions, images }: World, item: number): number {
  const version = outcomes.currentVersion.get(item) - 1;
  const image = version < 0 ? -1 : versions.image.get(version);
  return image < 0 ? -1 : images.sizeBytes(image);
}

/** [P6] Splits the widest partitions until there are as many as the throughput needs. */
export function growPartitions(world: World, table: number, count: number): void {
  const { state } = world;
  const widthOf = (number: number) => {
    const { fromHash, toHash } = state.partitions[number]!;
    return toHash - fromHash;
  };
  for (;;) {
    const { partitions } = state.tables[table]!;
    if (partitions.length >= count) return;
    const widest = partitions.reduce((a, b) => (widthOf(b) > widthOf(a) ? b : a));
    if (widthOf(widest) < 2) return;
    splitPartition(world, widest);
  }
}
