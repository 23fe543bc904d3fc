/**
 * “Why?”: for what is selected, or for a line of the log, the questions that can be asked of it, each
 * answered by a chain of causes. [V80] in SPEC.md.
 */
import { latestVersion } from '../../engine/dynamodb/items.ts';
import { Entry, type EntryKind, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition } from '../effectSteps.ts';
import { beginSearch, searchOf } from '../journal/journalSearch.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { Selection } from '../scene/scene.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { describeEntry } from '../sentences/logLines.ts';
import { isFailing, standingOf } from '../standing.ts';
import { effectWords } from '../words/effectWords.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { afterwards, LOSSES } from './afterwards.ts';
import { arrivalOf, commitOf, isOneMore } from './causes.ts';
import { chainTo } from './chain.ts';
import { countedBy } from './ledger.ts';
import { firstSince, isFurtherBack, lastBefore, readBackTo } from './lookBack.ts';
import { filteredAnswers, waitingAnswers } from './notProcessed.ts';
import { isHarmless, unlessRepeated, unlessSooner, unlessWaiting } from './otherwise.ts';
import { type Stretches, stretchesAfter } from './stretches.ts';
import { beginningOf, type Tells, toldOf } from './toldOf.ts';
import { tornAnswers } from './torn.ts';
import { unlessHappened } from './unlessHappened.ts';
import { ENTRIES_READ, type WhyAbout, type WhyAnswer } from './whyAnswer.ts';

/** An effect later than this is a delay. */
const DELAY_MS = 2_000;
const MOST_ANSWERS = 6;

/**
 * Answers to what can be asked, the gravest first; none where nothing can be.
 * @param most entries of the journal that may be read for them.
 */
export function whyOf(world: World, about: WhyAbout, most = ENTRIES_READ): WhyAnswer[] {
  beginSearch(world, most);
  return answersTo(world, about);
}

function answersTo(world: World, about: WhyAbout): WhyAnswer[] {
  switch (about.kind) {
    case 'entry':
      return about.entry < world.journal.length ? [ofEntry(world, about.entry)] : [];
    case 'record':
      return ofRecord(world, about.change);
    case 'item': {
      const version = latestVersion(world, about.item);
      const change = version < 0 ? -1 : world.versions.change.get(version);
      return change < 0 ? [] : ofRecord(world, change);
    }
    case 'effect':
      return ofEffect(world, about.effect);
    case 'write':
      return latest(world, { kinds: [Entry.noOpWritten], isIt: ({ a }) => a === about.write });
    case 'batch':
      return ofBatch(world, about.invocation);
    case 'reader':
      return ofReader(world, about.consumer);
    case 'ledger':
      return latest(world, countedBy(world, about.row, about.figure));
    default:
      return ofThing(world, about);
  }
}

const latest = (world: World, { kinds, isIt }: Tells): WhyAnswer[] =>
  lastBefore(world, world.journal.length, kinds, isIt).map((entry) =>
    isFurtherBack(entry) ? longAgo(readBackTo(world, entry)) : ofEntry(world, entry),
  );

/** What was last told of something that stands on the stage for long. */
function ofThing(world: World, about: Selection): WhyAnswer[] {
  let further: number | null = null;
  for (const tells of toldOf(world, about)) {
    const [answer] = latest(world, tells);
    if (answer !== undefined && answer.chain.length > 0) return [answer];
    further ??= answer?.readBackTo ?? null;
  }
  const [beginning] = beginningOf(world, about);
  if (beginning !== undefined) return [{ ...ofEntry(world, beginning), readBackTo: further }];
  return further === null ? [] : [longAgo(further)];
}

/** Of something that nothing was told of lately. */
const longAgo = (readBackTo: number): WhyAnswer => ({
  question: words.longAgo,
  chain: [],
  readBackTo,
  otherwise: [],
});

/** How an attempt ended or began; before that, why it was sent. */
function ofBatch(world: World, invocation: number): WhyAnswer[] {
  if (invocation >= world.invocations.consumer.length) return [];
  const sentAt = world.invocations.sentAt.get(invocation);
  for (const kinds of [ENDED, BEGUN]) {
    const [known] = firstSince(world, sentAt, kinds, ({ a }) => a === invocation);
    if (known !== undefined) return [ofEntry(world, known)];
  }
  const name = readerName(world, world.invocations.consumer.get(invocation));
  const sent = firstSince(world, sentAt, [Entry.batchSent], ({ a }) => a === invocation);
  return sent.map((entry) => ({
    question: words.sent(name),
    ...chainTo(world, entry, -1),
    otherwise: unlessHappened(world, entry),
  }));
}

/** What a reader last did, and where it fails, what would have had to be different. */
function ofReader(world: World, consumer: number): WhyAnswer[] {
  const isFailingNow = isFailing(standingOf(world, consumer));
  const [answer] = latest(world, {
    kinds: [Entry.invocationThrottled, ...BEGUN, ...ENDED],
    isIt: ({ kind, a, b }) => (kind === Entry.invocationThrottled ? a : b) === consumer,
  });
  if (answer === undefined) return [];
  if (!isFailingNow) return [answer];
  return [
    {
      ...answer,
      question: words.failing(readerName(world, consumer)),
      otherwise: unlessWaiting(world, consumer, true),
    },
  ];
}

const BEGUN: readonly EntryKind[] = [Entry.invocationStarted];
const ENDED: readonly EntryKind[] = [Entry.invocationSucceeded, Entry.invocationFailed];

/** Whatever an entry says happened. */
function ofEntry(world: World, number: number): WhyAnswer {
  const { kind, c } = world.journal.read(number);
  if (kind === Entry.effectCompleted) return effectAnswer(world, number);
  const change = kind === Entry.changeMissed || kind === Entry.imageReturned ? c : -1;
  const question = words.happened(describeEntry(world, number)?.text ?? '');
  const otherwise = unlessHappened(world, number);
  return { question, ...chainTo(world, number, change), otherwise };
}

function ofEffect(world: World, effect: number): WhyAnswer[] {
  const sentAt = world.effects.sentAt.get(effect);
  const isOwn = ({ a }: JournalEntry): boolean => a === effect;
  const [arrived] = firstSince(world, sentAt, ARRIVED, isOwn);
  if (arrived !== undefined) return [ofEntry(world, arrived)];
  return firstSince(world, sentAt, [Entry.effectSent], isOwn).map((sent) => onItsWay(world, sent));
}

const ARRIVED: readonly EntryKind[] = [Entry.effectCompleted, Entry.effectFailed];

function onItsWay(world: World, entry: number): WhyAnswer {
  const { a: effect, b: target, c: change } = world.journal.read(entry);
  const thing = effectWords.thing(effectDefinition(world, effect).do);
  const { name } = world.state.targets[target]!;
  return {
    question: words.onItsWay(labelOfChange(world, change), thing, name),
    ...chainTo(world, entry, change),
    otherwise: [words.noEvent],
  };
}

function effectAnswer(world: World, entry: number): WhyAnswer {
  const { at, a: effect, b: target, c: change, d: outcome } = world.journal.read(entry);
  const item = labelOfChange(world, change);
  const thing = effectWords.thing(effectDefinition(world, effect).do);
  const { name } = world.state.targets[target]!;
  const causes = chainTo(world, entry, change);
  if (isOneMore(world, entry)) {
    const isNothing = isHarmless(world, effect, outcome);
    return {
      question: (isNothing ? words.broughtAgain : words.twice)(item, thing, name),
      ...causes,
      otherwise: unlessRepeated(world, effect, outcome, causes.chain),
    };
  }
  const tookMs = (at - world.changes.at.get(change)) / 1_000;
  const ask = tookMs >= DELAY_MS ? words.delayed : words.arrived;
  const invocation = world.effects.invocation.get(effect);
  const consumer = invocation < 0 ? -1 : world.invocations.consumer.get(invocation);
  const hasFailed = causes.chain.some(
    (link) => world.journal.kindOf(link.entry) === Entry.invocationFailed,
  );
  const otherwise =
    consumer < 0
      ? [words.noEvent]
      : hasFailed
        ? unlessWaiting(world, consumer, true)
        : unlessSooner(world, invocation, change);
  return { question: ask(item, thing, name, tookMs), ...causes, otherwise };
}

function ofRecord(world: World, change: number): WhyAnswer[] {
  const most = searchOf(world).left;
  const answers = whatBecameOf(world, change, stretchesAfter(world, change, most));
  if (answers.length > 0) return answers.slice(0, MOST_ANSWERS);
  const [entry] = arrivalOf(world, world.journal.length, change);
  if (entry === undefined) {
    return commitOf(world, change).map((committed) => ofEntry(world, committed));
  }
  const question = words.inStream(labelOfChange(world, change));
  return [{ question, ...chainTo(world, entry, change), otherwise: [words.noWrite] }];
}

/** What became of a change on the way to one watcher: a mapping, or a poller. Nothing yet: none. All is read. */
export function whyInLane(
  world: World,
  change: number,
  watcher: { mapping: number } | { poller: number },
): WhyAnswer[] {
  if (change >= world.changes.at.length) return [];
  beginSearch(world, Number.POSITIVE_INFINITY);
  const read = stretchesAfter(world, change, Number.POSITIVE_INFINITY);
  const { returns, ends } = afterwards(world, change, read);
  const answers = [
    ...whatBecameOf(world, change, read),
    ...[...returns, ...ends].map((entry) => ({
      ...ofEntry(world, entry),
      ...chainTo(world, entry, change),
    })),
  ].filter(({ chain }) => chain.length > 0 && isOf(world, chain.at(-1)!.entry, watcher));
  return answers.slice(0, MOST_ANSWERS);
}

/** Whether an entry tells of a mapping, or of a poller. */
function isOf(
  world: World,
  entry: number,
  watcher: { mapping: number } | { poller: number },
): boolean {
  const { kind, a, b } = world.journal.read(entry);
  if (kind === Entry.changeMissed || kind === Entry.imageReturned) {
    return 'poller' in watcher && watcher.poller === a;
  }
  if ('poller' in watcher) return false;
  const { consumers } = world.state;
  if (LOSSES.has(kind)) return consumers[a]!.mapping === watcher.mapping;
  if (kind !== Entry.effectCompleted) return consumers[b]?.mapping === watcher.mapping;
  const invocation = world.effects.invocation.get(a);
  if (invocation < 0) return false;
  return consumers[world.invocations.consumer.get(invocation)]!.mapping === watcher.mapping;
}

/** What a change was lost to, repeats, what it waits for, what missed it, when it arrived. */
function whatBecameOf(world: World, change: number, read: Stretches): WhyAnswer[] {
  const found = afterwards(world, change, read);
  const repeats = found.effects.filter((entry) => isOneMore(world, entry));
  const hurts = (entry: number): boolean => {
    const { a: effect, d: outcome } = world.journal.read(entry);
    return !isHarmless(world, effect, outcome);
  };
  const arrivals = found.effects.filter((entry) => !repeats.includes(entry));
  return [
    ...tornAnswers(world, change),
    ...found.losses.map((entry) => lostAnswer(world, entry, change)),
    ...repeats.filter(hurts).map((entry) => effectAnswer(world, entry)),
    ...waitingAnswers(world, change),
    ...filteredAnswers(world, change),
    ...found.misses.map((entry) => ({
      ...ofEntry(world, entry),
      question: words.missed(
        labelOfChange(world, change),
        world.state.pollers[world.journal.read(entry).a]!.id,
      ),
    })),
    ...repeats.filter((entry) => !hurts(entry)).map((entry) => effectAnswer(world, entry)),
    ...arrivals.map((entry) => effectAnswer(world, entry)),
  ];
}

function lostAnswer(world: World, entry: number, change: number): WhyAnswer {
  const { a: consumer } = world.journal.read(entry);
  return {
    question: words.lost(labelOfChange(world, change), readerName(world, consumer)),
    ...chainTo(world, entry, change),
    otherwise: unlessHappened(world, entry),
  };
}
