/** A table's card: its open partitions as lanes, with the items that were put there last. */

import { currentVersion } from '../../engine/dynamodb/items.ts';
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import { PARTITION_WRITE_UNITS } from '../../engine/limits.ts';
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import type { WriteRates } from '../scene/recentWrites.ts';
import type { ItemMark, NoOpMark, TableCard } from '../scene/scene.ts';

const MOST_ITEMS = 20;
/** Places kept for items that were there before the lab began. */
const MOST_FIRST_ITEMS = 4;
/** How long a partition is shown as refusing after its last refusal, µs. */
const THROTTLING_US = 3_000_000;
/** Rows of the item log looked at, from its end. */
const MOST_ROWS = 1_500;

/** @param noOps by partition: the latest writes that changed nothing. */
export function tableCard(
  world: World,
  table: number,
  rates: WriteRates,
  noOps: ReadonlyMap<number, NoOpMark[]>,
): TableCard {
  const { id, name, itemCount, partitions, stream, expiredCount } = world.state.tables[table]!;
  const shown = shownItems(world, table);
  return {
    type: 'table',
    id: cardId.table(table),
    title: name,
    logicalId: id,
    table,
    itemCount,
    beforeStream: world.state.streams[stream]?.itemsBefore ?? 0,
    expired: expiredCount,
    partitions: partitions.map((partition) => {
      const units = rates.unitsPerSecond[partition] ?? 0;
      const state = world.state.partitions[partition]!;
      return {
        partition,
        id: state.id,
        itemCount: state.itemCount,
        items: shown.get(partition) ?? [],
        noOps: noOps.get(partition) ?? [],
        writeUnitsPerSecond: units,
        utilisationPercent: (units / PARTITION_WRITE_UNITS) * 100,
        throttled: state.throttledWrites + state.throttledReads,
        throttling: state.throttledAt >= 0 && world.now - state.throttledAt < THROTTLING_US,
        hottest: rates.hottest[partition] ?? '',
      };
    }),
  };
}

/**
 * Whether an item is as it was when its table's stream was enabled, or when the lab began where there
 * is no stream: no record tells of it.
 */
export function isBeforeStream(world: World, table: number, version: number): boolean {
  const stream = world.state.streams[world.state.tables[table]!.stream];
  return world.versions.change.get(version) < (stream?.firstChange ?? 0);
}

/** By partition, oldest first: a few of the items that were there first, and those made last. */
function shownItems(world: World, table: number): Map<number, ItemMark[]> {
  const { items, state, definition } = world;
  const shown = new Map<number, ItemMark[]>();
  for (const partition of state.tables[table]!.partitions) shown.set(partition, []);
  const full = new Set<number>();
  const add = (item: number, most: number) => {
    if (items.table.get(item) !== table) return;
    const version = currentVersion(world, item);
    if (version < 0) return;
    const partition = partitionOfItem(world, item);
    const list = shown.get(partition)!;
    if (list.length < most) {
      list.push({
        item,
        label: items.label.get(item),
        beforeStream: isBeforeStream(world, table, version),
        expired: world.outcomes.expiredVersion.get(item) > 0,
      });
    } else if (most === MOST_ITEMS) full.add(partition);
  };
  const firstRows = definition.tables.slice(0, table).reduce((n, t) => n + t.items.length, 0);
  const count = definition.tables[table]?.items.length ?? 0;
  const firstEnd = Math.min(items.table.length, firstRows + Math.min(count, MOST_ITEMS));
  for (let item = firstRows; item < firstEnd; item++) add(item, MOST_FIRST_ITEMS);
  const kept = new Set([...shown.values()].flat().map((mark) => mark.item));
  const last = Math.max(0, items.table.length - MOST_ROWS);
  for (let item = items.table.length - 1; item >= last && full.size < shown.size; item--) {
    if (!kept.has(item)) add(item, MOST_ITEMS);
  }
  for (const list of shown.values()) list.sort((a, b) => a.item - b.item);
  return shown;
}
