/**
 * What an entry of the journal came of. The journal names one cause where one event made another at
 * once; what lies further apart (a retry and the failure before it, a record and its batch) is found by
 * what the entries are about.
 */
import { Entry, FailureReason, MissReason } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { RequestOrigin, type World } from '../../engine/world.ts';
import { alarmCauses } from './alarmCauses.ts';
import { type Causes, faultAt, faultBehind, firstSince, lastBefore } from './lookBack.ts';
import { requestCauses, requestStarted } from './requestCauses.ts';
import { setupCauses } from './setupCauses.ts';

const started = (world: World, before: number, invocation: number): number[] =>
  lastBefore(
    world,
    before,
    ({ kind, a }) => kind === Entry.invocationStarted && a === invocation,
    world.invocations.sentAt.get(invocation),
  );

/** Where an invocation began; below zero, -1 - the number of a request. */
const begun = (world: World, before: number, invocation: number): number[] =>
  invocation < 0
    ? requestStarted(world, before, -1 - invocation)
    : started(world, before, invocation);

/** Whether an effect's completion is one more for the same change: the journal holds an earlier one. */
export function isOneMore(world: World, number: number): boolean {
  const { a: effect, c: change } = world.journal.read(number);
  const { step } = world.effects;
  const earlier = lastBefore(
    world,
    number,
    ({ kind, a, c }) =>
      kind === Entry.effectCompleted && c === change && step.get(a) === step.get(effect),
    world.changes.at.get(change),
  );
  return earlier.length > 0;
}

/** The failure that a consumer's retry comes of. */
const failedBefore = (world: World, before: number, consumer: number): number[] =>
  lastBefore(world, before, ({ kind, b }) => kind === Entry.invocationFailed && b === consumer);

/** Why a consumer came no further: its failure, or that its mapping was disabled; none where it was too slow. */
export function heldUp(world: World, before: number, consumer: number): number[] {
  const { mapping } = world.state.consumers[consumer]!;
  return lastBefore(world, before, ({ kind, a, b }) =>
    kind === Entry.mappingDisabled
      ? a === mapping
      : (kind === Entry.invocationFailed || kind === Entry.invocationSucceeded) && b === consumer,
  ).filter((entry) => world.journal.kindOf(entry) !== Entry.invocationSucceeded);
}

/** Where a change entered its stream; none where it entered none. */
export function arrivalOf(world: World, before: number, change: number): number[] {
  return firstSince(
    world,
    world.changes.at.get(change),
    ({ at, kind, a }) =>
      (kind === Entry.streamRecordAppended && a === change) || at > world.changes.at.get(change),
  ).filter((entry) => entry < before && world.journal.kindOf(entry) === Entry.streamRecordAppended);
}

/** What made an invocation fail: the call that was refused, or the fault that was on when it began. */
function behindFailure(world: World, before: number, consumer: number, begun: number): number[] {
  const { c: reason, d: blame } = world.journal.read(before);
  if (reason === FailureReason.effect) {
    return lastBefore(world, before, ({ kind }) => kind === Entry.effectFailed);
  }
  const { mapping } = world.state.consumers[consumer]!;
  return faultBehind(world, begun, world.state.mappings[mapping]!.function, reason, blame);
}

/** How a pipe's enrichment ended that its invocation waited for. */
const enrichmentOf = (world: World, before: number, invocation: number): number[] =>
  lastBefore(
    world,
    before,
    ({ kind, a }) =>
      (kind === Entry.requestFailed || kind === Entry.requestThrottled) &&
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
  return firstSince(
    world,
    kinesisRecords.at.get(row),
    ({ kind, a }) => kind === Entry.kinesisRecordAppended && a === row,
  );
}

/** What an image's successor or end is: the write that came over it. */
function overwriteOf(world: World, before: number, change: number): number[] {
  const version = world.changes.newVersion.get(change);
  return lastBefore(
    world,
    before,
    ({ kind, a }) => {
      const isWrite =
        kind === Entry.itemPut || kind === Entry.itemUpdated || kind === Entry.itemDeleted;
      return isWrite && world.changes.oldVersion.get(a) === version;
    },
    world.changes.at.get(change),
  );
}

const ofWrite = (world: World, before: number, change: number): number[] =>
  lastBefore(
    world,
    before,
    ({ kind, a }) => COMMITS.has(kind) && a === change,
    world.changes.at.get(change),
  );

/** Changes as they are committed; the first operand is the change. */
export const COMMITS: ReadonlySet<number> = new Set([
  Entry.itemPut,
  Entry.itemUpdated,
  Entry.itemDeleted,
  Entry.itemExpired,
]);

const causesByKind: Partial<Record<number, Causes>> = {
  [Entry.effectSent]: (world, { a: effect }, number) => {
    return begun(world, number, world.effects.invocation.get(effect));
  },
  [Entry.batchSent]: (world, { b: consumer, c: retry }, number, change) =>
    retry > 0 ? failedBefore(world, number, consumer) : arrivalInBatch(world, number, change),
  [Entry.invocationSucceeded]: (world, { a }, number) => started(world, number, a),
  [Entry.invocationFailed]: (world, { a, b: consumer }, number) => {
    const from = started(world, number, a);
    const broken = behindFailure(world, number, consumer, from[0] ?? number);
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
      ({ kind, a }) => kind === Entry.changeSentToKinesis && a === change,
      world.changes.at.get(change),
    ),
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
  [Entry.pageThrottled]: (world, { a }, number) => pollOf(world, number, a),
  [Entry.faultEnded]: (world, { a: fault }, number) =>
    lastBefore(world, number, ({ kind, a }) => kind === Entry.faultStarted && a === fault),
  [Entry.markerWritten]: (world, { b: invocation }, number) => begun(world, number, invocation),
  [Entry.markerFound]: (world, { b: invocation, d: written }, number) => [
    written,
    ...begun(world, number, invocation),
  ],
  [Entry.windowClosed]: (world, { b: invocation }, number) =>
    lastBefore(world, number, ({ kind, a }) => ENDS.has(kind) && a === invocation),
  ...requestCauses,
  ...setupCauses,
  ...alarmCauses,
};

const ENDS: ReadonlySet<number> = new Set([Entry.invocationSucceeded, Entry.invocationFailed]);

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
  return [...named, ...found].filter((cause) => cause >= 0 && cause < number);
}
