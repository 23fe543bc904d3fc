/**
 * For which change a handler makes a call. Nothing tells, so it is read off what the call says.
 *
 * Rules: [H10] which change an effect is for (assumed).
 */

import { itemIdentifierOf } from '../lambda/events/eventRecord.ts';
import { recordsOfInvocation } from '../lambda/mapping/batch.ts';
import { changeOf } from '../streams/shard.ts';
import type { RunningInvocation, World } from '../world.ts';

/**
 * [H10] The change of the record whose sequence number, or else whose key, the call mentions; among
 * several the one for which the run has called the target least. -1 where there are no records.
 */
export function creditedChange(
  world: World,
  run: RunningInvocation,
  target: number,
  input: string,
): number {
  const records = recordsOf(world, run);
  const { credited } = run.code!;
  const timesOf = (change: number): number => {
    let times = 0;
    for (let i = 0; i < credited.length; i += 2) {
      if (credited[i] === change && credited[i + 1] === target) times++;
    }
    return times;
  };
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const { change, sequenceNumber } of records) {
    const isNamed = sequenceNumber !== '' && input.includes(sequenceNumber);
    const mentions = isNamed ? 0 : mentionsKey(world, change, input) ? 1 : 2;
    const rank = mentions * 1_000_000 + timesOf(change);
    if (rank < bestRank) {
      best = change;
      bestRank = rank;
    }
  }
  if (best >= 0) credited.push(best, target);
  return best;
}

/** The changes that a run is about, with what names them. */
function recordsOf(
  world: World,
  { invocation, changes }: RunningInvocation,
): { change: number; sequenceNumber: string }[] {
  if (invocation < 0) return (changes ?? []).map((change) => ({ change, sequenceNumber: '' }));
  const { shard } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  return recordsOfInvocation(world, invocation).map((ordinal) => ({
    change: changeOf(world, shard, ordinal),
    sequenceNumber: itemIdentifierOf(world, shard, ordinal),
  }));
}

function mentionsKey(world: World, change: number, input: string): boolean {
  const key = world.items.keys.get(world.changes.item.get(change));
  return Object.values(key).every((value) => input.includes(String(Object.values(value)[0])));
}
