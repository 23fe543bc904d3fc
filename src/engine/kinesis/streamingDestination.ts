/**
 * Kinesis Data Streams for DynamoDB: the table sends every change to a data stream. Each travels on its
 * own, so one may be held up and overtaken, and one may be sent twice; the log keeps what arrived.
 *
 * Left out for now: throttled puts, lost records, split and merge, precision on the wire.
 * Rules: [K1] both images always, [K2] shard by MD5, [K3] delay, [K4] duplicates, [K5] reordering,
 * [K6] capture units.
 */
import { md5 } from '@noble/hashes/legacy.js';
import type { KinesisStreamDefinition } from '../definition.ts';
import { chance, draw, latency, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, hours, milliseconds } from '../kernel/time.ts';
import {
  KINESIS_DELAY_P50_MS,
  KINESIS_DELAY_P99_MS,
  KINESIS_DUPLICATE_PROBABILITY,
  KINESIS_HELD_UP_LEAST_MS,
  KINESIS_HELD_UP_MOST_MS,
  KINESIS_HELD_UP_PROBABILITY,
} from '../limits.ts';
import { appendRecord, openShard } from '../streams/shard.ts';
import type { World } from '../world.ts';

const HASH_END = 0x1_0000_0000;

/** Makes a data stream with its shards over the whole hash range. */
export function createKinesisStream(world: World, definition: KinesisStreamDefinition): void {
  const { state } = world;
  const { region, accountId } = world.definition;
  const number = state.kinesisStreams.length;
  const stream = {
    id: definition.id,
    name: definition.name,
    arn: `arn:aws:kinesis:${region}:${accountId}:stream/${definition.name}`,
    retentionUs: hours(definition.retentionHours),
    shards: [] as number[],
    mappings: [] as number[],
    records: 0,
    duplicates: 0,
    outOfOrder: 0,
    changeDataCaptureUnits: 0,
    trimmed: 0,
  };
  state.kinesisStreams.push(stream);
  const step = Math.floor(HASH_END / definition.shardCount);
  for (let i = 0; i < definition.shardCount; i++) {
    const toHash = i === definition.shardCount - 1 ? HASH_END : (i + 1) * step;
    const range = { fromHash: i * step, toHash };
    const shard = openShard(
      world,
      { kind: 'KinesisStream', stream: number, partition: -1, parent: -1, ...range },
      stream.mappings,
    );
    stream.shards.push(shard);
  }
}

/** A change leaves the table for the data stream, once or twice. */
export function onChangeCaptured(
  world: World,
  change: number,
  stream: number,
  cause: number,
): void {
  const { seed } = world.definition;
  countCaptureUnits(world, change, stream);
  send(world, change, stream, 0, cause);
  const drawn = draw(seed, Purpose.kinesisDuplicate, stream, change);
  if (chance(drawn, KINESIS_DUPLICATE_PROBABILITY)) send(world, change, stream, 1, cause);
}

function send(world: World, change: number, stream: number, copy: number, cause: number): void {
  const { seed } = world.definition;
  const ordinal = change * 2 + copy;
  const drawn = draw(seed, Purpose.kinesisDelay, stream, ordinal);
  let delay = milliseconds(latency(drawn, KINESIS_DELAY_P50_MS, KINESIS_DELAY_P99_MS));
  const heldUp = draw(seed, Purpose.kinesisReorder, stream, ordinal);
  if (copy === 1 || chance(heldUp, KINESIS_HELD_UP_PROBABILITY)) {
    // A duplicate comes of a retry after a lost acknowledgement, so it too comes late.
    delay = milliseconds(within(drawn, KINESIS_HELD_UP_LEAST_MS, KINESIS_HELD_UP_MOST_MS));
  }
  const { journal } = world;
  journal.append(world.now, Entry.changeSentToKinesis, change, stream, copy, delay, cause);
  const arrival = after(world.now, delay);
  world.queue.schedule(arrival, EventKind.changeArrivesAtKinesis, change, stream, copy);
}

/** [K6] One unit per started kilobyte of the larger image. */
function countCaptureUnits(world: World, change: number, stream: number): void {
  const { changes, versions, images, state } = world;
  let bytes = 0;
  for (const version of [changes.oldVersion.get(change), changes.newVersion.get(change)]) {
    const image = version < 0 ? -1 : versions.image.get(version);
    if (image >= 0) bytes = Math.max(bytes, images.sizeBytes(image));
  }
  state.kinesisStreams[stream]!.changeDataCaptureUnits += Math.max(1, Math.ceil(bytes / 1_024));
}

/** The change is in the data stream, behind whatever came before it. */
export function onChangeArrivesAtKinesis(
  world: World,
  change: number,
  number: number,
  copy: number,
): void {
  const { state, kinesisRecords, changes } = world;
  const stream = state.kinesisStreams[number]!;
  const item = changes.item.get(change);
  const shard = shardFor(world, number, item);
  const row = kinesisRecords.stream.push(number);
  kinesisRecords.shard.push(shard);
  kinesisRecords.ordinal.push(state.shards[shard]!.count);
  kinesisRecords.change.push(change);
  kinesisRecords.copy.push(copy);
  kinesisRecords.at.push(world.now);
  stream.records++;
  const arrivals = world.kinesisArrivals[number]!;
  const latest = world.latestArrived[number]!;
  if (arrivals.get(change) > 0) stream.duplicates++;
  else if (latest.get(item) > change + 1) stream.outOfOrder++;
  else latest.set(item, change + 1);
  arrivals.set(change, arrivals.get(change) + 1);
  const ordinal = appendRecord(world, shard, row, world.now);
  world.journal.append(world.now, Entry.kinesisRecordAppended, row, shard, ordinal, change);
}

/** [K2] Assumed: the partition key is the table's name and the item's key; its MD5 chooses the shard. */
function shardFor(world: World, number: number, item: number): number {
  const { shards } = world.state.kinesisStreams[number]!;
  const table = world.state.tables[world.items.table.get(item)]!;
  const text = `${table.name} ${world.items.label.get(item)}`;
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) >> 8;
    bytes[2 * i + 1] = text.charCodeAt(i) & 255;
  }
  const digest = md5(bytes);
  const hash = digest[0]! * 0x100_0000 + digest[1]! * 0x1_0000 + digest[2]! * 256 + digest[3]!;
  const found = shards.find((shard) => {
    const { fromHash, toHash } = world.state.shards[shard]!;
    return hash >= fromHash && hash < toHash;
  });
  return found!;
}
