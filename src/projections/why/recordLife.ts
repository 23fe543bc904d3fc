/** The life of one record as steps from somebody to somebody, from the write to every effect. [V81] in SPEC.md. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { changeKindName, RequestOrigin, type World } from '../../engine/world.ts';
import { effectDefinition, functionOfEffect } from '../effectSteps.ts';
import { labelOfChange } from '../scene/marks.ts';
import { failureName } from '../sentences/consumerSentences.ts';
import { effectWords } from '../words/effectWords.ts';
import { lifeWords as words } from '../words/lifeWords.ts';
import { storyWords } from '../words/storyWords.ts';
import {
  functionParty,
  type Party,
  pollerParty,
  readerOf,
  shardOf,
  shardParty,
  tableOf,
  targetParty,
  writer,
} from './parties.ts';
import { entriesIn, type Stretches, stretchesAfter } from './stretches.ts';
import { ENTRIES_READ } from './whyAnswer.ts';

export interface LifeStep {
  at: number;
  /** The same party twice where something happens within one. */
  from: Party;
  to: Party;
  text: string;
  /** Something went wrong. */
  isBad: boolean;
}

type Tell = (world: World, entry: JournalEntry, change: number) => Omit<LifeStep, 'at'> | null;

const step = (from: Party, to: Party, text: string, isBad = false) => ({ from, to, text, isBad });

const tellWrite: Tell = (world, { a }, change) => {
  if (a !== change) return null;
  const kind = changeKindName(world.changes.kind.get(change));
  return step(writer(), tableOf(world, change), words.write(kind, labelOfChange(world, change)));
};

const tellers: Partial<Record<number, Tell>> = {
  [Entry.itemPut]: tellWrite,
  [Entry.itemUpdated]: tellWrite,
  [Entry.itemDeleted]: tellWrite,
  [Entry.itemExpired]: (world, { a }, change) =>
    a === change ? step(tableOf(world, change), tableOf(world, change), words.expired) : null,
  [Entry.streamRecordAppended]: (world, { a, b: shard }, change) => {
    const kind = changeKindName(world.changes.kind.get(change));
    return a === change
      ? step(tableOf(world, change), shardParty(world, shard), words.record(kind))
      : null;
  },
  [Entry.kinesisRecordAppended]: (world, { a: record, b: shard, d }, change) => {
    if (d !== change) return null;
    const isCopy = world.kinesisRecords.copy.get(record) > 0;
    const text = isCopy ? words.copyAgain : words.copy;
    return step(tableOf(world, change), shardParty(world, shard), text, isCopy);
  },
  [Entry.invocationStarted]: (world, { a, b }, change) => {
    if (!isInBatch(world, a, b, change)) return null;
    const { from, to, attempt } = world.invocations;
    const text = words.batch(to.get(a) - from.get(a), attempt.get(a));
    return step(shardOf(world, b), readerOf(world, b), text);
  },
  [Entry.invocationFailed]: (world, { a, b, c: reason }, change) => {
    if (!isInBatch(world, a, b, change)) return null;
    const why = storyWords.reasons[failureName(reason)] ?? failureName(reason);
    return step(readerOf(world, b), shardOf(world, b), words.failed(why), true);
  },
  [Entry.invocationSucceeded]: (world, { a, b }, change) =>
    isInBatch(world, a, b, change) ? step(readerOf(world, b), shardOf(world, b), words.done) : null,
  [Entry.effectCompleted]: (world, { a: effect, b: target, c, d: outcome }, change) => {
    if (c !== change) return null;
    const { do: kind } = effectDefinition(world, effect);
    const text = `${effectWords.thing(kind)} ${effectWords.done(kind, outcome)}`;
    const fn = functionParty(world, functionOfEffect(world, effect));
    return step(fn, targetParty(world, target), text, effectWords.repeatHurts(kind, outcome));
  },
  [Entry.effectFailed]: (world, { a: effect, b: target, c }, change) => {
    if (c !== change) return null;
    const text = words.refused(effectWords.thing(effectDefinition(world, effect).do));
    const fn = functionParty(world, functionOfEffect(world, effect));
    return step(fn, targetParty(world, target), text, true);
  },
  [Entry.eventRouted]: (world, { a: rule, b: effect, c: target, d: fn }, change) => {
    if (world.effects.change.get(effect) !== change) return null;
    const bus = targetParty(world, world.effects.target.get(effect));
    const to = target < 0 ? functionParty(world, fn) : targetParty(world, target);
    return step(bus, to, words.routed(world.definition.eventRules![rule]!.name));
  },
  [Entry.requestFailed]: (world, { a: request, b: fn, c: reason }, change) => {
    if (changeOfRequest(world, request) !== change) return null;
    const why = storyWords.reasons[failureName(reason)] ?? failureName(reason);
    const party = functionParty(world, fn);
    return step(party, party, words.failed(why), true);
  },
  [Entry.requestDropped]: (world, { a: request, b: target }, change) => {
    if (changeOfRequest(world, request) !== change) return null;
    const fn = functionParty(world, world.requests.function.get(request));
    return step(fn, target < 0 ? fn : targetParty(world, target), words.givenUp, true);
  },
  [Entry.recordsDiscarded]: (world, { a: consumer, b: from, c: to }, change) =>
    isBetween(world, consumer, from, to, change)
      ? step(readerOf(world, consumer), shardOf(world, consumer), words.givenUp, true)
      : null,
  [Entry.recordsExpired]: (world, { a: consumer, b: from, c: to }, change) =>
    isBetween(world, consumer, from, to, change)
      ? step(shardOf(world, consumer), shardOf(world, consumer), words.fellOff, true)
      : null,
  [Entry.onFailureSent]: (world, { a: row, b: target, c: consumer }, change) => {
    const { from, to } = world.onFailures;
    return isBetween(world, consumer, from.get(row), to.get(row), change)
      ? step(readerOf(world, consumer), targetParty(world, target), words.document, true)
      : null;
  },
  [Entry.imageReturned]: (world, { a: poller, c, d: again }, change) =>
    c === change
      ? step(
          tableOf(world, change),
          pollerParty(world, poller),
          again > 0 ? words.scannedAgain : words.scanned,
        )
      : null,
};

/** The steps of a change's life so far, oldest first, as far as they are to be read. */
export function recordLife(
  world: World,
  change: number,
  read: Stretches = stretchesAfter(world, change, ENTRIES_READ),
): LifeStep[] {
  const steps: LifeStep[] = [];
  for (const number of entriesIn(read)) {
    const tell = tellers[world.journal.kindOf(number)];
    if (tell === undefined) continue;
    const entry = world.journal.read(number);
    const told = tell(world, entry, change);
    if (told !== null) steps.push({ at: entry.at, ...told });
  }
  return steps;
}

/** Whether a batch holds the change. */
function isInBatch(world: World, invocation: number, consumer: number, change: number): boolean {
  const { from, to } = world.invocations;
  return isBetween(world, consumer, from.get(invocation), to.get(invocation), change);
}

/** Whether a consumer finds the change between two ordinals, in the table's stream or in a Kinesis stream. */
function isBetween(
  world: World,
  number: number,
  from: number,
  to: number,
  change: number,
): boolean {
  const consumer = world.state.consumers[number]!;
  if (world.state.shards[consumer.shard]!.kind === 'DynamoDbStream') {
    const ordinal = world.changes.ordinal.get(change);
    const isThere = world.changes.shard.get(change) === consumer.shard;
    return isThere && ordinal >= from && ordinal < to && isInLane(world, consumer, ordinal);
  }
  for (let ordinal = from; ordinal < to; ordinal++) {
    if (changeOf(world, consumer.shard, ordinal) === change) {
      return isInLane(world, consumer, ordinal);
    }
  }
  return false;
}

/** The change that a rule's event is about, or -1 where no rule sent the request. */
function changeOfRequest({ requests, effects }: World, request: number): number {
  const isOfRule = requests.origin.get(request) === RequestOrigin.rule;
  return isOfRule ? effects.change.get(requests.by.get(request)) : -1;
}
