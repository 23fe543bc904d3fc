/** The steps of a record's life. */
import { countOf, spanText } from '../spanText.ts';

const andOf = (names: readonly string[]): string =>
  names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const storyWords = {
  written: 'written',
  put: 'put',
  updated: 'updated',
  deleted: 'deleted',
  there: 'there before the lab began',
  byTimeToLive: 'by the service: its time to live had passed',
  hasExpired: 'expired',
  hasExpiredDetail: 'it is still there, can be read and written, until time to live comes to it',
  partOf: (part: number, of: number): string => `part ${part} of ${of} of one transaction`,
  partsAt: (reader: string, has: readonly string[], hasNot: readonly string[]): string => {
    if (hasNot.length === 0) return `${reader} has all of them.`;
    if (has.length === 0) return `${reader} has none of them yet.`;
    return `${reader} has ${andOf(has)}, and not yet ${andOf(hasNot)}.`;
  },
  inStream: 'in the stream',
  inStreamDetail: (shard: string, sequenceNumber: string): string =>
    `${shard}, …${sequenceNumber.slice(-7)}`,
  inKinesis: 'in Kinesis',
  inKinesisAgain: 'in Kinesis once more',
  polled: (attempt: number): string => (attempt > 1 ? `attempt ${attempt}` : 'polled'),
  polledDetail: (fn: string, others: number): string =>
    others === 0 ? `${fn}, alone in its batch` : `${fn}, with ${countOf(others, 'other')}`,
  failed: (attempt: number): string => `attempt ${attempt} failed`,
  attemptsFailed: (from: number, to: number): string => `attempts ${from} to ${to} failed`,
  reasons: {
    error: 'the function threw an error',
    poison: 'the item is poisoned',
    crash: 'it crashed after an effect had left',
    timeout: 'it ran into its timeout',
    partial: 'the function reported it as failed',
    effect: 'a target refused a call',
  } as Record<string, string>,
  poisonOfAnother: (item: string): string => `${item}, in the same batch, is poisoned`,
  processed: 'processed',
  after: (ms: number): string => `${spanText(ms)} after the write`,
  later: (ms: number): string => `${spanText(ms)} later`,
  givenUp: 'given up',
  givenUpByAttempts: 'the retry attempts were exhausted',
  givenUpByAge: 'older than the maximum record age',
  expired: 'expired',
  expiredDetail: (fn: string): string => `fell off before ${fn} could process it`,
  trimmed: 'fell off the stream',
  effect: (thing: string, done: string): string => `${thing} ${done}`,
  leftOut: (steps: number): string => countOf(steps, 'more step'),
  leftOutDetail: 'Why? tells them all',
  readUntil: 'read whole to here',
  readUntilDetail: 'later only its last attempts and its end; Why? reads on',
  seenByScan: 'seen by the scan',
  seenAgain: 'seen by the scan again',
  missedByScan: 'missed by the scan',
  pollTook: (ms: number): string => `took ${spanText(ms)}`,
  nextPoll: 'looks again',
  in: (ms: number): string => `in ${spanText(ms)}`,
  nextAttempt: (attempt: number): string => `attempt ${attempt}`,
  nextAttemptDetail: (ms: number): string => `in ${spanText(ms)} (back-off assumed)`,
  readsOn: (fn: string): string => `${fn} reads it`,
  waitsBehind: (n: number): string =>
    n === 0
      ? 'at its next poll'
      : `when ${countOf(n, 'record')} before it ${n === 1 ? 'is' : 'are'} done`,
  expires: 'expires',
  expiresDetail: (behind: number): string =>
    behind === 0
      ? 'falls off the stream'
      : `falls off, with ${countOf(behind, 'more', 'more')} behind it`,
};
