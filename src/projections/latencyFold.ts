/**
 * How long changes took to arrive, by watcher: from the commit to the first completed effect (without
 * effects, to the end of the successful invocation; for a scan, to the end of the poll that returned
 * the image). The fold follows the journal: it reads only what was appended since it was last asked,
 * and goes back when the journal went back.
 */
import { Entry, type JournalEntry } from '../engine/kernel/journal.ts';
import { changeOf } from '../engine/streams/shard.ts';
import type { World } from '../engine/world.ts';
import { consumerOfEffect, isOfRequest } from './effectSteps.ts';
import { visitBackwards } from './journalTail.ts';
import { LatencySamples } from './latencySamples.ts';

/** Entries between two places at which the fold can tell that history is another one. */
const MILESTONE = 4_096;

export interface LatencyFold {
  /** Reads on to the journal's end, from where the journal is still the one that was read. */
  follow(world: World): void;
  /** Of an event source mapping. Milliseconds; null before the first. */
  ofMapping(mapping: number, percent: number): number | null;
  ofPoller(poller: number, percent: number): number | null;
}

/** A fold that has read nothing yet. */
export function createLatencyFold(): LatencyFold {
  return new JournalLatencyFold();
}

class JournalLatencyFold implements LatencyFold {
  private readonly mappings: LatencySamples[] = [];
  private readonly pollers: LatencySamples[] = [];
  /** The journal has been read up to here. */
  private read = 0;
  /** What stood just before certain places, by place: every `MILESTONE`th, and the last. */
  private readonly milestones: { place: number; text: string }[] = [];

  follow(world: World): void {
    this.goBackTo(this.lastCommonPlace(world));
    const { journal } = world;
    while (this.read < journal.length) {
      const number = this.read++;
      const kind = journal.kindOf(number);
      if (kind === Entry.effectCompleted) this.onEffect(world, journal.read(number), number);
      else if (kind === Entry.invocationSucceeded) {
        this.onSuccess(world, journal.read(number), number);
      } else if (kind === Entry.pollEnded) this.onPollEnded(world, journal.read(number), number);
      if (this.read % MILESTONE === 0) this.remember(world);
    }
    if (this.read % MILESTONE !== 0) this.remember(world);
  }

  ofMapping(mapping: number, percent: number): number | null {
    return this.mappings[mapping]?.quantile(percent) ?? null;
  }

  ofPoller(poller: number, percent: number): number | null {
    return this.pollers[poller]?.quantile(percent) ?? null;
  }

  private onEffect(world: World, entry: JournalEntry, number: number): void {
    const { a: effect, c: change } = entry;
    if (isOfRequest(world, effect)) return;
    const { mapping } = world.state.consumers[consumerOfEffect(world, effect)]!;
    this.add(this.mappings, mapping, world, change, entry.at, number);
  }

  private onSuccess(world: World, entry: JournalEntry, number: number): void {
    const { a: invocation, b: consumer } = entry;
    const { mapping, shard } = world.state.consumers[consumer]!;
    const fn = world.state.mappings[mapping]!.function;
    if (world.state.functions[fn]!.settings.effects.length > 0) return;
    const to = world.invocations.to.get(invocation);
    for (let ordinal = world.invocations.from.get(invocation); ordinal < to; ordinal++) {
      const change = changeOf(world, shard, ordinal);
      this.add(this.mappings, mapping, world, change, entry.at, number);
    }
  }

  private onPollEnded(world: World, entry: JournalEntry, number: number): void {
    const { a: poller } = entry;
    const returned: number[] = [];
    visitBackwards(world, 0, number, ({ kind, a, c }) => {
      if (a !== poller) return false;
      if (kind === Entry.imageReturned) returned.push(c);
      return kind === Entry.pollStarted;
    });
    for (const change of returned.reverse()) {
      this.add(this.pollers, poller, world, change, entry.at, number);
    }
  }

  private add(
    list: LatencySamples[],
    watcher: number,
    world: World,
    change: number,
    at: number,
    number: number,
  ): void {
    list[watcher] ??= new LatencySamples();
    list[watcher].add(change, at - world.changes.at.get(change), number);
  }

  private remember(world: World): void {
    const place = this.read;
    if (place === 0 || this.milestones.at(-1)?.place === place) return;
    // Of places that are no multiple only the last is worth keeping.
    if ((this.milestones.at(-1)?.place ?? 0) % MILESTONE !== 0) this.milestones.pop();
    this.milestones.push({ place, text: JSON.stringify(world.journal.read(place - 1)) });
  }

  /** The last milestone before which the journal is, as far as can be seen, the one that was read. */
  private lastCommonPlace(world: World): number {
    const { journal } = world;
    for (let i = this.milestones.length - 1; i >= 0; i--) {
      const { place, text } = this.milestones[i]!;
      if (place > journal.length) continue;
      if (JSON.stringify(journal.read(place - 1)) === text) return place;
    }
    return 0;
  }

  private goBackTo(place: number): void {
    if (place >= this.read) return;
    for (const samples of [...this.mappings, ...this.pollers]) samples?.removeFrom(place);
    while (this.milestones.length > 0 && this.milestones.at(-1)!.place > place) {
      this.milestones.pop();
    }
    this.read = place;
  }
}
