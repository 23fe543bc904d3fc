/**
 * Shard iterators: a place in a shard, good for 15 minutes. Everything about one is in its text, so the
 * lab keeps none; who holds one cannot read it.
 *
 * Rules: [S19] life, [S20] four types, [S21] trimmed places.
 */
import { decodeBase64, encodeBase64 } from '../item/binary.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import { type Instant, instant } from '../kernel/time.ts';
import { SHARD_ITERATOR_LIFE } from '../limits.ts';
import type { World } from '../world.ts';
import { sequenceNumberOf } from './record.ts';
import { changeOf } from './shard.ts';

export interface ShardIterator {
  shard: number;
  /** Ordinal of the first record that it gives. */
  ordinal: number;
  issuedAt: Instant;
  /** Who reads on: the command of the chain's first GetRecords; -1 before it. */
  reader: number;
}

/** The iterator as text. */
export function iteratorText(world: World, iterator: ShardIterator): string {
  const { shard, ordinal, issuedAt, reader } = iterator;
  const { arn } = world.state.streams[world.state.shards[shard]!.stream]!;
  const plain = `${shard}.${ordinal}.${issuedAt}.${reader}.`;
  const bytes = Uint8Array.from(plain.padEnd(48, '.'), (letter) => letter.charCodeAt(0));
  return `${arn}|1|${encodeBase64(bytes)}`;
}

/** Reads an iterator's text, however old it is. @throws ItemError when it is none [S19]. */
export function parseIterator(world: World, text: string): ShardIterator {
  const iterator = iteratorIn(world, text);
  if (iterator === null) throw validationError('Invalid ShardIterator');
  return iterator;
}

/** The iterator that a text is; null where it is none of this lab's. */
export function iteratorIn(world: World, text: string): ShardIterator | null {
  const [arn, version, code] = text.split('|');
  const bytes = version === '1' && code ? decodeBase64(code) : null;
  const numbers = bytes && /^(\d+)\.(\d+)\.(\d+)\.(-?\d+)\./.exec(String.fromCharCode(...bytes));
  const shard = Number(numbers?.[1] ?? -1);
  const known = world.state.shards[shard];
  const isOwn = known?.kind === 'DynamoDbStream' && world.state.streams[known.stream]!.arn === arn;
  if (!numbers || !isOwn || Number(numbers[2]) > known.count) return null;
  return {
    shard,
    ordinal: Number(numbers[2]),
    issuedAt: instant(Number(numbers[3])),
    reader: Number(numbers[4]),
  };
}

/** [S19] @throws ItemError when an iterator is too old. */
export function refuseExpired(world: World, { issuedAt }: ShardIterator): void {
  if (world.now - issuedAt <= SHARD_ITERATOR_LIFE) return;
  throw new ItemError(
    'ExpiredIteratorException',
    'Iterator expired. The iterator was created at an instant that is more than 15 minutes ago.',
  );
}

/** [S20] Where an iterator of a type begins. @throws ItemError */
export function startingOrdinal(
  world: World,
  number: number,
  type: string,
  sequenceNumber: string | null,
): number {
  const shard = world.state.shards[number]!;
  if (type === 'TRIM_HORIZON') return shard.trimmed;
  if (type === 'LATEST') return shard.count;
  if (sequenceNumber === null) {
    throw validationError(`SequenceNumber must be specified when ShardIteratorType is ${type}`);
  }
  if (type !== 'AT_SEQUENCE_NUMBER' && type !== 'AFTER_SEQUENCE_NUMBER') {
    throw validationError(`${type} is not a type of shard iterator`);
  }
  const wanted = BigInt(sequenceNumber);
  const { low, high } = sequenceRange(world, number);
  if (wanted < low || (high !== null && wanted > high)) {
    throw validationError(
      `Invalid SequenceNumber parameter. SequenceNumber ${sequenceNumber} is not in the range of shard ${shard.id}`,
    );
  }
  const ordinal = ordinalAtOrAfter(world, number, wanted);
  const isThere = ordinal < shard.count && sequenceOf(world, number, ordinal) === wanted;
  if (ordinal < shard.trimmed) throw trimmedAccess();
  return isThere && type === 'AFTER_SEQUENCE_NUMBER' ? ordinal + 1 : ordinal;
}

/** [S21] */
export const trimmedAccess = (): ItemError =>
  new ItemError(
    'TrimmedDataAccessException',
    'The operation attempted to read past the oldest stream record in a shard.',
  );

const sequenceOf = (world: World, number: number, ordinal: number): bigint =>
  BigInt(sequenceNumberOf(world, changeOf(world, number, ordinal)));

function ordinalAtOrAfter(world: World, number: number, wanted: bigint): number {
  let low = 0;
  let high = world.state.shards[number]!.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sequenceOf(world, number, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** [S12] First and last sequence number that a shard can hold; `high` is null while it is open. */
export function sequenceRange(world: World, number: number): { low: bigint; high: bigint | null } {
  const { firstChange, endChange } = world.state.shards[number]!;
  return {
    low: firstSequenceNumberFrom(firstChange),
    high: endChange < 0 ? null : firstSequenceNumberFrom(Math.max(endChange, firstChange + 1)) - 1n,
  };
}

const firstSequenceNumberFrom = (change: number): bigint =>
  1_000_000_000_000_000_000_000n + BigInt(change) * 1_009n;
