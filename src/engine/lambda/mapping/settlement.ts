/**
 * What becomes of records at a mapping: its checkpoint moves past them, and each change is counted
 * once as succeeded, filtered, discarded or expired.
 *
 * Rules: [E7] giving up, [E8] expiry, [E25] one place for each change, [E26] on-failure documents.
 */
import { DiscardReason, Entry } from '../../kernel/journal.ts';
import { after, milliseconds } from '../../kernel/time.ts';
import { changeOf, recordAt } from '../../streams/shard.ts';
import { type ConsumerState, Settled, type World } from '../../world.ts';
import { isInLane, isMember, membersOf, passesFilter } from './batch.ts';

/** Moves a consumer's checkpoint to an ordinal and counts each change of its own on the way. */
export function settle(world: World, number: number, until: number, how: number): void {
  const consumer = world.state.consumers[number]!;
  for (let ordinal = consumer.checkpoint; ordinal < until; ordinal++) {
    if (!isInLane(world, consumer, ordinal)) continue;
    const passes = how === Settled.expired || passesFilter(world, consumer, ordinal);
    count(
      world,
      consumer.mapping,
      changeOf(world, consumer.shard, ordinal),
      passes ? how : Settled.filtered,
    );
  }
  consumer.checkpoint = until;
}

/** [E25] A change that is done with stays what it was, whatever becomes of its copies. */
function count(world: World, mapping: number, change: number, how: number): void {
  const deliveries = world.deliveries[mapping]!;
  const packed = deliveries.get(change);
  if ((packed & 7) !== Settled.pending) return;
  deliveries.set(change, packed | how);
  const { meters } = world.state.mappings[mapping]!;
  if (how === Settled.succeeded) meters.succeeded++;
  else if (how === Settled.filtered) meters.filtered++;
  else if (how === Settled.discarded) meters.discarded++;
  else meters.expired++;
}

/** [E8] Records that fell off the stream before they succeeded are lost to this consumer. */
export function giveUpExpired(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const { trimmed } = world.state.shards[consumer.shard]!;
  if (trimmed <= consumer.checkpoint) return;
  const from = consumer.checkpoint;
  settle(world, number, trimmed, Settled.expired);
  world.journal.append(world.now, Entry.recordsExpired, number, from, trimmed);
}

/** [E7] Records older than the mapping allows are given up. */
export function giveUpTooOld(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const { maximumRecordAgeMs } = world.state.mappings[consumer.mapping]!;
  if (maximumRecordAgeMs < 0) return;
  const { count: records } = world.state.shards[consumer.shard]!;
  let until = consumer.checkpoint;
  const limit = milliseconds(maximumRecordAgeMs);
  while (until < records && after(recordAt(world, consumer.shard, until), limit) <= world.now) {
    until++;
  }
  while (consumer.checkpoint < until) {
    discard(world, number, batchEnd(world, consumer, until), DiscardReason.recordAgeExceeded);
  }
}

/** Where the batch in hand ends, or else one of the records that wait: a document tells of one batch. */
function batchEnd(world: World, consumer: ConsumerState, until: number): number {
  const { checkpoint, phase, to } = consumer;
  if (phase === 'backingOff' && to > checkpoint) return Math.min(to, until);
  const { batchSize } = world.state.mappings[consumer.mapping]!;
  let members = 0;
  for (let ordinal = checkpoint; ordinal < until; ordinal++) {
    if (isMember(world, consumer, ordinal) && ++members === batchSize) return ordinal + 1;
  }
  return until;
}

/** Gives records up: the shard moves on, and a document says so where there is a destination. */
export function discard(world: World, number: number, until: number, reason: number): void {
  const { state, onFailures, journal } = world;
  const consumer = state.consumers[number]!;
  const from = consumer.checkpoint;
  settle(world, number, until, Settled.discarded);
  const entry = journal.append(world.now, Entry.recordsDiscarded, number, from, until, reason);
  const mapping = state.mappings[consumer.mapping]!;
  if (mapping.onFailureTarget < 0) return;
  const [first] = membersOf(world, consumer, from, until);
  if (first === undefined) return; // nothing of its own was given up
  const tried = wasDelivered(world, consumer, first);
  const row = onFailures.consumer.push(number);
  onFailures.from.push(from);
  onFailures.to.push(until);
  onFailures.reason.push(reason);
  onFailures.invokeCount.push(tried ? Math.max(1, consumer.attempts) : 0);
  onFailures.invocation.push(tried ? consumer.lastInvocation : -1);
  onFailures.at.push(world.now);
  mapping.meters.onFailure++;
  const target = state.targets[mapping.onFailureTarget]!;
  target.size++;
  journal.append(world.now, Entry.onFailureSent, row, mapping.onFailureTarget, number, 0, entry);
}

/** Whether the consumer's last invocation had a record. */
function wasDelivered(world: World, consumer: ConsumerState, ordinal: number): boolean {
  const { lastInvocation } = consumer;
  if (lastInvocation < 0) return false;
  const { from, to } = world.invocations;
  return ordinal >= from.get(lastInvocation) && ordinal < to.get(lastInvocation);
}
