/**
 * Exports to S3 from continuous backups: the whole table as it was at one instant, or the items that
 * changed in a window, each as it was last. They take no read units; they take minutes.
 *
 * Left out: the files themselves, their manifests, and more than one export of a poller at a time.
 * Rules: [W11] what an export shows, [W12] how long it takes, [W13] what it is charged for.
 */
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { MissReason } from '../kernel/journal.ts';
import { after, microseconds } from '../kernel/time.ts';
import {
  EXPORT_LEAST,
  EXPORT_MOST,
  EXPORT_PER_GIBIBYTE,
  INCREMENTAL_EXPORT_LEAST_BYTES,
  ITEM_OVERHEAD_BYTES,
} from '../limits.ts';
import { ChangeKind, type World } from '../world.ts';
import { endPoll, miss, see } from './poll.ts';

const GIBIBYTE = 1_073_741_824;

/** The export is asked for: it will show the table as it is now, and be there some minutes later. */
export function beginExport(
  world: World,
  number: number,
  kind: 'FULL_EXPORT' | 'INCREMENTAL_EXPORT',
): void {
  const poller = world.state.pollers[number]!;
  const { sizeBytes, itemCount } = world.state.tables[poller.table]!;
  const bytes =
    kind === 'FULL_EXPORT'
      ? sizeBytes + itemCount * ITEM_OVERHEAD_BYTES
      : Math.max(INCREMENTAL_EXPORT_LEAST_BYTES, changedBytes(world, number));
  poller.exportedBytes += bytes;
  const drawn = draw(world.definition.seed, Purpose.exportTime, number, poller.polls);
  const takes =
    within(drawn, EXPORT_LEAST, EXPORT_MOST) + Math.round((bytes / GIBIBYTE) * EXPORT_PER_GIBIBYTE);
  world.queue.schedule(after(world.now, microseconds(takes)), EventKind.exportEnds, number);
}

/** Bytes of both images of all changes that no export has brought yet. */
function changedBytes(world: World, number: number): number {
  const { changes, versions, images } = world;
  let bytes = 0;
  for (const change of undecided(world, number)) {
    for (const version of [changes.oldVersion.get(change), changes.newVersion.get(change)]) {
      const image = version < 0 ? -1 : versions.image.get(version);
      if (image >= 0) bytes += images.sizeBytes(image);
    }
  }
  return bytes;
}

/** Changes up to the instant that the export shows, oldest first. */
function undecided(world: World, number: number): number[] {
  const { changes } = world;
  const { table, firstUndecided, startedAt } = world.state.pollers[number]!;
  const found: number[] = [];
  for (let change = firstUndecided; change < changes.at.length; change++) {
    if (changes.at.get(change) > startedAt) break;
    if (changes.table.get(change) !== table || world.polled[number]!.get(change) !== 0) continue;
    found.push(change);
  }
  return found;
}

/** [W11] The export is complete: of each item it shows the last change up to its instant. */
export function onExportEnds(world: World, number: number): void {
  const { changes } = world;
  const isIncremental = world.definition.pollers[number]!.export === 'INCREMENTAL_EXPORT';
  const shown = undecided(world, number);
  const last = new Map(shown.map((change) => [changes.item.get(change), change]));
  for (const change of shown) {
    const item = changes.item.get(change);
    const isRemove = changes.kind.get(change) === ChangeKind.REMOVE;
    // A full export shows a delete only by what is no longer there.
    const isFound = !isRemove || isIncremental || world.copies[number]!.get(item) > 0;
    if (last.get(item) === change && isFound) see(world, number, change);
    else miss(world, number, change, isRemove ? MissReason.delete : MissReason.collapsed);
  }
  endPoll(world, number);
}
