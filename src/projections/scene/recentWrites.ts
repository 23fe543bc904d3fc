/** How fast a table is written to, measured over the last seconds, whoever writes. */
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import type { World } from '../../engine/world.ts';

const WINDOW_US = 4_000_000;
/** Writes looked at; a faster table is measured over a shorter time. */
const MOST = 400;
/** Of those: writes of one instant are not infinitely many a second. */
const LEAST_SECONDS = 0.04;

export interface WriteRates {
  /** Writes per second, by table. */
  perSecond: number[];
  /** Write units per second, by partition. */
  unitsPerSecond: number[];
  /** By partition: the label of the item that more than half of its units go to, or ''. */
  hottest: string[];
}

export function recentWrites(world: World): WriteRates {
  const { writes, state } = world;
  const counts = state.tables.map(() => 0);
  const units = state.partitions.map(() => 0);
  const ofItem = new Map<number, number>();
  let row = writes.sentAt.length - 1;
  const last = Math.max(0, row + 1 - MOST);
  const since = world.now - WINDOW_US;
  for (; row >= last && writes.sentAt.get(row) >= since; row--) {
    const table = writes.table.get(row);
    counts[table]!++;
    const item = writes.item.get(row);
    if (item < 0) continue;
    const own = unitsOf(world, item);
    units[partitionOfItem(world, item)]! += own;
    ofItem.set(item, (ofItem.get(item) ?? 0) + own);
  }
  const cut = row >= 0 && row < last;
  const spanUs = cut ? world.now - writes.sentAt.get(row + 1) : Math.min(WINDOW_US, world.now);
  const seconds = Math.max(1, spanUs) / 1_000_000;
  const perSecond = (n: number) => n / Math.max(seconds, cut ? LEAST_SECONDS : 1);
  return {
    perSecond: counts.map(perSecond),
    unitsPerSecond: units.map(perSecond),
    hottest: hottestOf(world, units, ofItem),
  };
}

/** Fewer units than this say nothing. */
const LEAST_UNITS = 20;

function hottestOf(
  world: World,
  units: readonly number[],
  ofItem: ReadonlyMap<number, number>,
): string[] {
  const hottest = units.map(() => '');
  for (const [item, own] of ofItem) {
    if (own < LEAST_UNITS) continue;
    const partition = partitionOfItem(world, item);
    if (own > units[partition]! / 2) hottest[partition] = world.items.label.get(item);
  }
  return hottest;
}

/** One unit per started kilobyte of what is stored, at least one [P5]. */
function unitsOf(world: World, item: number): number {
  const version = world.outcomes.currentVersion.get(item) - 1;
  const image = version < 0 ? -1 : world.versions.image.get(version);
  return image < 0 ? 1 : Math.max(1, Math.ceil(world.images.sizeBytes(image) / 1_024));
}
