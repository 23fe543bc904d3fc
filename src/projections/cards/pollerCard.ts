/** The card of a polling scan: when it looks, what it costs, and ghosts of what it could not see. */
import { MissReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { undecidedBy } from '../comparison/backlog.ts';
import { cardId } from '../scene/cardIds.ts';
import { markOf } from '../scene/marks.ts';
import type { PollerCard } from '../scene/scene.ts';

const MOST_GHOSTS = 14;
/** Changes looked at, from the last decided one back. */
const MOST_ROWS = 2_000;

export function pollerCard(world: World, poller: number): PollerCard {
  const state = world.state.pollers[poller]!;
  const { everyMs, export: kind } = world.definition.pollers[poller]!;
  return {
    type: 'poller',
    id: cardId.poller(poller),
    title: state.id,
    logicalId: state.id,
    poller,
    everyMs,
    isExport: kind !== undefined,
    running: state.running,
    startedAt: state.startedAt,
    nextAt: state.nextAt,
    itemsEvaluated: state.itemsEvaluated,
    readUnits: state.readUnits,
    ghosts: ghostsOf(world, poller),
    counts: {
      seen: state.seen,
      pending: undecidedBy(world, poller),
      repeated: state.repeated,
      ...state.missed,
    },
  };
}

/** The latest changes that a poller missed, by reason. */
function ghostsOf(world: World, poller: number): PollerCard['ghosts'] {
  const state = world.state.pollers[poller]!;
  const polled = world.polled[poller]!;
  const ghosts: PollerCard['ghosts'] = {
    deletes: [],
    collapsed: [],
    race: [],
    noWatermark: [],
    filtered: [],
  };
  const lists = {
    [MissReason.delete]: ghosts.deletes,
    [MissReason.collapsed]: ghosts.collapsed,
    [MissReason.race]: ghosts.race,
    [MissReason.noWatermark]: ghosts.noWatermark,
    [MissReason.filtered]: ghosts.filtered,
  } as Record<number, PollerCard['ghosts']['deletes']>;
  let left = wanted(state.missed);
  const end = Math.min(polled.length, world.changes.at.length);
  const last = Math.max(0, end - MOST_ROWS);
  for (let change = end - 1; change >= last && left > 0; change--) {
    const list = lists[polled.get(change) - 1];
    if (!list || list.length >= MOST_GHOSTS) continue;
    list.push(markOf(world, change, 'unread'));
    left--;
  }
  for (const list of Object.values(ghosts)) list.reverse();
  return ghosts;
}

const wanted = (missed: Record<string, number>): number =>
  Object.values(missed).reduce((sum, n) => sum + Math.min(n, MOST_GHOSTS), 0);
