/**
 * Going back: a checkpoint shares the pages of every log and copies only the small moving state.
 * Restoring is the reverse.
 */

import type { ImageLogSnapshot } from './item/imageLog.ts';
import { type ColumnSnapshot, int8State, int32Log, int32State } from './kernel/columns.ts';
import type { EventQueueSnapshot } from './kernel/eventQueue.ts';
import type { JournalSnapshot } from './kernel/journal.ts';
import type { LogPage } from './kernel/logPage.ts';
import {
  type ColumnsSnapshot,
  clonePlain,
  restoreColumns,
  snapshotColumns,
} from './kernel/table.ts';
import type { Instant } from './kernel/time.ts';
import type { World, WorldState } from './world.ts';

/** Groups of named columns, and lists of columns with one per thing. */
const GROUPS = [
  'items',
  'versions',
  'changes',
  'writes',
  'kinesisRecords',
  'invocations',
  'requests',
  'effects',
  'onFailures',
  'outcomes',
  'code',
] as const;
const PER_THING = [
  'documents',
  'latestEffect',
  'markers',
  'polled',
  'copies',
  'deliveries',
  'filtered',
  'latestDelivered',
  'kinesisArrivals',
  'latestArrived',
  'trafficItems',
  'trafficKeys',
  'trafficStatuses',
] as const;

/** Plain data and typed arrays only, so that it also survives a structured clone. */
export interface WorldParts {
  readonly queue: EventQueueSnapshot;
  readonly journal: JournalSnapshot;
  readonly images: ImageLogSnapshot;
  readonly state: WorldState;
  readonly groups: Readonly<Record<string, ColumnsSnapshot>>;
  readonly perThing: Readonly<Record<string, readonly ColumnSnapshot<Int32Array>[]>>;
  readonly completedByStep: readonly ColumnSnapshot<Int8Array>[];
  readonly shardRecords: readonly ColumnSnapshot<LogPage>[];
  readonly commands: ColumnSnapshot<unknown[]>;
  readonly errors: ColumnSnapshot<string[]>;
  readonly answers: ColumnSnapshot<unknown[]>;
}

export function saveWorld(world: World): WorldParts {
  const groups: Record<string, ColumnsSnapshot> = {};
  for (const group of GROUPS) groups[group] = snapshotColumns(world[group]);
  const perThing: Record<string, ColumnSnapshot<Int32Array>[]> = {};
  for (const name of PER_THING) perThing[name] = world[name].map((column) => column.snapshot());
  return {
    queue: world.queue.snapshot(),
    journal: world.journal.snapshot(),
    images: world.images.snapshot(),
    state: clonePlain(world.state),
    groups,
    perThing,
    completedByStep: world.completedByStep.map((column) => column.snapshot()),
    shardRecords: world.shardRecords.map((column) => column.snapshot()),
    commands: world.commands.snapshot(),
    errors: world.errors.snapshot(),
    answers: world.answers.snapshot(),
  };
}

export function restoreWorld(world: World, at: Instant, parts: WorldParts): void {
  world.now = at;
  world.queue.restore(parts.queue);
  world.journal.restore(parts.journal);
  world.images.restore(parts.images);
  world.state = clonePlain(parts.state);
  for (const group of GROUPS) restoreColumns(world[group], parts.groups[group]!);
  for (const name of PER_THING) {
    restoreList(world[name], parts.perThing[name]!, int32State);
  }
  restoreList(world.completedByStep, parts.completedByStep, int8State);
  restoreList(world.shardRecords, parts.shardRecords, int32Log);
  world.commands.restore(parts.commands as never);
  world.errors.restore(parts.errors);
  world.answers.restore(parts.answers as never);
  world.itemIndex.catchUp();
  world.itemOrder.forget();
  world.itemRows.forget();
  for (const keys of world.presentKeys) keys.forget();
}

/** Lists of columns may have become longer, or shorter, since the checkpoint. */
function restoreList<S, C extends { restore(snapshot: S): void }>(
  columns: C[],
  snapshots: readonly S[],
  make: () => C,
): void {
  columns.length = Math.min(columns.length, snapshots.length);
  snapshots.forEach((snapshot, i) => {
    columns[i] ??= make();
    columns[i].restore(snapshot);
  });
}
