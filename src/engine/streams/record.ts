/**
 * A stream record in AWS's own shape, made when somebody looks: the log keeps only row numbers.
 *
 * Rules: [S11] members by view type, [S12] sequence numbers, [S13] second precision, [S14] SizeBytes,
 * [S15] eventVersion 1.1.
 */
import type { StreamViewType } from '../definition.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { itemSizeBytes } from '../item/size.ts';
import { draw, Purpose } from '../kernel/draw.ts';
import { epochMs, instant } from '../kernel/time.ts';
import { ChangeKind, changeKindName, TIME_TO_LIVE_SOURCE, type World } from '../world.ts';

/** A record as `GetRecords` returns it. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: '1.1';
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: AttributeMap;
    NewImage?: AttributeMap;
    OldImage?: AttributeMap;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: StreamViewType;
  };
  /** Only where a service made the change: time to live. Spelt as in Lambda's events. */
  userIdentity?: { type: 'Service'; principalId: 'dynamodb.amazonaws.com' };
}

/** [S12] 22 decimal digits, rising with every change; compare by length, then as text. */
export function sequenceNumberOf(world: World, change: number): string {
  const jitter = draw(world.definition.seed, Purpose.sequenceNumber, change, 0) % 1_000;
  return `1${String(change * 1_009 + jitter + 1).padStart(21, '0')}`;
}

/** 32 hexadecimal digits, one value per change and seed. */
export function eventIdOf(world: World, change: number): string {
  const words = [1, 2, 3, 4].map((part) =>
    draw(world.definition.seed, Purpose.identifier, change, part).toString(16).padStart(8, '0'),
  );
  return words.join('');
}

/** The images that a view type lets through. */
export function imagesOf(
  world: World,
  change: number,
  viewType: StreamViewType,
): { NewImage?: AttributeMap; OldImage?: AttributeMap } {
  const { changes, versions, images } = world;
  const kind = changes.kind.get(change);
  const result: { NewImage?: AttributeMap; OldImage?: AttributeMap } = {};
  const wantsNew = viewType === 'NEW_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  const wantsOld = viewType === 'OLD_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  if (wantsNew && kind !== ChangeKind.REMOVE) {
    result.NewImage = images.read(versions.image.get(changes.newVersion.get(change)));
  }
  if (wantsOld && kind !== ChangeKind.INSERT) {
    result.OldImage = images.read(versions.image.get(changes.oldVersion.get(change)));
  }
  return result;
}

/** The record of a change under a view type; the stream's own where none is given. */
export function streamRecord(
  world: World,
  change: number,
  viewType: StreamViewType = viewTypeOf(world, change),
): StreamRecord {
  const { changes, items, definition } = world;
  const Keys = items.keys.get(changes.item.get(change));
  const shown = imagesOf(world, change, viewType);
  const at = instant(changes.at.get(change));
  let SizeBytes = itemSizeBytes(Keys);
  if (shown.NewImage) SizeBytes += itemSizeBytes(shown.NewImage);
  if (shown.OldImage) SizeBytes += itemSizeBytes(shown.OldImage);
  return {
    eventID: eventIdOf(world, change),
    eventName: changeKindName(changes.kind.get(change)),
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: definition.region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(epochMs(definition.startAtMs, at) / 1_000),
      Keys,
      ...shown,
      SequenceNumber: sequenceNumberOf(world, change),
      SizeBytes,
      StreamViewType: viewType,
    },
    ...(isExpiry(world, change) && {
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    }),
  };
}

/** [T15] Whether time to live made a change. */
export const isExpiry = ({ changes, writes }: World, change: number): boolean =>
  writes.source.get(changes.write.get(change)) === TIME_TO_LIVE_SOURCE;

/** That of the stream that the change went into; a later stream of its table may have another. */
function viewTypeOf(world: World, change: number): StreamViewType {
  const shard = world.changes.shard.get(change);
  if (shard < 0) return 'NEW_AND_OLD_IMAGES';
  return world.state.streams[world.state.shards[shard]!.stream]!.viewType;
}
