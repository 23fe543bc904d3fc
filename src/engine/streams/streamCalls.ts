/**
 * Reading a DynamoDB stream as a client does: iterators and records.
 *
 * Rules: [S17] a disabled stream can be read for 24 hours, [S18] sizes of an answer, [S22] the end of
 * a closed shard, [S24] two readers.
 */
import type { Command } from '../definition.ts';
import { optionalText, optionalWhole, textMember } from '../item/callInput.ts';
import { ItemError } from '../item/itemError.ts';
import type { Call, Calls } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import { after } from '../kernel/time.ts';
import {
  GET_RECORDS_BYTES,
  GET_RECORDS_COUNT,
  MOST_READERS,
  READER_SPAN,
  STREAM_RETENTION,
} from '../limits.ts';
import type { World } from '../world.ts';
import { moveIterator, noteIterator } from './heldIterators.ts';
import { type StreamRecord, streamRecord } from './record.ts';
import { changeOf, isOpen, readableAt } from './shard.ts';
import {
  iteratorIn,
  iteratorText,
  parseIterator,
  refuseExpired,
  type ShardIterator,
  startingOrdinal,
  trimmedAccess,
} from './shardIterator.ts';

/** Whether a stream is still listed and can be read [S17]. */
export function isReadable(world: World, stream: number): boolean {
  const { enabled, disabledAt } = world.state.streams[stream]!;
  return enabled || after(disabledAt, STREAM_RETENTION) > world.now;
}

/** [S30] A stream is ENABLING or DISABLING as long as its table takes for the change. */
export function streamStatus(
  world: World,
  number: number,
): 'ENABLING' | 'ENABLED' | 'DISABLING' | 'DISABLED' {
  const { enabled, table, createdAt, disabledAt } = world.state.streams[number]!;
  const { status, changedAt } = world.state.tables[table]!;
  const isUnderWay = status !== 'ACTIVE' && status !== 'DELETED';
  if (enabled) return isUnderWay && createdAt === changedAt ? 'ENABLING' : 'ENABLED';
  return isUnderWay && disabledAt === changedAt ? 'DISABLING' : 'DISABLED';
}

/** The number of a stream by its ARN. @throws ItemError */
export function streamWithArn(world: World, arn: string): number {
  const number = world.state.streams.findIndex((stream) => stream.arn === arn);
  if (number >= 0 && isReadable(world, number)) return number;
  throw new ItemError(
    'ResourceNotFoundException',
    `Requested resource not found: Stream: ${arn} not found`,
  );
}

/** A shard is listed until its last record has fallen off. */
export function isListed(world: World, number: number): boolean {
  const shard = world.state.shards[number]!;
  return isOpen(shard) || after(shard.closedAt, STREAM_RETENTION) > world.now;
}

/** The number of a stream's shard by its id. @throws ItemError */
export function shardOfStream(world: World, stream: number, id: string): number {
  const { shards, arn } = world.state.streams[stream]!;
  const number = shards.find((shard) => world.state.shards[shard]!.id === id);
  if (number !== undefined && isListed(world, number)) return number;
  throw new ItemError(
    'ResourceNotFoundException',
    `Requested resource not found: Shard: ${id} in Stream: ${arn} not found`,
  );
}

/** Answers the iterator. */
const getShardIteratorCall: Call = (world, input) => {
  const stream = streamWithArn(world, textMember(input, 'StreamArn'));
  const shard = shardOfStream(world, stream, textMember(input, 'ShardId'));
  const type = textMember(input, 'ShardIteratorType');
  const ordinal = startingOrdinal(world, shard, type, optionalText(input, 'SequenceNumber'));
  return ({ number, entry }): string => {
    const { journal } = world;
    journal.append(world.now, Entry.shardIteratorIssued, number, shard, ordinal, 0, entry);
    noteIterator(world, shard, { type, ordinal, issuedAt: world.now, command: number });
    return iteratorText(world, { shard, ordinal, issuedAt: world.now, reader: -1 });
  };
};

export interface StreamReading {
  records: StreamRecord[];
  /** Null: the shard is closed and has been read to its end [S22]. */
  nextShardIterator: string | null;
}

/**
 * What is no iterator is refused as it is read; all else that AWS refuses enters the journal, so that
 * it can be seen [V39].
 */
const getRecordsCall: Call = (world, input) => {
  const limit = optionalWhole(input, 'Limit') ?? GET_RECORDS_COUNT;
  const used = parseIterator(world, textMember(input, 'ShardIterator'));
  return ({ number: command, entry }): StreamReading => {
    const { shard: number, ordinal: from, reader } = used;
    const shard = world.state.shards[number]!;
    admitRead(world, used, limit);
    if (reader >= 0) admitReader(world, number, reader);
    const records = recordsFrom(world, number, from, limit);
    const to = from + records.length;
    world.journal.append(world.now, Entry.streamRead, command, number, from, to, entry);
    const ended = !isOpen(shard) && to === shard.count;
    const next = {
      shard: number,
      ordinal: to,
      issuedAt: world.now,
      reader: reader < 0 ? command : reader,
    };
    moveIterator(world, used, next, ended);
    return { records, nextShardIterator: ended ? null : iteratorText(world, next) };
  };
};

/** Whether the iterator is still good, its stream still there, and its place too. @throws ItemError */
function admitRead(world: World, used: ShardIterator, limit: number): void {
  refuseExpired(world, used);
  const shard = world.state.shards[used.shard]!;
  streamWithArn(world, world.state.streams[shard.stream]!.arn);
  if (limit > GET_RECORDS_COUNT) {
    throw new ItemError(
      'LimitExceededException',
      `Limit ${limit} is above the ${GET_RECORDS_COUNT} records that one GetRecords returns at most`,
    );
  }
  if (used.ordinal < shard.trimmed) throw trimmedAccess();
}

/** The shard that a command asks for records, by its number; -1 where it asks none. */
export function shardAsked(world: World, { call, input }: Command): number {
  if (call !== 'dynamodbstreams:GetRecords') return -1;
  return iteratorIn(world, String(input.ShardIterator))?.shard ?? -1;
}

/** [S24] Two may read on in a shard: mappings, and clients that have done so within a second. */
function admitReader(world: World, number: number, reader: number): void {
  const shard = world.state.shards[number]!;
  const since = world.now - READER_SPAN;
  const others = shard.readers.filter((known) => known.reader !== reader && known.at > since);
  const mappings = new Set(
    world.state.consumers
      .filter((consumer) => consumer.shard === number && consumer.phase !== 'drained')
      .map((consumer) => consumer.mapping)
      .filter((mapping) => world.state.mappings[mapping]!.enabled),
  );
  if (others.length + mappings.size >= MOST_READERS) {
    throw new ItemError('LimitExceededException', 'Too many operations for a given subscriber.');
  }
  shard.readers = [...others, { reader, at: world.now }];
}

/** [S18] Records that can be read now, up to a number and to 1 MB, at least one of them. */
function recordsFrom(world: World, number: number, from: number, limit: number): StreamRecord[] {
  const { count } = world.state.shards[number]!;
  const records: StreamRecord[] = [];
  let bytes = 0;
  for (let ordinal = from; ordinal < count && records.length < limit; ordinal++) {
    if (readableAt(world, number, ordinal) > world.now) break;
    const record = streamRecord(world, changeOf(world, number, ordinal));
    bytes += record.dynamodb.SizeBytes;
    if (bytes > GET_RECORDS_BYTES && records.length > 0) break;
    records.push(record);
  }
  return records;
}

export const streamCalls: Calls = {
  'dynamodbstreams:GetShardIterator': getShardIteratorCall,
  'dynamodbstreams:GetRecords': getRecordsCall,
};
