/** What would have had to be different for an entry of the journal not to stand there, by its kind. */
import { DiscardReason, Entry, FailureReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { retentionMs } from '../caption/trouble.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { heldUp } from './causes.ts';
import { isFurtherBack } from './lookBack.ts';
import { mappingOf, unlessMissed } from './otherwise.ts';
import { always, type Unless } from './unless.ts';
import { unlessInvoked } from './unlessInvoked.ts';
import { unlessSetUp } from './unlessSetUp.ts';

/** A batch and its attempt, where the operands are an invocation and its consumer. */
const unlessSent: Unless = (world, { a: invocation, b: consumer }) => {
  const mapping = mappingOf(world, consumer);
  const attempt = world.invocations.attempt.get(invocation);
  if (attempt > 1) {
    return [
      words.noneAfter(attempt - 1),
      ...(mapping.maximumRetryAttempts < 0 ? [words.fewerAttempts(attempt - 2)] : []),
    ];
  }
  return [
    mapping.windowUs > 0
      ? words.sentSooner(mapping.windowUs / 1_000_000, mapping.batchSize)
      : words.withWindow,
  ];
};

const unlessFailed: Unless = (world, { b: consumer, c: reason }) => {
  const fn = readerName(world, consumer);
  const mapping = mappingOf(world, consumer);
  const byReason: Record<number, string> = {
    [FailureReason.error]: words.returned(fn),
    [FailureReason.poison]: words.noPoison,
    [FailureReason.timeout]: words.longerTimeout(fn),
    [FailureReason.crash]: words.noCrash(fn),
    [FailureReason.effect]: words.targetTook,
    [FailureReason.partial]: words.reportedNone,
    [FailureReason.throttle]: words.moreConcurrency,
    [FailureReason.deleted]: words.stillThere(fn),
  };
  const canSplit = reason === FailureReason.poison && !mapping.bisect;
  return [byReason[reason] ?? words.noFault, ...(canSplit ? [words.bisect] : [])];
};

const unlessRetried: Unless = (world, { a: consumer, b: attempt }) => [
  words.noneAfter(attempt),
  ...(mappingOf(world, consumer).maximumRetryAttempts < 0 ? [words.mostAttempts] : []),
];

/** Records that were given up, or fell off before they succeeded. */
const unlessLost: Unless = (world, { kind, a: consumer, d: reason }, number) => {
  const mapping = mappingOf(world, consumer);
  if (kind !== Entry.recordsDiscarded) {
    const { shard } = world.state.consumers[consumer]!;
    const hours = retentionMs(world, shard) / 3_600_000;
    const [held] = heldUp(world, number, consumer);
    if (held === undefined || isFurtherBack(held)) return [words.sooner(hours)];
    const isOff = world.journal.kindOf(held) === Entry.mappingDisabled;
    const whatHeld = isOff ? words.stayedOn : words.healthy(readerName(world, consumer));
    return [words.sooner(hours), whatHeld];
  }
  return reason === DiscardReason.recordAgeExceeded
    ? [words.longerAge(mapping.maximumRecordAgeMs)]
    : [words.moreAttempts(mapping.maximumRetryAttempts)];
};

const written = always(() => words.unwritten);
const scanned = always((world, { a }) => words.otherInterval(world.definition.pollers[a]!.everyMs));
const served = always(() => words.moreUnits);

const UNLESS: Partial<Record<number, Unless>> = {
  [Entry.commandGiven]: always(() => words.noCommand),
  [Entry.itemPut]: written,
  [Entry.itemUpdated]: written,
  [Entry.itemDeleted]: written,
  [Entry.itemExpired]: always(() => words.livesLonger),
  [Entry.noOpWritten]: always(() => words.differs),
  [Entry.conditionFailed]: always(() => words.conditionHeld),
  [Entry.writeThrottled]: served,
  [Entry.readThrottled]: served,
  [Entry.pageThrottled]: served,
  [Entry.streamRecordAppended]: always(() => words.noWrite),
  [Entry.recordsTrimmed]: always((world, { a }) =>
    words.fallsOff(retentionMs(world, a) / 3_600_000),
  ),
  [Entry.shardOpened]: always((world, { a: shard, b: parent }) =>
    parent >= 0
      ? words.parentOpen
      : world.state.shards[shard]!.kind === 'KinesisStream'
        ? words.fewerShards
        : words.noStream,
  ),
  [Entry.consumerStarted]: always(() => words.mappingOff),
  [Entry.changeSentToKinesis]: always((_, { c }) => (c > 0 ? words.copies : words.noDestination)),
  [Entry.kinesisRecordAppended]: always((world, { a }) =>
    world.kinesisRecords.copy.get(a) > 0 ? words.copies : words.noDestination,
  ),
  [Entry.batchSent]: unlessSent,
  [Entry.invocationStarted]: unlessSent,
  [Entry.invocationSucceeded]: always(() => words.cameAgain),
  [Entry.invocationFailed]: unlessFailed,
  [Entry.invocationThrottled]: always(() => words.moreConcurrency),
  [Entry.retryScheduled]: unlessRetried,
  [Entry.batchBisected]: always(() => words.unsplit),
  [Entry.recordsDiscarded]: unlessLost,
  [Entry.recordsExpired]: unlessLost,
  [Entry.effectFailed]: always(() => words.targetTook),
  [Entry.faultStarted]: always(() => words.noIntervention),
  [Entry.faultEnded]: always(() => words.faultGoesOn),
  [Entry.pollStarted]: scanned,
  [Entry.pollEnded]: scanned,
  [Entry.imageReturned]: always((_, { d }) => (d > 0 ? words.asksForNew : words.writtenAgain)),
  [Entry.changeMissed]: (world, _, number) => unlessMissed(world, number),
  ...unlessInvoked,
  ...unlessSetUp,
};

/** Sentences for an entry, of which there is at least one wherever a chain of causes leads to it. */
export function unlessHappened(world: World, number: number): string[] {
  const entry = world.journal.read(number);
  return UNLESS[entry.kind]?.(world, entry, number) ?? [];
}
