import { sequenceRange } from '../../engine/streams/shardIterator.ts';
import {
  isListed,
  shardOfStream,
  streamStatus,
  streamWithArn,
} from '../../engine/streams/streamCalls.ts';
import type { World } from '../../engine/world.ts';
import { epochSeconds, keySchemaOf } from '../dynamodb/tableDescription.ts';
import type { Operation } from '../operation.ts';
import { choice, structure, whole } from '../shape.ts';
import { shardId, streamArn } from './members.ts';

/** Shards on a page. */
const MOST = 100;

export const describeStream: Operation = {
  input: structure(
    {
      StreamArn: streamArn,
      Limit: whole({ min: 1 }),
      ExclusiveStartShardId: shardId,
      ShardFilter: structure({ Type: choice('CHILD_SHARDS'), ShardId: shardId }),
    },
    'StreamArn',
  ),
  answer({ world }, input) {
    const number = streamWithArn(world, String(input.StreamArn));
    const stream = world.state.streams[number]!;
    const all = listedShards(world, number, input.ShardFilter);
    const after = input.ExclusiveStartShardId;
    const from = all.findIndex((shard) => world.state.shards[shard]!.id === after) + 1;
    const limit = Math.min((input.Limit as number | undefined) ?? MOST, MOST);
    const page = all.slice(from, from + limit);
    const last = page.at(-1);
    return {
      StreamDescription: {
        StreamArn: stream.arn,
        StreamLabel: stream.label,
        StreamStatus: streamStatus(world, number),
        StreamViewType: stream.viewType,
        CreationRequestDateTime: epochSeconds(world, stream.createdAt),
        TableName: world.state.tables[stream.table]!.name,
        KeySchema: keySchemaOf(world.state.tables[stream.table]!.schema),
        Shards: page.map((shard) => shardDescription(world, shard)),
        ...(from + limit < all.length &&
          last !== undefined && { LastEvaluatedShardId: world.state.shards[last]!.id }),
      },
    };
  },
};

/** The stream's shards that are still there, or only the children of one. */
function listedShards(world: World, stream: number, filter: unknown): number[] {
  const shards = world.state.streams[stream]!.shards.filter((shard) => isListed(world, shard));
  const { ShardId } = (filter ?? {}) as { ShardId?: string };
  if (ShardId === undefined) return shards;
  const parent = shardOfStream(world, stream, ShardId);
  return shards.filter((shard) => world.state.shards[shard]!.parent === parent);
}

function shardDescription(world: World, number: number): Record<string, unknown> {
  const { id, parent } = world.state.shards[number]!;
  const { low, high } = sequenceRange(world, number);
  return {
    ShardId: id,
    SequenceNumberRange: {
      StartingSequenceNumber: String(low),
      ...(high !== null && { EndingSequenceNumber: String(high) }),
    },
    ...(parent >= 0 && { ParentShardId: world.state.shards[parent]!.id }),
  };
}
