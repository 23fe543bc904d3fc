/**
 * The parts of a transaction on their way: committed at one instant, they become readable one by one and
 * in shards of their own, so that a reader may have some of them and not yet others [T12].
 */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { Settled, type World } from '../../engine/world.ts';
import { isTransaction } from './marks.ts';

/** Where one part stands for one reader. */
export type PartState = 'onTheWay' | 'inShard' | 'inBatch' | 'processed' | 'passedBy';

export const hasArrived = (state: PartState): boolean =>
  state === 'inBatch' || state === 'processed' || state === 'passedBy';

/** The command of the transaction that a change is a part of, or -1. */
export function transactionOfChange(world: World, change: number): number {
  const source = world.writes.source.get(world.changes.write.get(change));
  return isTransaction(world, source) ? source : -1;
}

/** The changes that a transaction's command made at an instant, in the order of its actions. */
export function partsOf(world: World, command: number, at: number): number[] {
  const { changes, writes } = world;
  const parts: number[] = [];
  for (let change = firstChangeAt(world, at); change < changes.at.length; change++) {
    if (changes.at.get(change) > at) break;
    if (writes.source.get(changes.write.get(change)) === command) parts.push(change);
  }
  return parts;
}

function firstChangeAt({ changes }: World, at: number): number {
  let low = 0;
  let high = changes.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes.at.get(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a part stands for a mapping that reads its table's stream. */
export function partState(world: World, change: number, mapping: number): PartState {
  const settled = world.deliveries[mapping]!.get(change) & 7;
  if (settled === Settled.succeeded) return 'processed';
  if (settled !== Settled.pending) return 'passedBy';
  if (world.now < world.changes.readableAt.get(change)) return 'onTheWay';
  const shard = world.changes.shard.get(change);
  const ordinal = world.changes.ordinal.get(change);
  const isInBatch = world.state.mappings[mapping]!.consumers.some((number) => {
    const consumer = world.state.consumers[number]!;
    const holds = consumer.shard === shard && ordinal >= consumer.from && ordinal < consumer.to;
    return holds && consumer.phase === 'invoking' && isInLane(world, consumer, ordinal);
  });
  return isInBatch ? 'inBatch' : 'inShard';
}

/** The mappings that read a change's stream; none where no stream has it. */
export function readersOfChange(world: World, change: number): readonly number[] {
  const shard = world.changes.shard.get(change);
  return shard < 0 ? [] : world.state.streams[world.state.shards[shard]!.stream]!.mappings;
}

/** The readers that have some of the parts, and not yet others. */
export function tornReaders(world: World, parts: readonly number[]): number[] {
  const mappings = [...new Set(parts.flatMap((change) => readersOfChange(world, change)))];
  return mappings.filter((mapping) => {
    const own = parts.filter((change) => readersOfChange(world, change).includes(mapping));
    const arrived = own.filter((change) => hasArrived(partState(world, change, mapping))).length;
    return arrived > 0 && arrived < own.length;
  });
}
