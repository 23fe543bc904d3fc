/** The cards of a table's DynamoDB stream and of a Kinesis data stream. */
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import type { StreamCard } from '../scene/scene.ts';
import { cardWords } from '../words/cardWords.ts';
import { shardLane, shownShards } from './shardLanes.ts';

export function streamCard(world: World, stream: number): StreamCard {
  const { state } = world;
  const { table, viewType, shards, mappings } = state.streams[stream]!;
  return {
    type: 'stream',
    id: cardId.stream(stream),
    title: state.tables[table]!.name,
    logicalId: state.tables[table]!.id,
    source: 'DynamoDbStream',
    detail: viewType,
    stream,
    ...lanesOf(world, shards, mappings),
    duplicates: 0,
    outOfOrder: 0,
  };
}

export function kinesisStreamCard(world: World, number: number): StreamCard {
  const { id, name, retentionUs, shards, mappings, duplicates, outOfOrder } =
    world.state.kinesisStreams[number]!;
  return {
    type: 'stream',
    id: cardId.kinesisStream(number),
    title: name,
    logicalId: id,
    source: 'KinesisStream',
    detail: cardWords.retention(retentionUs / 3_600_000_000),
    stream: -1 - number,
    ...lanesOf(world, shards, mappings),
    duplicates,
    outOfOrder,
  };
}

function lanesOf(
  world: World,
  shards: readonly number[],
  mappings: readonly number[],
): Pick<StreamCard, 'shards' | 'pastShardCount'> {
  const { shown, pastShardCount } = shownShards(world, shards, mappings);
  const drawn = new Set(shown);
  return {
    shards: shown.map((shard) => shardLane(world, shard, mappings, drawn)),
    pastShardCount,
  };
}
