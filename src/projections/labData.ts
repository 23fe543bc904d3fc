/** What there is at one instant, for whoever wants it in an exported file. */
import type { AttributeMap } from '../engine/item/attributeValue.ts';
import type { World } from '../engine/world.ts';
import { imageOfVersion } from './differences.ts';

/** All items by table, and how long the history is that made them. */
export function labData(world: World): Record<string, unknown> {
  const { items, outcomes, state, journal } = world;
  const tables: Record<string, AttributeMap[]> = {};
  for (const { id } of state.tables) tables[id] = [];
  for (let item = 0; item < items.table.length; item++) {
    const image = imageOfVersion(world, outcomes.currentVersion.get(item) - 1);
    if (image !== null) tables[state.tables[items.table.get(item)]!.id]!.push(image);
  }
  return { JournalEntries: journal.length, Digest: journal.digest(), Items: tables };
}
