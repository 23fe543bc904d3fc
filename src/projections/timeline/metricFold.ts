/** What each journal entry adds to the series that are plotted: latencies, what waits, what ran for how long. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { isInLane, passesFilter } from '../../engine/lambda/mapping/batch.ts';
import { invokeTransit } from '../../engine/lambda/mapping/sendBatch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { consumerOfEffect, isOfRequest } from '../effectSteps.ts';
import { EventList } from './eventList.ts';

/** The series of one event source mapping. */
export class MappingSeries {
  /** First arrivals of a change: the value is the microseconds since its commit. */
  readonly latency = new EventList();
  /** Records that its shards were given. */
  readonly owned = new EventList();
  /** Records done with, given up or filtered out; the value says how many. */
  readonly settled = new EventList();
  /** Ends of invocations: the value is how long each ran, microseconds. */
  readonly busy = new EventList();
  /** Beginnings of invocations, by invocation. */
  readonly started = new EventList();
  private seen = new Uint8Array(1_024);

  /** Whether a change has arrived for the first time. */
  isFirst(change: number): boolean {
    if (change >= this.seen.length) {
      const larger = new Uint8Array(Math.max(change + 1, this.seen.length * 2));
      larger.set(this.seen);
      this.seen = larger;
    }
    if (this.seen[change] === 1) return false;
    this.seen[change] = 1;
    return true;
  }

  cut(entry: number): void {
    const { latency } = this;
    for (let i = latency.length - 1; i >= 0 && latency.entry(i) >= entry; i--) {
      this.seen[latency.ref(i)] = 0;
    }
    for (const list of [latency, this.owned, this.settled, this.busy, this.started]) {
      list.cut(entry);
    }
  }
}

export class MetricFold {
  readonly mappings: MappingSeries[] = [];
  /** By consumer: ordinals below which all is done with. */
  private readonly doneUntil: EventList[] = [];
  /** Committed changes, by table. */
  readonly changes: EventList[] = [];
  /** Calls of functions by hand, by function, and what each lasted when it ended, microseconds. */
  readonly requests: EventList[] = [];
  readonly requestsBusy: EventList[] = [];
  /** Pages of scans, by poller; the value is the items evaluated. */
  readonly pages: EventList[] = [];

  cut(entry: number): void {
    for (const series of this.mappings) series?.cut(entry);
    for (const list of [
      ...this.doneUntil,
      ...this.changes,
      ...this.pages,
      ...this.requests,
      ...this.requestsBusy,
    ])
      list?.cut(entry);
  }

  take(world: World, entry: JournalEntry, number: number): void {
    folds[entry.kind]?.(this, world, entry, number);
  }

  of(mapping: number): MappingSeries {
    this.mappings[mapping] ??= new MappingSeries();
    return this.mappings[mapping];
  }

  ofConsumer(world: World, consumer: number): MappingSeries {
    return this.of(world.state.consumers[consumer]!.mapping);
  }

  /** The consumer is done with every record of its own below an ordinal. */
  done(world: World, consumer: number, until: number, at: number, number: number): void {
    this.doneUntil[consumer] ??= new EventList();
    const list = this.doneUntil[consumer];
    const state = world.state.consumers[consumer]!;
    const before = list.length === 0 ? state.begins : list.ref(list.length - 1);
    if (until <= before) return;
    list.push(at, number, until);
    let members = 0;
    for (let ordinal = before; ordinal < until; ordinal++) {
      if (isInLane(world, state, ordinal) && passesFilter(world, state, ordinal)) members++;
    }
    if (members === 0) return;
    this.of(state.mapping).settled.pushValue(at, number, consumer, members);
  }
}

type Fold = (fold: MetricFold, world: World, entry: JournalEntry, number: number) => void;

function listOf(lists: EventList[], number: number): EventList {
  lists[number] ??= new EventList();
  return lists[number];
}

const changed: Fold = (fold, world, { at, a: change }, number) =>
  listOf(fold.changes, world.changes.table.get(change)).push(at, number, change);

/** A record of a shard: each mapping that reads there owns it, or its filters let it pass by. */
function appended(
  fold: MetricFold,
  world: World,
  { at, b: shard, c: ordinal }: JournalEntry,
  number: number,
): void {
  const { kind, stream } = world.state.shards[shard]!;
  world.state.mappings.forEach((mapping, i) => {
    if (mapping.sourceKind !== kind || mapping.stream !== stream) return;
    const reader = mapping.consumers
      .map((consumer) => world.state.consumers[consumer]!)
      .find((consumer) => consumer.shard === shard);
    if (reader !== undefined && ordinal < reader.begins) return;
    if (reader !== undefined && !passesFilter(world, reader, ordinal)) return;
    fold.of(i).owned.push(at, number, ordinal);
  });
}

function arrived(fold: MetricFold, world: World, entry: JournalEntry, number: number): void {
  const { at, a: effect, c: change } = entry;
  if (isOfRequest(world, effect)) return;
  const series = fold.ofConsumer(world, consumerOfEffect(world, effect));
  if (!series.isFirst(change)) return;
  series.latency.pushValue(at, number, change, at - world.changes.at.get(change));
}

function ended(fold: MetricFold, world: World, entry: JournalEntry, number: number): void {
  const { at, a: invocation, b: consumer, kind } = entry;
  const { invocations, state } = world;
  const series = fold.ofConsumer(world, consumer);
  const begun = invocations.sentAt.get(invocation) + invokeTransit(world, consumer, invocation);
  series.busy.pushValue(at, number, invocation, at - begun);
  if (kind !== Entry.invocationSucceeded) return;
  const { mapping, shard } = state.consumers[consumer]!;
  const from = invocations.from.get(invocation);
  const to = invocations.to.get(invocation);
  if (state.functions[state.mappings[mapping]!.function]!.settings.effects.length === 0) {
    for (let ordinal = from; ordinal < to; ordinal++) {
      const change = changeOf(world, shard, ordinal);
      if (series.isFirst(change)) {
        series.latency.pushValue(at, number, change, at - world.changes.at.get(change));
      }
    }
  }
  fold.done(world, consumer, to, at, number);
}

const requestEnded: Fold = (fold, _, { at, a: request, b: fn }, number) => {
  const started = listOf(fold.requests, fn);
  for (let place = started.length - 1; place >= 0; place--) {
    if (started.ref(place) !== request) continue;
    listOf(fold.requestsBusy, fn).pushValue(at, number, request, at - started.at(place));
    return;
  }
};

const givenUp: Fold = (fold, world, { at, a: consumer, c: to }, number) =>
  fold.done(world, consumer, to, at, number);

const folds: Partial<Record<number, Fold>> = {
  [Entry.itemPut]: changed,
  [Entry.itemUpdated]: changed,
  [Entry.itemDeleted]: changed,
  [Entry.itemExpired]: changed,
  [Entry.streamRecordAppended]: appended,
  [Entry.kinesisRecordAppended]: appended,
  [Entry.batchSent]: (fold, world, { at, a: invocation, b: consumer }, number) =>
    fold.done(world, consumer, world.invocations.from.get(invocation), at, number),
  [Entry.invocationStarted]: (fold, world, { at, a: invocation, b: consumer }, number) =>
    fold.ofConsumer(world, consumer).started.push(at, number, invocation),
  [Entry.invocationSucceeded]: ended,
  [Entry.invocationFailed]: ended,
  [Entry.recordsDiscarded]: givenUp,
  [Entry.recordsExpired]: givenUp,
  [Entry.effectCompleted]: arrived,
  [Entry.requestStarted]: (fold, _, { at, a: request, b: fn }, number) =>
    listOf(fold.requests, fn).push(at, number, request),
  [Entry.requestSucceeded]: requestEnded,
  [Entry.requestFailed]: requestEnded,
  [Entry.pageScanned]: (fold, _, { at, a: poller, c: page, d: items }, number) =>
    listOf(fold.pages, poller).pushValue(at, number, page, items),
};
