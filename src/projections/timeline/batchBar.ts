/** How an invocation lies on the timeline. */
import type { World } from '../../engine/world.ts';
import { BarOutcome } from './lane.ts';
import { timelineIndexOf } from './timelineIndex.ts';

/** @returns what is known of it at the world's instant; null: it has not begun yet. */
export function batchBar(
  world: World,
  invocation: number,
): { from: number; to: number; outcome: number } | null {
  const { invocations, state, now } = world;
  const { mapping } = state.consumers[invocations.consumer.get(invocation)]!;
  const lane = timelineIndexOf(world).lanes.of(world, 'mapping', mapping);
  const list = lane.list('batch');
  for (
    let place = list.countBefore(invocations.sentAt.get(invocation));
    place < list.length && list.at(place) <= now;
    place++
  ) {
    if (list.ref(place) !== invocation) continue;
    const to = lane.ends.get(place);
    const hasEnded = to <= now;
    return {
      from: list.at(place),
      to: hasEnded ? to : Number.NaN,
      outcome: hasEnded ? lane.outcomes.get(place) : BarOutcome.running,
    };
  }
  return null;
}
