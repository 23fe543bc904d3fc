/** The iterators that clients hold of a shard, as they stand at this instant. */
import { SHARD_ITERATOR_LIFE } from '../../engine/limits.ts';
import { recordAt } from '../../engine/streams/shard.ts';
import type { HeldIterator, World } from '../../engine/world.ts';
import type { IteratorToken } from '../scene/scene.ts';

/** An expired one is shown for as long again, then nobody remembers it. */
const SHOWN = 2 * SHARD_ITERATOR_LIFE;

/** The oldest first. */
export function iteratorTokens(world: World, shard: number): IteratorToken[] {
  const { iterators } = world.state.shards[shard]!;
  return iterators
    .filter(({ issuedAt }) => world.now - issuedAt <= SHOWN)
    .map((held) => tokenOf(world, shard, held));
}

function tokenOf(world: World, shard: number, held: HeldIterator): IteratorToken {
  const { count, trimmed } = world.state.shards[shard]!;
  const { ordinal, issuedAt, command, type, reads, ended } = held;
  const age = world.now - issuedAt;
  const first = Math.max(ordinal, trimmed);
  const at = first < count ? recordAt(world, shard, first) : world.now;
  return {
    command,
    iteratorType: type,
    ordinal,
    waiting: count - first,
    recordAgeMs: (world.now - at) / 1_000,
    ageMs: age / 1_000,
    leftMs: (SHARD_ITERATOR_LIFE - age) / 1_000,
    state: ended
      ? 'ended'
      : age > SHARD_ITERATOR_LIFE
        ? 'expired'
        : ordinal < trimmed
          ? 'trimmed'
          : 'valid',
    reads,
  };
}
