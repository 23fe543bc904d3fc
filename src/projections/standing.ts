/** How one reader stands at one shard: how far behind, whether it fails, and what it waits for. */
import { Entry } from '../engine/kernel/journal.ts';
import { instant } from '../engine/kernel/time.ts';
import { RETRY_BACKOFF_FIRST, RETRY_BACKOFF_MOST } from '../engine/limits.ts';
import { recordAt } from '../engine/streams/shard.ts';
import { type ConsumerState, InvocationOutcome, type World } from '../engine/world.ts';

export interface Failure {
  /** Journal entry of the `invocationFailed`. */
  entry: number;
  at: number;
  invocation: number;
  /** See `FailureReason`. */
  reason: number;
  /** The change to blame, or -1. */
  blame: number;
}

export interface Standing {
  consumer: number;
  mapping: number;
  shard: number;
  phase: 'waitingForParent' | 'idle' | 'buffering' | 'invoking' | 'backingOff' | 'drained';
  /** Records that are not done with. */
  waiting: number;
  /** Age of the oldest of them, ms; 0 when there is none. */
  iteratorAgeMs: number;
  /** Attempts that failed at the batch in hand. */
  failedAttempts: number;
  failure: Failure | null;
  /** Backing off: when the next attempt comes (µs), and how long the pause is. */
  nextAttemptAt: number;
  backoffMs: number;
  /** Waiting for a parent that is failing, or -1: the consumer in the way. */
  blockedBy: number;
}

/** How long the pause after so many failed attempts is, µs [E6]. */
const backoffAfter = (attempts: number): number =>
  Math.min(RETRY_BACKOFF_FIRST * 2 ** Math.min(attempts - 1, 10), RETRY_BACKOFF_MOST);

export function standingOf(world: World, number: number): Standing {
  const consumer = world.state.consumers[number]!;
  const shard = world.state.shards[consumer.shard]!;
  const oldest = Math.max(consumer.checkpoint, shard.trimmed);
  const waiting = shard.count - oldest;
  const running = consumer.phase === 'invoking';
  const backingOff = consumer.phase === 'backingOff';
  const failedAttempts = running
    ? consumer.attempts - 1
    : backingOff && hasFailed(world, consumer)
      ? Math.max(1, consumer.attempts)
      : 0;
  const failure = failedAttempts > 0 ? lastFailure(world, number) : null;
  const ageUs = waiting > 0 ? world.now - recordAt(world, consumer.shard, oldest) : 0;
  return {
    consumer: number,
    mapping: consumer.mapping,
    shard: consumer.shard,
    phase: consumer.phase,
    waiting,
    iteratorAgeMs: ageUs / 1_000,
    failedAttempts,
    failure,
    nextAttemptAt: backingOff ? consumer.wakeAt : world.now,
    backoffMs: backingOff ? pauseUs(consumer.wakeAt, failure, failedAttempts) / 1_000 : 0,
    blockedBy: consumer.phase === 'waitingForParent' ? failingAncestor(world, number) : -1,
  };
}

function pauseUs(wakeAt: number, failure: Failure | null, attempts: number): number {
  if (failure) return wakeAt - failure.at;
  return attempts > 0 ? backoffAfter(attempts) : RETRY_BACKOFF_FIRST;
}

/** Whether the latest invocation failed: if not, a back-off is for want of concurrency. */
function hasFailed(world: World, { lastInvocation }: ConsumerState): boolean {
  if (lastInvocation < 0) return false;
  const outcome = world.outcomes.invocation.get(lastInvocation);
  return outcome !== InvocationOutcome.running && outcome !== InvocationOutcome.succeeded;
}

/**
 * The last failure at the batch in hand, found by its instant: one back-off before the next attempt
 * comes, or came. After a split or a partial failure the pause is the shortest, whatever went before.
 */
function lastFailure(world: World, number: number): Failure | null {
  const consumer = world.state.consumers[number]!;
  const running = consumer.phase === 'invoking';
  const next = running ? world.invocations.sentAt.get(consumer.invocation) : consumer.wakeAt;
  const attempts = Math.max(1, running ? consumer.attempts - 1 : consumer.attempts);
  return (
    failureAt(world, number, next - backoffAfter(attempts)) ??
    failureAt(world, number, next - RETRY_BACKOFF_FIRST)
  );
}

function failureAt(world: World, number: number, at: number): Failure | null {
  const { journal } = world;
  for (let entry = journal.firstAtOrAfter(instant(at)); entry < journal.length; entry++) {
    if (journal.atOf(entry) !== at) return null;
    if (journal.kindOf(entry) !== Entry.invocationFailed) continue;
    const { a, b, c, d } = journal.read(entry);
    if (b === number) return { entry, at, invocation: a, reason: c, blame: d };
  }
  return null;
}

/** The reader of this mapping at the nearest ancestor that keeps failing, or -1. */
function failingAncestor(world: World, number: number): number {
  const { consumers, shards, mappings } = world.state;
  const { mapping, shard } = consumers[number]!;
  for (let above = shards[shard]!.parent; above >= 0; above = shards[above]!.parent) {
    const readers = mappings[mapping]!.consumers.filter(
      (c) => consumers[c]!.shard === above && consumers[c]!.phase !== 'drained',
    );
    if (readers.length === 0) return -1;
    const failing = readers.find((c) => isRetrying(world, consumers[c]!));
    if (failing !== undefined) return failing;
  }
  return -1;
}

const isRetrying = (world: World, consumer: ConsumerState): boolean =>
  (consumer.phase === 'backingOff' && hasFailed(world, consumer)) ||
  (consumer.phase === 'invoking' && consumer.attempts > 1);

/** Whether the reader has failed at the batch in hand. */
export const isFailing = (standing: Standing): boolean => standing.failedAttempts > 0;

/** Behind: its oldest waiting record is older than polls, window and a usual invocation explain. */
export function isBehind(world: World, standing: Standing): boolean {
  const mapping = world.state.mappings[standing.mapping]!;
  return standing.iteratorAgeMs > 3_000 + 2 * (mapping.windowUs / 1_000);
}
