/** Records in AWS's own JSON, as their readers get them. */

import { itemSizeBytes } from '../engine/item/size.ts';
import { epochMs, instant } from '../engine/kernel/time.ts';
import { eventIdOf, imagesOf, type StreamRecord, streamRecord } from '../engine/streams/record.ts';
import { changeKindName, type World } from '../engine/world.ts';

/** A record as Lambda hands it to the function: that of the stream, and where it came from. */
export interface LambdaRecord extends StreamRecord {
  eventSourceARN: string;
}

/** The record of a change under its stream's view type, or null where no stream has it. */
export function recordJson(world: World, change: number): LambdaRecord | null {
  const shard = world.changes.shard.get(change);
  if (shard < 0) return null;
  const { arn, viewType } = world.state.streams[world.state.shards[shard]!.stream]!;
  return { ...streamRecord(world, change, viewType), eventSourceARN: arn };
}

/** What Kinesis Data Streams for DynamoDB writes into a data record for a change. */
export function kinesisRecordJson(world: World, change: number): Record<string, unknown> {
  const { definition, changes, items } = world;
  const table = changes.table.get(change);
  const { name } = world.state.tables[table]!;
  const { kinesisDestination } = definition.tables[table] ?? {};
  const isMicro = kinesisDestination?.precision === 'MICROSECOND';
  const at = instant(changes.at.get(change));
  const keys = items.keys.get(changes.item.get(change));
  const images = imagesOf(world, change, 'NEW_AND_OLD_IMAGES');
  const shown = [keys, images.NewImage, images.OldImage].filter((image) => image !== undefined);
  return {
    awsRegion: definition.region,
    eventID: dashed(eventIdOf(world, change)),
    eventName: changeKindName(changes.kind.get(change)),
    userIdentity: null,
    recordFormat: 'application/json',
    tableName: name,
    dynamodb: {
      ApproximateCreationDateTime: isMicro
        ? definition.startAtMs * 1_000 + at
        : epochMs(definition.startAtMs, at),
      Keys: keys,
      ...images,
      SizeBytes: shown.reduce((sum, image) => sum + itemSizeBytes(image), 0),
      ...(isMicro ? { ApproximateCreationDateTimePrecision: 'MICROSECOND' } : {}),
    },
    eventSource: 'aws:dynamodb',
  };
}

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
