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
import { keyLabel, keyOf, partitionHash } from '../item/key.ts';
import { itemSizeBytes } from '../item/size.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { instant } from '../kernel/time.ts';
import { appendChange } from '../streams/dynamoDbStream.ts';
import { ChangeKind, type World, WriteKind } from '../world.ts';
import { checkSize, firstTokens, useWriteUnits } from './capacity.ts';
import { watchExpiry } from './expiry.ts';
import {
  createPartitions,
  partitionCountOf,
  partitionOfItem,
  warmThroughputOf,
} from './partition.ts';

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
    storeVersion(world, number, world.images.append(item), -1);
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

/** The number of the item with this key, or -1 where there never was one. */
export function findItem(world: World, table: number, key: AttributeMap): number {
  return world.itemIndex.find(table, keyLabel(world.state.tables[table]!.schema, key));
}

/** The number of the item with this key: its own for ever, also while it does not exist. */
export function itemFor(world: World, table: number, key: AttributeMap): number {
  const { schema } = world.state.tables[table]!;
  const label = keyLabel(schema, key);
  const known = world.itemIndex.find(table, label);
  if (known >= 0) return known;
  const { items } = world;
  const number = items.table.push(table);
  items.label.push(label);
  items.keys.push(key, table);
  items.keyBytes.push(itemSizeBytes(key));
  items.hash.push(partitionHash(schema, key) | 0);
  world.itemIndex.add(number);
  return number;
}

/** The current version of an item, or -1 when it does not exist. */
export function currentVersion(world: World, item: number): number {
  const version = world.outcomes.currentVersion.get(item) - 1;
  return version >= 0 && world.versions.image.get(version) >= 0 ? version : -1;
}

/** The latest version of an item, also one that deleted it; -1 when it was never there. */
export const latestVersion = (world: World, item: number): number =>
  Math.abs(world.outcomes.currentVersion.get(item)) - 1;

/** What is stored under a key, or null. */
export function storedItem(world: World, item: number): AttributeMap | null {
  const version = currentVersion(world, item);
  return version < 0 ? null : world.images.read(world.versions.image.get(version));
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
  image: AttributeMap,
  as: typeof WriteKind.put | typeof WriteKind.update,
  cause: number,
  manner = PLAIN,
): void {
  const { versions, images, writes, state } = world;
  const item = writes.item.get(write);
  const table = state.tables[writes.table.get(write)]!;
  const old = currentVersion(world, item);
  const oldImage = old < 0 ? -1 : versions.image.get(old);
  const newImage = oldImage < 0 ? images.append(image) : images.appendUnlessEqual(image, oldImage);
  const oldBytes = oldImage < 0 ? 0 : images.sizeBytes(oldImage);
  chargeWrite(world, item, Math.max(oldBytes, images.sizeBytes(newImage)), manner);
  if (newImage === oldImage) {
    // [T1] The result equals what is stored: no change, so no record.
    table.writes.noOp++;
    world.journal.append(world.now, Entry.noOpWritten, write, item, old, 0, cause);
    return;
  }
  if (as === WriteKind.put) table.writes.put++;
  else table.writes.update++;
  const change = world.changes.at.length;
  const version = storeVersion(world, item, newImage, change);
  const kind = as === WriteKind.put ? Entry.itemPut : Entry.itemUpdated;
  const entry = world.journal.append(world.now, kind, change, item, version, write, cause);
  const changeKind = old < 0 ? ChangeKind.INSERT : ChangeKind.MODIFY;
  recordChange(world, write, changeKind, old, version, entry, manner);
}

/** Commits a delete; deleting what is not there changes nothing [T1]. */
export function commitDelete(world: World, write: number, cause: number, manner = PLAIN): void {
  const { versions, images, writes, state } = world;
  const item = writes.item.get(write);
  const table = state.tables[writes.table.get(write)]!;
  const old = currentVersion(world, item);
  chargeWrite(world, item, old < 0 ? 0 : images.sizeBytes(versions.image.get(old)), manner);
  if (old < 0) {
    table.writes.noOp++;
    world.journal.append(world.now, Entry.noOpWritten, write, item, -1, 0, cause);
    return;
  }
  table.writes.delete++;
  const change = world.changes.at.length;
  const version = storeVersion(world, item, -1, change);
  const entry = world.journal.append(world.now, Entry.itemDeleted, change, item, old, write, cause);
  recordChange(world, write, ChangeKind.REMOVE, old, version, entry, manner);
}

/** [T15] The service deletes an item that has expired: no units, and a record that says who it was. */
export function commitExpiry(world: World, write: number): void {
  const { writes, state } = world;
  const item = writes.item.get(write);
  const old = currentVersion(world, item);
  state.tables[writes.table.get(write)]!.writes.ttlDelete++;
  const change = world.changes.at.length;
  const version = storeVersion(world, item, -1, change);
  const entry = world.journal.append(world.now, Entry.itemExpired, change, item, old, write);
  recordChange(world, write, ChangeKind.REMOVE, old, version, entry, PLAIN);
}

/** [T3] A failed condition changes nothing and yet costs what the write would have cost. */
export function failCondition(world: World, write: number, cause: number, manner = PLAIN): void {
  const { versions, images, writes, state } = world;
  const item = writes.item.get(write);
  const old = currentVersion(world, item);
  chargeWrite(world, item, old < 0 ? 0 : images.sizeBytes(versions.image.get(old)), manner);
  state.tables[writes.table.get(write)]!.writes.conditionFailed++;
  world.journal.append(world.now, Entry.conditionFailed, write, item, 0, 0, cause);
}

/** [P5] One write unit per started kilobyte of the larger image, at least one. */
export function chargeWrite(
  world: World,
  item: number,
  bytes: number,
  { unitFactor }: WriteManner,
): void {
  useWriteUnits(world, item, Math.max(1, Math.ceil(bytes / 1_024)) * unitFactor);
}

/** Appends a version, makes it the current one, and keeps the counts of table and partition. */
function storeVersion(world: World, item: number, image: number, change: number): number {
  const { versions, images, outcomes, state, items } = world;
  const previous = latestVersion(world, item);
  const oldImage = previous < 0 ? -1 : versions.image.get(previous);
  const version = versions.item.push(item);
  versions.image.push(image);
  versions.previous.push(previous);
  versions.change.push(change);
  outcomes.currentVersion.set(item, image < 0 ? -(version + 1) : version + 1);
  if (oldImage >= 0) leaveWaiting(world, item, previous);
  const oldBytes = oldImage < 0 ? 0 : images.sizeBytes(oldImage);
  const more = (image < 0 ? 0 : images.sizeBytes(image)) - oldBytes;
  const one = (image < 0 ? 0 : 1) - (oldImage < 0 ? 0 : 1);
  const table = state.tables[items.table.get(item)]!;
  const number = partitionOfItem(world, item);
  const partition = state.partitions[number]!;
  table.sizeBytes += more;
  table.itemCount += one;
  partition.sizeBytes += more;
  partition.itemCount += one;
  if (more > 0) checkSize(world, number);
  if (image >= 0) watchExpiry(world, version);
  return version;
}

/** An item that changes is no longer what the stream never told of, nor what had expired. */
function leaveWaiting(
  { state, items, outcomes, versions }: World,
  item: number,
  old: number,
): void {
  const table = state.tables[items.table.get(item)]!;
  const stream = state.streams[table.stream];
  if (stream && versions.change.get(old) < stream.firstChange) stream.itemsBefore--;
  if (table.expiredCount === 0 || outcomes.expiredVersion.get(item) === 0) return;
  outcomes.expiredVersion.set(item, 0);
  table.expiredCount--;
}

/** Appends the change and hands it to the streams that the table feeds. */
function recordChange(
  world: World,
  write: number,
  kind: ChangeKind,
  oldVersion: number,
  newVersion: number,
  entry: number,
  manner: WriteManner,
): void {
  const { changes, writes, state } = world;
  const table = writes.table.get(write);
  const item = writes.item.get(write);
  const change = changes.table.push(table);
  changes.item.push(item);
  changes.kind.push(kind);
  changes.oldVersion.push(oldVersion);
  changes.newVersion.push(newVersion);
  changes.at.push(world.now);
  changes.write.push(write);
  const { stream, kinesisStream } = state.tables[table]!;
  if (stream >= 0 && state.streams[stream]!.enabled) {
    appendChange(world, change, partitionOfItem(world, item), entry, manner.streamDelay);
  } else {
    changes.shard.push(-1);
    changes.ordinal.push(-1);
    changes.readableAt.push(world.now);
  }
  if (kinesisStream >= 0) {
    world.queue.schedule(world.now, EventKind.changeCaptured, change, kinesisStream, entry);
  }
}
