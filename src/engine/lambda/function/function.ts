/**
 * A Lambda function: an environment, a duration, and effects on the outside carried out one after the
 * other for each record. It may throw, meet a poisoned item, run out of time, or crash after an effect
 * has already left.
 *
 * Left out for now: what more memory would make quicker.
 * Rules: [F1] duration, [F3] effects in order, [F4] failures leave their effects behind, [F5] timeout,
 * [E50] enrichment, [D10] [D11] markers.
 */
import type { FunctionDefinition } from '../../definition.ts';
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { Entry, FailureReason } from '../../kernel/journal.ts';
import { after, type Instant, instant, microseconds } from '../../kernel/time.ts';
import { EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST } from '../../limits.ts';
import { changeOf } from '../../streams/shard.ts';
import {
  InvocationOutcome,
  RequestOrigin,
  type RunningInvocation,
  type World,
} from '../../world.ts';
import { enrichedChanges } from '../events/enrichment.ts';
import { isMember } from '../mapping/batch.ts';
import { processedBy } from '../mapping/tumblingWindow.ts';
import { takeEnvironment } from './environment.ts';
import { setCode } from './functionCodeCalls.ts';
import { CallKind, callOf, mayBeDone, sendMarker } from './marker.ts';
import { beginRun, planRun, waitingRun } from './plannedRun.ts';
import { endRequest, sendRequest } from './request.ts';

/** Makes a function of the lab's file. */
export function createFunction(world: World, number: number): void {
  const definition = world.definition.functions[number]!;
  const before = world.definition.functions.slice(0, number);
  const firstStep = before.reduce((steps, other) => steps + other.effects.length, 0);
  addFunction(world, definition, firstStep);
  if (definition.code && definition.effects.length === 0) setCode(world, number, definition.code);
}

/** Makes a function with nothing running, and returns its number. */
export function addFunction(world: World, definition: FunctionDefinition, firstStep = 0): number {
  const { functions } = world.state;
  return (
    functions.push({
      id: definition.id,
      name: definition.name,
      settings: { ...definition },
      lastModifiedAt: world.now,
      isDeleted: false,
      firstStep,
      running: 0,
      inTransit: 0,
      environments: 0,
      scaled: 0,
      scalingSince: instant(0),
      faults: [],
      mappings: [],
      code: -1,
      firstCodeStep: -1,
    }) - 1
  );
}

const functionOf = (world: World, consumer: number): number =>
  world.state.mappings[world.state.consumers[consumer]!.mapping]!.function;

/** The batch has reached the function: count the deliveries and let it run. */
export function onInvocationArrives(world: World, invocation: number, cause: number): void {
  const { state, invocations } = world;
  const consumer = invocations.consumer.get(invocation);
  const number = functionOf(world, consumer);
  state.functions[number]!.inTransit--;
  countDeliveries(world, invocation, consumer);
  state.mappings[state.consumers[consumer]!.mapping]!.meters.started++;
  const { journal } = world;
  journal.append(world.now, Entry.invocationStarted, invocation, consumer, 0, 0, cause);
  if (world.codeService && state.functions[number]!.code >= 0) {
    world.codeService.service.begin(world, number, invocation);
    return;
  }
  const coldStart = takeEnvironment(world, number);
  const { enrichment } = state.mappings[state.consumers[consumer]!.mapping]!;
  if (enrichment >= 0) {
    // [E50] A pipe gives its batch to a function first.
    state.running.push(waitingRun(world, number, invocation));
    sendRequest(world, enrichment, RequestOrigin.enrichment, invocation, cause);
    return;
  }
  beginRun(world, planRun(world, number, invocation, coldStart));
}

/** [E50] The function that enriches a pipe's batch has answered, or has not. */
export function onEnriched(
  world: World,
  invocation: number,
  reason: number,
  request: number,
): void {
  const { running } = world.state;
  const at = running.findIndex((one) => one.invocation === invocation);
  const [waiting] = running.splice(at, 1);
  if (reason !== 0) {
    running.push(waiting!);
    world.queue.schedule(world.now, EventKind.invocationEnds, invocation, reason, -1);
    return;
  }
  world.outcomes.enrichedBy.set(invocation, request + 1);
  const changes = enrichedChanges(world, invocation);
  beginRun(world, planRun(world, waiting!.function, invocation, 0, changes));
}

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

/** [F3] The function's next call leaves, an effect or a marker, and the one after it is arranged. */
export function onEffectDue(world: World, invocation: number, nth: number): void {
  const run = world.state.running.find((one) => one.invocation === invocation);
  if (!run || nth >= run.effects) return;
  const { firstStep, settings } = world.state.functions[run.function]!;
  const { record, place, kind } = callOf(run, nth, settings.effects.length);
  const change = run.changes?.[record] ?? changeAt(world, run, record);
  const call = { kind, step: firstStep + place, change };
  const isMarker = kind === CallKind.markFirst || kind === CallKind.markLast;
  const arrival = isMarker ? sendMarker(world, run, call) : sendEffect(world, run, place, call);
  if (nth + 1 < run.effects) {
    const next = after(world.now, microseconds(run.slot));
    world.queue.schedule(next, EventKind.effectDue, invocation, nth + 1);
  } else if (run.reason === FailureReason.crash) {
    const { blame } = run;
    world.queue.schedule(arrival, EventKind.invocationEnds, invocation, run.reason, blame);
  }
}

/** An effect leaves, unless its marker says that it was done. Returns when it arrives. */
function sendEffect(
  world: World,
  run: RunningInvocation,
  place: number,
  call: { kind: number; step: number; change: number },
): Instant {
  if (!mayBeDone(world, run, call)) return world.now;
  const { effects, state } = world;
  const { target: id } = state.functions[run.function]!.settings.effects[place]!;
  const target = state.targets.findIndex((each) => each.id === id);
  const row = effects.invocation.push(run.invocation);
  effects.target.push(target);
  effects.change.push(call.change);
  effects.step.push(call.step);
  effects.sentAt.push(world.now);
  const drawn = draw(world.definition.seed, Purpose.effectTransit, target, row);
  // A handler waits for each call: one arrives before the next leaves.
  const least = within(drawn, EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST);
  const transit = microseconds(Math.max(1, Math.min(least, run.slot - 1)));
  const { effectSent } = Entry;
  const entry = world.journal.append(world.now, effectSent, row, target, call.change, transit);
  const arrival = after(world.now, transit);
  world.queue.schedule(arrival, EventKind.effectArrives, row, entry);
  return arrival;
}

/** The change of the batch's nth record. */
function changeAt(world: World, { invocation, members }: RunningInvocation, nth: number): number {
  const { invocations, state } = world;
  const ordinal = members?.[nth] ?? invocations.from.get(invocation) + nth;
  return changeOf(world, state.consumers[invocations.consumer.get(invocation)]!.shard, ordinal);
}

/** [E41] What the function returned is what its next batch of the window begins with. */
function keepWindowState(world: World, consumer: number, run: RunningInvocation): void {
  const { tumbling } = world.state.consumers[consumer]!;
  if (!tumbling || run.windowState === '') return;
  tumbling.state = run.windowState;
  tumbling.records += processedBy(world, run);
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
  // A crash or a time-out takes its environment with it.
  if (reason === FailureReason.timeout || reason === FailureReason.crash) fn.environments--;
  if (run!.code) world.codeService?.service.end(world, run!, reason);
  if (invocation < 0) {
    endRequest(world, -1 - invocation, run!, reason, blame);
    return;
  }
  const consumer = invocations.consumer.get(invocation);
  const { meters } = state.mappings[state.consumers[consumer]!.mapping]!;
  if (reason === 0 || reason === FailureReason.partial) keepWindowState(world, consumer, run!);
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
    const { failed, partial: partly, timedOut: late } = InvocationOutcome;
    outcomes.invocation.set(invocation, timedOut ? late : partial ? partly : failed);
    journal.append(world.now, Entry.invocationFailed, invocation, consumer, reason, blame);
  }
  world.queue.schedule(world.now, EventKind.batchSettled, consumer, invocation, reason);
}
