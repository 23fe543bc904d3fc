/** When a consumer looks at its shard: each on a grid of its own. Rule: [E2] poll rate. */
import { EventKind } from '../../kernel/eventKind.ts';
import { type Duration, nextOnGrid } from '../../kernel/time.ts';
import { POLL_INTERVAL_DYNAMODB, POLL_INTERVAL_KINESIS } from '../../limits.ts';
import type { World } from '../../world.ts';

/** [E2] Microseconds between two polls of a shard. */
export function pollInterval(world: World, mapping: number): Duration {
  return world.state.mappings[mapping]!.sourceKind === 'DynamoDbStream'
    ? POLL_INTERVAL_DYNAMODB
    : POLL_INTERVAL_KINESIS;
}

/** The next poll comes on the consumer's own grid. */
export function schedulePoll(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const step = pollInterval(world, consumer.mapping);
  const at = nextOnGrid(world.now, consumer.pollOffset, step);
  world.queue.schedule(at, EventKind.pollDue, number, consumer.turn);
}
