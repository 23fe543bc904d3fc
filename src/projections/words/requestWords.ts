/** The sentences of the log about functions that calls make and change, and about requests. */
import { spanText } from '../spanText.ts';

/** Who asked, as the end of a sentence. */
const ASKED: Readonly<Record<number, string>> = {
  1: 'by a caller who waits for the answer',
  2: 'through its own queue',
  3: 'by a rule of an event bus',
  4: 'by a pipe, to enrich its events',
  5: 'once more with the records that an on-failure document points at',
  6: 'by hand, with a test event',
};

const FAILED: Readonly<Record<string, string>> = {
  error: 'it threw an error',
  poison: 'a poisoned item is in its event',
  crash: 'it crashed',
  timeout: 'it ran into its timeout',
  effect: 'a call to a target was refused',
  throttle: 'it was throttled for too long',
  deleted: 'the function is gone',
};

export const requestWords = {
  started: (fn: string, origin: number, attempt: number): string =>
    `${fn} was invoked ${ASKED[origin]}${attempt > 1 ? `, attempt ${attempt}` : ''}.`,
  succeeded: (fn: string, ms: number): string => `${fn} was done after ${spanText(ms)}.`,
  failed: (fn: string, reason: string): string =>
    `${fn} failed: ${FAILED[reason] ?? FAILED.error}.`,
  throttled: (fn: string, comesAgain: boolean): string =>
    `${fn} was throttled${comesAgain ? ': the event waits in its queue and comes again' : ''}.`,
  retryScheduled: (fn: string, ms: number): string =>
    `The event for ${fn} comes again in ${spanText(ms)}.`,
  dropped: (fn: string, reason: string, queue: string | null): string =>
    `The event for ${fn} was given up, because ${FAILED[reason] ?? FAILED.error}: ${
      queue === null ? 'it is lost' : `it went to ${queue}`
    }.`,
  created: (fn: string): string =>
    `${fn} was created. Its code is not run: it has no effects and only logs.`,
  updated: (fn: string): string => `The settings of ${fn} were changed.`,
  deleted: (fn: string): string => `${fn} was deleted.`,
};
