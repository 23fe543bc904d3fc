/**
 * Items under their keys: an item's number is its own for ever, also while it does not exist.
 */
import type { AttributeMap } from '../item/attributeValue.ts';
import { keyLabel, partitionHash } from '../item/key.ts';
import { itemSizeBytes } from '../item/size.ts';
import type { ItemNow, ItemRows } from '../itemRows.ts';
import type { World } from '../world.ts';
import { partitionOfItem } from './partition.ts';

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
  world.itemIndex.add(number, table, label);
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

/** An item as it is now: what a write asks of it, at once. */
export function itemNow(world: World, item: number): ItemNow {
  return rowsWith(world, item).get(item);
}

/** Whether an item is there now. */
export const itemExists = (world: World, item: number): boolean =>
  rowsWith(world, item).imageOf(item) >= 0;

function rowsWith(world: World, item: number): ItemRows {
  const { itemRows } = world;
  if (!itemRows.has(item)) itemRows.fill(readItem(world, item));
  return itemRows;
}

function readItem(world: World, item: number): ItemNow {
  const { items, images } = world;
  const image = currentImage(world, item);
  return {
    item,
    table: items.table.get(item),
    partition: partitionOfItem(world, item),
    hash: items.hash.get(item),
    keyBytes: items.keyBytes.get(item),
    labelNumber: items.label.numberOf(item),
    latest: latestVersion(world, item),
    image,
    bytes: image < 0 ? 0 : images.sizeBytes(image),
    fingerprint: image < 0 ? 0 : images.fingerprint(image),
  };
}

/** Place of the image of an item as it is now, or -1. */
export function currentImage(world: World, item: number): number {
  const version = world.outcomes.currentVersion.get(item) - 1;
  return version < 0 ? -1 : world.versions.image.get(version);
}

/** What is stored under a key, or null. */
export function storedItem(world: World, item: number): AttributeMap | null {
  const image = currentImage(world, item);
  return image < 0 ? null : world.images.read(image);
}
