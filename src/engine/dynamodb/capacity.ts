/**
 * What tables and partitions can take. A partition serves so many units in each second. A provisioned
 * table has besides a store of units that fills at its rate and holds 300 seconds of it; any of its
 * partitions may draw on it. A write is let in as long as anything is left, whatever it costs.
 *
 * Rules: [P2] a partition's second, [P9] the provisioned store, [P10] split for heat, [P11] split for
 * size.
 */
import { attributeOf } from '../item/attributeMap.ts';
import { ItemError } from '../item/itemError.ts';
import type { ItemNow } from '../itemRows.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import {
  BURST_SECONDS,
  HEAT_SHARE,
  HOT_SECONDS,
  PARTITION_BYTES,
  PARTITION_READ_UNITS,
  PARTITION_WRITE_UNITS,
} from '../limits.ts';
import type { PartitionState, TableState, World } from '../world.ts';
import { itemNow } from './items.ts';
import { partitionOfItem, splitInto, splitPartition } from './partition.ts';

const MILLION = 1_000_000;

/** The store of a new table: one second's worth; of one that was there before the lab, all of it. */
export function firstTokens(world: World, billing: TableState['billing']): TableState['tokens'] {
  if (billing === 'PAY_PER_REQUEST') return { write: 0, read: 0, filledAt: world.now };
  const seconds = (world.now === 0 ? BURST_SECONDS : 1) * MILLION;
  return {
    write: billing.writeCapacityUnits * seconds,
    read: billing.readCapacityUnits * seconds,
    filledAt: world.now,
  };
}

/** [P2] [P9] Whether a partition, and its table, have write units left. */
export function hasWriteUnits(world: World, number: number): boolean {
  const partition = partitionNow(world, number);
  if (partition.unitsThisSecond >= PARTITION_WRITE_UNITS) return false;
  const table = world.state.tables[partition.table]!;
  fill(world, table);
  return table.billing === 'PAY_PER_REQUEST' || table.tokens.write > 0;
}

/** [P2] [P9] Whether a partition, and its table, have read units left. */
export function hasReadUnits(world: World, number: number): boolean {
  const partition = partitionNow(world, number);
  if (partition.readUnitsThisSecond >= PARTITION_READ_UNITS) return false;
  const table = world.state.tables[partition.table]!;
  fill(world, table);
  return table.billing === 'PAY_PER_REQUEST' || table.tokens.read > 0;
}

/** [P2] A write that its partition, or its table, has no units for: nothing is done, nothing charged. */
export function isThrottled(world: World, write: number, cause: number): boolean {
  const item = world.writes.item.get(write);
  const { partition } = itemNow(world, item);
  if (hasWriteUnits(world, partition)) return false;
  noteThrottled(world, item);
  world.journal.append(world.now, Entry.writeThrottled, write, item, partition, 0, cause);
  return true;
}

/** Counts a write that was refused for want of units, at its table and at its partition. */
export function noteThrottled(world: World, item: number): void {
  world.state.tables[world.items.table.get(item)]!.writes.throttled++;
  const partition = world.state.partitions[partitionOfItem(world, item)]!;
  partition.throttledWrites++;
  partition.throttledAt = world.now;
}

/** Takes write units for an item out of its table and its partition. */
export function useWriteUnits(world: World, item: ItemNow, units: number): void {
  const partition = partitionNow(world, item.partition);
  const table = world.state.tables[item.table]!;
  fill(world, table);
  table.writeUnits += units;
  table.tokens.write -= units * MILLION;
  partition.unitsThisSecond += units;
  if (partition.unitsThisSecond > partition.unitsPeakPerSecond) {
    partition.unitsPeakPerSecond = partition.unitsThisSecond;
  }
  vote(partition, item.hash >>> 0, units / PARTITION_WRITE_UNITS);
}

/** Takes read units for an item out of its table and its partition. */
export function useReadUnits(world: World, table: number, units: number, item = -1): void {
  const state = world.state.tables[table]!;
  fill(world, state);
  state.readUnits += units;
  state.tokens.read -= units * MILLION;
  if (item < 0) return;
  const partition = partitionNow(world, partitionOfItem(world, item));
  partition.readUnitsThisSecond += units;
  vote(partition, world.items.hash.get(item) >>> 0, units / PARTITION_READ_UNITS);
}

/** [P9] Assumed: what was not used in 300 seconds is lost. */
function fill(world: World, { billing, tokens }: TableState): void {
  const span = world.now - tokens.filledAt;
  tokens.filledAt = world.now;
  if (billing === 'PAY_PER_REQUEST') return;
  const { writeCapacityUnits, readCapacityUnits } = billing;
  const most = BURST_SECONDS * MILLION;
  tokens.write = Math.min(tokens.write + span * writeCapacityUnits, most * writeCapacityUnits);
  tokens.read = Math.min(tokens.read + span * readCapacityUnits, most * readCapacityUnits);
}

/** A partition whose counts are those of the present second. */
function partitionNow(world: World, number: number): PartitionState {
  const partition = world.state.partitions[number]!;
  const second = Math.floor(world.now / MILLION);
  if (partition.second === second) return partition;
  noteHeat(world, number, second);
  partition.second = second;
  partition.unitsThisSecond = 0;
  partition.readUnitsThisSecond = 0;
  return partition;
}

/** [P10] A second near the limit makes a partition hotter, one far from it cooler. */
function noteHeat(world: World, number: number, second: number): void {
  const partition = world.state.partitions[number]!;
  const isHot =
    partition.unitsThisSecond >= HEAT_SHARE * PARTITION_WRITE_UNITS ||
    partition.readUnitsThisSecond >= HEAT_SHARE * PARTITION_READ_UNITS;
  const idle = second - partition.second - 1;
  partition.hotSeconds = Math.max(0, partition.hotSeconds + (isHot ? 1 : -1) - idle);
  if (partition.hotSeconds < HOT_SECONDS) return;
  partition.hotSeconds = 0;
  world.queue.schedule(world.now, EventKind.partitionSplits, number, 1);
}

/** The hash that more than half of the units go to stays in the end, if there is one. */
function vote(partition: PartitionState, hash: number, weight: number): void {
  if (partition.hotHash === hash) partition.hotVotes += weight;
  else if (partition.hotVotes >= weight) partition.hotVotes -= weight;
  else {
    partition.hotHash = hash;
    partition.hotVotes = weight - partition.hotVotes;
  }
}

/** [P11] A partition that has come near its limit splits. */
export function checkSize(world: World, number: number): void {
  const { sizeBytes, open } = world.state.partitions[number]!;
  if (sizeBytes < PARTITION_BYTES || !open) return;
  world.queue.schedule(world.now, EventKind.partitionSplits, number, 0);
}

/**
 * [P10] [P11] Splits a partition in two: in the middle, or beside the key that it is hot for, or within that
 * key's items where it has no other. One item cannot be split, nor a key's items of a table with a
 * local index.
 */
export function onPartitionSplits(world: World, number: number, forHeat: number): void {
  const partition = world.state.partitions[number]!;
  if (!partition.open) return;
  const { fromHash, toHash, hotHash } = partition;
  if (toHash - fromHash === 1) {
    splitBySortKey(world, number);
    return;
  }
  if (!forHeat || hotHash < fromHash || hotHash >= toHash || partition.hotVotes <= 0) {
    splitPartition(world, number);
    return;
  }
  // First before the key; where it is the first already, after it: then it is alone.
  const middle = hotHash > fromHash ? hotHash : hotHash + 1;
  splitInto(world, number, [
    { fromHash, toHash: middle },
    { fromHash: middle, toHash },
  ]);
}

/** Splits one partition key's items at the middle one, where that may be. */
function splitBySortKey(world: World, number: number): void {
  const { table, fromHash, toHash, fromSort, toSort } = world.state.partitions[number]!;
  const { schema, localIndexes } = world.state.tables[table]!;
  if (!schema.sortKey || localIndexes.length > 0) return;
  const order = world.itemOrder;
  const from = order.countBefore(table, { hash: fromHash, key: null });
  const to = order.countBefore(table, { hash: toHash, key: null });
  const held = order
    .of(table)
    .slice(from, to)
    .filter((item) => partitionOfItem(world, item) === number);
  if (held.length < 2) return;
  const middle = held[held.length >> 1]!;
  const at = attributeOf(world.items.keys.get(middle), schema.sortKey.name)!;
  splitInto(world, number, [
    { fromHash, toHash, fromSort, toSort: at },
    { fromHash, toHash, fromSort: at, toSort },
  ]);
}

/** What a throttled caller is told: a provisioned table of its own limit, another of the partition's. */
export function throttled(world: World, table: number): ItemError {
  if (world.state.tables[table]!.billing === 'PAY_PER_REQUEST') {
    return new ItemError(
      'ThrottlingException',
      'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly. If exceptions persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
    );
  }
  return new ItemError(
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  );
}
