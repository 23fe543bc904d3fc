/**
 * How a consumer's batch goes to its function, or waits where it cannot.
 *
 * Rules: [E3] one batch in flight, [E6] back-off, [E9] throttles use up no attempt.
 */
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { Entry } from '../../kernel/journal.ts';
import { after, type Duration } from '../../kernel/time.ts';
import {
  INVOKE_TRANSIT_LEAST,
  INVOKE_TRANSIT_MOST,
  RETRY_BACKOFF_FIRST,
  RETRY_BACKOFF_MOST,
} from '../../limits.ts';
import { recordAt } from '../../streams/shard.ts';
import type { World } from '../../world.ts';
import { isThrottled } from '../function/environment.ts';
import { FUNCTION_GONE } from './lastResult.ts';

/** [E3] Sends the batch in hand to the function; where it cannot run, waits as after a failure. */
export function sendBatch(world: World, number: number, from: number, to: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const mapping = state.mappings[consumer.mapping]!;
  consumer.from = from;
  consumer.to = to;
  consumer.turn++;
  if (state.functions[mapping.function]!.isDeleted) {
    // [F13] There is nothing to invoke; no attempt is used up.
    mapping.lastResult = FUNCTION_GONE;
    backOff(world, number, RETRY_BACKOFF_MOST);
    return;
  }
  if (isThrottled(world, mapping.function)) {
    // [E9] The function never ran, so no attempt is used up.
    mapping.meters.throttled++;
    world.journal.append(world.now, Entry.invocationThrottled, number, -1);
    backOff(world, number, RETRY_BACKOFF_FIRST);
    return;
  }
  const isFinal = consumer.tumbling?.isFinal ?? false;
  const isRetry = isFinal ? consumer.attempts > 0 : consumer.lastFrom === from;
  if (isRetry) mapping.meters.retries++;
  consumer.lastFrom = isFinal ? -1 : from;
  consumer.phase = 'invoking';
  consumer.attempts++;
  consumer.invocation = addInvocation(world, number);
  consumer.lastInvocation = consumer.invocation;
  state.functions[mapping.function]!.inTransit++;
  const { invocation } = consumer;
  const transit = invokeTransit(world, number, invocation);
  const { journal } = world;
  const retry = isRetry ? 1 : 0;
  const entry = journal.append(world.now, Entry.batchSent, invocation, number, retry, transit);
  const arrival = after(world.now, transit);
  world.queue.schedule(arrival, EventKind.invocationArrives, invocation, entry);
}

/** How long an invocation was on its way to its function. */
export function invokeTransit(world: World, consumer: number, invocation: number): Duration {
  const drawn = draw(world.definition.seed, Purpose.invokeTransit, consumer, invocation);
  return within(drawn, INVOKE_TRANSIT_LEAST, INVOKE_TRANSIT_MOST) as Duration;
}

function addInvocation(world: World, number: number): number {
  const { invocations } = world;
  const { from, to, attempts, shard } = world.state.consumers[number]!;
  const invocation = invocations.consumer.push(number);
  invocations.from.push(from);
  invocations.to.push(to);
  invocations.attempt.push(attempts);
  invocations.sentAt.push(world.now);
  // The last invocation of a tumbling window brings no records.
  const age = to > from ? world.now - recordAt(world, shard, to - 1) : 0;
  invocations.iteratorAgeMs.push(age / 1_000);
  return invocation;
}

/** Waits before the next attempt; `invocation` is the one that failed, -1 where none began. */
export function backOff(world: World, number: number, span: Duration, invocation = -1): void {
  const consumer = world.state.consumers[number]!;
  consumer.phase = 'backingOff';
  consumer.turn++;
  consumer.wakeAt = after(world.now, span);
  if (invocation >= 0) {
    const { journal } = world;
    const backOffMs = span / 1_000;
    const { attempts, from } = consumer;
    journal.append(world.now, Entry.retryScheduled, number, attempts, from, backOffMs);
  }
  world.queue.schedule(consumer.wakeAt, EventKind.retryDue, number, consumer.turn);
}
