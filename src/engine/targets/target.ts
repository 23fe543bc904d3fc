/**
 * Where effects arrive: index, bucket, mailbox, queue. A target does what it is told at the instant
 * the call arrives; whether the same thing is told twice is the whole point.
 *
 * Left out for now: refresh of the index, bulk requests, redelivery by topics and queues.
 * Rules: [D1] documents by key, [D2] external versions, [D3] audit objects by sequence number,
 * [D4] tombstones, [D5] a mail is sent each time, [D6] FIFO de-duplication, [D7] unavailability,
 * [D8] conditional writes, [D9] names of executions.
 */
import type { EffectDefinition, TargetDefinition } from '../definition.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { EffectOutcome, Entry, FailureReason } from '../kernel/journal.ts';
import {
  EXECUTION_NAME_LIFE,
  FIFO_DEDUPLICATION_INTERVAL,
  INDEX_TOMBSTONE_LIFE,
} from '../limits.ts';
import { ChangeKind, type TargetState, type World } from '../world.ts';
import { effectOfStep } from './effectOfStep.ts';
import { routeEvent } from './eventRules.ts';

export function createTarget(world: World, definition: TargetDefinition): void {
  const { id, name, kind } = definition;
  const meters = { size: 0, effects: 0, repeatedEffects: 0, staleEffects: 0, failedEffects: 0 };
  world.state.targets.push({ id, name, kind, ...meters, faults: [] });
}

/** An effect has reached its target. */
export function onEffectArrives(world: World, effect: number, cause: number): void {
  const { effects, state } = world;
  const number = effects.target.get(effect);
  const change = effects.change.get(effect);
  const target = state.targets[number]!;
  if (refusesNow(world, effect, cause)) {
    const invocation = effects.invocation.get(effect);
    const { effect: reason } = FailureReason;
    world.queue.schedule(world.now, EventKind.invocationEnds, invocation, reason, change);
    return;
  }
  const before = world.completedByStep[effects.step.get(effect)]!.get(change);
  const outcome = apply(world, target, number, effect, before);
  const entry = settleEffect(world, effect, outcome, cause);
  if (target.kind === 'EventBridge') routeEvent(world, effect, number, entry);
}

/** [D7] Whether the target is unavailable; then the call fails, and the handler throws. */
export function refusesNow(world: World, effect: number, cause: number): boolean {
  const { effects, outcomes, state, journal } = world;
  const number = effects.target.get(effect);
  const target = state.targets[number]!;
  if (!target.faults.some((fault) => state.faults[fault]!.kind === 'Unavailable')) return false;
  target.failedEffects++;
  outcomes.effect.set(effect, -1);
  const change = effects.change.get(effect);
  journal.append(world.now, Entry.effectFailed, effect, number, change, 0, cause);
  return true;
}

/** Counts what an effect has done to its target. Returns the entry that says so. */
export function settleEffect(world: World, effect: number, outcome: number, cause: number): number {
  const { effects, outcomes, state, journal } = world;
  const number = effects.target.get(effect);
  const change = effects.change.get(effect);
  const target = state.targets[number]!;
  const completed = world.completedByStep[effects.step.get(effect)]!;
  const before = completed.get(change);
  if (outcome === EffectOutcome.stale) {
    target.staleEffects++;
  } else {
    target.effects++;
    completed.set(change, Math.min(before + 1, 127));
    if (before > 0) countRepeat(world, target, effect);
  }
  outcomes.effect.set(effect, outcome);
  const { effectCompleted } = Entry;
  return journal.append(world.now, effectCompleted, effect, number, change, outcome, cause);
}

function countRepeat(world: World, target: TargetState, effect: number): void {
  target.repeatedEffects++;
  const invocation = world.effects.invocation.get(effect);
  if (invocation < 0) return; // no mapping's doing
  const consumer = world.invocations.consumer.get(invocation);
  world.state.mappings[world.state.consumers[consumer]!.mapping]!.meters.duplicates++;
}

/** Does what the effect asks for; `before` says how often it was done for this change. */
function apply(
  world: World,
  target: TargetState,
  number: number,
  effect: number,
  before: number,
): number {
  const definition = effectOfStep(world, world.effects.step.get(effect));
  if (definition.do === 'IndexDocuments') {
    return indexDocument(world, target, number, effect, definition);
  }
  if (before > 0 && refusesRepeat(world, definition, effect)) return EffectOutcome.stale;
  if (definition.do === 'AuditLog' && before > 0) {
    // [D3] The object's key holds the sequence number: the same object is written over.
    return EffectOutcome.repeated;
  }
  target.size++; // [D5]
  if (definition.idempotency in IDENTIFIER_LIVES) {
    world.latestEffect[number]!.set(world.effects.change.get(effect), effect + 1);
  }
  return before > 0 ? EffectOutcome.repeated : EffectOutcome.created;
}

/** How long a target remembers what it has accepted: [D6] a message's id, [D9] an execution's name. */
const IDENTIFIER_LIVES: Partial<Record<EffectDefinition['idempotency'], number>> = {
  FifoDeduplication: FIFO_DEDUPLICATION_INTERVAL,
  ExecutionName: EXECUTION_NAME_LIFE,
};

function refusesRepeat(world: World, definition: EffectDefinition, effect: number): boolean {
  const { idempotency } = definition;
  if (idempotency === 'ConditionalWrite') return true; // [D8] for ever
  const life = IDENTIFIER_LIVES[idempotency];
  if (life === undefined) return false;
  const change = world.effects.change.get(effect);
  const accepted = world.latestEffect[world.effects.target.get(effect)]!.get(change) - 1;
  if (accepted < 0) return false; // what was sent before had no identifier
  return world.now - world.effects.sentAt.get(accepted) < life;
}

/** [D1] The document's id is the item's key: INSERT and MODIFY index it, REMOVE deletes it. */
function indexDocument(
  world: World,
  target: TargetState,
  number: number,
  effect: number,
  definition: EffectDefinition,
): number {
  const { effects, changes } = world;
  const change = effects.change.get(effect);
  const item = changes.item.get(change);
  const documents = world.documents[number]!;
  const stored = documents.get(item); // effect + 1, negative when it deleted the document
  const isThere = stored > 0;
  if (definition.idempotency === 'ExternalVersion' && stored !== 0) {
    const last = Math.abs(stored) - 1;
    const isRemembered = isThere || world.now - effects.sentAt.get(last) <= INDEX_TOMBSTONE_LIFE;
    // [D2] Not newer than what is there: 409, which the handler takes for success. [D4]
    if (isRemembered && change <= effects.change.get(last)) return EffectOutcome.stale;
  }
  if (changes.kind.get(change) === ChangeKind.REMOVE) {
    documents.set(item, -(effect + 1));
    if (isThere) target.size--;
    return EffectOutcome.deleted;
  }
  documents.set(item, effect + 1);
  if (isThere) return EffectOutcome.updated;
  target.size++;
  return EffectOutcome.created;
}
