/**
 * Reading again what was given up: an on-failure document points into the shard, and what it points at
 * can be read for as long as it lives.
 *
 * Rules: [E45] redrive.
 */
import { ItemError } from '../item/itemError.ts';
import type { Call } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import type { World } from '../world.ts';
import { membersOf } from './batch.ts';
import type { LambdaEvent } from './event.ts';
import { eventRecord } from './eventRecord.ts';

/**
 * The records that an on-failure document points at.
 * @param row of `World.onFailures`.
 * @throws ItemError TrimmedDataAccessException where the first of them has fallen off.
 */
export function recordsToRedrive(world: World, row: number): LambdaEvent {
  const { onFailures, state } = world;
  const consumer = state.consumers[onFailures.consumer.get(row)]!;
  const members = membersOf(world, consumer, onFailures.from.get(row), onFailures.to.get(row));
  const first = members[0];
  if (first !== undefined && first < state.shards[consumer.shard]!.trimmed) {
    throw new ItemError(
      'TrimmedDataAccessException',
      'The operation attempted to read past the oldest stream record in a shard.',
    );
  }
  return { Records: members.map((ordinal) => eventRecord(world, consumer.shard, ordinal)) };
}

/** `document`: the number of an on-failure document, from 0. Answers the records. */
export const redriveCall: Call = (world, input) => {
  const row = input.document;
  const isThere =
    typeof row === 'number' &&
    Number.isInteger(row) &&
    row >= 0 &&
    row < world.onFailures.consumer.length;
  if (!isThere) {
    throw new ItemError('ValidationException', 'document must be the number of an on-failure one.');
  }
  return ({ entry }) => {
    const event = recordsToRedrive(world, row);
    const { onFailures, state } = world;
    const { shard } = state.consumers[onFailures.consumer.get(row)]!;
    const [from, to] = [onFailures.from.get(row), onFailures.to.get(row)];
    world.journal.append(world.now, Entry.recordsRedriven, row, shard, from, to, entry);
    return event;
  };
};
