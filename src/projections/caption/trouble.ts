/** Captions of what goes wrong: loss, blocked shards, repeats, falling behind, a scan's misses. */
import { DiscardReason, Entry, FailureReason } from '../../engine/kernel/journal.ts';
import { STREAM_RETENTION } from '../../engine/limits.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition, functionOfEffect } from '../effectSteps.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { Caption, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { failureName, readerName } from '../sentences/consumerSentences.ts';
import { countPoll, missedParts } from '../sentences/pollSentences.ts';
import { isBehind, isFailing, type Standing } from '../standing.ts';
import { captionWords } from '../words/captionWords.ts';
import { effectWords } from '../words/effectWords.ts';
import type { Recent } from './recent.ts';

/** How long a shard keeps a record, ms. */
export function retentionMs(world: World, shard: number): number {
  const { kind, stream } = world.state.shards[shard]!;
  const us =
    kind === 'DynamoDbStream' ? STREAM_RETENTION : world.state.kinesisStreams[stream]!.retentionUs;
  return us / 1_000;
}

export function lossCaption(world: World, { loss }: Recent): Caption | null {
  if (!loss) return null;
  const { kind, a: consumer, b: from, c: to, d: reason } = loss.entry;
  const { shard } = world.state.consumers[consumer]!;
  const fn = readerName(world, consumer);
  const label = shardLabel(world, shard);
  const about = { kind: 'shard', shard } as const;
  if (kind === Entry.recordsExpired) {
    const detail = captionWords.expiredDetail(retentionMs(world, shard) / 3_600_000);
    return { title: captionWords.expired(fn, to - from, label), detail, tone: 'bad', about };
  }
  const byAge = reason === DiscardReason.recordAgeExceeded;
  const detail = byAge ? captionWords.givenUpByAge : captionWords.givenUpByAttempts;
  return { title: captionWords.givenUp(fn, to - from, label), detail, tone: 'bad', about };
}

export function blockedCaption(world: World, standings: readonly Standing[]): Caption | null {
  const failing = standings.filter(isFailing);
  if (failing.length === 0) return throttledCaption(world, standings);
  const worst = failing.reduce((a, b) => (b.failedAttempts > a.failedAttempts ? b : a));
  const fn = readerName(world, worst.consumer);
  const failure = worst.failure;
  const reason = failureName(failure?.reason ?? FailureReason.error);
  const blame = failure?.blame ?? -1;
  const siblings = standings.filter((s) => s.mapping === worst.mapping);
  const failingSiblings = siblings.filter(isFailing).length;
  const othersGoOn = failingSiblings < siblings.length;
  const several = failingSiblings > 1 && reason === 'error';
  const item = blame < 0 ? '' : labelOfChange(world, blame);
  const shard = shardLabel(world, worst.shard);
  const detail = blockedDetail(world, worst, reason);
  const about: Selection =
    blame < 0 ? { kind: 'mapping', mapping: worst.mapping } : { kind: 'record', change: blame };
  if (isHealed(world, worst, reason)) {
    return { title: captionWords.healed(fn, shard, item), detail, tone: 'behind', about };
  }
  const title = several
    ? captionWords.allBlocked(fn, failingSiblings)
    : captionWords.blocked(reason, fn, shard, item, othersGoOn);
  return { title, detail, tone: 'bad', about };
}

const CAUSES: Record<string, readonly string[]> = {
  error: ['Error'],
  poison: ['Poison'],
  partial: ['Poison'],
  crash: ['CrashAfterEffect', 'CrashBeforeEffect'],
};

/** Whether the fault that made the last attempt fail is over. */
function isHealed(world: World, standing: Standing, reason: string): boolean {
  const cause = CAUSES[reason];
  const { state } = world;
  const { faults, code } = state.functions[state.mappings[standing.mapping]!.function]!;
  if (code >= 0) return false; // its own code may fail without a fault
  return cause !== undefined && !faults.some((fault) => cause.includes(state.faults[fault]!.kind));
}

function blockedDetail(world: World, standing: Standing, reason: string): string {
  const { failure, failedAttempts, nextAttemptAt, iteratorAgeMs, waiting } = standing;
  const parts = [
    standing.phase === 'backingOff'
      ? captionWords.attemptFailed(
          failedAttempts,
          (world.now - (failure?.at ?? world.now)) / 1_000,
          (nextAttemptAt - world.now) / 1_000,
        )
      : captionWords.attemptRuns(failedAttempts + 1),
  ];
  if (reason === 'crash' || reason === 'effect') {
    const { duplicates } = world.state.mappings[standing.mapping]!.meters;
    parts.push(captionWords.doneAgain(duplicates));
  } else {
    if (waiting > 1) parts.push(captionWords.waitBehind(waiting - 1));
    const blame = failure?.blame ?? -1;
    // The reader's age is that of what is still there; the record it holds may be gone already.
    const ageMs = blame < 0 ? iteratorAgeMs : (world.now - world.changes.at.get(blame)) / 1_000;
    const left = retentionMs(world, standing.shard) - ageMs;
    parts.push(left > 0 ? captionWords.expiresIn(left) : captionWords.hasExpired);
  }
  return parts.join(' ');
}

/** Backing off without an attempt having failed: there was no concurrency. */
function throttledCaption(world: World, standings: readonly Standing[]): Caption | null {
  const throttled = standings.find((s) => s.phase === 'backingOff');
  if (!throttled) return null;
  return {
    title: captionWords.throttled(readerName(world, throttled.consumer)),
    detail: captionWords.throttledDetail,
    tone: 'bad',
    about: { kind: 'mapping', mapping: throttled.mapping },
  };
}

const functionName = ({ state }: World, fn: number): string => state.functions[fn]!.name;

export function repeatCaption(world: World, { repeat }: Recent): Caption | null {
  if (!repeat) return null;
  const { a: effect, c: change, d: outcome } = repeat.entry;
  const { do: kind } = effectDefinition(world, effect);
  const item = labelOfChange(world, change);
  return {
    title: captionWords.repeated(effectWords.thing(kind), item, effectWords.done(kind, outcome)),
    detail: captionWords.repeatedDetail(functionName(world, functionOfEffect(world, effect))),
    tone: 'bad',
    about: { kind: 'effect', effect },
  };
}

export function behindCaption(world: World, standings: readonly Standing[]): Caption | null {
  const behind = standings.filter((s) => isBehind(world, s));
  if (behind.length === 0) return null;
  const worst = behind.reduce((a, b) => (b.iteratorAgeMs > a.iteratorAgeMs ? b : a));
  const waiting = standings
    .filter((s) => s.mapping === worst.mapping)
    .reduce((sum, s) => sum + s.waiting, 0);
  const { state } = world;
  const { enabled, function: number } = state.mappings[worst.mapping]!;
  const { faults } = state.functions[number]!;
  const slow = faults.map((f) => state.faults[f]!).find((f) => f.kind === 'Slow');
  const behindDetail = (): string => {
    if (!enabled) return captionWords.disabledDetail(waiting);
    if (slow) return captionWords.slowDetail(slow.factor, waiting);
    return captionWords.behindDetail(shardLabel(world, worst.shard), waiting);
  };
  return {
    title: captionWords.behind(readerName(world, worst.consumer), worst.iteratorAgeMs),
    detail: behindDetail(),
    tone: 'behind',
    about: { kind: 'mapping', mapping: worst.mapping },
  };
}

/** What the Kinesis stream does that a DynamoDB stream never does. */
export function kinesisCaption(world: World, { kinesisCopy, heldUp }: Recent): Caption | null {
  const { state } = world;
  if (kinesisCopy) {
    const { b: shard, d: change } = kinesisCopy.entry;
    const { name } = state.kinesisStreams[state.shards[shard]!.stream]!;
    return {
      title: captionWords.kinesisTwice(labelOfChange(world, change), name),
      detail: captionWords.kinesisTwiceDetail,
      tone: 'behind',
      about: { kind: 'record', change },
    };
  }
  if (!heldUp) return null;
  const { a: change, b: stream } = heldUp.entry;
  return {
    title: captionWords.heldUp(labelOfChange(world, change), state.kinesisStreams[stream]!.name),
    detail: captionWords.heldUpDetail,
    tone: 'behind',
    about: { kind: 'record', change },
  };
}

export function scanCaption(world: World, { pollEnded }: Recent): Caption | null {
  if (!pollEnded) return null;
  const { missed } = countPoll(world, pollEnded.entry, pollEnded.number);
  const parts = missedParts(missed);
  if (parts.length === 0) return null;
  return {
    title: captionWords.scanMissed(parts),
    detail: captionWords.scanDetail,
    tone: 'behind',
    about: { kind: 'poller', poller: pollEnded.entry.a },
  };
}
