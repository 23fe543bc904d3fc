/** Who takes part in a record's life. Names need not differ: a table and a function may share one. */
import type { World } from '../../engine/world.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { lifeWords as words } from '../words/lifeWords.ts';

export interface Party {
  /** The same for whom it is the same, and for nobody else. */
  id: string;
  name: string;
}

export const writer = (): Party => ({ id: 'writer', name: words.writer });

export function tableOf({ changes, state }: World, change: number): Party {
  const table = changes.table.get(change);
  return { id: `table ${table}`, name: state.tables[table]!.name };
}

/** A shard of a DynamoDB stream; of a Kinesis stream all of it. */
export function shardParty(world: World, shard: number): Party {
  const { shards, kinesisStreams } = world.state;
  const { kind, stream } = shards[shard]!;
  return kind === 'KinesisStream'
    ? { id: `stream ${stream}`, name: kinesisStreams[stream]!.name }
    : { id: `shard ${shard}`, name: shardLabel(world, shard) };
}

/** The function that a consumer has invoked, or its pipe. */
export const readerOf = (world: World, consumer: number): Party =>
  functionParty(world, world.state.mappings[world.state.consumers[consumer]!.mapping]!.function);

export const shardOf = (world: World, consumer: number): Party =>
  shardParty(world, world.state.consumers[consumer]!.shard);

export const functionParty = ({ state }: World, fn: number): Party => ({
  id: `function ${fn}`,
  name: state.functions[fn]!.name,
});

export const targetParty = ({ state }: World, target: number): Party => ({
  id: `target ${target}`,
  name: state.targets[target]!.name,
});

export const pollerParty = ({ state }: World, poller: number): Party => ({
  id: `poller ${poller}`,
  name: state.pollers[poller]!.id,
});
