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
};
