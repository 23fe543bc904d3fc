/** One change as its record would be under each of the four view types [S11]. */
import type { StreamViewType } from '../../engine/definition.ts';
import { itemSizeBytes } from '../../engine/item/size.ts';
import { streamRecord } from '../../engine/streams/record.ts';
import type { World } from '../../engine/world.ts';
import { figureWords } from '../words/figureWords.ts';
import type { RecordViews } from './figure.ts';

const VIEW_TYPES: readonly StreamViewType[] = [
  'KEYS_ONLY',
  'NEW_IMAGE',
  'OLD_IMAGE',
  'NEW_AND_OLD_IMAGES',
];

export function recordViews(world: World, change: number): RecordViews {
  const shard = world.changes.shard.get(change);
  const own = shard < 0 ? null : world.state.streams[world.state.shards[shard]!.stream]!.viewType;
  return {
    kind: 'recordViews',
    title: figureWords.views,
    text: figureWords.viewsText(own),
    own,
    views: VIEW_TYPES.map((viewType) => {
      const { dynamodb } = streamRecord(world, change, viewType);
      const { Keys, OldImage, NewImage, SizeBytes } = dynamodb;
      return {
        viewType,
        keys: itemSizeBytes(Keys),
        oldImage: OldImage ? itemSizeBytes(OldImage) : null,
        newImage: NewImage ? itemSizeBytes(NewImage) : null,
        sizeBytes: SizeBytes,
        json: dynamodb,
      };
    }),
  };
}
