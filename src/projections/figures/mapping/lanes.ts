/** The lanes into which a mapping divides its shards [E27], with the items in each. */
import { isInLane } from '../../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { World } from '../../../engine/world.ts';
import { slotOf } from '../../cards/batchSlots.ts';
import { markOf } from '../../scene/marks.ts';
import type { Mark } from '../../scene/scene.ts';
import { shardLabel } from '../../scene/shardLabel.ts';
import { slotText } from '../../scene/slotText.ts';
import { standingOf } from '../../standing.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { Lanes } from './shapes.ts';

const MOST_SHARDS = 4;
/** Latest records of a shard that are looked at. */
const MOST_RECORDS = 120;
const MOST_ITEMS = 6;

export function lanes(world: World, mapping: number): Lanes | null {
  const { parallelizationFactor, consumers, sourceKind } = world.state.mappings[mapping]!;
  if (parallelizationFactor < 2) return null;
  const live = consumers.filter((each) => world.state.consumers[each]!.phase !== 'drained');
  const shards = [...new Set(live.map((each) => world.state.consumers[each]!.shard))];
  return {
    kind: 'lanes',
    title: words.lanes,
    text: words.lanesText(
      parallelizationFactor,
      sourceKind === 'DynamoDbStream' ? 'item’s key' : 'partition key',
    ),
    shards: shards.slice(0, MOST_SHARDS).map((shard) => ({
      label: shardLabel(world, shard),
      lanes: live
        .filter((each) => world.state.consumers[each]!.shard === shard)
        .map((consumer) => laneOf(world, consumer)),
    })),
  };
}

function laneOf(world: World, number: number): Lanes['shards'][number]['lanes'][number] {
  const consumer = world.state.consumers[number]!;
  const { count, trimmed } = world.state.shards[consumer.shard]!;
  const items = new Map<number, Mark>();
  let records = 0;
  for (let ordinal = Math.max(trimmed, count - MOST_RECORDS); ordinal < count; ordinal++) {
    if (!isInLane(world, consumer, ordinal)) continue;
    const mark = markOf(world, changeOf(world, consumer.shard, ordinal), 'read');
    items.set(mark.item, mark);
    records++;
  }
  const slot = slotOf(world, standingOf(world, number));
  const { batchSize } = world.state.mappings[consumer.mapping]!;
  return {
    lane: consumer.lane + 1,
    records,
    items: [...items.values()].slice(-MOST_ITEMS).reverse(),
    moreItems: Math.max(0, items.size - MOST_ITEMS),
    state: slotText(slot, batchSize, world.now),
  };
}
