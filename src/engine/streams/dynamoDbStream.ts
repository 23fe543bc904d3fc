/**
 * A table's DynamoDB stream: one open shard per partition, and every change of an item appended to
 * its partition's shard in the same commit that made it.
 *
 * Rules: [S1] one record per change, [S2] shard per partition, [S5] order per item, [S7] roll,
 * [S8] delay until readable.
 */
import type { StreamViewType } from '../definition.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { isoText } from '../kernel/isoText.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration, epochMs, instant } from '../kernel/time.ts';
import {
  SHARD_LIFE_LEAST,
  SHARD_LIFE_MOST,
  STREAM_DELAY_LEAST,
  STREAM_DELAY_MOST,
} from '../limits.ts';
import { ChangeKind, type World } from '../world.ts';
import { appendRecord, closeShard, isOpen, openShard, readableAt } from './shard.ts';

/** Enables a table's stream: a label, an ARN and one shard per partition. Returns its number. */
export function enableStream(
  world: World,
  table: number,
  viewType: StreamViewType,
  cause = -1,
): number {
  const { state, definition } = world;
  const { name } = state.tables[table]!;
  const label = freshLabel(world, name);
  const number = state.streams.length;
  const arn = `arn:aws:dynamodb:${definition.region}:${definition.accountId}:table/${name}/stream/${label}`;
  state.streams.push({
    table,
    arn,
    label,
    viewType,
    enabled: true,
    createdAt: world.now,
    disabledAt: instant(-1),
    firstChange: world.changes.at.length,
    itemsBefore: state.tables[table]!.itemCount,
    shards: [],
    mappings: [],
    records: { INSERT: 0, MODIFY: 0, REMOVE: 0 },
    trimmed: 0,
  });
  state.tables[table]!.stream = number;
  if (world.now > 0) world.journal.append(world.now, Entry.streamEnabled, number, 0, 0, 0, cause);
  for (const partition of state.tables[table]!.partitions) openPartitionShard(world, partition, -1);
  return number;
}

/** The present instant to the millisecond; a later one where the table has had a stream of that label. */
function freshLabel(world: World, name: string): string {
  const { state, definition } = world;
  let ms = epochMs(definition.startAtMs, world.now);
  const isTaken = (label: string) =>
    state.streams.some((s) => s.label === label && state.tables[s.table]!.name === name);
  while (isTaken(isoText(ms))) ms++;
  return isoText(ms);
}

/** [S16] Disables a table's stream: its open shards close, what is in them can still be read. */
export function disableStream(world: World, table: number, cause = -1): void {
  const { state } = world;
  const stream = state.streams[state.tables[table]!.stream]!;
  stream.enabled = false;
  stream.disabledAt = world.now;
  const number = state.tables[table]!.stream;
  world.journal.append(world.now, Entry.streamDisabled, number, 0, 0, 0, cause);
  for (const partition of state.tables[table]!.partitions) {
    const { shard } = state.partitions[partition]!;
    if (shard >= 0) closeShard(world, shard);
    state.partitions[partition]!.shard = -1;
  }
}

/** [S2] Opens a shard for a partition; `parent` is the shard whose place it takes, or -1. */
export function openPartitionShard(world: World, partitionNumber: number, parent: number): void {
  const { state } = world;
  const partition = state.partitions[partitionNumber]!;
  const streamNumber = state.tables[partition.table]!.stream;
  if (streamNumber < 0 || !state.streams[streamNumber]!.enabled) return;
  const stream = state.streams[streamNumber]!;
  const { fromHash, toHash } = partition;
  const number = openShard(
    world,
    {
      kind: 'DynamoDbStream',
      stream: streamNumber,
      partition: partitionNumber,
      parent,
      fromHash,
      toHash,
    },
    stream.mappings,
  );
  stream.shards.push(number);
  partition.shard = number;
  world.queue.schedule(after(world.now, shardLife(world, number)), EventKind.shardRolls, number);
}

/** Shards that are open when the lab begins are already some way into their four hours. */
function shardLife(world: World, number: number): Duration {
  const drawn = draw(world.definition.seed, Purpose.shardLife, number, 0);
  const least = world.now === 0 ? SHARD_LIFE_LEAST / 4 : SHARD_LIFE_LEAST;
  return within(drawn, least, SHARD_LIFE_MOST) as Duration;
}

/** [S7] A shard hands over to one child about every four hours. */
export function onShardRolls(world: World, number: number): void {
  const shard = world.state.shards[number]!;
  if (!isOpen(shard)) return;
  closeShard(world, number);
  openPartitionShard(world, shard.partition, number);
}

/** [S1] Appends a change to the shard of its partition: the same commit, the same instant. */
export function appendChange(
  world: World,
  change: number,
  kind: ChangeKind,
  partitionNumber: number,
  cause: number,
  atMostLater = 0,
): void {
  const { state, changes } = world;
  const shardNumber = state.partitions[partitionNumber]!.shard;
  const shard = state.shards[shardNumber]!;
  const { seed } = world.definition;
  const drawn = draw(seed, Purpose.streamDelay, shardNumber, shard.count);
  const most = STREAM_DELAY_MOST + atMostLater;
  const delay = within(drawn, STREAM_DELAY_LEAST, most) as Duration;
  let visibleAt = after(world.now, delay);
  if (shard.count > 0) {
    // [S5] Readers never see a later record before an earlier one.
    const before = readableAt(world, shardNumber, shard.count - 1);
    if (before > visibleAt) visibleAt = before;
  }
  changes.shard.push(shardNumber);
  changes.ordinal.push(shard.count);
  changes.readableAt.push(visibleAt);
  const ordinal = appendRecord(world, shardNumber, change, visibleAt);
  const { records } = state.streams[shard.stream]!;
  if (kind === ChangeKind.INSERT) records.INSERT++;
  else if (kind === ChangeKind.MODIFY) records.MODIFY++;
  else records.REMOVE++;
  world.journal.append(
    world.now,
    Entry.streamRecordAppended,
    change,
    shardNumber,
    ordinal,
    visibleAt - world.now,
    cause,
  );
}
