/** Where in the journal to read for what became of a change: so many entries, wherever in a day they lie. */
import { instant, minutes } from '../../engine/kernel/time.ts';
import { isInLane } from '../../engine/lambda/batch.ts';
import type { World } from '../../engine/world.ts';
import { retentionMs } from '../caption/trouble.ts';

/** Entries read on from each instant. */
const ENTRIES_EACH = 60_000;
/** Attempts read beyond what comes right after the write, the last of them. */
const MOST_ATTEMPTS = 20;
/** As long as an attempt may last, microseconds. */
const LONGEST_ATTEMPT = minutes(15);

/** From the first entry up to, not including, the second. */
type Stretch = readonly [from: number, end: number];

/**
 * Numbers of entries, rising: those after the write, after each attempt at a batch that holds it, and after
 * the instant at which it falls off.
 */
export function* entriesAfter(world: World, change: number): Generator<number> {
  for (const [from, end] of stretchesAfter(world, change)) {
    for (let number = from; number < end; number++) yield number;
  }
}

function stretchesAfter(world: World, change: number): Stretch[] {
  const { journal, changes } = world;
  const writtenAt = changes.at.get(change);
  const first = stretchFrom(world, writtenAt);
  if (first[1] === journal.length) return [first];
  const readUntil = journal.atOf(first[1]);
  const shards = shardsWith(world, change);
  const instants = [
    ...attemptsAfter(world, shards, readUntil - LONGEST_ATTEMPT),
    ...[...shards.keys()].flatMap((shard) => expiriesAt(world, shard, writtenAt)),
  ];
  const stretches = [first];
  for (const at of instants.sort((a, b) => a - b)) {
    const [from, end] = stretchFrom(world, at);
    const read = stretches.at(-1)![1];
    if (end > read) stretches.push([Math.max(from, read), end]);
  }
  return stretches;
}

/** When a record falls off a shard, and when readers that stood still by then may have learnt of it. */
function expiriesAt(world: World, shard: number, writtenAt: number): number[] {
  const { consumers, mappings } = world.state;
  const fallsAt = writtenAt + retentionMs(world, shard) * 1_000;
  const resumedAt = consumers
    .filter((consumer) => consumer.shard === shard)
    .map(({ mapping }) => mappings[mapping]!.lastModifiedAt as number);
  return [fallsAt, ...new Set(resumedAt)].filter((at) => at >= fallsAt && at <= world.now);
}

function stretchFrom({ journal }: World, at: number): Stretch {
  const from = journal.firstAtOrAfter(instant(at));
  return [from, Math.min(journal.length, from + ENTRIES_EACH)];
}

/** The shards in which a change lies, each with its ordinals there. */
function shardsWith({ changes, kinesisRecords, state }: World, change: number) {
  const found = new Map<number, number[]>();
  const shard = changes.shard.get(change);
  if (shard >= 0) found.set(shard, [changes.ordinal.get(change)]);
  if (state.kinesisStreams.length === 0) return found;
  const writtenAt = changes.at.get(change);
  for (let row = kinesisRecords.at.length - 1; row >= 0; row--) {
    if (kinesisRecords.at.get(row) < writtenAt) break;
    if (kinesisRecords.change.get(row) !== change) continue;
    const kinesisShard = kinesisRecords.shard.get(row);
    found.set(kinesisShard, [...(found.get(kinesisShard) ?? []), kinesisRecords.ordinal.get(row)]);
  }
  return found;
}

/** When batches with the change were sent, from an instant on. */
function attemptsAfter(
  world: World,
  shards: ReadonlyMap<number, readonly number[]>,
  since: number,
): number[] {
  const { invocations, state } = world;
  const sent: number[] = [];
  for (let row = invocations.sentAt.length - 1; row >= 0; row--) {
    const at = invocations.sentAt.get(row);
    if (at < since || sent.length === MOST_ATTEMPTS) return sent;
    const consumer = state.consumers[invocations.consumer.get(row)]!;
    const [from, to] = [invocations.from.get(row), invocations.to.get(row)];
    const isIn = (ordinal: number): boolean =>
      ordinal >= from && ordinal < to && isInLane(world, consumer, ordinal);
    if (shards.get(consumer.shard)?.some(isIn)) sent.push(at);
  }
  return sent;
}
