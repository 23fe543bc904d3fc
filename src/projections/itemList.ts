/** The items of a table, as a form offers them. */
import type { AttributeMap } from '../engine/item/attributeValue.ts';
import type { World } from '../engine/world.ts';

export interface ListedItem {
  item: number;
  /** The key as text. */
  label: string;
  /** In the shape of AWS's JSON. */
  json: AttributeMap;
}

const MOST_LISTED = 200;

/** The items now in a table whose label contains a text, in the order in which they first appeared. */
export function itemList(world: World, table: number, contains: string): ListedItem[] {
  const { items, outcomes, versions, images } = world;
  const wanted = contains.trim().toLowerCase();
  const listed: ListedItem[] = [];
  for (let item = 0; item < items.table.length && listed.length < MOST_LISTED; item++) {
    if (items.table.get(item) !== table) continue;
    const label = items.label.get(item);
    if (!label.toLowerCase().includes(wanted)) continue;
    const version = outcomes.currentVersion.get(item) - 1;
    const image = version < 0 ? -1 : versions.image.get(version);
    if (image >= 0) listed.push({ item, label, json: images.read(image) });
  }
  return listed;
}
