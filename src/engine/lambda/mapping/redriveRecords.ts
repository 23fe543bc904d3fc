/**
 * What an on-failure document points at: it can be read for as long as it lives.
 *
 * Rules: [E45] redrive.
 */
import { ItemError } from '../../item/itemError.ts';
import { changeOf } from '../../streams/shard.ts';
import type { World } from '../../world.ts';
import type { LambdaEvent } from '../events/event.ts';
import { eventRecord } from '../events/eventRecord.ts';
import { membersOf } from './batch.ts';

function pointedAt(world: World, row: number): { shard: number; members: number[] } {
  const { onFailures, state } = world;
  const consumer = state.consumers[onFailures.consumer.get(row)]!;
  const members = membersOf(world, consumer, onFailures.from.get(row), onFailures.to.get(row));
  return { shard: consumer.shard, members };
}

/** @throws ItemError TrimmedDataAccessException where the first of the records has fallen off. */
export function refuseTrimmed(world: World, row: number): void {
  const { shard, members } = pointedAt(world, row);
  const [first] = members;
  if (first === undefined || first >= world.state.shards[shard]!.trimmed) return;
  throw new ItemError(
    'TrimmedDataAccessException',
    'The operation attempted to read past the oldest stream record in a shard.',
  );
}

/** The records that an on-failure document points at, as its function is given them. */
export function recordsToRedrive(world: World, row: number): LambdaEvent {
  const { shard, members } = pointedAt(world, row);
  return { Records: members.map((ordinal) => eventRecord(world, shard, ordinal)) };
}

/** Their changes. */
export function changesToRedrive(world: World, row: number): number[] {
  const { shard, members } = pointedAt(world, row);
  return members.map((ordinal) => changeOf(world, shard, ordinal));
}
