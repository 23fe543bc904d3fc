/**
 * What makes a watermark lie: writers whose clocks differ, and writes that commit long after they were
 * stamped. And the discipline that lets a scan find deletes: marking instead of deleting.
 *
 * Rules: [W10] clocks, slow commits and marks. Chance depends on the write alone, so that the same
 * traffic is the same beside every watcher.
 */
import type { TrafficDefinition } from '../definition.ts';
import { itemExists, storedItem } from '../dynamodb/items.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { chance, draw, Purpose, within } from '../kernel/draw.ts';
import { epochMs, instant } from '../kernel/time.ts';
import { WRITER_CLOCKS } from '../limits.ts';
import type { World } from '../world.ts';

/** In `World.trafficStatuses`: the item is marked as deleted. */
const MARKED = -1;

/** Attributes that a source's writes stamp: the watermarks of its table's scans, and its own. */
export function stampNames(world: World, source: number, table: number): Set<string> {
  const { id } = world.state.tables[table]!;
  const names = new Set(world.definition.traffic[source]!.stamps);
  for (const poller of world.definition.pollers) {
    if (poller.table === id && poller.watermark !== '') names.add(poller.watermark);
  }
  return names;
}

/** The writer's clock when it sent a write, epoch milliseconds. */
export function clockOf(world: World, source: number, write: number): number {
  const { seed, startAtMs, traffic } = world.definition;
  const skewMs = traffic[source]!.clockSkewMs ?? 0;
  const trueMs = epochMs(startAtMs, instant(world.writes.sentAt.get(write)));
  if (skewMs === 0) return trueMs;
  const writer = within(draw(seed, Purpose.writerClock, source, write), 0, WRITER_CLOCKS - 1);
  const drawn = draw(seed, Purpose.writerClock, source + 4_096 * (writer + 1), 0);
  return trueMs + within(drawn, -skewMs, skewMs);
}

/** How much longer the next write of a source is on its way than others, µs. */
export function lateness(world: World, source: number, definition: TrafficDefinition): number {
  const { slowCommits } = definition;
  if (slowCommits === undefined) return 0;
  const { sent } = world.state.traffic[source]!;
  const drawn = draw(world.definition.seed, Purpose.slowCommit, source, sent);
  return chance(drawn, slowCommits.share) ? Math.round(slowCommits.byMs * 1_000) : 0;
}

/** What a delete leaves where a scan of the table asks for marks; null: it deletes. */
export function markedAsDeleted(
  world: World,
  source: number,
  item: number,
  write: number,
): AttributeMap | null {
  const table = world.writes.table.get(write);
  const { id } = world.state.tables[table]!;
  const marker = world.definition.pollers.find((p) => p.table === id && p.softDelete !== undefined);
  const stored = marker ? storedItem(world, item) : null;
  if (!marker || stored === null) return null;
  if (isMarked(world, source, item)) return stored; // it was deleted before: no change
  world.trafficStatuses[source]!.set(item, MARKED);
  const clock = { N: String(clockOf(world, source, write)) };
  const stamps = [...stampNames(world, source, table)].map((name) => [name, clock]);
  return { ...stored, ...Object.fromEntries(stamps), [marker.softDelete!]: { BOOL: true } };
}

const isMarked = (world: World, source: number, item: number): boolean =>
  world.trafficStatuses[source]!.get(item) === MARKED;

/** Whether an item is there to be changed: it exists, and is not marked as deleted. */
export const isThere = (world: World, source: number, item: number): boolean =>
  itemExists(world, item) && !isMarked(world, source, item);
