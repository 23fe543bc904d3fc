/**
 * How large an event is. AWS closes a batch before it exceeds what a function can be given; here a
 * record's size is reckoned from the sizes that DynamoDB counts, without writing its JSON.
 *
 * Rules: [E38] a batch holds at most 6 MB.
 */
import { EVENT_RECORD_BYTES } from '../../limits.ts';
import { changeOf } from '../../streams/shard.ts';
import type { World } from '../../world.ts';

/** No record is larger in the event: two of the largest image, and a key, which is part of one. */
export const mostRecordBytes = ({ images }: World): number =>
  asBase64(EVENT_RECORD_BYTES + 3 * images.largestBytes);

/** Bytes of a record in the event, reckoned. */
export function recordBytes(world: World, shard: number, ordinal: number): number {
  const { changes, items } = world;
  const { kind, stream } = world.state.shards[shard]!;
  const change = changeOf(world, shard, ordinal);
  const viewType =
    kind === 'DynamoDbStream' ? world.state.streams[stream]!.viewType : 'NEW_AND_OLD_IMAGES';
  let bytes = EVENT_RECORD_BYTES + items.keyBytes.get(changes.item.get(change));
  if (viewType !== 'KEYS_ONLY' && viewType !== 'OLD_IMAGE') {
    bytes += imageBytes(world, changes.newVersion.get(change));
  }
  if (viewType !== 'KEYS_ONLY' && viewType !== 'NEW_IMAGE') {
    bytes += imageBytes(world, changes.oldVersion.get(change));
  }
  // Kinesis carries the JSON as base64.
  return kind === 'KinesisStream' ? asBase64(bytes) : bytes;
}

const asBase64 = (bytes: number): number => Math.ceil(bytes / 3) * 4;

function imageBytes({ versions, images }: World, version: number): number {
  const image = version < 0 ? -1 : versions.image.get(version);
  return image < 0 ? 0 : images.sizeBytes(image);
}
