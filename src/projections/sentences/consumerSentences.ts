/** Sentences of what event source mappings and functions did. */
import {
  ALARM_STATES,
  DiscardReason,
  Entry,
  FailureReason,
  type JournalEntry,
} from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { LogLine, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { logWords } from '../words/logWords.ts';

type Sentence = Pick<LogLine, 'text' | 'tone' | 'about'>;
type Tell = (world: World, entry: JournalEntry, number: number) => Sentence | null;

/** `error`, `poison` … of a `FailureReason`. */
export const failureName = (reason: number): string =>
  Object.entries(FailureReason).find(([, value]) => value === reason)?.[0] ?? 'error';

/** The name of the function that a consumer invokes. */
export function readerName(world: World, consumer: number): string {
  const { consumers, mappings, functions } = world.state;
  return functions[mappings[consumers[consumer]!.mapping]!.function]!.name;
}

const shardOf = (world: World, consumer: number): string =>
  shardLabel(world, world.state.consumers[consumer]!.shard);

const aboutMapping = (world: World, consumer: number): Selection => ({
  kind: 'mapping',
  mapping: world.state.consumers[consumer]!.mapping,
});

const aboutShard = (world: World, consumer: number): Selection => ({
  kind: 'shard',
  shard: world.state.consumers[consumer]!.shard,
});

export const consumerSentences: Partial<Record<number, Tell>> = {
  [Entry.invocationStarted]: (world, { a: invocation, b: consumer }) => {
    const { from, to, attempt } = world.invocations;
    const n = to.get(invocation) - from.get(invocation);
    const fn = readerName(world, consumer);
    const text =
      n === 0
        ? logWords.finalInvocation(fn, shardOf(world, consumer))
        : logWords.received(fn, n, shardOf(world, consumer), attempt.get(invocation));
    return { text, tone: 'plain', about: aboutMapping(world, consumer) };
  },
  [Entry.invocationSucceeded]: (world, { at, a: invocation, b: consumer }) => {
    const { from, to, sentAt } = world.invocations;
    const n = to.get(invocation) - from.get(invocation);
    const took = (at - sentAt.get(invocation)) / 1_000;
    const fn = readerName(world, consumer);
    const text =
      n === 0
        ? logWords.finalSucceeded(fn, shardOf(world, consumer))
        : logWords.succeeded(fn, n, shardOf(world, consumer), took);
    return { text, tone: 'good', about: aboutMapping(world, consumer) };
  },
  [Entry.invocationFailed]: tellFailure,
  [Entry.recordsDiscarded]: (world, { a: consumer, b: from, c: to, d: reason }) => {
    const fn = readerName(world, consumer);
    const tell =
      reason === DiscardReason.recordAgeExceeded
        ? logWords.givenUpByAge
        : logWords.givenUpByAttempts;
    const text = tell(fn, to - from, shardOf(world, consumer));
    return { text, tone: 'bad', about: aboutShard(world, consumer) };
  },
  [Entry.recordsExpired]: (world, { a: consumer, b: from, c: to }) => {
    const text = logWords.expired(readerName(world, consumer), to - from, shardOf(world, consumer));
    return { text, tone: 'bad', about: aboutShard(world, consumer) };
  },
  [Entry.consumerStarted]: (world, { a: consumer }) => ({
    text: logWords.consumerStarted(readerName(world, consumer), shardOf(world, consumer)),
    tone: 'plain',
    about: aboutShard(world, consumer),
  }),
  [Entry.shardDrained]: (world, { a: consumer }) => ({
    text: logWords.drained(readerName(world, consumer), shardOf(world, consumer)),
    tone: 'plain',
    about: aboutShard(world, consumer),
  }),
  [Entry.invocationThrottled]: (world, { a: consumer }) => ({
    text: logWords.throttled(readerName(world, consumer), shardOf(world, consumer)),
    tone: 'bad',
    about: aboutMapping(world, consumer),
  }),
  [Entry.batchBisected]: (world, { a: consumer, b: from, c: middle, d: to }) => {
    const { mapping } = world.state.consumers[consumer]!;
    const [first, second] = [middle - from, to - middle];
    return {
      text: logWords.bisected(readerName(world, consumer), shardOf(world, consumer), first, second),
      tone: 'behind',
      about: { kind: 'mapping', mapping },
    };
  },
  [Entry.onFailureSent]: (world, { b: target, c: consumer }) => ({
    text: logWords.onFailureSent(readerName(world, consumer), world.state.targets[target]!.name),
    tone: 'bad',
    about: { kind: 'target', target },
  }),
  [Entry.windowClosed]: (world, { a: consumer, c: records, d: end }) => ({
    text: logWords.windowClosed(
      readerName(world, consumer),
      records,
      shardOf(world, consumer),
      end,
    ),
    tone: end > 2 ? 'bad' : 'plain',
    about: aboutMapping(world, consumer),
  }),
  [Entry.lanesChanged]: (world, { a: mapping, b: shard, c: lanes }) => ({
    text: logWords.lanesChanged(
      world.state.functions[world.state.mappings[mapping]!.function]!.name,
      shardLabel(world, shard),
      lanes,
    ),
    tone: 'behind',
    about: { kind: 'mapping', mapping },
  }),
  [Entry.recordsRedriven]: (world, { b: shard, c: from, d: to }) => ({
    text: logWords.recordsRedriven(to - from, shardLabel(world, shard)),
    tone: 'plain',
    about: { kind: 'shard', shard },
  }),
  [Entry.eventRouted]: (world, { a: rule, b: effect, c: target, d: fn }) => {
    const item = labelOfChange(world, world.effects.change.get(effect));
    const { name } = world.definition.eventRules![rule]!;
    const to = target < 0 ? world.state.functions[fn]!.name : world.state.targets[target]!.name;
    const about: Selection | null = target < 0 ? null : { kind: 'target', target };
    return { text: logWords.eventRouted(name, item, to), tone: 'plain', about };
  },
  [Entry.alarmChanged]: (world, { a: alarm, b: state }) => {
    const { name, metric } = world.definition.alarms![alarm]!;
    const isAlarm = ALARM_STATES[state] === 'ALARM';
    const text = logWords.alarmChanged(name, ALARM_STATES[state]!, metric);
    return { text, tone: isAlarm ? 'bad' : 'plain', about: null };
  },
  [Entry.alarmActionSent]: (world, { a: alarm, b: target }) => ({
    text: logWords.alarmActionSent(
      world.definition.alarms![alarm]!.name,
      world.state.targets[target]!.name,
    ),
    tone: 'plain',
    about: { kind: 'target', target },
  }),
  [Entry.mappingUpdated]: (world, { a: mapping, cause }) => {
    const fn = world.state.functions[world.state.mappings[mapping]!.function]!.name;
    return {
      text: logWords.mappingUpdated(fn, settingsText(world, cause)),
      tone: 'plain',
      about: { kind: 'mapping', mapping },
    };
  },
};

/** What failed, and when the batch comes again: the retry is scheduled at the same instant. */
function tellFailure(world: World, entry: JournalEntry, number: number): Sentence {
  const { b: consumer, c: reason, d: blame, at } = entry;
  const { journal } = world;
  const fn = readerName(world, consumer);
  const name =
    reason === FailureReason.crash && !leftAnEffect(world, entry, number)
      ? 'crashBeforeEffect'
      : failureName(reason);
  const item = blame < 0 ? '' : labelOfChange(world, blame);
  const about: Selection =
    blame < 0 ? aboutMapping(world, consumer) : { kind: 'record', change: blame };
  for (let next = number + 1; next < journal.length && journal.atOf(next) === at; next++) {
    if (journal.kindOf(next) !== Entry.retryScheduled) continue;
    const retry = journal.read(next);
    if (retry.a !== consumer) continue;
    return { text: logWords.failedAndRetries(fn, name, item, retry.d), tone: 'bad', about };
  }
  return { text: logWords.failed(fn, name, item), tone: 'bad', about };
}

/** Whether a failed invocation had sent an effect before it failed. */
export function leftAnEffect(
  world: World,
  { a: invocation }: JournalEntry,
  failed: number,
): boolean {
  const begun = world.journal.firstAtOrAfter(instant(world.invocations.sentAt.get(invocation)));
  const isOwn = ({ kind, a }: JournalEntry): boolean =>
    kind === Entry.effectSent && world.effects.invocation.get(a) === invocation;
  return visitBackwards(world, begun, failed, isOwn) >= 0;
}

/** `MaximumRetryAttempts 2` of the command that caused an entry. */
function settingsText(world: World, cause: number): string {
  if (cause < 0 || world.journal.kindOf(cause) !== Entry.commandGiven) return '';
  const { input } = world.commands.get(world.journal.read(cause).a);
  return Object.entries(input)
    .filter(([name]) => name !== 'UUID')
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}

/** A setting as it reads in a sentence: of a filter its pattern, of what has members its JSON. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Filters } = value as { Filters?: unknown };
  if (!Array.isArray(Filters)) return JSON.stringify(value);
  return Filters.length === 0
    ? '[]'
    : Filters.map((filter: { Pattern?: unknown }) => String(filter.Pattern)).join(' ');
}
