/**
 * One mapping at one shard (or at one lane of it): it polls, waits for a batch to fill, sends it, tries
 * again, splits it, cuts it or gives up, and moves on.
 *
 * Rules: [E1] batches, [E2] poll rate, [E3] one batch in flight, [E5] whole batch is retried,
 * [E6] back-off, [E7] giving up, [E9] throttles use up no attempt, [E29] bisect, [E30] partial
 * failure, [E41] a tumbling window's last invocation, [E44] a permission that is lost.
 *
 *     waitingForParent ──▶ idle ──▶ buffering ──▶ invoking ──▶ idle
 *                            │                     ▲    │
 *                            ▼                     │    ▼
 *                         drained                backingOff
 */
import { utf8Length } from '../../item/size.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { DiscardReason, Entry, FailureReason, WindowEnd } from '../../kernel/journal.ts';
import {
  after,
  type Duration,
  type Instant,
  instant,
  never,
  nextOnGrid,
} from '../../kernel/time.ts';
import { RETRY_BACKOFF_FIRST, RETRY_BACKOFF_MOST, WINDOW_STATE_BYTES } from '../../limits.ts';
import { isOpen, readableAt } from '../../streams/shard.ts';
import { type MappingState, Settled, type World } from '../../world.ts';
import { membersOf } from './batch.ts';
import { gather, readableUntil, windowIsOver } from './gather.ts';
import { resultOf } from './lastResult.ts';
import { pollInterval, schedulePoll } from './pollGrid.ts';
import { backOff, sendBatch } from './sendBatch.ts';
import { discard, giveUpExpired, giveUpTooOld, settle } from './settlement.ts';
import { isReadRefused } from './shardReaders.ts';
import { openWindow, windowEndsAt } from './tumblingWindow.ts';

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
  if (isReadRefused(world, number)) {
    const next = after(world.now, step);
    world.queue.schedule(next, EventKind.pollDue, number, consumer.turn);
    return;
  }
  look(world, number);
}

function look(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const mapping = state.mappings[consumer.mapping]!;
  const shard = state.shards[consumer.shard]!;
  if (!isPolling(mapping)) return;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  const found = gather(world, consumer, mapping.batchSize);
  const { until, members } = found;
  const atEnd = !isOpen(shard) && until === shard.count;
  if (members === 0) {
    consumer.phase = 'idle';
    if (until > consumer.checkpoint) settle(world, number, until, Settled.filtered);
    if (consumer.tumbling && windowIsOver(world, consumer, found, atEnd))
      closeWindow(world, number);
    else if (atEnd) drain(world, number);
    else park(world, number);
    return;
  }
  const isFull = members >= mapping.batchSize || found.isCut;
  const mustGoAt = found.windowMs < 0 ? never : windowEndsAt(world, consumer, found.windowMs);
  const mayWait = mapping.windowUs > 0 && !isFull && !atEnd && world.now < mustGoAt;
  if (mayWait && consumer.phase === 'idle') {
    consumer.phase = 'buffering';
    const step = pollInterval(world, consumer.mapping);
    const windowEnds = earlier(after(world.now, mapping.windowUs as Duration), mustGoAt);
    consumer.wakeAt = nextOnGrid(windowEnds, consumer.pollOffset, step);
    world.queue.schedule(consumer.wakeAt, EventKind.pollDue, number, consumer.turn);
  }
  if (mayWait && world.now < consumer.wakeAt) {
    park(world, number);
    return;
  }
  consumer.attempts = 0;
  if (found.windowMs >= 0) openWindow(world, consumer, found.windowMs);
  sendBatch(world, number, consumer.checkpoint, until);
}

/** [E37] [E44] Whether a mapping looks at its shards now. */
const isPolling = ({ enabled, update, denied }: MappingState): boolean =>
  enabled && update === null && !denied;

const earlier = (a: Instant, b: Instant): Instant => instant(Math.min(a, b));

/** [E41] The last invocation of a tumbling window brings its state and no records. */
function closeWindow(world: World, number: number): void {
  const consumer = world.state.consumers[number]!;
  consumer.tumbling!.isFinal = true;
  consumer.attempts = 0;
  sendBatch(world, number, consumer.checkpoint, consumer.checkpoint);
}

/** The last invocation has ended: what comes next begins an empty state. */
function endWindow(world: World, number: number, isLost: boolean): void {
  const { state, journal } = world;
  const consumer = state.consumers[number]!;
  const { records, isTerminatedEarly } = consumer.tumbling!;
  const shard = state.shards[consumer.shard]!;
  const isRead = !isOpen(shard) && consumer.checkpoint >= shard.count;
  let end: number = isRead ? WindowEnd.shard : WindowEnd.time;
  if (isTerminatedEarly) end = WindowEnd.early;
  if (isLost) end = WindowEnd.failed;
  consumer.tumbling = null;
  journal.append(world.now, Entry.windowClosed, number, consumer.lastInvocation, records, end);
  goOn(world, number);
}

/** [S9] A reader that has nothing to do waits at the shard and costs nothing. */
function park(world: World, number: number): void {
  const { state } = world;
  const consumer = state.consumers[number]!;
  const shard = state.shards[consumer.shard]!;
  if (consumer.phase === 'idle') consumer.idleSince = world.now;
  if (consumer.phase === 'idle' && consumer.tumbling) {
    const ends = windowEndsAt(world, consumer, consumer.tumbling.startMs);
    if (ends > world.now) {
      world.queue.schedule(ends, EventKind.pollDue, number, consumer.turn);
    }
  }
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
  if (consumer.retired) return; // [E39] its records come again in another lane
  if (!mapping.denied) mapping.lastResult = resultOf(reason);
  if (reason === 0 && consumer.tumbling?.isFinal) {
    endWindow(world, number, false);
    return;
  }
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
  if (reason === FailureReason.throttle) {
    consumer.attempts--; // [E9] [E50] the pipe's enrichment never ran
    backOff(world, number, RETRY_BACKOFF_FIRST, invocation);
    return;
  }
  const { maximumRetryAttempts } = mapping;
  if (mapping.bisect && reason !== FailureReason.partial && bisect(world, number)) {
    backOff(world, number, RETRY_BACKOFF_FIRST, invocation);
    return;
  }
  if (maximumRetryAttempts >= 0 && consumer.attempts > maximumRetryAttempts) {
    if (consumer.tumbling?.isFinal) {
      endWindow(world, number, true);
      return;
    }
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

/** The back-off is over: send again what has neither expired nor grown too old. */
export function onRetryDue(world: World, number: number, turn: number): void {
  const consumer = world.state.consumers[number]!;
  if (turn !== consumer.turn || consumer.phase !== 'backingOff') return;
  const { enabled, update } = world.state.mappings[consumer.mapping]!;
  if (!enabled || update !== null) return;
  giveUpExpired(world, number);
  giveUpTooOld(world, number);
  if (consumer.tumbling?.isFinal) {
    sendBatch(world, number, consumer.checkpoint, consumer.checkpoint);
    return;
  }
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
  if (consumer.tumbling && utf8Length(consumer.tumbling.state) > WINDOW_STATE_BYTES) {
    consumer.tumbling.isTerminatedEarly = true; // [E42]
    closeWindow(world, number);
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
