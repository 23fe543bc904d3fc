/**
 * What a consumer finds when it looks at its shard: how far the records can be read, how many of them
 * are its own, and whether a batch of them has to go out as it is.
 *
 * Rules: [E31] a poll brings at most 1,000 records, [E38] a batch holds at most 6 MB, [E40] a batch
 * holds records of one tumbling window.
 */

import { GET_RECORDS_LIMIT, INVOKE_PAYLOAD_BYTES } from '../../limits.ts';
import { readableAt } from '../../streams/shard.ts';
import type { ConsumerState, World } from '../../world.ts';
import { mostRecordBytes, recordBytes } from '../function/payload.ts';
import { isMember } from './batch.ts';
import { windowEndsAt, windowStartMs } from './tumblingWindow.ts';

/** Records that cannot be too many bytes together: two images of 400 KB each. */
const FEW_RECORDS = 7;

export interface Gathered {
  /** Ordinal after the last record that was looked at. */
  until: number;
  members: number;
  /** A record that comes next has no room in the batch, or belongs to a later window. */
  isCut: boolean;
  /** Epoch ms at which the tumbling window of the batch begins, or -1. */
  windowMs: number;
}

/** How far the records go that can be read now, and how many of them are the consumer's own. */
export function gather(world: World, consumer: ConsumerState, most: number): Gathered {
  // [E31] One GetRecords brings 1,000; while a window is open the next polls bring more.
  const fetched = Math.max(consumer.fetched, consumer.checkpoint);
  const readable = readableUntil(world, consumer, fetched + GET_RECORDS_LIMIT);
  consumer.fetched = readable;
  const mapping = world.state.mappings[consumer.mapping]!;
  if (consumer.lanes === 1 && mapping.filters.length === 0 && mapping.tumblingUs === 0) {
    const until = Math.min(readable, consumer.checkpoint + most);
    const members = until - consumer.checkpoint;
    const isSmall =
      members <= FEW_RECORDS || members * mostRecordBytes(world) <= INVOKE_PAYLOAD_BYTES;
    if (isSmall) return { until, members, isCut: false, windowMs: -1 };
  }
  return gatherOneByOne(world, consumer, most, readable);
}

function gatherOneByOne(
  world: World,
  consumer: ConsumerState,
  most: number,
  readable: number,
): Gathered {
  const isTumbling = world.state.mappings[consumer.mapping]!.tumblingUs > 0;
  let windowMs = consumer.tumbling?.startMs ?? -1;
  let members = 0;
  let bytes = 0;
  let until = consumer.checkpoint;
  for (; until < readable && members < most; until++) {
    if (!isMember(world, consumer, until)) continue;
    bytes += recordBytes(world, consumer.shard, until);
    if (bytes > INVOKE_PAYLOAD_BYTES && members > 0) {
      return { until, members, isCut: true, windowMs };
    }
    if (isTumbling) {
      const startMs = windowStartMs(world, consumer, until);
      if (windowMs < 0) windowMs = startMs;
      if (startMs > windowMs) return { until, members, isCut: true, windowMs };
    }
    members++;
  }
  return { until, members, isCut: false, windowMs };
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

/** Whether the open tumbling window has had its last record. */
export function windowIsOver(
  world: World,
  consumer: ConsumerState,
  found: Gathered,
  atEnd: boolean,
): boolean {
  if (found.isCut || atEnd) return true;
  const tumbling = consumer.tumbling!;
  if (world.now < windowEndsAt(world, consumer, tumbling.startMs)) return false;
  const { count } = world.state.shards[consumer.shard]!;
  return consumer.fetched >= readableUntil(world, consumer, count);
}
