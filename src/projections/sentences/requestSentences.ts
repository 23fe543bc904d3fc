/** Sentences of invocations that no event source mapping made, and of functions that calls change. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { LogLine, Selection } from '../scene/scene.ts';
import { requestWords } from '../words/requestWords.ts';
import { failureName } from './consumerSentences.ts';

type Sentence = Pick<LogLine, 'text' | 'tone' | 'about'>;
type Tell = (world: World, entry: JournalEntry) => Sentence;

const nameOf = ({ state }: World, fn: number): string => state.functions[fn]!.name;
const about = (fn: number): Selection => ({ kind: 'function', function: fn });
const functionOf = ({ requests }: World, request: number): number => requests.function.get(request);

export const requestSentences: Partial<Record<number, Tell>> = {
  [Entry.requestStarted]: (world, { a: request, b: fn, c: attempt }) => ({
    text: requestWords.started(nameOf(world, fn), world.requests.origin.get(request), attempt),
    tone: 'plain',
    about: about(fn),
  }),
  [Entry.requestSucceeded]: (world, { at, a: request, b: fn }) => ({
    text: requestWords.succeeded(
      nameOf(world, fn),
      (at - world.outcomes.begunAt.get(request)) / 1_000,
    ),
    tone: 'good',
    about: about(fn),
  }),
  [Entry.requestFailed]: (world, { b: fn, c: reason }) => ({
    text: requestWords.failed(nameOf(world, fn), failureName(reason)),
    tone: 'bad',
    about: about(fn),
  }),
  [Entry.requestThrottled]: (world, { b: fn, c: comesAgain }) => ({
    text: requestWords.throttled(nameOf(world, fn), comesAgain === 1),
    tone: 'bad',
    about: about(fn),
  }),
  [Entry.requestRetryScheduled]: (world, { a: request, c: ms }) => {
    const fn = functionOf(world, request);
    return {
      text: requestWords.retryScheduled(nameOf(world, fn), ms),
      tone: 'behind',
      about: about(fn),
    };
  },
  [Entry.requestDropped]: (world, { a: request, b: target, c: reason }) => {
    const fn = functionOf(world, request);
    const queue = target < 0 ? null : world.state.targets[target]!.name;
    return {
      text: requestWords.dropped(nameOf(world, fn), failureName(reason), queue),
      tone: 'bad',
      about: target < 0 ? about(fn) : { kind: 'target', target },
    };
  },
  [Entry.functionCreated]: (world, { a: fn }) => ({
    text: requestWords.created(nameOf(world, fn)),
    tone: 'plain',
    about: about(fn),
  }),
  [Entry.functionUpdated]: (world, { a: fn }) => ({
    text: requestWords.updated(nameOf(world, fn)),
    tone: 'plain',
    about: about(fn),
  }),
  [Entry.functionDeleted]: (world, { a: fn }) => ({
    text: requestWords.deleted(nameOf(world, fn)),
    tone: 'plain',
    about: null,
  }),
};
