/**
 * Partitions: a table's items by hash of their partition key. Partitions split and never merge.
 *
 * Left out for now: throttling per partition, split for heat and for size.
 * Rules: [P1] placement by hash, [P2] throughput of a partition, [P3] how many there are, [P4] split.
 */
import type { TableDefinition } from '../definition.ts';
import { draw, Purpose } from '../kernel/draw.ts';
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

function addPartition(
  world: World,
  table: number,
  range: Pick<PartitionState, 'parent' | 'fromHash' | 'toHash'>,
): number {
  const { state } = world;
  const number = state.partitions.length;
  const id = draw(world.definition.seed, Purpose.identifier, number, 9).toString(16);
  state.partitions.push({
    ...range,
    table,
    id: `partition-${id.padStart(8, '0')}`,
    open: true,
    itemCount: 0,
    second: -1,
    unitsThisSecond: 0,
    unitsPeakPerSecond: 0,
    shard: -1,
  });
  const { partitions } = state.tables[table]!;
  partitions.push(number);
  partitions.sort((a, b) => state.partitions[a]!.fromHash - state.partitions[b]!.fromHash);
  return number;
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

/** Counts write units against a partition's present second. */
export function useWriteUnits(world: World, number: number, units: number): void {
  const partition = world.state.partitions[number]!;
  const second = Math.floor(world.now / 1_000_000);
  if (partition.second !== second) {
    partition.second = second;
    partition.unitsThisSecond = 0;
  }
  partition.unitsThisSecond += units;
  if (partition.unitsThisSecond > partition.unitsPeakPerSecond) {
    partition.unitsPeakPerSecond = partition.unitsThisSecond;
  }
}

/** [P4] Splits a partition in the middle of its hash range; its shard closes and two children open. */
export function splitPartition(world: World, number: number): void {
  const { state, items, outcomes } = world;
  const partition = state.partitions[number]!;
  const table = state.tables[partition.table]!;
  const middle = Math.floor((partition.fromHash + partition.toHash) / 2);
  partition.open = false;
  table.partitions = table.partitions.filter((other) => other !== number);
  const { fromHash, toHash } = partition;
  const low = addPartition(world, partition.table, { parent: number, fromHash, toHash: middle });
  const high = addPartition(world, partition.table, { parent: number, fromHash: middle, toHash });
  for (let item = 0; item < items.hash.length; item++) {
    const hash = items.hash.get(item) >>> 0;
    const here = items.table.get(item) === partition.table && hash >= fromHash && hash < toHash;
    const version = outcomes.currentVersion.get(item) - 1;
    if (!here || version < 0 || world.versions.image.get(version) < 0) continue;
    state.partitions[hash < middle ? low : high]!.itemCount++;
  }
  partition.itemCount = 0;
  if (partition.shard < 0) return;
  closeShard(world, partition.shard);
  openPartitionShard(world, low, partition.shard);
  openPartitionShard(world, high, partition.shard);
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
    splitPartition(
      world,
      partitions.reduce((widest, other) => (widthOf(other) > widthOf(widest) ? other : widest)),
    );
  }
}

/** Counts read units against a table. */
export function useReadUnits(world: World, table: number, units: number): void {
  world.state.tables[table]!.readUnits += units;
}
