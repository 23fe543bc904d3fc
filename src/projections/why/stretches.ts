/** Where in the journal to read for what became of a change: so many entries, wherever in a day they lie. */
import { instant, minutes } from '../../engine/kernel/time.ts';
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import type { World } from '../../engine/world.ts';
import { retentionMs } from '../caption/trouble.ts';

/** Entries read on from each attempt, and from each instant at which it may have fallen off. */
const ENTRIES_EACH = 10_000;
/** As long as an attempt may last, microseconds. */
const LONGEST_ATTEMPT = minutes(15);

/** From the first entry up to, not including, the second. */
type Stretch = readonly [from: number, end: number];

/** Where to read for what became of a change. */
export interface Stretches {
  /** Rising, and apart. */
  stretches: readonly Stretch[];
  /** Up to when everything is read, microseconds; null: to the end. */
  readUntil: number | null;
}

/** Numbers of entries, rising. */
export function* entriesIn({ stretches }: Stretches): Generator<number> {
  for (const [from, end] of stretches) {
    for (let number = from; number < end; number++) yield number;
  }
}

/**
 * The entries after a change's write; beyond those that may be read, the ones after the last attempts at a batch
 * that holds it, and after the instant at which it falls off.
 * @param most entries that may be read, half of them right after the write.
 */
export function stretchesAfter(world: World, change: number, most: number): Stretches {
  const { journal, changes } = world;
  const writtenAt = changes.at.get(change);
  const first = stretchFrom(world, writtenAt, most / 2);
  if (first[1] === journal.length) return { stretches: [first], readUntil: null };
  const readUntil = journal.atOf(first[1]);
  const shards = shardsWith(world, change);
  const mostAttempts = Math.ceil(most / 2 / ENTRIES_EACH);
  const instants = [
    ...attemptsAfter(world, shards, readUntil - LONGEST_ATTEMPT, mostAttempts),
    ...[...shards.keys()].flatMap((shard) => expiriesAt(world, shard, writtenAt)),
  ];
  const stretches = [first];
  for (const at of instants.sort((a, b) => a - b)) {
    const [from, end] = stretchFrom(world, at, ENTRIES_EACH);
    const read = stretches.at(-1)![1];
    if (end > read) stretches.push([Math.max(from, read), end]);
  }
  return { stretches, readUntil };
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

function stretchFrom({ journal }: World, at: number, most: number): Stretch {
  const from = journal.firstAtOrAfter(instant(at));
  return [from, Math.min(journal.length, from + Math.ceil(most))];
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

/** When batches with the change were sent, from an instant on: the last of them. */
function attemptsAfter(
  world: World,
  shards: ReadonlyMap<number, readonly number[]>,
  since: number,
  most: number,
): number[] {
  const { invocations, state } = world;
  const { sentAt, consumer, from, to } = invocations;
  const ordinalsOf = state.consumers.map(({ shard }) => shards.get(shard));
  const sent: number[] = [];
  for (let row = sentAt.length - 1; row >= 0 && sent.length < most; row--) {
    const number = consumer.get(row);
    const ordinals = ordinalsOf[number];
    if (ordinals === undefined) continue; // nearly all are others'
    const at = sentAt.get(row);
    if (at < since) break;
    for (const ordinal of ordinals) {
      const isIn = ordinal >= from.get(row) && ordinal < to.get(row);
      if (isIn && isInLane(world, state.consumers[number]!, ordinal)) sent.push(at);
    }
  }
  return sent;
}
