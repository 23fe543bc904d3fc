/**
 * One mapping at one shard (or at one lane of it): it polls, waits for a batch to fill, sends it, tries
 * again, splits it, cuts it or gives up, and moves on.
 *
 * Rules: [E1] batches, [E2] poll rate, [E3] one batch in flight, [E5] whole batch is retried,
 * [E6] back-off, [E7] giving up, [E9] throttles use up no attempt, [E29] bisect, [E30] partial
 * failure.
 *
 *     waitingForParent ──▶ idle ──▶ buffering ──▶ invoking ──▶ idle
 *                            │                     ▲    │
 *                            ▼                     │    ▼
 *                         drained                backingOff
 */
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { DiscardReason, Entry, FailureReason } from '../kernel/journal.ts';
import { after, type Duration, never, nextOnGrid } from '../kernel/time.ts';
import {
  INVOKE_TRANSIT_LEAST,
  INVOKE_TRANSIT_MOST,
  POLL_INTERVAL_DYNAMODB,
  POLL_INTERVAL_KINESIS,
  RETRY_BACKOFF_FIRST,
  RETRY_BACKOFF_MOST,
} from '../limits.ts';
import { isOpen, readableAt, recordAt } from '../streams/shard.ts';
import { Settled, type World } from '../world.ts';
import { membersOf } from './batch.ts';
import { isThrottled } from './function.ts';
import { gather, readableUntil } from './gather.ts';
import { discard, giveUpExpired, giveUpTooOld, settle } from './settlement.ts';

/** Begins to read. */
export function startConsumer(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  consumer.phase = 'idle';
  world.journal.append(world.now, Entry.consumerStarted, number, consumer.shard);
  schedulePoll(world, number);
}

/** Goes on where a disabled mapping had let it stand. */
export function resumeConsumer(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const { phase } = consumer;
  if (phase === 'idle' || phase === 'buffering') schedulePoll(world, number);
  if (phase === 'backingOff' && consumer.wakeAt <= world.now) {
    world.queue.schedule(world.now, EventKind.retryDue, number, consumer.turn);
  }
}

/** [E2] Microseconds between two polls of a shard. */
export function pollInterval(world: World, mapping: number): Duration {
  return world.state.mappings[mapping]!.sourceKind === 'DynamoDbStream'
    ? POLL_INTERVAL_DYNAMODB
    : POLL_INTERVAL_KINESIS;
}

/** The next poll comes on the consumer's own grid. */
function schedulePoll(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const step = pollInterval(world, consumer.mapping);
  const at = nextOnGrid(world.now, consumer.pollOffset, step);
  world.queue.schedule(at, EventKind.pollDue, number, consumer.turn);
}

/** A poll: look, wait for more, send a batch, or come to the end of the shard. */
export function onPollDue(world: World, number: number, turn: number): void {
  const consumer = world.state.consumers[number]!;
  if (turn !== consumer.turn) return;
  if (consumer.phase !== 'idle' && consumer.phase !== 'buffering') return;
  const step = pollInterval(world, consumer.mapping);
  if (nextOnGrid(world.now, consumer.pollOffset, step) !== world.now) {
    schedulePoll(world, number); // woken between two polls by a record that can be read now
    return;
  }
  look(world, number);
}

function look(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const mapping = state.mappings[consumer.mapping]!;
  const shard = state.shards[consumer.shard]!;
  if (!mapping.enabled) return;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  const { until, members } = gather(world, consumer, mapping.batchSize);
  const atEnd = !isOpen(shard) && until === shard.count;
  if (members === 0) {
    consumer.phase = 'idle';
    if (until > consumer.checkpoint) settle(world, number, until, Settled.filtered);
    if (atEnd) drain(world, number);
    else park(world, number);
    return;
  }
  const mayWait = mapping.windowUs > 0 && members < mapping.batchSize && !atEnd;
  if (mayWait && consumer.phase === 'idle') {
    consumer.phase = 'buffering';
    const step = pollInterval(world, consumer.mapping);
    const windowEnds = after(world.now, mapping.windowUs as Duration);
    consumer.wakeAt = nextOnGrid(windowEnds, consumer.pollOffset, step);
    world.queue.schedule(consumer.wakeAt, EventKind.pollDue, number, consumer.turn);
  }
  if (mayWait && world.now < consumer.wakeAt) {
    park(world, number);
    return;
  }
  consumer.attempts = 0;
  sendBatch(world, number, consumer.checkpoint, until);
}

/** [S9] A reader that has nothing to do waits at the shard and costs nothing. */
function park(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const shard = state.shards[consumer.shard]!;
  if (consumer.phase === 'idle') consumer.idleSince = world.now;
  const seen = readableUntil(world, consumer, shard.count);
  if (consumer.fetched < seen) {
    const step = pollInterval(world, consumer.mapping);
    world.queue.schedule(after(world.now, step), EventKind.pollDue, number, consumer.turn);
  } else if (seen < shard.count) {
    const at = readableAt(world, consumer.shard, seen);
    world.queue.schedule(at, EventKind.pollDue, number, consumer.turn);
  } else if (!shard.parked.includes(number)) {
    shard.parked.push(number);
  }
}

/** [E3] Sends the batch in hand to the function; where it cannot run, waits as after a failure. */
function sendBatch(world: World, number: number, from: number, to: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const mapping = state.mappings[consumer.mapping]!;
  consumer.from = from;
  consumer.to = to;
  consumer.turn++;
  if (isThrottled(world, mapping.function)) {
    // [E9] The function never ran, so no attempt is used up.
    mapping.meters.throttled++;
    world.journal.append(world.now, Entry.invocationThrottled, number, -1);
    backOff(world, number, RETRY_BACKOFF_FIRST);
    return;
  }
  const isRetry = consumer.lastFrom === from;
  if (isRetry) mapping.meters.retries++;
  consumer.lastFrom = from;
  consumer.phase = 'invoking';
  consumer.attempts++;
  consumer.invocation = addInvocation(world, number);
  consumer.lastInvocation = consumer.invocation;
  state.functions[mapping.function]!.inTransit++;
  const { invocation } = consumer;
  const drawn = draw(world.definition.seed, Purpose.invokeTransit, number, invocation);
  const transit = within(drawn, INVOKE_TRANSIT_LEAST, INVOKE_TRANSIT_MOST) as Duration;
  const { journal } = world;
  const retry = isRetry ? 1 : 0;
  const entry = journal.append(world.now, Entry.batchSent, invocation, number, retry, transit);
  const arrival = after(world.now, transit);
  world.queue.schedule(arrival, EventKind.invocationArrives, invocation, entry);
}

function addInvocation(world: World, number: number): number {
  const { invocations } = world;
  const { from, to, attempts, shard } = world.state.consumers[number]!;
  const invocation = invocations.consumer.push(number);
  invocations.from.push(from);
  invocations.to.push(to);
  invocations.attempt.push(attempts);
  invocations.sentAt.push(world.now);
  invocations.iteratorAgeMs.push((world.now - recordAt(world, shard, to - 1)) / 1_000);
  return invocation;
}

/** The function has ended: go on, split, cut, try again or give up. `reason` 0 is success. */
export function onBatchSettled(
  world: World,
  number: number,
  invocation: number,
  reason: number,
): void {
  const consumer = world.state.consumers[number]!;
  const mapping = world.state.mappings[consumer.mapping]!;
  consumer.invocation = -1;
  if (reason === 0) {
    settle(world, number, consumer.to, Settled.succeeded);
    goOn(world, number);
    return;
  }
  if (reason === FailureReason.partial && consumer.failedFrom > consumer.from) {
    // [E30] The checkpoint moves to the lowest failure; the rest is a new batch.
    settle(world, number, consumer.failedFrom, Settled.succeeded);
    consumer.from = consumer.failedFrom;
    consumer.attempts = 0;
    backOff(world, number, RETRY_BACKOFF_FIRST, invocation);
    return;
  }
  const { maximumRetryAttempts } = mapping;
  if (mapping.bisect && reason !== FailureReason.partial && bisect(world, number)) {
    backOff(world, number, RETRY_BACKOFF_FIRST, invocation);
    return;
  }
  if (maximumRetryAttempts >= 0 && consumer.attempts > maximumRetryAttempts) {
    discard(world, number, consumer.to, DiscardReason.retryAttemptsExhausted);
    goOn(world, number);
    return;
  }
  // [E6] Assumed: 1 s, doubled each time, at most a minute.
  const doubled = RETRY_BACKOFF_FIRST * (1 << Math.min(consumer.attempts - 1, 10));
  backOff(world, number, Math.min(doubled, RETRY_BACKOFF_MOST) as Duration, invocation);
}

/** [E29] Splits the batch in hand in two; the failure that led to it uses up no attempt. */
function bisect(world: World, number: number): boolean {
  const consumer = world.state.consumers[number]!;
  const members = membersOf(world, consumer, consumer.from, consumer.to);
  if (members.length < 2) return false;
  const middle = members[Math.ceil(members.length / 2)]!;
  const attempts = consumer.attempts - 1;
  consumer.halves.push({ from: middle, to: consumer.to, attempts });
  world.state.mappings[consumer.mapping]!.meters.bisects++;
  const { journal } = world;
  journal.append(world.now, Entry.batchBisected, number, consumer.from, middle, consumer.to);
  consumer.to = middle;
  consumer.attempts = attempts;
  return true;
}

function backOff(world: World, number: number, span: Duration, invocation = -1): void {
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

/** The back-off is over: send again what has neither expired nor grown too old. */
export function onRetryDue(world: World, number: number, turn: number): void {
  const consumer = world.state.consumers[number]!;
  if (turn !== consumer.turn || consumer.phase !== 'backingOff') return;
  if (!world.state.mappings[consumer.mapping]!.enabled) return;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  if (consumer.checkpoint >= consumer.to) {
    goOn(world, number);
    return;
  }
  sendBatch(world, number, consumer.checkpoint, consumer.to);
}

/** The other half of a split batch, or what is waiting, or the next poll. */
function goOn(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  consumer.phase = 'idle';
  consumer.turn++;
  consumer.wakeAt = never;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  const half = consumer.halves.pop();
  if (half) {
    if (half.to <= consumer.checkpoint) {
      goOn(world, number);
      return;
    }
    consumer.attempts = half.attempts;
    sendBatch(world, number, Math.max(half.from, consumer.checkpoint), half.to);
    return;
  }
  const isWaiting = readableUntil(world, consumer, consumer.checkpoint + 1) > consumer.checkpoint;
  if (isWaiting) look(world, number);
  else schedulePoll(world, number);
}

/** [E4] A closed shard is read to its end: its children begin when all of its lanes are. */
function drain(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  consumer.phase = 'drained';
  consumer.turn++;
  world.journal.append(world.now, Entry.shardDrained, number, consumer.shard);
  const { consumers } = state.mappings[consumer.mapping]!;
  const isRead = consumers.every((other) => {
    const lane = state.consumers[other]!;
    return lane.shard !== consumer.shard || lane.phase === 'drained';
  });
  if (!isRead) return;
  for (const other of consumers) {
    const child = state.consumers[other]!;
    if (child.phase !== 'waitingForParent') continue;
    if (state.shards[child.shard]!.parent === consumer.shard) startConsumer(world, other);
  }
}
