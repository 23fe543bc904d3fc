/** A record as it looks everywhere. */
import type { World } from '../engine/world.ts';
import type { Mark } from './scene.ts';

/** The mark of a change. `at` is its commit unless the lane counts age from somewhere else. */
export function markOf(
  world: World,
  change: number,
  state: Mark['state'],
  more: Partial<Pick<Mark, 'at' | 'duplicate' | 'count'>> = {},
): Mark {
  const { changes, items } = world;
  const item = changes.item.get(change);
  return {
    change,
    item,
    kind: changes.kind.get(change),
    label: items.label.get(item),
    at: changes.at.get(change),
    state,
    duplicate: false,
    count: 1,
    ...more,
  };
}

export const labelOfChange = (world: World, change: number): string =>
  world.items.label.get(world.changes.item.get(change));
