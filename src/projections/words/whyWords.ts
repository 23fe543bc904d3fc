/** Questions of the kind “why?”, and what would have had to be different. */
import { countText, spanText } from '../spanText.ts';

export const whyWords = {
  happened: (sentence: string): string => `Why: ${sentence}`,
  twice: (item: string, thing: string, target: string): string =>
    `Why is the ${thing} for ${item} in ${target} more than once?`,
  arrived: (item: string, thing: string, target: string, ms: number): string =>
    `Why did the ${thing} for ${item} reach ${target} ${spanText(ms)} after the write?`,
  delayed: (item: string, thing: string, target: string, ms: number): string =>
    `Why did the ${thing} for ${item} reach ${target} only ${spanText(ms)} after the write?`,
  missed: (item: string, poller: string): string =>
    `Why can ${poller} never see this change of ${item}?`,
  waiting: (item: string, fn: string): string =>
    `Why has ${fn} not processed this change of ${item} yet?`,
  torn: (fn: string, item: string, parts: number): string =>
    `Why has ${fn} only some of the ${parts} parts of the transaction with ${item}?`,
  notTorn:
    'Had all its parts been in one shard and in one batch. No stream promises that: a reader that needs them all gives each the transaction’s id, and waits for the rest.',
  lost: (item: string, fn: string): string => `Why did ${fn} never process this change of ${item}?`,
  sent: (fn: string): string => `Why is a batch on its way to ${fn}?`,
  failing: (fn: string): string => `Why is ${fn} failing?`,
  inStream: (item: string): string => `Why is this change of ${item} in the stream?`,

  attemptSucceeded: (n: number): string =>
    n === 1
      ? 'Had the first attempt succeeded, it would have come once.'
      : `Had one of the first ${countText(n)} attempts succeeded, there would have been no other.`,
  idempotent: (effect: string): string =>
    `Had ${effect} been idempotent (ConditionalWrite, ExternalVersion or a marker), the second delivery would have changed nothing.`,
  partial:
    'Had the function reported the record that failed (ReportBatchItemFailures), those before it would not have come again.',
  bisect:
    'Had BisectBatchOnFunctionError been on, the batch would have been split until the poisoned record was alone.',
  mostAttempts:
    'Had MaximumRetryAttempts been limited, the batch would have been given up and its shard would have moved on.',
  moreAttempts: (n: number): string =>
    `Had MaximumRetryAttempts been more than ${countText(n)}, or the trouble shorter, it would have been tried again.`,
  healthy: (fn: string): string => `Had ${fn} not failed, its shard would not have waited.`,
  smallerWindow: (ms: number): string =>
    `Had MaximumBatchingWindowInSeconds been 0 instead of ${ms / 1_000}, the batch would not have waited.`,
  faster: (fn: string): string =>
    `Had ${fn} been quicker, or read each shard in more lanes (ParallelizationFactor), fewer records would have waited before it.`,
  sooner: (hours: number): string =>
    `Had it succeeded within ${hours} h, it would not have fallen off.`,
  softDelete:
    'Had the delete been an update that marks the item, the scan would have found the mark.',
  oftener: (ms: number): string =>
    `Had the scan looked within the ${spanText(ms)} before the item was written again, it would have seen this image.`,
  overlap:
    'Had each poll asked again for a little before its last look (an overlap), it would have found it.',
  watermark: 'Had the writer set the watermark, the scan would have returned it.',
  filter: 'Had the scan’s filter let it through, the scan would have returned it.',
  stream: 'A reader of the stream sees each change, whatever came after it.',
  differs: 'Had any attribute got another value, there would have been a record.',
  noWrite:
    'Without that write there would be no record; without an enabled stream, no record of it either.',
  noFault: 'Had nothing been broken there, it would not have happened.',
  noCommand: 'Had nobody called it, it would not have happened.',
  unwritten:
    'Had its writer not sent it, or had a condition stood against it, the item would be as it was.',
  livesLonger:
    'Had its time to live lain later, or had the table none, the item would still be there.',
  conditionHeld: 'Had the condition held, the item would have been written.',
  moreUnits:
    'Had its partition had units left (more throughput, fewer calls, or keys that spread them), it would have been served.',
  fallsOff: (hours: number): string =>
    `Nothing: a record falls off after ${hours} h, whether it was read or not.`,
  noStream: 'Had the stream not been there, it would have no shards.',
  parentOpen: 'Had its parent not been closed, it would not have opened.',
  mappingOff: 'Had the mapping not been enabled, it would read no shard.',
  copies: 'No setting prevents a second copy; to a reader that is idempotent it does no harm.',
  noDestination: 'Had the table no streaming destination, nothing would have gone to Kinesis.',
  noneAfter: (n: number): string =>
    `Had attempt ${countText(n)} succeeded, there would have been none after it.`,
  fewerAttempts: (n: number): string =>
    `Had MaximumRetryAttempts been ${countText(n)}, the batch would have been given up instead.`,
  withWindow:
    'Had MaximumBatchingWindowInSeconds been more than 0, it would have waited for more records: fewer batches, and later.',
  sentSooner: (seconds: number, size: number): string =>
    `Had MaximumBatchingWindowInSeconds been less than ${seconds}, or BatchSize less than ${countText(size)}, it could have gone out sooner, with fewer records.`,
  cameAgain:
    'Had it thrown an error or run into its timeout, the batch would not be done: it would have come again.',
  returned: (fn: string): string =>
    `Had ${fn} returned instead of throwing an error, the batch would have been done.`,
  noPoison: 'Had the poisoned item not been in it, the batch would have been done.',
  longerTimeout: (fn: string): string =>
    `Had the Timeout of ${fn} been longer, or its work shorter, the batch would have been done.`,
  targetTook: 'Had the target taken the call, the invocation would have gone on.',
  reportedNone: 'Had the function reported no record as failed, all of the batch would be done.',
  moreConcurrency: 'Had there been concurrency left for the function, it would have begun.',
  stillThere: (fn: string): string => `Had ${fn} not been deleted, it would have been invoked.`,
  unsplit: 'Had BisectBatchOnFunctionError been off, the batch would have come again whole.',
  longerAge: (ms: number): string =>
    `Had MaximumRecordAgeInSeconds been more than ${countText(ms / 1_000)}, or the trouble shorter, it would have been tried again.`,
  noIntervention: 'A fault is an intervention: without it, nothing would have been broken here.',
  faultGoesOn: 'Had nobody ended it, the fault would go on.',
  otherInterval: (ms: number): string =>
    `Had its interval not been ${spanText(ms)}, it would have looked at another time.`,
  writtenAgain:
    'Had the item been written again before the scan looked, it would have returned that image instead.',
  asksForNew:
    'Had it asked only for what it had not returned before, it would not have returned this again.',
  noEvent: 'Without the event that asked for it, it would not have happened.',
};
