/** What the journal alone knows: when a change's first effect was complete, and how long work took. */

import { looksBack } from '../../engine/cloudwatch/looksBack.ts';
import { type Float64State, float64State } from '../../engine/kernel/columns.ts';
import { EffectOutcome, Entry, type EntryKind } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';

export interface JournalOutcomes {
  /** By mapping: change → µs from its commit to its first completed effect, or -1. */
  latencies: Float64State[];
  /** By effect step: changes whose effect was refused as older than what was there. */
  superseded: Set<number>[];
  /** By function: µs that its ended invocations lasted. */
  busy: number[];
  /** By function: invocations that began and that no mapping made. */
  requests: number[];
  /** By poller: µs from commit to the end of the poll that first returned the image. */
  pollLatencies: number[][];
}

/** A change without a completed effect. */
const NONE = -1;

/** One walk over the journal. */
export function outcomesOf(world: World): JournalOutcomes {
  const { journal } = world;
  const outcomes = new OutcomesFold(world);
  for (let entry = 0; entry < journal.length; entry++) {
    if (!OutcomesFold.KINDS.has(journal.kindOf(entry))) continue;
    const { at, kind, a, b, c, d } = journal.read(entry);
    outcomes.take(at, kind, a, b, c, d);
  }
  return outcomes;
}

/**
 * Reads the journal off while the lab runs, in place of keeping it: a long run then needs no room for it.
 * @returns null, and the journal is kept, where the lab itself looks back in it.
 */
export function followOutcomes(world: World): JournalOutcomes | null {
  if (looksBack(world.definition)) return null;
  const outcomes = new OutcomesFold(world);
  world.journal.passOn(OutcomesFold.KINDS, (at, kind, a, b, c, d) =>
    outcomes.take(at, kind, a, b, c, d),
  );
  return outcomes;
}

class OutcomesFold implements JournalOutcomes {
  /** Kinds of entry that say something of it. */
  static readonly KINDS: ReadonlySet<EntryKind> = new Set([
    ...[Entry.effectCompleted, Entry.imageReturned, Entry.pollEnded],
    ...[Entry.invocationStarted, Entry.invocationSucceeded, Entry.invocationFailed],
    ...[Entry.requestStarted, Entry.requestSucceeded, Entry.requestFailed],
  ]);
  readonly latencies: Float64State[];
  readonly superseded: Set<number>[];
  readonly busy: number[];
  readonly requests: number[];
  readonly pollLatencies: number[][];
  private readonly world: World;
  /** When invocations, and requests, that run began. */
  private readonly startedAt = new Map<number, number>();
  private readonly requestStartedAt = new Map<number, number>();
  /** By poller: changes that its present poll has returned for the first time. */
  private readonly returned: number[][];

  constructor(world: World) {
    const { state, completedByStep } = world;
    this.world = world;
    this.latencies = state.mappings.map(() => float64State(NONE));
    this.superseded = completedByStep.map(() => new Set<number>());
    this.busy = state.functions.map(() => 0);
    this.requests = state.functions.map(() => 0);
    this.pollLatencies = state.pollers.map(() => []);
    this.returned = state.pollers.map(() => []);
  }

  /** Takes the next entry of the journal. */
  take(at: number, kind: EntryKind, a: number, b: number, c: number, d: number): void {
    switch (kind) {
      case Entry.effectCompleted:
        this.onEffect(a, c, d, at);
        break;
      case Entry.invocationStarted:
        this.startedAt.set(a, at);
        break;
      case Entry.invocationSucceeded:
      case Entry.invocationFailed: {
        const { mappings } = this.world.state;
        this.busy[mappings[this.mappingOf(a)]!.function]! += at - (this.startedAt.get(a) ?? at);
        this.startedAt.delete(a);
        if (kind === Entry.invocationSucceeded) this.onSuccess(a, at);
        break;
      }
      case Entry.requestStarted:
        this.requestStartedAt.set(a, at);
        this.requests[b]!++;
        break;
      case Entry.requestSucceeded:
      case Entry.requestFailed:
        this.busy[b]! += at - (this.requestStartedAt.get(a) ?? at);
        break;
      case Entry.imageReturned:
        if (d === 0) this.returned[a]!.push(c);
        break;
      case Entry.pollEnded:
        for (const change of this.returned[a]!.splice(0)) {
          this.pollLatencies[a]!.push(at - this.world.changes.at.get(change));
        }
        break;
    }
  }

  private mappingOf(invocation: number): number {
    const { state, invocations } = this.world;
    return state.consumers[invocations.consumer.get(invocation)]!.mapping;
  }

  private onEffect(effect: number, change: number, outcome: number, at: number): void {
    const { effects } = this.world;
    if (outcome === EffectOutcome.stale) {
      this.superseded[effects.step.get(effect)]!.add(change);
    }
    const invocation = effects.invocation.get(effect);
    if (invocation < 0) return; // no mapping's doing
    this.setFirst(this.latencies[this.mappingOf(invocation)]!, change, at);
  }

  /** A function without effects is done with a record when its invocation succeeds. */
  private onSuccess(invocation: number, at: number): void {
    const { state, invocations } = this.world;
    const mapping = this.mappingOf(invocation);
    const { effects } = state.functions[state.mappings[mapping]!.function]!.settings;
    if (effects.length > 0) return;
    const { shard } = state.consumers[invocations.consumer.get(invocation)]!;
    const to = invocations.to.get(invocation);
    for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
      this.setFirst(this.latencies[mapping]!, changeOf(this.world, shard, ordinal), at);
    }
  }

  private setFirst(into: Float64State, change: number, at: number): void {
    if (into.get(change) === NONE) into.set(change, at - this.world.changes.at.get(change));
  }
}

/** Latencies in milliseconds, of the changes that have one. */
export function latenciesMs(latencies: Float64State): Float64Array {
  const samples = new Float64Array(latencies.length);
  let count = 0;
  for (let change = 0; change < latencies.length; change++) {
    const us = latencies.get(change);
    if (us !== NONE) samples[count++] = us / 1_000;
  }
  return samples.subarray(0, count);
}
