/**
 * What an entry of the journal came of. The journal names one cause where one event made another at
 * once; what lies further apart (a retry and the failure before it, a record and its batch) is found by
 * what the entries are about.
 */
import {
  Entry,
  type EntryKind,
  FailureReason,
  type JournalEntry,
  MissReason,
} from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { RequestOrigin, type World } from '../../engine/world.ts';
import { alarmCauses } from './alarmCauses.ts';
import {
  type Causes,
  entryAt,
  faultAt,
  faultBehind,
  firstSince,
  isFurtherBack,
  lastBefore,
  refusedCallOf,
} from './lookBack.ts';
import { requestCauses, requestStarted } from './requestCauses.ts';
import { setupCauses } from './setupCauses.ts';

const started = (world: World, invocation: number): number[] =>
  firstSince(
    world,
    world.invocations.sentAt.get(invocation),
    [Entry.invocationStarted],
    ({ a }) => a === invocation,
  );

/** Where an invocation began; below zero, -1 - the number of a request. */
const begun = (world: World, before: number, invocation: number): number[] =>
  invocation < 0 ? requestStarted(world, before, -1 - invocation) : started(world, invocation);

/** Whether an effect's completion is one more for the same change: an earlier one of the same step was completed. */
export function isOneMore({ journal, changes, effects, outcomes }: World, number: number): boolean {
  const { a: effect, c: change } = journal.read(number);
  const step = effects.step.get(effect);
  for (let row = effect - 1; row >= 0; row--) {
    if (effects.sentAt.get(row) < changes.at.get(change)) return false;
    const isSame = effects.change.get(row) === change && effects.step.get(row) === step;
    if (isSame && outcomes.effect.get(row) > 0) return true;
  }
  return false;
}

/** The last attempt of a consumer that was sent before an entry, or -1. */
function lastAttempt({ invocations, journal }: World, before: number, consumer: number): number {
  const at = before < journal.length ? journal.atOf(before) : Number.POSITIVE_INFINITY;
  let row = invocations.sentAt.length - 1;
  while (
    row >= 0 &&
    (invocations.consumer.get(row) !== consumer || invocations.sentAt.get(row) >= at)
  )
    row--;
  return row;
}

/** The failure that a consumer's retry comes of. */
export const failedBefore = (world: World, before: number, consumer: number): number[] =>
  lastBefore(world, before, [Entry.invocationFailed], ({ b }) => b === consumer);

/**
 * Why a consumer came no further: its failure, or that its mapping was disabled; none where it was too slow. A
 * mapping that has been off for a day is found from its last attempt on.
 */
export function heldUp(world: World, before: number, consumer: number): number[] {
  const { mapping } = world.state.consumers[consumer]!;
  const isDisabled = ({ kind, a }: JournalEntry) => kind === Entry.mappingDisabled && a === mapping;
  const near = lastBefore(world, before, [Entry.mappingDisabled, ...ENDS], (entry) =>
    entry.kind === Entry.mappingDisabled ? isDisabled(entry) : entry.b === consumer,
  );
  const isFar = near.some(isFurtherBack);
  const attempt = isFar ? lastAttempt(world, before, consumer) : -1;
  if (attempt >= 0) {
    const sentAt = world.invocations.sentAt.get(attempt);
    const far = firstSince(world, sentAt, [Entry.mappingDisabled], isDisabled);
    return far.length > 0 ? far : near;
  }
  return near.filter(
    (entry) => isFurtherBack(entry) || world.journal.kindOf(entry) !== Entry.invocationSucceeded,
  );
}

/** Where a change entered its stream; none where it entered none. */
export function arrivalOf(world: World, before: number, change: number): number[] {
  const isIt = ({ kind, a }: JournalEntry) => kind === Entry.streamRecordAppended && a === change;
  return entryAt(world, world.changes.at.get(change), isIt).filter((entry) => entry < before);
}

/** What made an invocation fail: its call that was refused, or the fault that was on when it began. */
function behindFailure(world: World, before: number, begun: number): number[] {
  const { a: invocation, b: consumer, c: reason, d: blame } = world.journal.read(before);
  if (reason === FailureReason.effect) return refusedCallOf(world, before, invocation);
  const { mapping } = world.state.consumers[consumer]!;
  return faultBehind(world, begun, world.state.mappings[mapping]!.function, reason, blame);
}

/** How a pipe's enrichment ended that its invocation waited for. */
const enrichmentOf = (world: World, before: number, invocation: number): number[] =>
  lastBefore(
    world,
    before,
    [Entry.requestFailed, Entry.requestThrottled],
    ({ a }) =>
      world.requests.origin.get(a) === RequestOrigin.enrichment &&
      world.requests.by.get(a) === invocation,
    world.invocations.sentAt.get(invocation),
  );

/** How the change that is asked about, or the first of a batch that does not hold it, came into its shard. */
function arrivalInBatch(world: World, before: number, change: number): number[] {
  const { a: invocation, b: consumer } = world.journal.read(before);
  const { invocations, kinesisRecords, state } = world;
  const { shard } = state.consumers[consumer]!;
  const [from, to] = [invocations.from.get(invocation), invocations.to.get(invocation)];
  if (from === to) return []; // the last of a tumbling window has no records
  let ordinal = from;
  while (ordinal < to && changeOf(world, shard, ordinal) !== change) ordinal++;
  const row = world.shardRecords[shard]!.get(ordinal < to ? ordinal : from);
  if (state.shards[shard]!.kind === 'DynamoDbStream') return arrivalOf(world, before, row);
  const isIt = ({ kind, a }: JournalEntry) => kind === Entry.kinesisRecordAppended && a === row;
  return entryAt(world, kinesisRecords.at.get(row), isIt);
}

/** What an image's successor or end is: the write that came over it. */
export function overwriteOf(world: World, before: number, change: number): number[] {
  const version = world.changes.newVersion.get(change);
  return lastBefore(
    world,
    before,
    [Entry.itemPut, Entry.itemUpdated, Entry.itemDeleted],
    ({ a }) => world.changes.oldVersion.get(a) === version,
    world.changes.at.get(change),
  );
}

/** Where a change was committed. */
export const commitOf = (world: World, change: number): number[] =>
  entryAt(
    world,
    world.changes.at.get(change),
    ({ kind, a }) => COMMITS.includes(kind) && a === change,
  );

/** Changes as they are committed; the first operand is the change. */
export const COMMITS: readonly EntryKind[] = [
  Entry.itemPut,
  Entry.itemUpdated,
  Entry.itemDeleted,
  Entry.itemExpired,
];

const causesByKind: Partial<Record<number, Causes>> = {
  [Entry.effectSent]: (world, { a: effect }, number) => {
    return begun(world, number, world.effects.invocation.get(effect));
  },
  [Entry.batchSent]: (world, { b: consumer, c: retry }, number, change) =>
    retry > 0 ? failedBefore(world, number, consumer) : arrivalInBatch(world, number, change),
  [Entry.invocationSucceeded]: (world, { a }) => started(world, a),
  [Entry.invocationFailed]: (world, { a }, number) => {
    const from = started(world, a);
    const broken = behindFailure(world, number, from[0] ?? number);
    return [...from, ...broken, ...enrichmentOf(world, number, a)];
  },
  [Entry.retryScheduled]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.batchBisected]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.recordsDiscarded]: (world, { a }, number) => failedBefore(world, number, a),
  [Entry.recordsExpired]: (world, { a: consumer, b: from }, number, change) => {
    const first =
      change < 0 ? changeOf(world, world.state.consumers[consumer]!.shard, from) : change;
    return [...arrivalOf(world, number, first), ...heldUp(world, number, consumer)];
  },
  [Entry.invocationThrottled]: (world, { a: consumer }, number) => {
    const { functions, mappings, consumers } = world.state;
    const fn = functions[mappings[consumers[consumer]!.mapping]!.function]!;
    return faultAt(world, number, fn.id, ['Throttle']);
  },
  [Entry.effectFailed]: (world, { b: target }, number) =>
    faultAt(world, number, world.state.targets[target]!.id, ['Unavailable']),
  [Entry.kinesisRecordAppended]: (world, { d: change }, number) =>
    lastBefore(
      world,
      number,
      [Entry.changeSentToKinesis],
      ({ a }) => a === change,
      world.changes.at.get(change),
    ),
  [Entry.imageReturned]: (world, { a: poller, c: change }, number) => [
    ...pollOf(world, number, poller),
    ...commitOf(world, change),
  ],
  [Entry.changeMissed]: (world, { a: poller, c: change, d: reason }, number) => [
    ...commitOf(world, change),
    ...(reason === MissReason.collapsed ? overwriteOf(world, number, change) : []),
    ...pollOf(world, number, poller),
  ],
  [Entry.pollEnded]: (world, { a }, number) => pollOf(world, number, a),
  [Entry.pageThrottled]: (world, { a }, number) => pollOf(world, number, a),
  [Entry.faultEnded]: (world, { a: fault }, number) =>
    lastBefore(world, number, [Entry.faultStarted], ({ a }) => a === fault),
  [Entry.markerWritten]: (world, { b: invocation }, number) => begun(world, number, invocation),
  [Entry.markerFound]: (world, { b: invocation, d: written }, number) => [
    written,
    ...begun(world, number, invocation),
  ],
  [Entry.windowClosed]: (world, { b: invocation }, number) =>
    lastBefore(world, number, ENDS, ({ a }) => a === invocation),
  ...requestCauses,
  ...setupCauses,
  ...alarmCauses,
};

/** How an invocation of a mapping ends. */
export const ENDS: readonly EntryKind[] = [Entry.invocationSucceeded, Entry.invocationFailed];

const pollOf = (world: World, before: number, poller: number): number[] =>
  lastBefore(world, before, [Entry.pollStarted], ({ a }) => a === poller);

/**
 * The entries that one came of, or what is further back.
 * @param change the change that is asked about, which a batch of many is followed along; or -1.
 */
export function causesOf(world: World, number: number, change: number): number[] {
  const entry = world.journal.read(number);
  const found = causesByKind[entry.kind]?.(world, entry, number, change) ?? [];
  const named = entry.cause < 0 || found.includes(entry.cause) ? [] : [entry.cause];
  return [...named, ...found].filter((cause) => cause < number);
}
