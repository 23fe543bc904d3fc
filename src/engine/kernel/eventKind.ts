/**
 * Everything that can be bound to happen. Each kind has one handler, in the service named after it;
 * `step.ts` holds the table. An event carries three whole numbers.
 */
export const EventKind = {
  /** a command number */
  commandDue: 1,
  /** a traffic source, b turn */
  trafficDue: 2,
  /** a write, b entry that sent it */
  writeArrives: 3,
  /** a table: being created, updated or deleted comes to its end */
  tableSettles: 4,
  /** a partition, b 1 when it is for heat */
  partitionSplits: 5,
  /** a version: its time to live is over, and the service has come to it */
  expiryDue: 6,
  /** a version: its time to live has passed; the service comes later */
  itemExpires: 8,
  /** a table, b place among its streaming destinations */
  destinationSettles: 7,
  /** a shard */
  shardRolls: 10,
  /** a shard: its oldest record reaches the end of its retention */
  trimDue: 11,
  /** a mapping, b shard: a shard has opened in the mapping's source */
  shardDiscovered: 12,
  /** a change, b Kinesis stream, c entry of the change */
  changeCaptured: 20,
  /** a change, b Kinesis stream, c copy */
  changeArrivesAtKinesis: 21,
  /** a consumer, b turn */
  pollDue: 30,
  /** a invocation, b entry that sent it */
  invocationArrives: 31,
  /** a invocation, b effect number within the invocation */
  effectDue: 32,
  /** a invocation, b failure reason or 0, c change to blame or -1 */
  invocationEnds: 33,
  /** a consumer, b invocation, c failure reason or 0 */
  batchSettled: 34,
  /** a consumer, b turn: the back-off is over */
  retryDue: 35,
  /** a mapping, b turn: being created, enabled, disabled or deleted comes to its end */
  mappingSettles: 36,
  /** a request, b attempt, c how often it was throttled */
  requestDue: 37,
  /** a pipe's invocation, b failure reason or 0, c request: its events are enriched */
  enriched: 38,
  /** a effect, b entry that sent it */
  effectArrives: 40,
  /** a effect step, b invocation, c change: a marker is to be written */
  markerArrives: 41,
  /** a invocation: its code begins */
  codeBegins: 170,
  /** a call of a handler, b entry that sent it */
  handlerCallArrives: 171,
  /** a call of a handler */
  handlerCallReturns: 172,
  /** a alarm: one of its periods is over */
  alarmDue: 45,
  /** a poller */
  scanDue: 50,
  /** a poller, b page */
  pageDue: 51,
  /** a poller: what it exports is in S3 */
  exportEnds: 52,
  /** a fault */
  faultStarts: 60,
  /** a fault */
  faultEnds: 61,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];
