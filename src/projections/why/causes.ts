/**
 * What an entry of the journal came of. The journal names one cause where one event made another at
 * once; what lies further apart (a retry and the failure before it, a record and its batch) is found by
 * what the entries are about.
 */
import {
  Entry,
  FailureReason,
  type JournalEntry,
  MissReason,
} from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { visitBackwards } from '../journalTail.ts';

/** Entries that are read back for a cause: minutes of a busy table. */
const MOST_ENTRIES = 200_000;

type Matches = (entry: JournalEntry) => boolean;
type Causes = (world: World, entry: JournalEntry, number: number, change: number) => number[];

/** The last entry before another that matches, or none. */
export function lastBefore(world: World, before: number, matches: Matches): number[] {
  const from = Math.max(0, before - MOST_ENTRIES);
  const found = visitBackwards(world, from, before, matches);
  return found < 0 ? [] : [found];
}

const started = (world: World, before: number, invocation: number): number[] =>
  lastBefore(world, before, ({ kind, a }) => kind === Entry.invocationStarted && a === invocation);

/** Whether an effect's completion is one more for the same change: the journal holds an earlier one. */
export function isOneMore(world: World, number: number): boolean {
  const { a: effect, c: change } = world.journal.read(number);
  const { step } = world.effects;
  const earlier = lastBefore(
    world,
    number,
    ({ kind, a, c }) =>
      kind === Entry.effectCompleted && c === change && step.get(a) === step.get(effect),
  );
  return earlier.length > 0;
}

/** The failure that a consumer's retry comes of. */
const failedBefore = (world: World, before: number, consumer: number): number[] =>
  lastBefore(world, before, ({ kind, b }) => kind === Entry.invocationFailed && b === consumer);

/** Where a change entered its stream, or the commit where it entered none. */
export function arrivalOf(world: World, before: number, change: number): number[] {
  return lastBefore(
    world,
    before,
    ({ kind, a }) => kind === Entry.streamRecordAppended && a === change,
  );
}

const FAULTS: Readonly<Record<number, string>> = {
  [FailureReason.error]: 'Error',
  [FailureReason.poison]: 'Poison',
  [FailureReason.crash]: 'CrashAfterEffect',
  [FailureReason.effect]: 'Unavailable',
};

/** The fault that made an invocation fail, where it was one. */
function faultBehind(world: World, before: number, reason: number): number[] {
  const wanted = FAULTS[reason];
  return lastBefore(
    world,
    before,
    ({ kind, a }) => kind === Entry.faultStarted && world.state.faults[a]!.kind === wanted,
  );
}

/** The change of a batch that is asked about, or its first where it is another's batch. */
function changeInBatch(world: World, invocation: number, consumer: number, change: number): number {
  const { from, to } = world.invocations;
  const { shard } = world.state.consumers[consumer]!;
  const ordinal = change < 0 ? -1 : world.changes.ordinal.get(change);
  const isInside = ordinal >= from.get(invocation) && ordinal < to.get(invocation);
  if (change >= 0 && world.changes.shard.get(change) === shard && isInside) return change;
  if (world.state.shards[shard]!.kind !== 'DynamoDbStream') return change;
  return from.get(invocation) < to.get(invocation)
    ? world.shardRecords[shard]!.get(from.get(invocation))
    : -1;
}

/** What an image's successor or end is: the write that came over it. */
function overwriteOf(world: World, before: number, change: number): number[] {
  const version = world.changes.newVersion.get(change);
  return lastBefore(world, before, ({ kind, a }) => {
    const isWrite =
      kind === Entry.itemPut || kind === Entry.itemUpdated || kind === Entry.itemDeleted;
    return isWrite && world.changes.oldVersion.get(a) === version;
  });
}

const ofWrite = (world: World, before: number, change: number): number[] =>
  lastBefore(world, before, ({ kind, a }) => COMMITS.has(kind) && a === change);

const COMMITS: ReadonlySet<number> = new Set([
  Entry.itemPut,
  Entry.itemUpdated,
  Entry.itemDeleted,
  Entry.itemExpired,
]);

const causesByKind: Partial<Record<number, Causes>> = {
  [Entry.effectSent]: (world, { a: effect }, number) => {
    const invocation = world.effects.invocation.get(effect);
    return invocation < 0 ? [] : started(world, number, invocation);
  },
  [Entry.batchSent]: (world, { a: invocation, b: consumer, c: retry }, number, change) =>
    retry > 0
      ? failedBefore(world, number, consumer)
      : arrivalOf(world, number, changeInBatch(world, invocation, consumer, change)),
  [Entry.invocationSucceeded]: (world, { a }, number) => started(world, number, a),
  [Entry.invocationFailed]: (world, { a, c: reason }, number) => [
    ...started(world, number, a),
    ...faultBehind(world, number, reason),
  ],
  [Entry.retryScheduled]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.batchBisected]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.recordsDiscarded]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.recordsExpired]: (world, { a }, number, change) => [
    ...failedBefore(world, number, a),
    ...(change < 0 ? [] : arrivalOf(world, number, change)),
  ],
  [Entry.invocationThrottled]: (world, _, number) =>
    lastBefore(
      world,
      number,
      ({ kind, a }) => kind === Entry.faultStarted && world.state.faults[a]!.kind === 'Throttle',
    ),
  [Entry.effectFailed]: (world, _, number) => faultBehind(world, number, FailureReason.effect),
  [Entry.kinesisRecordAppended]: (world, { d: change }, number) =>
    lastBefore(world, number, ({ kind, a }) => kind === Entry.changeSentToKinesis && a === change),
  [Entry.imageReturned]: (world, { a: poller, c: change }, number) => [
    ...pollOf(world, number, poller),
    ...ofWrite(world, number, change),
  ],
  [Entry.changeMissed]: (world, { a: poller, c: change, d: reason }, number) => [
    ...ofWrite(world, number, change),
    ...(reason === MissReason.collapsed ? overwriteOf(world, number, change) : []),
    ...pollOf(world, number, poller),
  ],
  [Entry.pollEnded]: (world, { a }, number) => pollOf(world, number, a),
};

const pollOf = (world: World, before: number, poller: number): number[] =>
  lastBefore(world, before, ({ kind, a }) => kind === Entry.pollStarted && a === poller);

/**
 * The entries that one came of.
 * @param change the change that is asked about, which a batch of many is followed along; or -1.
 */
export function causesOf(world: World, number: number, change: number): number[] {
  const entry = world.journal.read(number);
  const found = causesByKind[entry.kind]?.(world, entry, number, change) ?? [];
  const named = entry.cause < 0 || found.includes(entry.cause) ? [] : [entry.cause];
  return [...named, ...found].filter((cause) => cause < number);
}
