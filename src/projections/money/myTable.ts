/** The learner's own table, in figures. */
import {
  ITEM_OVERHEAD_BYTES,
  ON_DEMAND_WRITE_UNITS,
  PARTITION_BYTES,
  PARTITION_WRITE_UNITS,
} from '../../engine/limits.ts';
import type { Prices } from '../../engine/prices.ts';

/** The learner's own table. */
export interface MyTable {
  items: number;
  /** Of all items together. */
  bytes: number;
  /** Changes a second: writes that change something. */
  changesPerSecond: number;
  /** Share of the writes that change something, above 0 to 1. */
  changeShare: number;
  /** Items that the changes go to, evenly. */
  activeItems: number;
  /** Share of the changes that are deletes, 0 to 1. */
  deleteShare: number;
}

/** Partitions, and so open shards, of a table of this size and traffic. */
export function partitionsOf({ bytes, items, changesPerSecond }: MyTable): number {
  const unitsEach = Math.max(1, Math.ceil(bytes / Math.max(1, items) / 1_024));
  return Math.max(
    ON_DEMAND_WRITE_UNITS / PARTITION_WRITE_UNITS,
    Math.ceil(bytes / PARTITION_BYTES),
    Math.ceil((changesPerSecond * unitsEach) / PARTITION_WRITE_UNITS),
  );
}

/**
 * What the table costs in an hour whoever watches it, in USD: write units and storage. Writes that change
 * nothing are paid for as well.
 */
export function tableCost(table: MyTable, prices: Prices): number {
  const { bytes, items, changesPerSecond, changeShare } = table;
  const unitsEach = Math.max(1, Math.ceil(bytes / Math.max(1, items) / 1_024));
  const writes = (changesPerSecond / changeShare) * 3_600;
  const stored = (bytes + items * ITEM_OVERHEAD_BYTES) / 2 ** 30 / 720;
  return writes * unitsEach * prices.writeRequestUnit.usd + stored * prices.tableGigabyteMonth.usd;
}

/** Beyond this many items or changes a second the page does not simulate. */
export const MOST_SIMULATED = { items: 20_000, changesPerSecond: 200 };

export const isSimulated = ({ items, changesPerSecond }: MyTable): boolean =>
  items <= MOST_SIMULATED.items && changesPerSecond <= MOST_SIMULATED.changesPerSecond;
