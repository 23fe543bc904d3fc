/** What a shard is called on the stage: its place in the stream, and its generation. */
import type { ShardState, World } from '../../engine/world.ts';

const labels = new WeakMap<ShardState, string>();

/**
 * `shard 2` for the second of the stream's first shards, `shard 2.3` for its grandchild, and
 * `shard 2a.3`, `shard 2b.3` for the two that it split into.
 */
export function shardLabel(world: World, shard: number): string {
  const state = world.state.shards[shard]!;
  const known = labels.get(state);
  if (known !== undefined) return known;
  const { root, generation } = placeOf(world, shard);
  const label = generation === 1 ? `shard ${root}` : `shard ${root}.${generation}`;
  labels.set(state, label);
  return label;
}

/** Shards of the stream that a shard belongs to, oldest first. */
export function siblingsOf(world: World, shard: ShardState): readonly number[] {
  const { streams, kinesisStreams } = world.state;
  const list = shard.kind === 'DynamoDbStream' ? streams : kinesisStreams;
  return list[shard.stream]!.shards;
}

function placeOf(world: World, shard: number): { root: string; generation: number } {
  const { shards } = world.state;
  const state = shards[shard]!;
  const all = siblingsOf(world, state);
  if (state.parent < 0) {
    const roots = all.filter((other) => shards[other]!.parent < 0);
    return { root: String(roots.indexOf(shard) + 1), generation: 1 };
  }
  const above = placeOf(world, state.parent);
  const children = all.filter((other) => shards[other]!.parent === state.parent);
  const letter = children.length > 1 ? 'abcdefgh'.charAt(children.indexOf(shard)) : '';
  return { root: above.root + letter, generation: above.generation + 1 };
}
