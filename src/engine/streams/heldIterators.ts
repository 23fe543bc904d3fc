/**
 * A note of the iterators that clients hold, for who looks on: the latest of each chain, by shard. The
 * service itself keeps none (`shardIterator.ts`); nothing here decides what a call answers.
 *
 * Rules: [S25] what is noted.
 */
import type { HeldIterator, World } from '../world.ts';
import type { ShardIterator } from './shardIterator.ts';

/** Of one shard; the oldest is forgotten first. */
const MOST = 8;

/** A client asked for an iterator: a chain begins. */
export function noteIterator(
  world: World,
  shard: number,
  issued: Pick<HeldIterator, 'type' | 'ordinal' | 'issuedAt' | 'command'>,
): void {
  const held = world.state.shards[shard]!.iterators;
  held.push({ ...issued, reader: -1, reads: 0, records: 0, ended: false });
  if (held.length > MOST) held.shift();
}

/** A client read with an iterator, and holds the next one of its chain now. */
export function moveIterator(
  world: World,
  used: ShardIterator,
  next: ShardIterator,
  ended: boolean,
): void {
  const held = world.state.shards[used.shard]!.iterators;
  const known = held.findIndex(
    ({ ordinal, issuedAt, reader }) =>
      ordinal === used.ordinal && issuedAt === used.issuedAt && reader === used.reader,
  );
  if (known < 0) return;
  const [chain] = held.splice(known, 1);
  held.push({
    ...chain!,
    ordinal: next.ordinal,
    issuedAt: next.issuedAt,
    reader: next.reader,
    reads: chain!.reads + 1,
    records: chain!.records + next.ordinal - used.ordinal,
    ended,
  });
}
