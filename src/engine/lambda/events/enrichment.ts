/**
 * The events of a pipe: records as EventBridge Pipes writes them, one by one, or what the function that
 * enriches them has answered in their place.
 *
 * Rules: [E50] enrichment, [E51] what a pipe gives a function.
 */
import { changeOf } from '../../streams/shard.ts';
import type { World } from '../../world.ts';
import { recordsOfInvocation } from '../mapping/batch.ts';
import { eventOf, type WindowEvent } from './event.ts';
import { eventRecord } from './eventRecord.ts';

/** A record in a pipe's event: of a Kinesis record the members of `kinesis` stand beside the others. */
export function pipeRecord(world: World, shard: number, ordinal: number): unknown {
  const record = eventRecord(world, shard, ordinal);
  if (!('kinesis' in record)) return record;
  const { kinesis, ...rest } = record;
  return { ...kinesis, ...rest };
}

/** The records of a pipe's invocation, before they are enriched. */
export function pipeRecords(world: World, invocation: number): unknown[] {
  const { shard } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  return recordsOfInvocation(world, invocation).map((o) => pipeRecord(world, shard, o));
}

/** What the enriching function answered for an invocation, or null where the events are as they were. */
export function enrichedEvents(world: World, invocation: number): unknown[] | null {
  const request = world.outcomes.enrichedBy.get(invocation) - 1;
  const answer = request < 0 ? 0 : world.outcomes.answer.get(request);
  if (answer === 0) return null;
  const result = world.answers.get(answer - 1);
  if (result.kind !== 'response') return null;
  const { payload } = result;
  if (Array.isArray(payload)) return payload;
  return isEmpty(payload) ? [] : [payload];
}

const isEmpty = (payload: unknown): boolean =>
  payload === null ||
  payload === undefined ||
  payload === '' ||
  (typeof payload === 'object' && Object.keys(payload).length === 0);

/** The changes of an invocation's records. */
export function changesOfInvocation(world: World, invocation: number): number[] {
  const { shard } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  return recordsOfInvocation(world, invocation).map((o) => changeOf(world, shard, o));
}

/**
 * [E50] The changes that the enriched events are taken to be about, one for each: in the order of the
 * records, those that are too many with the last one. Null: the events are the records themselves.
 */
export function enrichedChanges(world: World, invocation: number): number[] | null {
  const events = enrichedEvents(world, invocation);
  if (events === null) return null;
  const changes = changesOfInvocation(world, invocation);
  return events.map((_, i) => changes[Math.min(i, changes.length - 1)]!);
}

/** The enriched event about a change, or undefined. */
export function enrichedEvent(world: World, invocation: number, change: number): unknown {
  const events = enrichedEvents(world, invocation);
  return events?.[changesOfInvocation(world, invocation).indexOf(change)];
}

/** [E51] What a function is given by its mapping, or by a pipe. */
export function eventFor(world: World, invocation: number): WindowEvent {
  const { mapping } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  if (!world.state.mappings[mapping]!.isPipe) return eventOf(world, invocation);
  const events = enrichedEvents(world, invocation) ?? pipeRecords(world, invocation);
  return events as unknown as WindowEvent; // a handler takes whatever event it is given
}
