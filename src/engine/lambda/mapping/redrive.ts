/**
 * Giving a function once more what its mapping gave up: an on-failure document points into the shard;
 * the records are read from there and handed to the function, outside of the stream.
 *
 * Rules: [E45] redrive.
 */
import { ItemError } from '../../item/itemError.ts';
import type { Call } from '../../kernel/call.ts';
import { Entry } from '../../kernel/journal.ts';
import { RequestOrigin, type World } from '../../world.ts';
import type { LambdaEvent } from '../events/event.ts';
import { type RequestAnswer, requestNow } from '../function/request.ts';
import { recordsToRedrive, refuseTrimmed } from './redriveRecords.ts';

/** What a redrive answers: the records that it read, and what the function will make of them. */
export type Redriven = LambdaEvent & { request: number; answer: RequestAnswer };

/** `document`: the number of an on-failure document, from 0. Answers a {@link Redriven}. */
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
  return ({ entry }) => redrive(world, row, entry);
};

function redrive(world: World, row: number, cause: number): Redriven {
  refuseTrimmed(world, row);
  const { onFailures, state, journal } = world;
  const { shard, mapping } = state.consumers[onFailures.consumer.get(row)]!;
  const [from, to] = [onFailures.from.get(row), onFailures.to.get(row)];
  const entry = journal.append(world.now, Entry.recordsRedriven, row, shard, from, to, cause);
  const fn = state.mappings[mapping]!.function;
  const { request, answer } = requestNow(world, fn, RequestOrigin.redrive, row, entry);
  return { ...recordsToRedrive(world, row), request, answer };
}
