/** The sentence on top of the stage, and the one below it. */
import { countOf, countText, listText, spanText } from '../spanText.ts';

const OTHERS_GO_ON = ' The other shards go on.';

/** Why a reader keeps failing, as a sentence about the shard that waits. */
const BLOCKED: Record<string, (fn: string, shard: string, item: string) => string> = {
  error: (fn, shard) => `${fn} fails on every batch, so ${shard} waits.`,
  poison: (_fn, shard, item) =>
    `${item} cannot be processed, so everything behind it in ${shard} waits.`,
  crash: (fn, shard) =>
    `${fn} crashed after an effect had left, so the batch of ${shard} comes again.`,
  partial: (_fn, shard, item) =>
    `${item} cannot be processed, so everything behind it in ${shard} waits.`,
  timeout: (fn, shard) => `${fn} runs into its timeout, so ${shard} waits.`,
  effect: (fn, shard) => `A target refuses the calls of ${fn}, so ${shard} waits.`,
};

export const captionWords = {
  expired: (fn: string, n: number, shard: string): string =>
    `${countOf(n, 'record')} of ${shard} fell off before ${fn} could process ${n === 1 ? 'it' : 'them'}.`,
  expiredDetail: (hours: number): string =>
    `The stream keeps a record for ${hours} h. What fell off is lost to this reader; the shard moves on.`,
  givenUp: (fn: string, n: number, shard: string): string =>
    `${fn} gave up ${countOf(n, 'record')} of ${shard}, and the shard moves on.`,
  givenUpByAttempts: 'The retry attempts were exhausted. This mapping never reads them again.',
  givenUpByAge: 'They were older than the maximum record age. This mapping never reads them again.',

  blocked: (reason: string, fn: string, shard: string, item: string, othersGoOn: boolean): string =>
    `${(BLOCKED[reason] ?? BLOCKED.error!)(fn, shard, item)}${othersGoOn ? OTHERS_GO_ON : ''}`,
  healed: (fn: string, shard: string, item: string): string =>
    item === ''
      ? `${fn} works again; ${shard} goes on with its next attempt.`
      : `${item} is healed; ${shard} goes on with its next attempt.`,
  allBlocked: (fn: string, shards: number): string =>
    `${fn} fails on every batch, so ${countOf(shards, 'shard')} wait.`,
  attemptFailed: (attempts: number, agoMs: number, nextInMs: number): string =>
    `Attempt ${attempts} failed ${spanText(agoMs)} ago; the next comes in ${spanText(nextInMs)}.`,
  attemptRuns: (attempt: number): string => `Attempt ${attempt} runs now.`,
  expiresIn: (ms: number): string => `The record expires in ${spanText(ms)}.`,
  hasExpired: 'The record has expired: after the next attempt the shard moves on.',
  waitBehind: (n: number): string =>
    n === 1 ? '1 record waits behind it.' : `${countText(n)} records wait behind it.`,
  doneAgain: (n: number): string =>
    n > 0
      ? `What it had done stays done, and is done again: ${countOf(n, 'repeat')} so far.`
      : 'What it had done stays done, and will be done again.',
  throttled: (fn: string): string => `${fn} is throttled, so its batches wait.`,
  throttledDetail: 'The function never ran, so no retry attempt is used up.',

  repeated: (thing: string, item: string, done: string): string =>
    `The ${thing} for ${item} was ${done}.`,
  repeatedDetail: (fn: string): string =>
    `${fn} had done it before the batch failed, and the retry did it all over. Delivery is at least once.`,

  behind: (fn: string, ageMs: number): string => `${fn} is ${spanText(roughly(ageMs))} behind.`,
  behindDetail: (shard: string, waiting: number): string =>
    `${countOf(waiting, 'record')} ${waiting === 1 ? 'waits' : 'wait'}, the oldest in ${shard}. One batch of a shard is in flight at a time.`,
  disabledDetail: (waiting: number): string =>
    `${countOf(waiting, 'record')} ${waiting === 1 ? 'waits' : 'wait'}: its event source mapping is disabled.`,
  slowDetail: (factor: number, waiting: number): string =>
    `${countOf(waiting, 'record')} ${waiting === 1 ? 'waits' : 'wait'}: every invocation takes ${factor} times as long.`,

  kinesisTwice: (item: string, stream: string): string =>
    `${stream} holds the change of ${item} twice.`,
  kinesisTwiceDetail:
    'Kinesis Data Streams for DynamoDB may repeat a change; the DynamoDB stream has it once.',
  heldUp: (item: string, stream: string): string =>
    `The change of ${item} is held up on its way to ${stream}.`,
  heldUpDetail:
    'Later changes overtake it: Kinesis keeps the order of arrival, not that of the writes.',

  scanMissed: (parts: readonly string[]): string =>
    `The scan just looked, and missed ${listText(parts)}.`,
  scanDetail:
    'It sees what the table holds now, never what happened in between. The stream has it all.',

  travelling: (item: string): string => `${item} is on its way to the table.`,
  travellingDetail: 'The write takes effect when it arrives.',
  noOp: (item: string): string =>
    `The write to ${item} changed nothing, so the stream gets no record.`,
  noOpDetail: 'It is charged all the same.',

  wasPut: (item: string): string => `${item} was put.`,
  wasUpdated: (item: string, what: string): string => `${item} was updated${what}.`,
  wasDeleted: (item: string): string => `${item} was deleted.`,
  noStream: 'The table has no stream: nobody hears of it.',
  noReader: (shard: string): string => `Its record is in ${shard}, and nobody reads it.`,
  intoShard: (shard: string): string => `Its record is on its way into ${shard}.`,
  inShard: (shard: string, fn: string, pollMs: number): string =>
    `Its record is in ${shard}; ${fn} looks there within ${spanText(pollMs)}.`,
  inWindow: (shard: string, fn: string, windowMs: number): string =>
    `Its record is in ${shard}; ${fn} waits up to ${spanText(windowMs)} for a fuller batch.`,
  behindBatch: (shard: string, fn: string): string =>
    `Its record waits in ${shard} behind the batch that ${fn} has in hand.`,
  parentFirst: (shard: string): string =>
    `Its record waits in ${shard} until the parent shard has been read to its end.`,
  inBatch: (fn: string, others: number, does: readonly string[]): string =>
    `${fn} has it${others > 0 ? `, with ${countOf(others, 'other')}` : ''}${
      does.length > 0 ? `: it is being ${listText(does)}` : ''
    }.`,
  arrived: (does: readonly string[], tookMs: number): string =>
    `It has been ${does.length === 0 ? 'processed' : listText(does)}, ${spanText(tookMs)} after the write.`,
  givenUpRecord: (fn: string): string => `${fn} has given its record up.`,

  nothingWritten: 'Nothing has been written yet.',
  nothingWrittenDetail: 'Put an item, or switch the traffic on.',
  allArrived: (changes: number, reader: string): string =>
    changes === 1
      ? `The one change has reached ${reader}.`
      : `All ${countText(changes)} changes have reached ${reader}.`,
  keepsUp: (reader: string): string => `${reader} keeps up with the writes.`,
  allKeepUp: 'Every reader keeps up with the writes.',
  onTheWay: (n: number, changes: number): string =>
    `${countText(n)} of ${countOf(changes, 'change')} ${n === 1 ? 'is' : 'are'} on the way.`,
  someLost: (lost: number, changes: number, reader: string): string =>
    `${countText(lost)} of ${countText(changes)} changes were not processed by ${reader}.`,
  everyReader: 'every reader',
  noReaders: (changes: number): string =>
    `${countOf(changes, 'change')}, and nobody reads ${changes === 1 ? 'it' : 'them'}.`,
  nextLook: (ms: number): string => `The scan looks again in ${spanText(ms)}.`,
  waitingIsFree: 'Readers look on; a look that finds nothing costs nothing.',
};

/** Rounded down, so that the sentence stays for a moment: to 5 s, to minutes, to hours. */
function roughly(ms: number): number {
  const step = ms < 60_000 ? 5_000 : ms < 3_600_000 ? 60_000 : 3_600_000;
  return Math.max(Math.floor(ms / step) * step, 3_000);
}
