/** What each journal entry leaves in the timeline's lanes. */
import {
  EffectOutcome,
  Entry,
  FailureReason,
  type JournalEntry,
} from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { timelineWords } from '../words/timelineWords.ts';
import { BarOutcome, Lane, type LaneEvent, type LaneKind } from './lane.ts';

type Fold = (lanes: Lanes, world: World, entry: JournalEntry, number: number) => void;

/** Readers have no lanes of their own here: theirs are parts of their mapping's. */
type FoldedKind = Exclude<LaneKind, 'reader'>;

/** Every lane that anything has happened in, by kind and number. */
export class Lanes {
  private readonly byKind: Record<FoldedKind, Lane[]> = {
    lab: [],
    shard: [],
    mapping: [],
    target: [],
    poller: [],
  };

  /** In the order in which they stand below each other. */
  all(): Lane[] {
    const { lab, shard, mapping, target, poller } = this.byKind;
    return [lab, shard, mapping, target, poller].flatMap((lanes) => lanes.filter(Boolean));
  }

  of(world: World, kind: FoldedKind, number: number): Lane {
    const lanes = this.byKind[kind];
    lanes[number] ??= newLane(world, kind, number);
    return lanes[number];
  }

  /** Lanes for all there is, so that what is idle has a lane too. */
  complete(world: World): void {
    const { state } = world;
    state.shards.forEach((_, shard) => {
      this.of(world, 'shard', shard);
    });
    state.mappings.forEach((_, mapping) => {
      this.of(world, 'mapping', mapping);
    });
    state.targets.forEach((_, target) => {
      this.of(world, 'target', target);
    });
    state.pollers.forEach((_, poller) => {
      this.of(world, 'poller', poller);
    });
  }

  /** Forgets what entries from this one on have said; lanes born since are gone. @param at its instant. */
  cut(entry: number, at: number): void {
    for (const lanes of Object.values(this.byKind)) {
      lanes.forEach((lane, number) => {
        if (lane.from > 0 && lane.from >= at) delete lanes[number];
        else lane.cut(entry);
      });
    }
  }
}

function newLane(world: World, kind: FoldedKind, number: number): Lane {
  const { state, definition } = world;
  switch (kind) {
    case 'lab':
      return new Lane(kind, number, timelineWords.lanes.lab, null, 0);
    case 'shard': {
      const { openedAt, kind: of, stream } = state.shards[number]!;
      const isKinesis = of === 'KinesisStream';
      const name = isKinesis
        ? `${state.kinesisStreams[stream]!.name} ${shardLabel(world, number)}`
        : state.streams.length > 1
          ? `${state.tables[state.streams[stream]!.table]!.name} ${shardLabel(world, number)}`
          : shardLabel(world, number);
      return new Lane(kind, number, name, { kind: 'shard', shard: number }, openedAt);
    }
    case 'mapping': {
      const { function: fn } = state.mappings[number]!;
      const { name } = state.functions[fn]!;
      const isPipe = Boolean(definition.functions[fn]!.pipe);
      const label = isPipe ? timelineWords.lanes.pipe(name) : name;
      return new Lane(kind, number, label, { kind: 'mapping', mapping: number }, 0);
    }
    case 'target': {
      const { name } = state.targets[number]!;
      return new Lane(kind, number, name, { kind: 'target', target: number }, 0);
    }
    case 'poller':
      return new Lane(
        kind,
        number,
        timelineWords.lanes.poller(state.pollers[number]!.id),
        { kind: 'poller', poller: number },
        0,
      );
  }
}

const mappingLane = (lanes: Lanes, world: World, consumer: number): Lane =>
  lanes.of(world, 'mapping', world.state.consumers[consumer]!.mapping);

const inLab =
  (event: LaneEvent): Fold =>
  (lanes, world, { at, a }, number) =>
    lanes.of(world, 'lab', 0).list(event).push(at, number, a);

const given =
  (event: LaneEvent): Fold =>
  (lanes, world, { at, a: consumer, b: from, c: to }, number) =>
    mappingLane(lanes, world, consumer)
      .list(event)
      .push(at, number, to - from, consumer);

const endOfInvocation: Fold = (lanes, world, entry, number) => {
  const lane = mappingLane(lanes, world, entry.b);
  lane.endBar(entry.at, number, entry.a, outcomeOf(entry));
  if (entry.kind === Entry.invocationFailed)
    lane.list('failed').push(entry.at, number, entry.a, entry.b);
};

function outcomeOf({ kind, c: reason }: JournalEntry): number {
  if (kind === Entry.invocationSucceeded) return BarOutcome.succeeded;
  if (reason === FailureReason.partial) return BarOutcome.partial;
  return reason === FailureReason.timeout ? BarOutcome.timedOut : BarOutcome.failed;
}

const record =
  (change: 'a' | 'd'): Fold =>
  (lanes, world, entry, number) =>
    lanes.of(world, 'shard', entry.b).list('record').push(entry.at, number, entry[change]);

const EFFECT_EVENTS: Readonly<Record<number, LaneEvent>> = {
  [EffectOutcome.repeated]: 'duplicate',
  [EffectOutcome.stale]: 'stale',
};

export const laneFolds: Partial<Record<number, Fold>> = {
  [Entry.commandGiven]: inLab('command'),
  [Entry.writeThrottled]: inLab('throttled'),
  [Entry.readThrottled]: inLab('throttled'),
  [Entry.conditionFailed]: inLab('refused'),
  [Entry.callFailed]: inLab('refused'),
  [Entry.alarmChanged]: inLab('alarm'),
  [Entry.faultStarted]: (lanes, world, { at, a }, number) =>
    lanes.of(world, 'lab', 0).beginBar('fault', at, number, a),
  [Entry.faultEnded]: (lanes, world, { at, a }, number) =>
    lanes.of(world, 'lab', 0).endBar(at, number, a),
  [Entry.streamRecordAppended]: record('a'),
  [Entry.kinesisRecordAppended]: record('d'),
  [Entry.recordsTrimmed]: (lanes, world, { at, a, b, c }, number) =>
    lanes
      .of(world, 'shard', a)
      .list('expired')
      .push(at, number, c - b),
  [Entry.shardClosed]: (lanes, world, { at, a }, number) =>
    lanes.of(world, 'shard', a).list('closed').push(at, number, a),
  [Entry.batchSent]: (lanes, world, { at, a, b }, number) => {
    const { from, to, attempt } = world.invocations;
    const note = 64 * (to.get(a) - from.get(a)) + Math.min(63, attempt.get(a));
    mappingLane(lanes, world, b).beginBar('batch', at, number, a, { note, consumer: b });
  },
  [Entry.invocationSucceeded]: endOfInvocation,
  [Entry.invocationFailed]: endOfInvocation,
  [Entry.invocationThrottled]: (lanes, world, { at, a }, number) =>
    mappingLane(lanes, world, a).list('throttled').push(at, number, a, a),
  [Entry.recordsDiscarded]: given('givenUp'),
  [Entry.recordsExpired]: given('expired'),
  [Entry.effectCompleted]: (lanes, world, { at, b: target, c: change, d: outcome }, number) =>
    lanes
      .of(world, 'target', target)
      .list(EFFECT_EVENTS[outcome] ?? 'arrived')
      .push(at, number, change),
  [Entry.effectFailed]: (lanes, world, { at, b: target, c: change }, number) =>
    lanes.of(world, 'target', target).list('failed').push(at, number, change),
  [Entry.pollStarted]: (lanes, world, { at, a, b }, number) =>
    lanes.of(world, 'poller', a).beginBar('poll', at, number, b),
  [Entry.pollEnded]: (lanes, world, { at, a, b }, number) =>
    lanes.of(world, 'poller', a).endBar(at, number, b),
  [Entry.imageReturned]: (lanes, world, { at, a, c }, number) =>
    lanes.of(world, 'poller', a).list('returned').push(at, number, c),
  [Entry.changeMissed]: (lanes, world, { at, a, c }, number) =>
    lanes.of(world, 'poller', a).list('missed').push(at, number, c),
};
