/**
 * How long changes took to arrive, by watcher: from the commit to the first completed effect (without
 * effects, to the end of the successful invocation; for a scan, to the end of the poll that returned
 * the image). The fold follows the journal: it reads only what was appended since it was last asked.
 * Where the simulation went back it answers as of then, and keeps what it has read of the history ahead.
 */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { consumerOfEffect, isOfRequest } from '../effectSteps.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import { KnownJournal } from '../journal/knownJournal.ts';
import { LatencySamples } from './latencySamples.ts';

export interface LatencyFold {
  /**
   * Reads on, at most so many entries, and answers as of the journal's end until it is called again.
   * @returns how many entries are left to read.
   */
  follow(world: World, mostEntries?: number): number;
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
  private readonly known = new KnownJournal();

  follow(world: World, mostEntries = Number.POSITIVE_INFINITY): number {
    const { journal } = world;
    const stillTrue = this.known.stillTrue(journal);
    if (stillTrue < this.known.length) this.goBackTo(stillTrue);
    const end = Math.min(journal.length, this.known.length + mostEntries);
    for (let number = this.known.length; number < end; number++) {
      const kind = journal.kindOf(number);
      if (kind === Entry.effectCompleted) this.onEffect(world, journal.read(number), number);
      else if (kind === Entry.invocationSucceeded) {
        this.onSuccess(world, journal.read(number), number);
      } else if (kind === Entry.pollEnded) this.onPollEnded(world, journal.read(number), number);
    }
    this.known.note(journal, end);
    for (const samples of this.all()) samples.lookBackFrom(journal.length);
    return Math.max(0, journal.length - this.known.length);
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

  private all(): LatencySamples[] {
    return [...this.mappings, ...this.pollers].filter((samples) => samples !== undefined);
  }

  private goBackTo(entry: number): void {
    for (const samples of this.all()) samples.removeFrom(entry);
    this.known.cut(entry);
  }
}
