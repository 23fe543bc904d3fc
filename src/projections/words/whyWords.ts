/** Questions of the kind “why?”, and what would have had to be different. */
import { countOf, countText, numberText, spanText } from '../spanText.ts';

export const whyWords = {
  happened: (sentence: string): string => `Why: ${sentence}`,
  twice: (item: string, thing: string, target: string): string =>
    `Why is the ${thing} for ${item} in ${target} more than once?`,
  broughtAgain: (item: string, thing: string, target: string): string =>
    `Why did the ${thing} for ${item} come to ${target} more than once? It changed nothing there.`,
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
  filtered: (item: string, fn: string): string =>
    `Why was ${fn} never invoked with this change of ${item}? No filter of its mapping matches it.`,
  filterMatched:
    'Had a filter of the mapping matched it, or had the mapping none, the function would have been invoked with it.',
  lost: (item: string, fn: string): string => `Why did ${fn} never process this change of ${item}?`,
  sent: (fn: string): string => `Why is a batch on its way to ${fn}?`,
  onItsWay: (item: string, thing: string, target: string): string =>
    `Why is the ${thing} for ${item} on its way to ${target}?`,
  failing: (fn: string): string => `Why is ${fn} failing?`,
  longAgo: 'Why is it as it is?',
  inStream: (item: string): string => `Why is this change of ${item} in the stream?`,

  attemptSucceeded: (n: number): string =>
    n === 1
      ? 'Had the first attempt succeeded, it would have come once.'
      : `Had one of the first ${countText(n)} attempts succeeded, there would have been no other.`,
  idempotent: (thing: string): string =>
    `Had the ${thing} been idempotent (ConditionalWrite, ExternalVersion or a marker), the second delivery would have changed nothing.`,
  harmless:
    'Nothing had to be: whoever takes it so may be told as often as it comes (it is idempotent).',
  firstLook:
    'Nothing waited before it: it came with the first look into its shard. How often Lambda looks is no setting.',
  notReading:
    'Had its reader been reading at that time (its mapping enabled, the shard before it read to its end), it would have come with the first look.',
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
  stayedOn: 'Had its mapping not been disabled, it would have read them in time.',
  fewerShards: 'Had the data stream fewer shards (ShardCount), it would not be there.',
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
  noCrash: (fn: string): string => `Had ${fn} not crashed, the batch would have been done.`,
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

  fewerBreaches: (points: number, periods: number): string =>
    `Had fewer than ${countText(points)} of its last ${countOf(periods, 'period')} breached the threshold, it would not be in ALARM.`,
  otherThreshold: (metric: string, threshold: number): string =>
    `Had its Threshold lain beyond what ${metric} came to, and not at ${numberText(threshold)}, it would not be in ALARM.`,
  moreBreaches: (points: number, periods: number): string =>
    `Had ${countText(points)} of its last ${countOf(periods, 'period')} breached the threshold, it would be in ALARM.`,
  someData: (periods: number): string =>
    `Had there been data in its last ${countOf(periods, 'period')}, or had TreatMissingData been notBreaching, it would not be in INSUFFICIENT_DATA.`,
  noAction: 'Had the alarm no action for that state, nobody would have been told.',
  noMatch:
    'Had the rule not been there, or its pattern not matched the event, it would have gone nowhere from it.',
  noEnrichment:
    'Had the pipe no enrichment, its records would have gone to its target as they were.',
  eventAgain: 'Had it failed, the event would have come again after a minute.',
  callerTold:
    'Had it failed, its caller would have been told so, and nothing would have come again.',
  requestReturned: (fn: string): string =>
    `Had ${fn} returned instead of throwing an error, it would have been done.`,
  requestCrash: (fn: string): string => `Had ${fn} not crashed, it would have been done.`,
  noPoisonInEvent: 'Had the poisoned item not been in its event, it would have been done.',
  requestTimeout: (fn: string): string =>
    `Had the Timeout of ${fn} been longer, or its work shorter, it would have been done.`,
  oneOfThree: 'Had one of its three attempts succeeded, the event would not have been given up.',
  deadLetter: (fn: string): string =>
    `Had ${fn} a dead-letter queue (DeadLetterConfig), the event would lie there.`,
  notRefused: 'Had the call been as its message asks, it would have been answered.',
  unchangedTable:
    'Had nobody created, changed or deleted the table, there would have been nothing to wait for.',
  notEnabled: 'Had Enabled stayed false, it would read nothing.',
  notDisabled: 'Had Enabled stayed true, it would read on.',
  notUpdated: 'Had nobody updated it, it would go on with the settings that it had.',
  fromHorizon: 'Had its StartingPosition been TRIM_HORIZON, it would have read them.',
  sameLanes: 'Had ParallelizationFactor stayed as it was, its lanes would be the same.',
  longerWindow: 'Had TumblingWindowInSeconds been more, the window would have gone on.',
  windowShard: 'Had its shard not been closed, the window would have gone on.',
  smallerState: 'Had its state been no larger than 1 MB, the window would have gone on.',
  keptState: 'Had its last invocation succeeded, the state would not be lost.',
  rolls: 'Nothing: a shard hands over to a child about every four hours.',
  unsplitPartition: 'Had its partition not split, the shard would be open.',
  streamStays: 'Had the stream not been disabled, the shard would be open.',
  shardStays: 'Had the shard not been closed, it would be read on.',
  noDocument:
    'Had the mapping no on-failure destination, nobody would have been told; had the batch succeeded, there would be nothing to tell.',
  noMarker: 'Had the effect no marker (Idempotency None), nothing would keep a repeat from it.',
  markerGone:
    'Had no marker been there, or one of more than an hour ago, it would have been done again.',
  allOrNothing:
    'Had anything stood against one of its actions, nothing of it would have been done.',
  nothingAgainst: (action: number): string =>
    `Had nothing stood against its action ${countText(action)}, all of it would have been done.`,
  expiresLater:
    'Had its time to live lain later, or had the table none, it would not have expired.',
};
