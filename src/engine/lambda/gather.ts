/**
 * What a consumer finds when it looks at its shard: how far the records can be read, and how many of
 * them are its own.
 *
 * Rules: [E31] a poll brings at most 1,000 records.
 */
import { GET_RECORDS_LIMIT } from '../limits.ts';
import { readableAt } from '../streams/shard.ts';
import type { ConsumerState, World } from '../world.ts';
import { isMember } from './batch.ts';

/** [E31] How far the records go that can be read now, and how many of them are the consumer's own. */
export function gather(
  world: World,
  consumer: ConsumerState,
  most: number,
): { until: number; members: number } {
  // [E31] One GetRecords brings 1,000; while a window is open the next polls bring more.
  const fetched = Math.max(consumer.fetched, consumer.checkpoint);
  const readable = readableUntil(world, consumer, fetched + GET_RECORDS_LIMIT);
  consumer.fetched = readable;
  const mapping = world.state.mappings[consumer.mapping]!;
  if (consumer.lanes === 1 && mapping.filters.length === 0) {
    const until = Math.min(readable, consumer.checkpoint + most);
    return { until, members: until - consumer.checkpoint };
  }
  let members = 0;
  let until = consumer.checkpoint;
  while (until < readable && members < most) {
    if (isMember(world, consumer, until)) members++;
    until++;
  }
  return { until, members };
}

/** Ordinal after the last record that can be read now, at most `limit`. */
export function readableUntil(world: World, consumer: ConsumerState, limit: number): number {
  const shard = world.state.shards[consumer.shard]!;
  let high = Math.min(shard.count, limit);
  let low = consumer.checkpoint;
  if (high > low && readableAt(world, consumer.shard, high - 1) <= world.now) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readableAt(world, consumer.shard, middle) <= world.now) low = middle + 1;
    else high = middle;
  }
  return low;
}
