/**
 * A record as a function sees it, from either kind of stream.
 *
 * Rules: [E33] DynamoDB records carry `eventSourceARN`, [E34] Kinesis records carry base64 data,
 * [E47] what a filter sees of a Kinesis record.
 */
import { draw, Purpose } from '../../kernel/draw.ts';
import { epochMs, instant } from '../../kernel/time.ts';
import {
  imagesOf,
  isExpiry,
  type StreamRecord,
  sequenceNumberOf,
  streamRecord,
} from '../../streams/record.ts';
import { changeKindName, type World } from '../../world.ts';
import { utf8Base64 } from './base64.ts';

/** A record of a DynamoDB stream in a Lambda event. */
export type DynamoDbEventRecord = StreamRecord & { eventSourceARN: string };

/** A record of a Kinesis stream in a Lambda event. */
export interface KinesisEventRecord {
  kinesis: {
    kinesisSchemaVersion: '1.0';
    partitionKey: string;
    sequenceNumber: string;
    data: string;
    approximateArrivalTimestamp: number;
  };
  eventSource: 'aws:kinesis';
  eventVersion: '1.0';
  eventID: string;
  eventName: 'aws:kinesis:record';
  invokeIdentityArn: string;
  awsRegion: string;
  eventSourceARN: string;
}

/** One record of a shard as a function sees it. */
export function eventRecord(
  world: World,
  shard: number,
  ordinal: number,
): DynamoDbEventRecord | KinesisEventRecord {
  const { kind, stream } = world.state.shards[shard]!;
  const row = world.shardRecords[shard]!.get(ordinal);
  if (kind === 'KinesisStream') return kinesisEventRecord(world, row);
  return { ...streamRecord(world, row), eventSourceARN: world.state.streams[stream]!.arn };
}

/** The identifier by which a function reports a failed record. */
export function itemIdentifierOf(world: World, shard: number, ordinal: number): string {
  const row = world.shardRecords[shard]!.get(ordinal);
  return world.state.shards[shard]!.kind === 'KinesisStream'
    ? kinesisSequenceNumber(row)
    : sequenceNumberOf(world, row);
}

const kinesisSequenceNumber = (row: number): string => `4959${String(row).padStart(52, '0')}`;

function kinesisEventRecord(world: World, row: number): KinesisEventRecord {
  const { kinesisRecords, state, definition } = world;
  const change = kinesisRecords.change.get(row);
  const shard = state.shards[kinesisRecords.shard.get(row)]!;
  const stream = state.kinesisStreams[kinesisRecords.stream.get(row)]!;
  const sequenceNumber = kinesisSequenceNumber(row);
  const at = epochMs(definition.startAtMs, instant(kinesisRecords.at.get(row)));
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey: world.items.label.get(world.changes.item.get(change)),
      sequenceNumber,
      data: utf8Base64(JSON.stringify(captureRecord(world, change))),
      approximateArrivalTimestamp: at / 1_000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shard.id}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: `arn:aws:iam::${definition.accountId}:role/lambda-role`,
    awsRegion: definition.region,
    eventSourceARN: stream.arn,
  };
}

/** [K1] What a table sends to a data stream: both images, no view type, no sequence number. */
export function captureRecord(world: World, change: number) {
  const { changes, items, state, definition } = world;
  const table = state.tables[changes.table.get(change)]!;
  const Keys = items.keys.get(changes.item.get(change));
  const destination = table.destinations.find(({ stream }) => stream === table.kinesisStream);
  const isMicro = (destination ?? table.destinations[0])?.precision === 'MICROSECOND';
  const at = changes.at.get(change);
  return {
    awsRegion: definition.region,
    eventID: captureId(world, change),
    eventName: changeKindName(changes.kind.get(change)),
    userIdentity: isExpiry(world, change)
      ? { type: 'Service', principalId: 'dynamodb.amazonaws.com' }
      : null,
    recordFormat: 'application/json',
    tableName: table.name,
    dynamodb: {
      ApproximateCreationDateTime: isMicro
        ? definition.startAtMs * 1_000 + at
        : epochMs(definition.startAtMs, instant(at)),
      Keys,
      ...imagesOf(world, change, 'NEW_AND_OLD_IMAGES'),
      SizeBytes: streamRecord(world, change, 'NEW_AND_OLD_IMAGES').dynamodb.SizeBytes,
      ...(isMicro && { ApproximateCreationDateTimePrecision: 'MICROSECOND' }),
    },
    eventSource: 'aws:dynamodb',
  };
}

/** A UUID with dashes, one per change and seed. */
function captureId(world: World, change: number): string {
  const hex = [5, 6, 7, 8]
    .map((part) => draw(world.definition.seed, Purpose.identifier, change, part))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** [E47] A record as a filter sees it: of a Kinesis record the data is decoded. */
export function filteredRecord(world: World, shard: number, ordinal: number): unknown {
  const row = world.shardRecords[shard]!.get(ordinal);
  if (world.state.shards[shard]!.kind === 'DynamoDbStream') return streamRecord(world, row);
  const { kinesis, ...others } = kinesisEventRecord(world, row);
  const data = captureRecord(world, world.kinesisRecords.change.get(row));
  return { ...others, ...kinesis, data };
}
