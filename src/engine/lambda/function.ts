/**
 * A Lambda function: an environment, a duration, and effects on the outside carried out one after the
 * other for each record. It may throw, meet a poisoned item, run out of time, or crash after an effect
 * has already left.
 *
 * Left out for now: memory, account concurrency, scaling rate, the user's own code.
 * Rules: [F1] duration, [F2] cold start, [F3] effects in order, [F4] failures leave their effects
 * behind, [F5] timeout.
 */
import type { AttributeMap } from '../item/attributeValue.ts';
import { chance, draw, latency, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry, FailureReason } from '../kernel/journal.ts';
import { after, microseconds, milliseconds } from '../kernel/time.ts';
import { ACCOUNT_CONCURRENCY, EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST } from '../limits.ts';
import { changeOf } from '../streams/shard.ts';
import {
  type FaultState,
  InvocationOutcome,
  type RunningInvocation,
  type World,
} from '../world.ts';
import { isMember, recordsOfInvocation } from './batch.ts';
import { readBatchResponse } from './batchResponse.ts';
import { eventOf, itemIdentifierOf } from './event.ts';
import type { FunctionHandler } from './handler.ts';

/** Makes a function with nothing running. */
export function createFunction(world: World, number: number): void {
  const definition = world.definition.functions[number]!;
  const before = world.definition.functions.slice(0, number);
  world.state.functions.push({
    id: definition.id,
    name: definition.name,
    firstStep: before.reduce((steps, other) => steps + other.effects.length, 0),
    running: 0,
    environments: 0,
    faults: [],
    mappings: [],
  });
}

function activeFault(world: World, functionNumber: number, kind: string): FaultState | null {
  for (const number of world.state.functions[functionNumber]!.faults) {
    const fault = world.state.faults[number]!;
    if (fault.kind === kind) return fault;
  }
  return null;
}

/** [F7] Whether another invocation would exceed the function's or the account's concurrency. */
export function isThrottled(world: World, functionNumber: number): boolean {
  if (activeFault(world, functionNumber, 'Throttle')) return true;
  const { reservedConcurrency } = world.definition.functions[functionNumber]!;
  const { functions } = world.state;
  if (reservedConcurrency !== undefined) {
    return functions[functionNumber]!.running >= reservedConcurrency;
  }
  const running = functions.reduce((sum, fn) => sum + fn.running, 0);
  return running >= ACCOUNT_CONCURRENCY;
}

const functionOf = (world: World, consumer: number): number =>
  world.state.mappings[world.state.consumers[consumer]!.mapping]!.function;

/** The batch has reached the function: count the deliveries and let it run. */
export function onInvocationArrives(world: World, invocation: number, cause: number): void {
  const { state, invocations } = world;
  const consumer = invocations.consumer.get(invocation);
  const number = functionOf(world, consumer);
  countDeliveries(world, invocation, consumer);
  state.mappings[state.consumers[consumer]!.mapping]!.meters.started++;
  const { journal } = world;
  journal.append(world.now, Entry.invocationStarted, invocation, consumer, 0, 0, cause);
  const coldStart = takeEnvironment(world, number);
  const run = planRun(world, number, invocation, coldStart);
  state.running.push(run);
  if (run.effects > 0) {
    const first = after(run.startAt, microseconds(run.slot));
    world.queue.schedule(first, EventKind.effectDue, invocation, 0);
  }
  // A crash follows its last effect's arrival; every other end is known now.
  if (run.reason === FailureReason.crash) return;
  world.queue.schedule(run.endAt, EventKind.invocationEnds, invocation, run.reason, run.blame);
}

/** [F2] A free environment is reused; a new one costs a cold start. Microseconds. */
function takeEnvironment(world: World, number: number): number {
  const fn = world.state.functions[number]!;
  fn.running++;
  if (fn.running <= fn.environments) return 0;
  fn.environments = fn.running;
  return milliseconds(world.definition.functions[number]!.coldStartMs);
}

/** How an invocation will go is decided when it begins [F1, F4, F5]. */
function planRun(
  world: World,
  number: number,
  invocation: number,
  coldStart: number,
): RunningInvocation {
  const { durationMs, timeoutMs, effects } = world.definition.functions[number]!;
  const members = membersOfRun(world, invocation);
  const from = world.invocations.from.get(invocation);
  const count = members?.length ?? world.invocations.to.get(invocation) - from;
  const steps = count * effects.length;
  const drawn = draw(world.definition.seed, Purpose.functionDuration, number, invocation);
  const slow = activeFault(world, number, 'Slow')?.factor ?? 1;
  const duration = latency(drawn, durationMs.p50 * 1_000, durationMs.p99 * 1_000) * slow;
  const slot = Math.max(1, Math.floor(duration / (steps + 1)));
  const startAt = after(world.now, microseconds(coldStart));
  const run: RunningInvocation = {
    invocation,
    function: number,
    startAt,
    slot,
    members,
    effects: steps,
    reason: 0,
    blame: -1,
    failedFrom: -1,
    endAt: after(startAt, microseconds(duration)),
  };
  const handler = world.handlers[world.state.functions[number]!.id];
  if (handler) runHandler(world, run, handler);
  letFail(world, run, effects.length);
  const timeoutAt = after(startAt, milliseconds(timeoutMs));
  const lastsUntil = run.reason === FailureReason.crash ? startAt + slot * run.effects : run.endAt;
  if (lastsUntil > timeoutAt) {
    run.effects = Math.min(run.effects, Math.max(0, Math.floor(milliseconds(timeoutMs) / slot)));
    run.reason = FailureReason.timeout;
    run.blame = -1;
    run.failedFrom = -1;
    run.endAt = timeoutAt;
  }
  return run;
}

/** The function's own code answers for the batch; its effects are its own matter. */
function runHandler(world: World, run: RunningInvocation, handler: FunctionHandler): void {
  const result = handler(eventOf(world, run.invocation));
  run.effects = 0;
  if (result.kind === 'error') {
    run.reason = FailureReason.error;
    return;
  }
  const consumer = world.state.consumers[world.invocations.consumer.get(run.invocation)]!;
  if (!world.state.mappings[consumer.mapping]!.reportBatchItemFailures) return;
  const ordinals = recordsOfInvocation(world, run.invocation);
  const identifiers = ordinals.map((o) => itemIdentifierOf(world, consumer.shard, o));
  const response = readBatchResponse(result.payload, identifiers);
  if (response.kind === 'success') return;
  run.reason = FailureReason.partial;
  const failed = response.kind === 'partial' ? response.failedFrom : 0;
  run.failedFrom = ordinals[failed]!;
  if (response.kind === 'partial') run.blame = changeOf(world, consumer.shard, run.failedFrom);
}

/** The batch's ordinals, or null where they simply follow one another. */
function membersOfRun(world: World, invocation: number): number[] | null {
  const consumer = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  const { filters } = world.state.mappings[consumer.mapping]!;
  const isWhole = consumer.lanes === 1 && filters.length === 0;
  return isWhole ? null : recordsOfInvocation(world, invocation);
}

/** [F4] Errors, poisons and crashes cut a run short after so many effects. */
function letFail(world: World, run: RunningInvocation, effectsPerRecord: number): void {
  const { seed } = world.definition;
  if (run.reason !== 0) return;
  if (activeFault(world, run.function, 'Error')) {
    run.effects = 0;
    run.reason = FailureReason.error;
    run.endAt = after(run.startAt, microseconds(Math.max(1_000, run.slot)));
    return;
  }
  const poisoned = firstPoisoned(world, run);
  if (poisoned) {
    run.effects = poisoned.records * effectsPerRecord;
    run.reason = FailureReason.poison;
    run.blame = poisoned.change;
    const consumer = world.state.consumers[world.invocations.consumer.get(run.invocation)]!;
    if (world.state.mappings[consumer.mapping]!.reportBatchItemFailures) {
      // [E30] The handler catches it, stops there and reports the record.
      run.reason = FailureReason.partial;
      run.failedFrom = poisoned.ordinal;
    }
    run.endAt = after(run.startAt, microseconds(run.slot * (run.effects + 1)));
    return;
  }
  const crash = activeFault(world, run.function, 'CrashAfterEffect');
  if (!crash || run.effects === 0) return;
  if (!chance(draw(seed, Purpose.crash, run.function, run.invocation), crash.probability)) return;
  const drawn = draw(seed, Purpose.crashPoint, run.function, run.invocation);
  run.effects = within(drawn, 1, run.effects);
  run.reason = FailureReason.crash;
}

/** The first record of the batch that an active poison matches, and how many come before it. */
function firstPoisoned(
  world: World,
  run: RunningInvocation,
): { records: number; ordinal: number; change: number } | null {
  const { state, invocations } = world;
  const poisons = state.functions[run.function]!.faults.map(
    (number) => state.faults[number]!,
  ).filter((fault) => fault.kind === 'Poison');
  if (poisons.length === 0) return null;
  const { shard } = state.consumers[invocations.consumer.get(run.invocation)]!;
  const ordinals = recordsOfInvocation(world, run.invocation);
  for (const [records, ordinal] of ordinals.entries()) {
    const change = changeOf(world, shard, ordinal);
    if (poisons.some((fault) => matches(world, change, fault.match))) {
      return { records, ordinal, change };
    }
  }
  return null;
}

/** Whether a change's item has all of these attributes: in its key, else in its newest image. */
function matches(world: World, change: number, match: AttributeMap | null): boolean {
  if (!match) return true;
  const { changes, versions, images, items } = world;
  const keys = items.keys.get(changes.item.get(change));
  if (Object.keys(match).every((name) => name in keys)) {
    return Object.entries(match).every(([name, value]) => sameValue(keys[name], value));
  }
  const newImage = versions.image.get(changes.newVersion.get(change));
  const oldVersion = changes.oldVersion.get(change);
  const image = newImage >= 0 ? newImage : versions.image.get(oldVersion);
  const item = images.read(image);
  return Object.entries(match).every(([name, value]) => sameValue(item[name], value));
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A delivery is a record in an invocation that began; also looks for order violations. */
function countDeliveries(world: World, invocation: number, consumerNumber: number): void {
  const { state, invocations, changes } = world;
  const consumer = state.consumers[consumerNumber]!;
  const { meters } = state.mappings[consumer.mapping]!;
  const deliveries = world.deliveries[consumer.mapping]!;
  const latest = world.latestDelivered[consumer.mapping]!;
  const to = invocations.to.get(invocation);
  for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
    if (!isMember(world, consumer, ordinal)) continue;
    const change = changeOf(world, consumer.shard, ordinal);
    const packed = deliveries.get(change);
    meters.received++;
    if (packed < 8) {
      meters.distinct++;
      const item = changes.item.get(change);
      if (latest.get(item) > change + 1) meters.orderViolations++;
      else latest.set(item, change + 1);
    }
    deliveries.set(change, packed + 8);
  }
  consumer.highestDelivered = Math.max(consumer.highestDelivered, to);
}

/** [F3] The function's next effect leaves, and the one after it is arranged. */
export function onEffectDue(world: World, invocation: number, effect: number): void {
  const run = world.state.running.find((one) => one.invocation === invocation);
  if (!run || effect >= run.effects) return;
  const { effects, invocations, state } = world;
  const definition = world.definition.functions[run.function]!;
  const perRecord = definition.effects.length;
  const nth = Math.floor(effect / perRecord);
  const ordinal = run.members?.[nth] ?? invocations.from.get(invocation) + nth;
  const consumer = state.consumers[invocations.consumer.get(invocation)]!;
  const change = changeOf(world, consumer.shard, ordinal);
  const step = effect % perRecord;
  const target = state.targets.findIndex((t) => t.id === definition.effects[step]!.target);
  const row = effects.invocation.push(invocation);
  effects.target.push(target);
  effects.change.push(change);
  effects.step.push(state.functions[run.function]!.firstStep + step);
  effects.sentAt.push(world.now);
  const drawn = draw(world.definition.seed, Purpose.effectTransit, target, row);
  // A handler waits for each call: one arrives before the next leaves.
  const least = within(drawn, EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST);
  const transit = microseconds(Math.max(1, Math.min(least, run.slot - 1)));
  const entry = world.journal.append(world.now, Entry.effectSent, row, target, change, transit);
  const arrival = after(world.now, transit);
  world.queue.schedule(arrival, EventKind.effectArrives, row, entry);
  if (effect + 1 < run.effects) {
    const next = after(world.now, microseconds(run.slot));
    world.queue.schedule(next, EventKind.effectDue, invocation, effect + 1);
  } else if (run.reason === FailureReason.crash) {
    const { blame } = run;
    world.queue.schedule(arrival, EventKind.invocationEnds, invocation, run.reason, blame);
  }
}

/** The invocation is over; its mapping hears of it at the same instant. */
export function onInvocationEnds(
  world: World,
  invocation: number,
  reason: number,
  blame: number,
): void {
  const { state, invocations, outcomes, journal } = world;
  const at = state.running.findIndex((one) => one.invocation === invocation);
  if (at < 0) return; // it ended earlier, when a target refused it
  const [run] = state.running.splice(at, 1);
  const fn = state.functions[run!.function]!;
  fn.running--;
  const consumer = invocations.consumer.get(invocation);
  const { meters } = state.mappings[state.consumers[consumer]!.mapping]!;
  if (reason === 0) {
    meters.succeededInvocations++;
    outcomes.invocation.set(invocation, InvocationOutcome.succeeded);
    journal.append(world.now, Entry.invocationSucceeded, invocation, consumer);
  } else {
    const timedOut = reason === FailureReason.timeout;
    const partial = reason === FailureReason.partial;
    if (timedOut) meters.timedOut++;
    else if (partial) meters.partial++;
    else meters.failed++;
    state.consumers[consumer]!.failedFrom = run!.failedFrom;
    // A crash or a time-out takes its environment with it.
    if (timedOut || reason === FailureReason.crash) fn.environments--;
    const { failed, partial: partly, timedOut: late } = InvocationOutcome;
    outcomes.invocation.set(invocation, timedOut ? late : partial ? partly : failed);
    journal.append(world.now, Entry.invocationFailed, invocation, consumer, reason, blame);
  }
  world.queue.schedule(world.now, EventKind.batchSettled, consumer, invocation, reason);
}
