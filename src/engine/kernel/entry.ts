/** The vocabulary of the journal: kinds of entry, and the numbers that stand for reasons in them. */

/**
 * Kinds of entry with the meaning of their operands. A `…Sent` entry is a journey: it left at the
 * entry's instant and arrives `transit` microseconds later. The numbers are stored in digests and
 * databases: never change or reuse one.
 */
export const Entry = {
  /** a command number */
  commandGiven: 1,
  /** a write, b table, c item (-1 unknown), d transit: a writer's call on its way to the table */
  writeSent: 2,
  /** a change, b item, c version, d write; the item did not exist before, or was replaced */
  itemPut: 3,
  /** a change, b item, c version, d write */
  itemUpdated: 4,
  /** a change, b item, c old version, d write */
  itemDeleted: 5,
  /** a write, b item, c version: the result equals what is stored, so no change */
  noOpWritten: 6,
  /** a write, b item */
  conditionFailed: 7,
  /** a write or command number, b error text number, c 1 when a is a command */
  callFailed: 8,
  /** a command, b table, c items evaluated, d half read units */
  itemsRead: 9,
  /** a change, b shard, c ordinal in the shard, d transit until readers can see it */
  streamRecordAppended: 10,
  /** a shard, b first ordinal, c ordinal after the last: fell off at 24 h */
  recordsTrimmed: 11,
  /** a shard, b parent shard (-1 none) */
  shardOpened: 12,
  /** a shard */
  shardClosed: 13,
  /** a change, b Kinesis stream, c copy (0 first, 1 the duplicate), d transit */
  changeSentToKinesis: 14,
  /** a Kinesis record, b shard, c ordinal in the shard, d change */
  kinesisRecordAppended: 15,
  /** a table: it is being created */
  tableCreated: 16,
  /** a table: it is being deleted */
  tableDeleted: 17,
  /** a stream: what is written from now on enters it */
  streamEnabled: 18,
  /** a stream: its shards close, what they hold can be read for 24 h */
  streamDisabled: 19,
  /** a invocation, b consumer, c 1 when it is a retry, d transit: shard to function */
  batchSent: 20,
  /** a invocation, b consumer */
  invocationStarted: 21,
  /** a invocation, b consumer */
  invocationSucceeded: 22,
  /** a invocation, b consumer, c reason (see `FailureReason`), d the change to blame (-1 none) */
  invocationFailed: 23,
  /** a consumer, b attempt that failed, c first ordinal, d back-off in ms */
  retryScheduled: 24,
  /** a consumer, b first ordinal, c ordinal after the last, d reason (see `DiscardReason`) */
  recordsDiscarded: 25,
  /** a consumer, b first ordinal, c ordinal after the last: trimmed before they succeeded */
  recordsExpired: 26,
  /** a consumer, b shard: it began to read */
  consumerStarted: 28,
  /** a consumer, b shard: closed and read to its end */
  shardDrained: 29,
  /** a consumer, b invocation that was not begun for want of concurrency */
  invocationThrottled: 30,
  /** a mapping: its settings changed */
  mappingUpdated: 31,
  /** a consumer, b first ordinal, c ordinal where the second half begins, d ordinal after the last */
  batchBisected: 32,
  /** a on-failure document, b target, c consumer */
  onFailureSent: 33,
  /** a effect, b target, c change, d transit: function to target */
  effectSent: 40,
  /** a effect, b target, c change, d outcome (see `EffectOutcome`) */
  effectCompleted: 41,
  /** a effect, b target, c change: the target refused it */
  effectFailed: 42,
  /** a effect step, b invocation, c change: it is marked as done */
  markerWritten: 43,
  /** a effect step, b invocation, c change, d entry that wrote the marker: so it is not done */
  markerFound: 44,
  /** a poller, b poll number */
  pollStarted: 50,
  /** a poller, b poll number, c page, d items evaluated in it */
  pageScanned: 51,
  /** a poller, b poll number, c change whose image it returned, d 1 when it had returned it before */
  imageReturned: 52,
  /** a poller, b poll number, c change, d reason (see `MissReason`) */
  changeMissed: 53,
  /** a poller, b poll number, c images returned */
  pollEnded: 54,
  /** a poller, b poll number, c page, d partition that has no units left for it */
  pageThrottled: 55,
  /** a consumer, b shard, c mappings that read it: more than it serves, so this one is refused */
  shardReadThrottled: 57,
  /** a fault */
  faultStarted: 60,
  /** a fault */
  faultEnded: 61,
  /** a traffic source, b thousandths of writes per second */
  trafficChanged: 62,
  /** a table: its throughput or its billing mode changed */
  throughputChanged: 70,
  /** a table: it is ready after it was created or updated, or it is gone */
  tableSettled: 71,
  /** a command, b shard, c ordinal at which reading begins */
  shardIteratorIssued: 72,
  /** a command, b shard, c first ordinal, d ordinal after the last */
  streamRead: 73,
  /** a write, b item, c partition that has no units left for it */
  writeThrottled: 74,
  /** a command, b table, c partition that has no units left for it */
  readThrottled: 75,
  /** a command, b actions: all of them are committed */
  transactionCommitted: 76,
  /** a command, b the first action that stood against it */
  transactionCancelled: 77,
  /** a table, b 1 when it was switched on */
  timeToLiveChanged: 78,
  /** a change, b item, c old version, d write: time to live has deleted it */
  itemExpired: 79,
  /** a version, b item: its time to live has passed, and it is still there */
  expiryReached: 96,
  /** a table, b Kinesis stream, c 1 when it was switched on */
  streamingDestinationChanged: 85,
  /** a mapping: it is being created, and reads nothing yet */
  mappingCreated: 80,
  /** a mapping: from now on it reads */
  mappingEnabled: 81,
  /** a mapping: it reads no more */
  mappingDisabled: 82,
  /** a mapping: it is gone */
  mappingDeleted: 83,
  /** a mapping, b shard, c first ordinal, d ordinal after the last: written while it was being created */
  recordsPassedOver: 84,
  /** a mapping: it stops, and will go on with other settings */
  mappingUpdating: 86,
  /** a mapping, b shard, c lanes from now on, d ordinal from which they read: its lanes were divided anew */
  lanesChanged: 87,
  /** a consumer, b invocation, c records in it, d how it ended (see `WindowEnd`): a tumbling window is over */
  windowClosed: 88,
  /** a on-failure document, b shard, c first ordinal, d ordinal after the last: read once more */
  recordsRedriven: 89,
  /** a rule of EventBridge, b effect that brought the event, c target or -1, d function or -1 */
  eventRouted: 90,
  /** a alarm, b state it entered, c state it left (see `ALARM_STATES`) */
  alarmChanged: 91,
  /** a alarm, b target that was told */
  alarmActionSent: 92,
  /** a request, b function, c origin (see `RequestOrigin`), d transit */
  requestSent: 110,
  /** a request, b function, c attempt, d 1 after a cold start */
  requestStarted: 111,
  /** a request, b function */
  requestSucceeded: 112,
  /** a request, b function, c reason (see `FailureReason`), d the change to blame (-1 none) */
  requestFailed: 113,
  /** a request, b function: not begun for want of concurrency, c 1 when it comes again */
  requestThrottled: 114,
  /** a request, b attempt that failed, c back-off in ms */
  requestRetryScheduled: 115,
  /** a request, b target that took its event (-1 none), c reason: given up */
  requestDropped: 116,
  /** a function: created by a call */
  functionCreated: 117,
  /** a function: its settings or its reserved concurrency changed */
  functionUpdated: 118,
  /** a function: gone */
  functionDeleted: 119,
  /** a call of a handler, b invocation, c transit: function to service */
  handlerCallSent: 170,
  /** a call of a handler, b invocation, c 1 when it was refused, d transit: service to function */
  handlerCallAnswered: 171,
  /** a invocation, b row of what its code returned or threw, c its hash with that of the log, d environment */
  handlerEnded: 172,
  /** a function, b row of its code or -1: from now on it runs that */
  functionCodeChanged: 173,
} as const;
export type EntryKind = (typeof Entry)[keyof typeof Entry];

export const FailureReason = {
  error: 1,
  poison: 2,
  crash: 3,
  timeout: 4,
  effect: 5,
  partial: 6,
  /** A pipe's enrichment could not begin for want of concurrency. */
  throttle: 7,
  /** The function is gone. */
  deleted: 8,
} as const;
export const DiscardReason = { retryAttemptsExhausted: 1, recordAgeExceeded: 2 } as const;
/** States of an alarm by their number in an entry. */
export const ALARM_STATES = ['INSUFFICIENT_DATA', 'OK', 'ALARM'] as const;
/** How a tumbling window ended: its time was over, its shard was, its state was too large, its last batch failed. */
export const WindowEnd = { time: 1, shard: 2, early: 3, failed: 4 } as const;
export const MissReason = {
  delete: 1,
  collapsed: 2,
  race: 3,
  noWatermark: 4,
  filtered: 5,
} as const;
/** What an arriving effect did: made a thing, changed it, did it again, was refused as older. */
export const EffectOutcome = { created: 1, updated: 2, deleted: 3, repeated: 4, stale: 5 } as const;
