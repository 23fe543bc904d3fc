/** What would have had to be different for an invocation that no event source mapping made, by its entries. */
import { Entry, FailureReason } from '../../engine/kernel/journal.ts';
import { RequestOrigin, type World } from '../../engine/world.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { always, type Unless } from './unless.ts';

const nameOf = (world: World, request: number): string =>
  world.state.functions[world.requests.function.get(request)]!.name;

const unlessStarted: Unless = (world, { a: request, c: attempt }) => {
  if (attempt > 1) return [words.noneAfter(attempt - 1)];
  const origin = world.requests.origin.get(request);
  if (origin === RequestOrigin.rule) return [words.noMatch];
  return [origin === RequestOrigin.enrichment ? words.noEnrichment : words.noCommand];
};

const unlessSucceeded: Unless = (world, { a: request }) => {
  const origin = world.requests.origin.get(request);
  const isQueued = origin === RequestOrigin.event || origin === RequestOrigin.rule;
  return [isQueued ? words.eventAgain : words.callerTold];
};

const unlessFailed: Unless = (world, { a: request, c: reason }) => {
  const fn = nameOf(world, request);
  const byReason: Record<number, string> = {
    [FailureReason.error]: words.requestReturned(fn),
    [FailureReason.poison]: words.noPoisonInEvent,
    [FailureReason.timeout]: words.requestTimeout(fn),
    [FailureReason.crash]: words.requestCrash(fn),
    [FailureReason.effect]: words.targetTook,
  };
  return [byReason[reason] ?? words.noFault];
};

const unlessDropped: Unless = (world, { a: request, b: target, c: reason }) => {
  const fn = nameOf(world, request);
  const byReason: Record<number, string> = {
    [FailureReason.deleted]: words.stillThere(fn),
    [FailureReason.throttle]: words.moreConcurrency,
  };
  return [byReason[reason] ?? words.oneOfThree, ...(target < 0 ? [words.deadLetter(fn)] : [])];
};

export const unlessInvoked: Partial<Record<number, Unless>> = {
  [Entry.requestStarted]: unlessStarted,
  [Entry.requestSucceeded]: unlessSucceeded,
  [Entry.requestFailed]: unlessFailed,
  [Entry.requestThrottled]: always(() => words.moreConcurrency),
  [Entry.requestRetryScheduled]: always((_, { b: attempt }) => words.noneAfter(attempt)),
  [Entry.requestDropped]: unlessDropped,
  [Entry.eventRouted]: always(() => words.noMatch),
};
