/**
 * The event source mapping: Lambda's poller between a stream and a function. One consumer per mapping
 * and shard reads on, batches, invokes, retries the whole batch when the function fails, gives up by
 * attempts or age, and moves its checkpoint.
 *
 * Left out for now: parallelization, bisect, partial responses, filters, tumbling windows,
 * destinations, the delay of updates, several GetRecords for one batch.
 * Rules: [E1] batches, [E2] poll rate, [E3] one batch in flight, [E4] parents first, [E5] whole batch
 * is retried, [E6] back-off, [E7] giving up, [E8] expiry, [E9] throttles use up no attempt.
 *
 * A consumer's life:
 *
 *     waitingForParent ──▶ idle ──▶ buffering ──▶ invoking ──▶ idle
 *                            │                     ▲    │
 *                            ▼                     │    ▼
 *                         drained                backingOff
 */
import type { EventSourceMappingDefinition } from '../definition.ts';
import { int32State } from '../kernel/columns.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { DiscardReason, Entry } from '../kernel/journal.ts';
import { after, type Duration, milliseconds, never, nextOnGrid, seconds } from '../kernel/time.ts';
import {
  INVOKE_TRANSIT_LEAST,
  INVOKE_TRANSIT_MOST,
  POLL_INTERVAL_DYNAMODB,
  POLL_INTERVAL_KINESIS,
  RETRY_BACKOFF_FIRST,
  RETRY_BACKOFF_MOST,
} from '../limits.ts';
import { changeOf, isOpen, readableAt, recordAt } from '../streams/shard.ts';
import { type ConsumerState, Settled, type World } from '../world.ts';
import { isThrottled } from './function.ts';

/** Makes a mapping and lets it read every shard that its source has. */
export function createMapping(world: World, definition: EventSourceMappingDefinition): void {
  const { state } = world;
  const number = state.mappings.length;
  const functionNumber = state.functions.findIndex((f) => f.id === definition.function);
  const isStream = definition.sourceKind === 'DynamoDbStream';
  const stream = isStream
    ? state.tables.find((t) => t.id === definition.source)!.stream
    : state.kinesisStreams.findIndex((k) => k.id === definition.source);
  state.mappings.push({
    id: definition.id,
    function: functionNumber,
    sourceKind: definition.sourceKind,
    stream,
    enabled: definition.enabled,
    batchSize: definition.batchSize,
    windowUs: milliseconds(definition.maximumBatchingWindowMs),
    maximumRetryAttempts: definition.maximumRetryAttempts,
    maximumRecordAgeMs: definition.maximumRecordAgeMs,
    consumers: [],
    meters: {
      received: 0,
      distinct: 0,
      succeeded: 0,
      filtered: 0,
      discarded: 0,
      expired: 0,
      started: 0,
      succeededInvocations: 0,
      failed: 0,
      partial: 0,
      timedOut: 0,
      throttled: 0,
      bisects: 0,
      retries: 0,
      onFailure: 0,
      duplicates: 0,
      orderViolations: 0,
    },
  });
  state.functions[functionNumber]!.mappings.push(number);
  if (world.deliveries.length === number) {
    // Made while the lab runs: nothing was delivered to it yet.
    world.deliveries.push(int32State());
    world.latestDelivered.push(int32State());
  }
  const source = isStream ? state.streams[stream]! : state.kinesisStreams[stream]!;
  source.mappings.push(number);
  for (const shard of source.shards) onShardDiscovered(world, number, shard);
}

/** [E4] A new shard gets a consumer, which waits where there is a parent still to be read. */
export function onShardDiscovered(world: World, mapping: number, shard: number): void {
  const { state } = world;
  const { parent } = state.shards[shard]!;
  const waits = state.mappings[mapping]!.consumers.some((other) => {
    const consumer = state.consumers[other]!;
    return consumer.shard === parent && consumer.phase !== 'drained';
  });
  const drawn = draw(world.definition.seed, Purpose.pollPhase, mapping, shard);
  const number = state.consumers.length;
  state.consumers.push({
    mapping,
    shard,
    phase: waits ? 'waitingForParent' : 'idle',
    checkpoint: 0,
    highestDelivered: 0,
    lastFrom: -1,
    from: 0,
    to: 0,
    attempts: 0,
    invocation: -1,
    wakeAt: never,
    turn: 0,
    pollOffset: within(drawn, 0, pollInterval(world, mapping) - 1),
    idleSince: world.now,
  });
  state.mappings[mapping]!.consumers.push(number);
  if (!waits) startConsumer(world, number);
}

function startConsumer(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  consumer.phase = 'idle';
  world.journal.append(world.now, Entry.consumerStarted, number, consumer.shard);
  schedulePoll(world, number);
}

function pollInterval(world: World, mapping: number): Duration {
  return world.state.mappings[mapping]!.sourceKind === 'DynamoDbStream'
    ? POLL_INTERVAL_DYNAMODB
    : POLL_INTERVAL_KINESIS;
}

/** [E2] The next poll comes on the consumer's own grid. */
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
  giveUpExpired(world, number);
  const until = readableUntil(world, consumer, mapping.batchSize);
  const found = until - consumer.checkpoint;
  const atEnd = !isOpen(shard) && until === shard.count;
  if (found === 0) {
    consumer.phase = 'idle';
    if (atEnd) drain(world, number);
    else park(world, number);
    return;
  }
  const mayWait = mapping.windowUs > 0 && found < mapping.batchSize && !atEnd;
  if (mayWait && consumer.phase === 'idle') {
    consumer.phase = 'buffering';
    consumer.wakeAt = after(world.now, mapping.windowUs as Duration);
    const step = pollInterval(world, consumer.mapping);
    consumer.wakeAt = nextOnGrid(consumer.wakeAt, consumer.pollOffset, step);
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
  if (seen < shard.count) {
    const at = readableAt(world, consumer.shard, seen);
    world.queue.schedule(at, EventKind.pollDue, number, consumer.turn);
  } else if (!shard.parked.includes(number)) {
    shard.parked.push(number);
  }
}

/** Ordinal after the last record that can be read now, at most `most` from the checkpoint. */
function readableUntil(world: World, consumer: ConsumerState, most: number): number {
  const shard = world.state.shards[consumer.shard]!;
  let high = Math.min(shard.count, consumer.checkpoint + most);
  let low = consumer.checkpoint;
  if (high > low && readableAt(world, consumer.shard, high - 1) <= world.now) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readableAt(world, consumer.shard, middle) <= world.now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** [E3] Sends the batch in hand to the function; where it cannot run, waits as after a failure. */
function sendBatch(world: World, number: number, from: number, to: number): void {
  const { state, invocations } = world;
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
  const invocation = invocations.consumer.push(number);
  invocations.from.push(from);
  invocations.to.push(to);
  invocations.attempt.push(consumer.attempts);
  invocations.sentAt.push(world.now);
  const age = (world.now - recordAt(world, consumer.shard, to - 1)) / 1_000;
  invocations.iteratorAgeMs.push(age);
  consumer.invocation = invocation;
  const drawn = draw(world.definition.seed, Purpose.invokeTransit, number, invocation);
  const transit = within(drawn, INVOKE_TRANSIT_LEAST, INVOKE_TRANSIT_MOST) as Duration;
  const { journal } = world;
  const retry = isRetry ? 1 : 0;
  const entry = journal.append(world.now, Entry.batchSent, invocation, number, retry, transit);
  const arrival = after(world.now, transit);
  world.queue.schedule(arrival, EventKind.invocationArrives, invocation, entry);
}

/** The function has ended: go on, or try again. `reason` 0 is success. */
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
  const { maximumRetryAttempts } = mapping;
  if (maximumRetryAttempts >= 0 && consumer.attempts > maximumRetryAttempts) {
    discard(world, number, consumer.to, DiscardReason.retryAttemptsExhausted);
    goOn(world, number);
    return;
  }
  // [E6] Assumed: 1 s, doubled each time, at most a minute.
  const doubled = RETRY_BACKOFF_FIRST * (1 << Math.min(consumer.attempts - 1, 10));
  backOff(world, number, Math.min(doubled, RETRY_BACKOFF_MOST) as Duration, invocation);
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
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  if (consumer.checkpoint >= consumer.to) {
    goOn(world, number);
    return;
  }
  sendBatch(world, number, consumer.checkpoint, consumer.to);
}

/** Straight on when records are waiting, otherwise at the next poll. */
function goOn(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  consumer.phase = 'idle';
  consumer.turn++;
  consumer.wakeAt = never;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  if (readableUntil(world, consumer, 1) > consumer.checkpoint) look(world, number);
  else schedulePoll(world, number);
}

/** [E8] Records that fell off the stream before they succeeded are lost to this consumer. */
function giveUpExpired(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const { trimmed } = world.state.shards[consumer.shard]!;
  if (trimmed <= consumer.checkpoint) return;
  const from = consumer.checkpoint;
  settle(world, number, trimmed, Settled.expired);
  world.journal.append(world.now, Entry.recordsExpired, number, from, trimmed);
}

/** [E7] Records older than the mapping allows are given up. */
function giveUpTooOld(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  const { maximumRecordAgeMs } = world.state.mappings[consumer.mapping]!;
  if (maximumRecordAgeMs < 0) return;
  const { count } = world.state.shards[consumer.shard]!;
  let until = consumer.checkpoint;
  const limit = milliseconds(maximumRecordAgeMs);
  while (until < count && after(recordAt(world, consumer.shard, until), limit) <= world.now)
    until++;
  if (until > consumer.checkpoint) discard(world, number, until, DiscardReason.recordAgeExceeded);
}

function discard(world: World, number: number, until: number, reason: number): void {
  const consumer = world.state.consumers[number]!;
  const from = consumer.checkpoint;
  settle(world, number, until, Settled.discarded);
  world.journal.append(world.now, Entry.recordsDiscarded, number, from, until, reason);
}

/** Moves the checkpoint and counts each change that it passes, once per mapping. */
function settle(world: World, number: number, until: number, how: number): void {
  const consumer = world.state.consumers[number]!;
  const { meters } = world.state.mappings[consumer.mapping]!;
  const deliveries = world.deliveries[consumer.mapping]!;
  let settled = 0;
  for (let ordinal = consumer.checkpoint; ordinal < until; ordinal++) {
    const change = changeOf(world, consumer.shard, ordinal);
    const packed = deliveries.get(change);
    if ((packed & 7) !== Settled.pending) continue; // a copy of a change that is done with
    deliveries.set(change, packed | how);
    settled++;
  }
  if (how === Settled.succeeded) meters.succeeded += settled;
  else if (how === Settled.discarded) meters.discarded += settled;
  else meters.expired += settled;
  consumer.checkpoint = until;
}

/** [E4] A closed shard is read to its end: its children may begin. */
function drain(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  consumer.phase = 'drained';
  consumer.turn++;
  world.journal.append(world.now, Entry.shardDrained, number, consumer.shard);
  for (const other of state.mappings[consumer.mapping]!.consumers) {
    const child = state.consumers[other]!;
    if (child.phase !== 'waitingForParent') continue;
    if (state.shards[child.shard]!.parent === consumer.shard) startConsumer(world, other);
  }
}

/** Changes a mapping's settings from now on, in AWS's member names. */
export function updateMapping(world: World, number: number, input: Record<string, unknown>): void {
  const mapping = world.state.mappings[number]!;
  const set = (name: string, apply: (value: number) => void) => {
    const value = input[name];
    if (typeof value === 'number') apply(value);
  };
  set('BatchSize', (n) => {
    mapping.batchSize = n;
  });
  set('MaximumBatchingWindowInSeconds', (n) => {
    mapping.windowUs = seconds(n);
  });
  set('MaximumRetryAttempts', (n) => {
    mapping.maximumRetryAttempts = n;
  });
  set('MaximumRecordAgeInSeconds', (n) => {
    mapping.maximumRecordAgeMs = n < 0 ? -1 : n * 1_000;
  });
}
