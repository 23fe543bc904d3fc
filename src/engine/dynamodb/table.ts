/**
 * A table: items under their keys, and the commit of one write. Everything that a write does happens
 * here in one call and at one instant: condition, capacity, the new version, the change and its place
 * in the stream. Nothing is committed in part.
 *
 * Left out for now: indexes.
 * Rules: [T1] no-op, [T2] kind of change, [T3] failed condition, [P5] write units.
 */

import type { TableDefinition } from '../definition.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { ItemError } from '../item/itemError.ts';
import { keyOf } from '../item/key.ts';
import type { PreparedImage } from '../item/preparedImage.ts';
import type { ItemNow } from '../itemRows.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { instant } from '../kernel/time.ts';
import { appendChange } from '../streams/dynamoDbStream.ts';
import { ChangeKind, type World, WriteKind } from '../world.ts';
import { checkSize, firstTokens, useWriteUnits } from './capacity.ts';
import { watchExpiry } from './expiry.ts';
import { itemFor, itemNow } from './items.ts';
import { createPartitions, partitionCountOf, warmThroughputOf } from './partition.ts';

/** Makes a table with its partitions and the items that it holds before its stream is enabled. */
export function createTable(world: World, definition: TableDefinition): number {
  const { partitionKey, sortKey } = definition;
  const table = world.state.tables.length;
  world.state.tables.push({
    id: definition.id,
    name: definition.name,
    schema: sortKey ? { partitionKey, sortKey } : { partitionKey },
    billing: definition.billing,
    status: 'ACTIVE',
    createdAt: world.now,
    changedAt: instant(-1),
    throughputIncreasedAt: instant(-1),
    throughputDecreasedAt: instant(-1),
    onDemandSince: definition.billing === 'PAY_PER_REQUEST' ? world.now : instant(-1),
    deletionProtection: definition.deletionProtection ?? false,
    localIndexes: definition.localIndexes ?? [],
    warm: { ...warmThroughputOf(definition.billing), raisedAt: instant(-1) },
    timeToLiveAttribute: definition.timeToLiveAttribute ?? null,
    timeToLiveChangedAt: instant(-1),
    itemCount: 0,
    expiredCount: 0,
    sizeBytes: 0,
    partitions: [],
    stream: -1,
    kinesisStream: -1,
    destinations: [],
    writes: {
      put: 0,
      update: 0,
      delete: 0,
      ttlDelete: 0,
      conditionFailed: 0,
      noOp: 0,
      throttled: 0,
    },
    writeUnits: 0,
    readUnits: 0,
    tokens: firstTokens(world, definition.billing),
  });
  createPartitions(world, table, partitionCountOf(definition.billing));
  for (const item of definition.items) {
    const number = itemFor(world, table, keyOf(definition, item));
    const image = world.images.append(item);
    storeVersion(world, itemNow(world, number), image, -1);
  }
  return table;
}

/** The number of a table that there is, in whatever state, by name, logical id or ARN; or -1. */
export function findTable(world: World, name: string): number {
  const { tables } = world.state;
  const short = name.slice(name.lastIndexOf('/') + 1);
  for (let number = 0; number < tables.length; number++) {
    const { id, name: own, status } = tables[number]!;
    if ((own === short || id === short) && status !== 'DELETED') return number;
  }
  return -1;
}

/** The number of a table whose items can be read and written [T6]. @throws ItemError */
export function tableNamed(world: World, name: string): number {
  const number = findTable(world, name);
  const status = number < 0 ? 'DELETED' : world.state.tables[number]!.status;
  if (status === 'ACTIVE' || status === 'UPDATING') return number;
  throw new ItemError('ResourceNotFoundException', 'Requested resource not found');
}

/** How a write is carried out; {@link PLAIN} but in a transaction. */
export interface WriteManner {
  /** Units are charged so many times over. */
  unitFactor: number;
  /** Its record may reach readers of the stream so much later, µs. */
  streamDelay: number;
}

export const PLAIN: WriteManner = { unitFactor: 1, streamDelay: 0 };

/** Commits a put of a whole item; `as` says how the journal tells it. */
export function commitImage(
  world: World,
  write: number,
  image: AttributeMap | PreparedImage,
  as: typeof WriteKind.put | typeof WriteKind.update,
  cause: number,
  manner = PLAIN,
): void {
  const { images, state } = world;
  const old = itemNow(world, world.writes.item.get(write));
  const { writes } = state.tables[old.table]!;
  const newImage =
    old.image < 0
      ? images.append(image)
      : images.appendUnlessEqual(image, old.image, old.fingerprint);
  const newBytes = newImage === old.image ? old.bytes : images.lastBytes;
  charge(world, old, Math.max(old.bytes, newBytes), manner);
  if (newImage === old.image) {
    noteNoOp(world, write, old, cause);
    return;
  }
  if (as === WriteKind.put) writes.put++;
  else writes.update++;
  const change = world.changes.at.length;
  const version = storeVersion(world, old, newImage, change);
  const kind = as === WriteKind.put ? Entry.itemPut : Entry.itemUpdated;
  const entry = world.journal.append(world.now, kind, change, old.item, version, write, cause);
  const changeKind = old.image < 0 ? ChangeKind.INSERT : ChangeKind.MODIFY;
  recordChange(world, write, old, changeKind, version, entry, manner);
}

/** Commits a put of the very item that is stored. */
export function commitUnchanged(world: World, write: number, cause: number): void {
  const old = itemNow(world, world.writes.item.get(write));
  charge(world, old, old.bytes, PLAIN);
  noteNoOp(world, write, old, cause);
}

/** [T1] The result equals what is stored: no change, so no record. */
function noteNoOp(world: World, write: number, old: ItemNow, cause: number): void {
  world.state.tables[old.table]!.writes.noOp++;
  const version = old.image < 0 ? -1 : old.latest;
  world.journal.append(world.now, Entry.noOpWritten, write, old.item, version, 0, cause);
}

/** Commits a delete; deleting what is not there changes nothing [T1]. */
export function commitDelete(world: World, write: number, cause: number, manner = PLAIN): void {
  const old = itemNow(world, world.writes.item.get(write));
  charge(world, old, old.bytes, manner);
  if (old.image < 0) {
    noteNoOp(world, write, old, cause);
    return;
  }
  world.state.tables[old.table]!.writes.delete++;
  removeItem(world, write, old, Entry.itemDeleted, cause, manner);
}

/** [T15] The service deletes an item that has expired: no units, and a record that says who it was. */
export function commitExpiry(world: World, write: number): void {
  const old = itemNow(world, world.writes.item.get(write));
  world.state.tables[old.table]!.writes.ttlDelete++;
  removeItem(world, write, old, Entry.itemExpired, -1, PLAIN);
}

function removeItem(
  world: World,
  write: number,
  old: ItemNow,
  as: typeof Entry.itemDeleted | typeof Entry.itemExpired,
  cause: number,
  manner: WriteManner,
): void {
  const change = world.changes.at.length;
  const version = storeVersion(world, old, -1, change);
  const entry = world.journal.append(world.now, as, change, old.item, old.latest, write, cause);
  recordChange(world, write, old, ChangeKind.REMOVE, version, entry, manner);
}

/** [T3] A failed condition changes nothing and yet costs what the write would have cost. */
export function failCondition(world: World, write: number, cause: number, manner = PLAIN): void {
  const old = itemNow(world, world.writes.item.get(write));
  charge(world, old, old.bytes, manner);
  world.state.tables[old.table]!.writes.conditionFailed++;
  world.journal.append(world.now, Entry.conditionFailed, write, old.item, 0, 0, cause);
}

/** Charges for an action that stands in an item's way, as if it had been carried out. */
export function chargeWrite(world: World, item: number, manner: WriteManner): void {
  const old = itemNow(world, item);
  charge(world, old, old.bytes, manner);
}

/** [P5] One write unit per started kilobyte of the larger image, at least one. */
function charge(world: World, item: ItemNow, bytes: number, { unitFactor }: WriteManner): void {
  useWriteUnits(world, item, Math.max(1, Math.ceil(bytes / 1_024)) * unitFactor);
}

/**
 * Appends a version, makes it the current one, and keeps the counts of table and partition.
 * @param image place of the image that was packed last, or -1.
 */
function storeVersion(world: World, old: ItemNow, image: number, change: number): number {
  const { images, versions, outcomes, state } = world;
  const { item } = old;
  const bytes = image < 0 ? 0 : images.lastBytes;
  const fingerprint = image < 0 ? 0 : images.lastFingerprint;
  const version = versions.item.push(item);
  versions.image.push(image);
  versions.previous.push(old.latest);
  versions.change.push(change);
  outcomes.currentVersion.set(item, image < 0 ? -(version + 1) : version + 1);
  world.itemRows.change(item, version, image, bytes, fingerprint);
  if (old.image < 0 !== image < 0) {
    for (const keys of world.presentKeys) keys.mark(item, image >= 0);
  }
  if (old.image >= 0) leaveWaiting(world, old);
  const more = bytes - old.bytes;
  const one = (image < 0 ? 0 : 1) - (old.image < 0 ? 0 : 1);
  const table = state.tables[old.table]!;
  const partition = state.partitions[old.partition]!;
  table.sizeBytes += more;
  table.itemCount += one;
  partition.sizeBytes += more;
  partition.itemCount += one;
  if (more > 0) checkSize(world, old.partition);
  if (image >= 0 && table.timeToLiveAttribute !== null) watchExpiry(world, version);
  return version;
}

/** An item that changes is no longer what the stream never told of, nor what had expired. */
function leaveWaiting(world: World, { item, table: number, latest }: ItemNow): void {
  const { state, outcomes, versions } = world;
  const table = state.tables[number]!;
  const stream = state.streams[table.stream];
  if (stream && stream.itemsBefore > 0 && versions.change.get(latest) < stream.firstChange) {
    stream.itemsBefore--;
  }
  if (table.expiredCount === 0 || outcomes.expiredVersion.get(item) === 0) return;
  outcomes.expiredVersion.set(item, 0);
  table.expiredCount--;
}

/** Appends the change and hands it to the streams that the table feeds. */
function recordChange(
  world: World,
  write: number,
  { item, table, partition, image, latest }: ItemNow,
  kind: ChangeKind,
  newVersion: number,
  entry: number,
  manner: WriteManner,
): void {
  const { changes, state } = world;
  const change = changes.table.push(table);
  changes.item.push(item);
  changes.kind.push(kind);
  changes.oldVersion.push(image < 0 ? -1 : latest);
  changes.newVersion.push(newVersion);
  changes.at.push(world.now);
  changes.write.push(write);
  const { stream, kinesisStream } = state.tables[table]!;
  if (stream >= 0 && state.streams[stream]!.enabled) {
    appendChange(world, change, kind, partition, entry, manner.streamDelay);
  } else {
    changes.shard.push(-1);
    changes.ordinal.push(-1);
    changes.readableAt.push(world.now);
  }
  if (kinesisStream >= 0) {
    world.queue.schedule(world.now, EventKind.changeCaptured, change, kinesisStream, entry);
  }
}
