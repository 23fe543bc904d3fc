/**
 * How an invocation will go. It is decided when it begins: how long it takes, which of its effects will
 * leave, and whether it throws, reports a failure, crashes or runs out of time.
 *
 * Rules: [F1] duration, [F4] failures leave their effects behind, [F5] timeout, [F6] faults.
 */
import type { AttributeMap } from '../../item/attributeValue.ts';
import { chance, draw, latency, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { FailureReason } from '../../kernel/journal.ts';
import { after, microseconds, milliseconds, never } from '../../kernel/time.ts';
import { changeOf } from '../../streams/shard.ts';
import type { RunningInvocation, World } from '../../world.ts';
import { eventFor } from '../events/enrichment.ts';
import { readAnswer } from '../mapping/answer.ts';
import { recordsOfInvocation } from '../mapping/batch.ts';
import { countedState, processedBy } from '../mapping/tumblingWindow.ts';
import { activeFault } from './environment.ts';
import type { FunctionHandler } from './handler.ts';
import { callsOf } from './marker.ts';

/** How an invocation will go is decided when it begins [F1, F4, F5]. */
export function planRun(
  world: World,
  number: number,
  invocation: number,
  coldStart: number,
  changes: number[] | null = null,
): RunningInvocation {
  const { effects } = world.state.functions[number]!.settings;
  const members = membersOfRun(world, invocation);
  const from = world.invocations.from.get(invocation);
  const count = members?.length ?? world.invocations.to.get(invocation) - from;
  const calls = callsOf(effects);
  const perRecord = calls?.length ?? effects.length;
  const steps = (changes?.length ?? count) * perRecord;
  const drawn = draw(world.definition.seed, Purpose.functionDuration, number, invocation);
  const plain = plainRun(world, number, drawn, steps, coldStart);
  const run = { ...plain, invocation, members, changes, calls };
  const handler = world.handlers[world.state.functions[number]!.id];
  if (handler) runHandler(world, run, handler);
  letFail(world, run, perRecord);
  endInTime(world, run);
  const { tumbling } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  if (tumbling && !handler) run.windowState = countedState(tumbling, processedBy(world, run));
  return run;
}

/** A run that goes well, of so many effects: how long it takes is drawn [F1]. */
export function plainRun(
  world: World,
  number: number,
  drawn: number,
  steps: number,
  coldStart: number,
): RunningInvocation {
  const { durationMs } = world.state.functions[number]!.settings;
  const slow = activeFault(world, number, 'Slow')?.factor ?? 1;
  const duration = latency(drawn, durationMs.p50 * 1_000, durationMs.p99 * 1_000) * slow;
  const startAt = after(world.now, microseconds(coldStart));
  return {
    invocation: -1,
    function: number,
    startAt,
    slot: Math.max(1, Math.floor(duration / (steps + 1))),
    members: null,
    changes: null,
    attempt: 1,
    effects: steps,
    calls: null,
    reason: 0,
    blame: -1,
    failedFrom: -1,
    endAt: after(startAt, microseconds(duration)),
    windowState: '',
    code: null,
  };
}

/** A pipe's invocation that waits for its events to be enriched; its end is not known yet. */
export const waitingRun = (
  world: World,
  number: number,
  invocation: number,
): RunningInvocation => ({
  ...plainRun(world, number, 0, 0, 0),
  invocation,
  endAt: never,
});

/** Lets a run begin: its first effect leaves, and its end is known. */
export function beginRun(world: World, run: RunningInvocation): void {
  world.state.running.push(run);
  if (run.effects > 0) {
    const first = after(run.startAt, microseconds(run.slot));
    world.queue.schedule(first, EventKind.effectDue, run.invocation, 0);
  }
  // A crash follows its last effect's arrival; every other end is known now.
  if (run.reason === FailureReason.crash && run.effects > 0) return;
  const { invocationEnds } = EventKind;
  world.queue.schedule(run.endAt, invocationEnds, run.invocation, run.reason, run.blame);
}

/** [F5] What would last longer than the function's timeout ends there. */
export function endInTime(world: World, run: RunningInvocation): void {
  const { slot, startAt } = run;
  const { timeoutMs } = world.state.functions[run.function]!.settings;
  const timeoutAt = after(startAt, milliseconds(timeoutMs));
  const crashes = run.reason === FailureReason.crash && run.effects > 0;
  const lastsUntil = crashes ? startAt + slot * run.effects : run.endAt;
  if (lastsUntil <= timeoutAt) return;
  run.effects = Math.min(run.effects, Math.max(0, Math.floor(milliseconds(timeoutMs) / slot)));
  run.reason = FailureReason.timeout;
  run.blame = -1;
  run.failedFrom = -1;
  run.endAt = timeoutAt;
}

/** The function's own code answers for the batch; its effects are its own matter. */
function runHandler(world: World, run: RunningInvocation, handler: FunctionHandler): void {
  const result = handler(eventFor(world, run.invocation));
  run.effects = 0;
  if (result.kind === 'error') {
    run.reason = FailureReason.error;
    return;
  }
  readAnswer(world, run, result.payload);
}

/** The batch's ordinals, or null where they simply follow one another. */
export function membersOfRun(world: World, invocation: number): number[] | null {
  const consumer = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  const { filters } = world.state.mappings[consumer.mapping]!;
  const isWhole = consumer.lanes === 1 && filters.length === 0;
  return isWhole ? null : recordsOfInvocation(world, invocation);
}

/** [F4] Errors, poisons and crashes cut a run short after so many effects. */
export function letFail(world: World, run: RunningInvocation, effectsPerRecord: number): void {
  const { seed } = world.definition;
  if (run.reason !== 0) return;
  if (activeFault(world, run.function, 'Error')) {
    run.effects = 0;
    run.reason = FailureReason.error;
    run.endAt = after(run.startAt, microseconds(Math.max(1_000, run.slot)));
    return;
  }
  if (activeFault(world, run.function, 'Timeout')) {
    hang(run);
    return;
  }
  if (activeFault(world, run.function, 'CrashBeforeEffect')) {
    run.effects = 0;
    run.reason = FailureReason.crash;
    run.endAt = after(run.startAt, microseconds(Math.max(1_000, run.slot)));
    return;
  }
  const poisoned = firstPoisoned(world, run);
  if (poisoned) {
    run.effects = poisoned.records * effectsPerRecord;
    run.reason = FailureReason.poison;
    run.blame = poisoned.change;
    if (reportsItems(world, run)) {
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

/** It waits for an answer that does not come, before its first effect: {@link endInTime} ends it. */
function hang(run: RunningInvocation): void {
  run.effects = 0;
  run.endAt = never;
}

/** Whether what called the function takes a report of single records. */
function reportsItems({ invocations, state }: World, { invocation }: RunningInvocation): boolean {
  if (invocation < 0) return false;
  const { mapping } = state.consumers[invocations.consumer.get(invocation)]!;
  return state.mappings[mapping]!.reportBatchItemFailures;
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
  const isPoisoned = (change: number) =>
    poisons.some((fault) => matches(world, change, fault.match));
  if (run.invocation < 0) {
    const records = (run.changes ?? []).findIndex(isPoisoned);
    return records < 0 ? null : { records, ordinal: -1, change: run.changes![records]! };
  }
  const { shard } = state.consumers[invocations.consumer.get(run.invocation)]!;
  const ordinals = recordsOfInvocation(world, run.invocation);
  for (const [records, ordinal] of ordinals.entries()) {
    const change = changeOf(world, shard, ordinal);
    if (isPoisoned(change)) {
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
