/**
 * A shard: an append-only sequence of records with a beginning that falls off. The same shape serves
 * DynamoDB Streams and Kinesis; what a row means is in `World.shardRecords`.
 *
 * Rules: [S3] identifiers, [S4] lineage by parent, [S6] trim, [S9] readers that wait cost nothing.
 */
import { int32Log } from '../kernel/columns.ts';
import { draw, Purpose } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration, epochMs, type Instant, instant } from '../kernel/time.ts';
import { STREAM_RETENTION } from '../limits.ts';
import type { ShardState, World } from '../world.ts';

const OPEN = instant(-1);

export const isOpen = (shard: ShardState): boolean => shard.closedAt === OPEN;

/** Opens a shard and tells the mappings that read its stream. */
export function openShard(
  world: World,
  shard: Pick<ShardState, 'kind' | 'stream' | 'partition' | 'parent' | 'fromHash' | 'toHash'>,
  mappings: readonly number[],
): number {
  const { state } = world;
  const number = state.shards.length;
  state.shards.push({
    ...shard,
    id: shardId(world, shard.kind, number, shard.stream),
    openedAt: world.now,
    closedAt: OPEN,
    firstChange: world.changes.at.length,
    endChange: -1,
    count: 0,
    trimmed: 0,
    parked: [],
    readers: [],
    iterators: [],
  });
  world.shardRecords.push(int32Log());
  world.journal.append(world.now, Entry.shardOpened, number, shard.parent);
  for (const mapping of mappings) {
    world.queue.schedule(world.now, EventKind.shardDiscovered, mapping, number);
  }
  return number;
}

/** [S3] `shardId-`, epoch milliseconds on 20 digits, `-`, 8 hex digits; Kinesis: 12 digits. */
function shardId(world: World, kind: ShardState['kind'], number: number, stream: number): string {
  if (kind === 'KinesisStream') {
    const ordinal = world.state.kinesisStreams[stream]!.shards.length;
    return `shardId-${String(ordinal).padStart(12, '0')}`;
  }
  const ms = epochMs(world.definition.startAtMs, world.now) + number;
  const hex = draw(world.definition.seed, Purpose.identifier, number, 0).toString(16);
  return `shardId-${String(ms).padStart(20, '0')}-${hex.padStart(8, '0')}`;
}

/** Closes a shard: it takes no more records; readers go on to its end. */
export function closeShard(world: World, number: number): void {
  const shard = world.state.shards[number]!;
  shard.closedAt = world.now;
  shard.endChange = world.changes.at.length;
  world.journal.append(world.now, Entry.shardClosed, number);
  wakeReaders(world, shard, world.now);
}

/** Appends a record and returns its ordinal. Readers that wait for one are woken. */
export function appendRecord(
  world: World,
  number: number,
  row: number,
  visibleAt: Instant,
): number {
  const shard = world.state.shards[number]!;
  const ordinal = shard.count++;
  world.shardRecords[number]!.push(row);
  if (ordinal === shard.trimmed) scheduleTrim(world, number);
  if (shard.parked.length > 0) wakeReaders(world, shard, visibleAt);
  return ordinal;
}

function wakeReaders(world: World, shard: ShardState, at: Instant): void {
  const waiting = shard.parked;
  shard.parked = [];
  for (const consumer of waiting) {
    const { turn } = world.state.consumers[consumer]!;
    world.queue.schedule(at, EventKind.pollDue, consumer, turn);
  }
}

/** When a record was committed (DynamoDB) or arrived (Kinesis). */
export function recordAt(world: World, number: number, ordinal: number): Instant {
  const row = world.shardRecords[number]!.get(ordinal);
  const { kind } = world.state.shards[number]!;
  return instant((kind === 'DynamoDbStream' ? world.changes : world.kinesisRecords).at.get(row));
}

/** When readers can see a record. */
export function readableAt(world: World, number: number, ordinal: number): Instant {
  const row = world.shardRecords[number]!.get(ordinal);
  return instant(
    world.state.shards[number]!.kind === 'DynamoDbStream'
      ? world.changes.readableAt.get(row)
      : world.kinesisRecords.at.get(row),
  );
}

/** The change that a record tells of. */
export function changeOf(world: World, number: number, ordinal: number): number {
  const row = world.shardRecords[number]!.get(ordinal);
  return world.state.shards[number]!.kind === 'DynamoDbStream'
    ? row
    : world.kinesisRecords.change.get(row);
}

function retentionOf(world: World, shard: ShardState): Duration {
  return shard.kind === 'DynamoDbStream'
    ? STREAM_RETENTION
    : (world.state.kinesisStreams[shard.stream]!.retentionUs as Duration);
}

function scheduleTrim(world: World, number: number): void {
  const shard = world.state.shards[number]!;
  const oldest = recordAt(world, number, shard.trimmed);
  world.queue.schedule(after(oldest, retentionOf(world, shard)), EventKind.trimDue, number);
}

/** [S6] All records whose age has reached the retention fall off together. */
export function onTrimDue(world: World, number: number): void {
  const shard = world.state.shards[number]!;
  const retention = retentionOf(world, shard);
  const from = shard.trimmed;
  while (
    shard.trimmed < shard.count &&
    after(recordAt(world, number, shard.trimmed), retention) <= world.now
  ) {
    shard.trimmed++;
  }
  world.journal.append(world.now, Entry.recordsTrimmed, number, from, shard.trimmed);
  const { state } = world;
  const stream =
    shard.kind === 'DynamoDbStream'
      ? state.streams[shard.stream]!
      : state.kinesisStreams[shard.stream]!;
  stream.trimmed += shard.trimmed - from;
  if (shard.trimmed < shard.count) scheduleTrim(world, number);
}
