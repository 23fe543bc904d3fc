/** A record's life from its write to every effect, read from the journal, and what comes next. */
import {
  DiscardReason,
  Entry,
  type JournalEntry,
  MissReason,
} from '../../engine/kernel/journal.ts';
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { sequenceNumberOf } from '../../engine/streams/record.ts';
import { Settled, type World } from '../../engine/world.ts';
import { retentionMs } from '../caption/trouble.ts';
import { effectDefinition } from '../effectSteps.ts';
import { labelOfChange, markOf } from '../scene/marks.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { failureName, readerName } from '../sentences/consumerSentences.ts';
import { differenceText } from '../sentences/entrySentences.ts';
import { isFailing, standingOf } from '../standing.ts';
import { entriesIn, stretchesAfter } from '../why/stretches.ts';
import { effectWords } from '../words/effectWords.ts';
import { logWords } from '../words/logWords.ts';
import { storyWords } from '../words/storyWords.ts';
import type { StoryStep } from './inspection.ts';
import { transactionSteps } from './transactionStory.ts';

/** Entries that are read for a story: it is told anew with every picture. *Why?* reads more. */
const MOST_ENTRIES = 120_000;
/** Steps that are told; of more, the middle is left out. */
const MOST_STEPS = 40;

interface Teller {
  world: World;
  change: number;
  writtenAt: number;
  /** Shard to ordinal: where the record is. */
  places: Map<number, number>;
  steps: Told[];
}

export function recordStory(world: World, change: number): StoryStep[] {
  const { changes, journal } = world;
  const shard = changes.shard.get(change);
  const teller: Teller = {
    world,
    change,
    writtenAt: changes.at.get(change),
    places: shard < 0 ? new Map() : new Map([[shard, changes.ordinal.get(change)]]),
    steps: [],
  };
  const read = stretchesAfter(world, change, MOST_ENTRIES);
  for (const entry of entriesIn(read)) {
    const tell = tellers[journal.kindOf(entry)];
    if (!tell) continue;
    const step = tell(teller, journal.read(entry));
    if (step) teller.steps.push(step);
  }
  const told = withTransaction(world, change, gatherAttempts(teller.steps));
  const unread = read.readUntil === null ? [] : [notReadFrom(read.readUntil)];
  return [...withoutTheMiddle(told), ...unread, ...whatComesNext(teller)].map(
    ({ at, text, detail, tone }) => ({
      at,
      text,
      detail,
      tone,
    }),
  );
}

function withoutTheMiddle(told: readonly Told[]): readonly Told[] {
  const left = told.length - MOST_STEPS;
  if (left <= 0) return told;
  const { at } = told[MOST_STEPS / 2]!;
  const [text, detail] = [storyWords.leftOut(left), storyWords.leftOutDetail];
  const gap: Told = { at, text, detail, tone: 'next' };
  return [...told.slice(0, MOST_STEPS / 2), gap, ...told.slice(-MOST_STEPS / 2)];
}

const notReadFrom = (at: number): Told => ({
  at,
  text: storyWords.readUntil,
  detail: storyWords.readUntilDetail,
  tone: 'next',
});

/** What is said of the transaction follows the write. */
function withTransaction(world: World, change: number, told: readonly Told[]): Told[] {
  const [write, ...later] = told;
  const parts = transactionSteps(world, change);
  return write === undefined ? parts : [write, ...parts, ...later];
}

type Told = StoryStep & { attempt?: number; failed?: boolean };

const tellers: Partial<Record<number, (teller: Teller, entry: JournalEntry) => Told | null>> = {
  [Entry.itemPut]: (teller, entry) => tellWrite(teller, entry),
  [Entry.itemUpdated]: (teller, entry) => tellWrite(teller, entry),
  [Entry.itemDeleted]: (teller, entry) => tellWrite(teller, entry),
  [Entry.itemExpired]: (teller, entry) => tellWrite(teller, entry),
  [Entry.streamRecordAppended]: ({ world, change }, { at, a, b: shard }) => {
    if (a !== change) return null;
    const sequenceNumber = sequenceNumberOf(world, change);
    const detail = storyWords.inStreamDetail(shardLabel(world, shard), sequenceNumber);
    return { at, text: storyWords.inStream, detail, tone: 'plain' };
  },
  [Entry.kinesisRecordAppended]: (teller, { at, b: shard, c: ordinal, d: change, a: record }) => {
    if (change !== teller.change) return null;
    teller.places.set(shard, ordinal);
    const { world } = teller;
    const again = world.kinesisRecords.copy.get(record) > 0;
    const detail = `${shardLabel(world, shard)}, ${storyWords.later((at - teller.writtenAt) / 1_000)}`;
    const text = again ? storyWords.inKinesisAgain : storyWords.inKinesis;
    return { at, text, detail, tone: again ? 'behind' : 'plain' };
  },
  [Entry.invocationStarted]: (teller, { at, a: invocation, b: consumer }) => {
    if (!holds(teller, invocation, consumer)) return null;
    const { invocations } = teller.world;
    const others = invocations.to.get(invocation) - invocations.from.get(invocation) - 1;
    const attempt = invocations.attempt.get(invocation);
    const detail = storyWords.polledDetail(readerName(teller.world, consumer), others);
    return { at, text: storyWords.polled(attempt), detail, tone: 'plain', attempt };
  },
  [Entry.invocationFailed]: (teller, { at, a: invocation, b: consumer, c: reason, d: blame }) => {
    if (!holds(teller, invocation, consumer)) return null;
    const attempt = teller.world.invocations.attempt.get(invocation);
    const detail = failureText(teller, reason, blame);
    return { at, text: storyWords.failed(attempt), detail, tone: 'bad', attempt, failed: true };
  },
  [Entry.invocationSucceeded]: (teller, { at, a: invocation, b: consumer }) => {
    if (!holds(teller, invocation, consumer)) return null;
    const fn = readerName(teller.world, consumer);
    const detail = `${fn}, ${storyWords.after((at - teller.writtenAt) / 1_000)}`;
    return { at, text: storyWords.processed, detail, tone: 'good' };
  },
  [Entry.recordsDiscarded]: (teller, { at, a: consumer, b: from, c: to, d: reason }) => {
    if (!isBetween(teller, consumer, from, to)) return null;
    const detail =
      reason === DiscardReason.recordAgeExceeded
        ? storyWords.givenUpByAge
        : storyWords.givenUpByAttempts;
    return { at, text: storyWords.givenUp, detail, tone: 'bad' };
  },
  [Entry.recordsExpired]: (teller, { at, a: consumer, b: from, c: to }) => {
    if (!isBetween(teller, consumer, from, to)) return null;
    const detail = storyWords.expiredDetail(readerName(teller.world, consumer));
    return { at, text: storyWords.expired, detail, tone: 'bad' };
  },
  [Entry.effectCompleted]: (teller, { at, a: effect, b: target, c: change, d: outcome }) => {
    if (change !== teller.change) return null;
    const { world } = teller;
    const { do: kind } = effectDefinition(world, effect);
    const text = storyWords.effect(effectWords.thing(kind), effectWords.done(kind, outcome));
    const after = storyWords.after((at - teller.writtenAt) / 1_000);
    const detail = `${world.state.targets[target]!.name}, ${after}`;
    return { at, text, detail, tone: effectWords.repeatHurts(kind, outcome) ? 'bad' : 'good' };
  },
  [Entry.effectFailed]: (teller, { at, a: effect, b: target, c: change }) => {
    if (change !== teller.change) return null;
    const { world } = teller;
    const thing = effectWords.thing(effectDefinition(world, effect).do);
    const text = storyWords.effect(thing, effectWords.failed);
    return { at, text, detail: world.state.targets[target]!.name, tone: 'bad' };
  },
  [Entry.imageReturned]: (teller, { at, a: poller, c: change, d: again }) => {
    if (change !== teller.change) return null;
    const text = again > 0 ? storyWords.seenAgain : storyWords.seenByScan;
    const after = storyWords.after((at - teller.writtenAt) / 1_000);
    return {
      at,
      text,
      detail: `${teller.world.state.pollers[poller]!.id}, ${after}`,
      tone: 'plain',
    };
  },
  [Entry.changeMissed]: (teller, { at, c: change, d: reason }) => {
    if (change !== teller.change) return null;
    const name = Object.entries(MissReason).find(([, value]) => value === reason)![0];
    return { at, text: storyWords.missedByScan, detail: logWords.missReasons[name]!, tone: 'bad' };
  },
};

function tellWrite({ world, change }: Teller, { at, a }: JournalEntry): StoryStep | null {
  if (a !== change) return null;
  const kind = world.changes.kind.get(change);
  const text = kind === 1 ? storyWords.put : kind === 2 ? storyWords.updated : storyWords.deleted;
  const detail =
    kind === 2
      ? differenceText(world, change).replace(/^: /, '')
      : markOf(world, change, 'read').byTimeToLive
        ? storyWords.byTimeToLive
        : '';
  return { at, text, detail, tone: 'plain' };
}

/** Whether an invocation's batch holds the record. */
function holds({ world, places }: Teller, invocation: number, consumer: number): boolean {
  const ordinal = places.get(world.state.consumers[consumer]!.shard);
  if (ordinal === undefined) return false;
  const { from, to } = world.invocations;
  if (ordinal < from.get(invocation) || ordinal >= to.get(invocation)) return false;
  return isInLane(world, world.state.consumers[consumer]!, ordinal);
}

function isBetween({ world, places }: Teller, consumer: number, from: number, to: number): boolean {
  const ordinal = places.get(world.state.consumers[consumer]!.shard);
  if (ordinal === undefined || ordinal < from || ordinal >= to) return false;
  return isInLane(world, world.state.consumers[consumer]!, ordinal);
}

function failureText({ world, change }: Teller, reason: number, blame: number): string {
  const name = failureName(reason);
  if (name === 'poison' && blame >= 0 && blame !== change) {
    return storyWords.poisonOfAnother(labelOfChange(world, blame));
  }
  return storyWords.reasons[name]!;
}

const FIRST_TOLD = 2;

/** Of a long row of failed attempts the first two and the last are told one by one. */
function gatherAttempts(steps: readonly Told[]): Told[] {
  const failed = steps.flatMap(({ failed, attempt }) => (failed ? [attempt!] : []));
  if (failed.length <= FIRST_TOLD + 2) return [...steps];
  const from = failed[FIRST_TOLD]!;
  const to = failed.at(-1)! - 1;
  const isGathered = ({ attempt }: Told) =>
    attempt !== undefined && attempt >= from && attempt <= to;
  const first = steps.find((step) => isGathered(step) && step.failed);
  return steps.flatMap((step) => {
    if (step === first) return [{ ...step, text: storyWords.attemptsFailed(from, to) }];
    return isGathered(step) ? [] : [step];
  });
}

/** Consumers of the shards that hold the record. */
function readersOf({ world, places }: Teller): number[] {
  return world.state.consumers.flatMap((consumer, number) => {
    const ordinal = places.get(consumer.shard);
    return ordinal !== undefined && isInLane(world, consumer, ordinal) ? [number] : [];
  });
}

function whatComesNext(teller: Teller): Told[] {
  const { world, change, places } = teller;
  const next: Told[] = [];
  let isPending = false;
  for (const consumer of readersOf(teller)) {
    const standing = standingOf(world, consumer);
    if ((world.deliveries[standing.mapping]!.get(change) & 7) !== Settled.pending) continue;
    isPending = true;
    const ordinal = places.get(standing.shard)!;
    const { checkpoint, to } = world.state.consumers[consumer]!;
    const at = standing.nextAttemptAt;
    if (isFailing(standing) && standing.phase === 'backingOff' && ordinal < to) {
      const text = storyWords.nextAttempt(standing.failedAttempts + 1);
      const detail = storyWords.nextAttemptDetail((at - world.now) / 1_000);
      next.push({ at, text, detail, tone: 'next' });
    } else if (standing.phase !== 'invoking' || ordinal >= to) {
      const text = storyWords.readsOn(readerName(world, consumer));
      const detail = storyWords.waitsBehind(Math.max(0, ordinal - checkpoint));
      next.push({ at: world.now, text, detail, tone: 'next' });
    }
  }
  const shard = world.changes.shard.get(change);
  if (!isPending || shard < 0) return next;
  const behind = world.state.shards[shard]!.count - world.changes.ordinal.get(change) - 1;
  const at = teller.writtenAt + retentionMs(world, shard) * 1_000;
  next.push({
    at,
    text: storyWords.expires,
    detail: storyWords.expiresDetail(behind),
    tone: 'next',
  });
  return next;
}
