/** A record as it looks everywhere. */
import { TIME_TO_LIVE_SOURCE, type World } from '../../engine/world.ts';
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
    ...originOf(world, change),
    ...more,
  };
}

/** Whether a change is part of a transaction, or the service's own. */
function originOf(world: World, change: number): Pick<Mark, 'transaction' | 'byTimeToLive'> {
  const source = world.writes.source.get(world.changes.write.get(change));
  if (source === TIME_TO_LIVE_SOURCE) return { byTimeToLive: true };
  return isTransaction(world, source) ? { transaction: source } : {};
}

/** Whether a write's source is a command that wrote a transaction. */
export const isTransaction = (world: World, source: number): boolean =>
  source >= 0 && world.commands.get(source).call === 'dynamodb:TransactWriteItems';

export const labelOfChange = (world: World, change: number): string =>
  world.items.label.get(world.changes.item.get(change));
