/** How much of a table's history a reader has still before it. */
import type { World } from '../../engine/world.ts';

/** Committed changes of a table. */
export function changeCount(world: World, table: number): number {
  const { put, update, delete: deleted, ttlDelete } = world.state.tables[table]!.writes;
  return put + update + deleted + ttlDelete;
}

/** The table whose changes a mapping reads. */
export function tableOfMapping(world: World, mapping: number): number {
  const { state } = world;
  const { sourceKind, stream } = state.mappings[mapping]!;
  if (sourceKind === 'DynamoDbStream') return state.streams[stream]!.table;
  return state.tables.findIndex((table) => table.kinesisStream === stream);
}

/** Changes that a mapping is neither done with nor has given up. */
export function pendingOf(world: World, mapping: number): number {
  const { succeeded, filtered, discarded, expired } = world.state.mappings[mapping]!.meters;
  return Math.max(0, ownChanges(world, mapping) - succeeded - filtered - discarded - expired);
}

/** Changes of a mapping's source from its starting position on. */
export function ownChanges(world: World, mapping: number): number {
  const { sourceKind, stream, passedOver } = world.state.mappings[mapping]!;
  if (sourceKind === 'DynamoDbStream') {
    const { INSERT, MODIFY, REMOVE } = world.state.streams[stream]!.records;
    return INSERT + MODIFY + REMOVE - passedOver;
  }
  const table = tableOfMapping(world, mapping);
  return table < 0 ? 0 : changeCount(world, table) - passedOver;
}

/** Changes of which a poller has made nothing yet. */
export function undecidedBy(world: World, poller: number): number {
  const { table, seen, missed } = world.state.pollers[poller]!;
  const decided = Object.values(missed).reduce((sum, n) => sum + n, seen);
  return changeCount(world, table) - decided;
}

/** Items of a table whose state in a poller's copy is not the table's. */
export function staleIn(world: World, poller: number): number {
  const { items, outcomes, versions } = world;
  const { table } = world.state.pollers[poller]!;
  let stale = 0;
  for (let item = 0; item < items.table.length; item++) {
    if (items.table.get(item) !== table) continue;
    const current = outcomes.currentVersion.get(item);
    const isThere = current > 0 && versions.image.get(current - 1) >= 0;
    if (world.copies[poller]!.get(item) !== (isThere ? current : 0)) stale++;
  }
  return stale;
}
