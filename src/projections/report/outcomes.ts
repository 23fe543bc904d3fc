/** What the journal alone knows: when a change's first effect was complete, and how long work took. */
import { EffectOutcome, Entry } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';

export interface JournalOutcomes {
  /** By mapping: µs from a change's commit to its first completed effect, for changes that have one. */
  latencies: Map<number, number>[];
  /** By effect step: changes whose effect was refused as older than what was there. */
  superseded: Set<number>[];
  /** By function: µs that its ended invocations lasted. */
  busy: number[];
  /** By function: invocations that began and that no mapping made. */
  requests: number[];
  /** By poller: µs from commit to the end of the poll that first returned the image. */
  pollLatencies: number[][];
}

/** One walk over the journal. */
export function outcomesOf(world: World): JournalOutcomes {
  const { state, journal } = world;
  const outcomes: JournalOutcomes = {
    latencies: state.mappings.map(() => new Map<number, number>()),
    superseded: world.completedByStep.map(() => new Set<number>()),
    busy: state.functions.map(() => 0),
    requests: state.functions.map(() => 0),
    pollLatencies: state.pollers.map(() => []),
  };
  const startedAt = new Map<number, number>();
  const requestStartedAt = new Map<number, number>();
  const returned = state.pollers.map((): number[] => []);
  for (let entry = 0; entry < journal.length; entry++) {
    switch (journal.kindOf(entry)) {
      case Entry.effectCompleted: {
        const { at, a: effect, c: change, d: outcome } = journal.read(entry);
        onEffect(world, outcomes, effect, change, outcome, at);
        break;
      }
      case Entry.invocationStarted:
        startedAt.set(journal.read(entry).a, journal.atOf(entry));
        break;
      case Entry.invocationSucceeded:
      case Entry.invocationFailed: {
        const { at, a: invocation, kind } = journal.read(entry);
        const mapping = mappingOf(world, invocation);
        outcomes.busy[state.mappings[mapping]!.function]! += at - (startedAt.get(invocation) ?? at);
        startedAt.delete(invocation);
        if (kind === Entry.invocationSucceeded) onSuccess(world, outcomes, invocation, at);
        break;
      }
      case Entry.requestStarted:
        requestStartedAt.set(journal.read(entry).a, journal.atOf(entry));
        outcomes.requests[journal.read(entry).b]!++;
        break;
      case Entry.requestSucceeded:
      case Entry.requestFailed: {
        const { at, a: request, b: fn } = journal.read(entry);
        outcomes.busy[fn]! += at - (requestStartedAt.get(request) ?? at);
        break;
      }
      case Entry.imageReturned: {
        const { a: poller, c: change, d: again } = journal.read(entry);
        if (again === 0) returned[poller]!.push(change);
        break;
      }
      case Entry.pollEnded: {
        const { at, a: poller } = journal.read(entry);
        for (const change of returned[poller]!.splice(0)) {
          outcomes.pollLatencies[poller]!.push(at - world.changes.at.get(change));
        }
        break;
      }
    }
  }
  return outcomes;
}

function mappingOf(world: World, invocation: number): number {
  return world.state.consumers[world.invocations.consumer.get(invocation)]!.mapping;
}

function onEffect(
  world: World,
  outcomes: JournalOutcomes,
  effect: number,
  change: number,
  outcome: number,
  at: number,
): void {
  if (outcome === EffectOutcome.stale) {
    outcomes.superseded[world.effects.step.get(effect)]!.add(change);
  }
  const invocation = world.effects.invocation.get(effect);
  if (invocation < 0) return; // no mapping's doing
  const mapping = mappingOf(world, invocation);
  setFirst(world, outcomes.latencies[mapping]!, change, at);
}

/** A function without effects is done with a record when its invocation succeeds. */
function onSuccess(world: World, outcomes: JournalOutcomes, invocation: number, at: number): void {
  const mapping = mappingOf(world, invocation);
  const { effects } = world.state.functions[world.state.mappings[mapping]!.function]!.settings;
  if (effects.length > 0) return;
  const { shard } = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  const to = world.invocations.to.get(invocation);
  for (let ordinal = world.invocations.from.get(invocation); ordinal < to; ordinal++) {
    setFirst(world, outcomes.latencies[mapping]!, changeOf(world, shard, ordinal), at);
  }
}

function setFirst(world: World, into: Map<number, number>, change: number, at: number): void {
  if (!into.has(change)) into.set(change, at - world.changes.at.get(change));
}
