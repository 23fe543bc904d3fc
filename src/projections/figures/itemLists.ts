/** Items of a table that no record tells of, and those whose time is over and that are still there. */

import { expiryOf } from '../../engine/dynamodb/expiry.ts';
import { currentVersion } from '../../engine/dynamodb/items.ts';
import type { World } from '../../engine/world.ts';
import { isBeforeStream } from '../cards/tableCard.ts';
import { spanText } from '../spanText.ts';
import { figureWords } from '../words/figureWords.ts';
import type { ItemList } from './figure.ts';

const MOST_ITEMS = 12;
/** Rows of the item log looked at, from its beginning or from its end. */
const MOST_ROWS = 4_000;

/** The lists of a table that are not empty. */
export function itemLists(world: World, table: number): ItemList[] {
  const { expiredCount, stream } = world.state.tables[table]!;
  const before = world.state.streams[stream]?.itemsBefore ?? 0;
  return [
    ...(expiredCount > 0 ? [expiredItems(world, table, expiredCount)] : []),
    ...(before > 0 ? [itemsBeforeStream(world, table, before)] : []),
  ];
}

function itemsBeforeStream(world: World, table: number, count: number): ItemList {
  const found: number[] = [];
  const end = Math.min(world.items.table.length, MOST_ROWS);
  for (let item = 0; item < end && found.length < MOST_ITEMS; item++) {
    if (world.items.table.get(item) !== table) continue;
    const version = currentVersion(world, item);
    if (version >= 0 && isBeforeStream(world, table, version)) found.push(item);
  }
  return {
    kind: 'itemList',
    list: 'beforeStream',
    title: figureWords.beforeStream,
    text: figureWords.beforeStreamText(count),
    items: found.map((item) => ({ item, label: world.items.label.get(item), note: '' })),
    more: count - found.length,
  };
}

function expiredItems(world: World, table: number, count: number): ItemList {
  const found: ItemList['items'] = [];
  const last = Math.max(0, world.items.table.length - MOST_ROWS);
  for (let item = world.items.table.length - 1; item >= last && found.length < MOST_ITEMS; item--) {
    const version = world.outcomes.expiredVersion.get(item) - 1;
    if (version < 0 || world.items.table.get(item) !== table) continue;
    const expiry = expiryOf(world, version) ?? world.now;
    const note = figureWords.expiredFor(spanText((world.now - expiry) / 1_000));
    found.push({ item, label: world.items.label.get(item), note });
  }
  return {
    kind: 'itemList',
    list: 'expired',
    title: figureWords.expired,
    text: figureWords.expiredText(count, world.state.tables[table]!.timeToLiveAttribute ?? ''),
    items: found,
    more: count - found.length,
  };
}
