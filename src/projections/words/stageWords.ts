/** What the stage and its still picture say. */
import type { FaultKind } from '../../engine/definition.ts';
import { countText as count } from '../spanText.ts';

export const stageWords = {
  stage: 'Stage',
  writers: 'Writers',
  dynamoDbTable: 'DynamoDB table',
  dynamoDbStream: 'DynamoDB stream',
  kinesisStream: 'Kinesis data stream',
  lambda: 'Lambda',
  pipe: 'EventBridge pipe',
  alarm: 'CloudWatch alarm',
  pollingScan: 'Polling scan',
  export: 'Export to S3',
  targetKinds: {
    OpenSearch: 'OpenSearch',
    S3: 'S3',
    SNS: 'SNS',
    SES: 'SES',
    SQS: 'SQS',
    Logs: 'CloudWatch Logs',
    Table: 'DynamoDB table',
    StepFunctions: 'Step Functions',
    EventBridge: 'EventBridge',
    Redshift: 'Redshift',
  } as Record<string, string>,

  putItem: 'Put an item',
  updateTenTimes: 'Update one ×10',
  burst: 'Burst of 50',
  traffic: (perSecond: number) => (perSecond > 0 ? `Traffic ${perSecond} /s` : 'Traffic'),
  written: (n: number) => `${count(n)} written`,
  perSecond: (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} /s`,

  items: (n: number) => `${count(n)} ${n === 1 ? 'item' : 'items'}`,
  partitions: 'items',
  capacity: 'of 1,000 WCU/s',
  itemsOf: (partition: string, n: number) =>
    `${partition}: ${count(n)} ${n === 1 ? 'item' : 'items'}`,
  partition: (i: number) => `Partition ${i}`,
  more: (n: number) => `+${count(n)}`,
  noOp: (label: string) => `${label}: written without a change, so no record was made`,
  beforeStream: 'there before the stream was enabled',
  beforeStreamCount: (n: number) => `${count(n)} before the stream`,
  beforeStreamInFull: (n: number) =>
    `${count(n)} ${n === 1 ? 'item' : 'items'} from before the stream was enabled: no record tells of ${n === 1 ? 'it' : 'them'}`,
  hasExpired: 'expired, and still there',
  expired: (n: number) => `${count(n)} expired, still there`,
  expiredInFull: (n: number) =>
    `${count(n)} ${n === 1 ? 'item has' : 'items have'} expired and ${n === 1 ? 'waits' : 'wait'} for time to live to come`,
  throttled: (n: number) => `${count(n)} refused`,
  throttledInFull: (n: number, hottest: string) =>
    `${count(n)} ${n === 1 ? 'call' : 'calls'} refused for want of units${hottest === '' ? '' : `; most of the writes go to ${hottest}`}`,

  client: 'client',
  token: (type: string, state: string, waiting: number) =>
    `A client’s iterator, ${type}: ${state}, ${count(waiting)} ${waiting === 1 ? 'record' : 'records'} to read`,
  tokenLeft: (span: string) => `${span} left`,
  tokenStates: {
    valid: '',
    expired: 'expired',
    trimmed: 'its place fell off',
    ended: 'read to the end',
  },

  tableShort: 'Table',
  scanShort: 'Scan',
  shardCount: (n: number) => `${count(n)} ${n === 1 ? 'shard' : 'shards'}`,
  blockedCount: (n: number) => `${count(n)} blocked`,
  shardName: (label: string, n: number) =>
    `${label}, ${count(n)} ${n === 1 ? 'record' : 'records'} shown; arrow keys select them`,
  pastShards: (n: number) => `${n} past ${n === 1 ? 'shard' : 'shards'}`,
  closed: 'closed',
  blocked: (waiting: number) => `blocked: ${count(waiting)} waiting`,
  waiting: (n: number) => `${count(n)} waiting`,
  trimmed: (n: number) => `${count(n)} fell off`,
  upToDate: 'up to date',
  age: (text: string) => `age ${text}`,
  waitsForParent: 'waits for its parent',
  waits: 'waits',
  drained: 'read to the end',
  duplicatesAndOrder: (duplicates: number, outOfOrder: number) =>
    `${count(duplicates)} twice · ${count(outOfOrder)} out of order`,

  batch: (size: number, window: string) =>
    window === '' ? `batch ${count(size)}` : `batch ${count(size)} · ${window}`,
  mappingTitle: (state: string, result: string) =>
    `Event source mapping: ${state}; last result: ${result}`,
  slotName: (shard: string, says: string, halves: readonly number[]) =>
    `${shard}: ${says}${halves.length > 0 ? `; split, parts of ${halves.join(', ')} wait` : ''}`,
  environments: (
    busy: number,
    starting: number,
    idle: number,
    used: number,
    of: number,
    isReserved: boolean,
  ) =>
    `Environments: ${busy} busy, ${starting} in cold start, ${idle} idle; concurrency ${count(used)} of ${count(of)}${isReserved ? ' reserved' : ''}`,
  filters: (n: number) => (n === 1 ? 'filter' : `${n} filters`),
  deadLetters: (name: string) => `DLQ ${name}`,
  iteratorAge: 'Iterator age',
  iteratorAgeShort: (age: string) => `iterator age ${age}`,
  cliff: (hours: number) => (hours <= 48 ? `${hours} h` : `${Math.round(hours / 24)} d`),
  gauge: (age: string, cliff: string) => `Iterator age ${age}; at ${cliff} records fall off`,
  periods: (points: readonly { breaches: boolean; value: number | null }[]) =>
    `Last periods: ${points.filter((p) => p.breaches).length} beyond the threshold, ${
      points.filter((p) => !p.breaches && p.value !== null).length
    } within, ${points.filter((p) => p.value === null).length} without data`,
  documents: 'Documents of records given up',
  rules: 'Rules',
  matched: (n: number) => `${count(n)} matched`,
  ruleMatched: (rule: string, n: number) => `${rule}: ${count(n)} events matched`,
  faultsOf: (name: string) => `Break ${name}`,
  faultLabels: {
    Error: 'Error',
    Poison: 'Poison',
    Slow: 'Slow',
    CrashAfterEffect: 'Crash',
  } as Partial<Record<FaultKind, string>>,
  faultNames: {
    Error: 'Error: every invocation fails',
    Poison: 'Poison an item: an invocation that holds it fails',
    Slow: 'Slow ×10: every invocation takes ten times as long',
    CrashAfterEffect: 'Crash after effect: the work is done, and then done again',
  } as Partial<Record<FaultKind, string>>,

  every: (span: string) => `Every ${span}`,
  nextLook: (span: string) => `next look in ${span}`,
  looking: 'reading the table now',
  lookingShort: 'reading now',
  exporting: 'writing to S3 now',
  noReadUnits: 'takes no read units',
  itemsRead: (n: number) => `${count(n)} items read`,
  couldNotSee: 'What it could not see',
  deletes: (n: number) => `${count(n)} ${n === 1 ? 'delete' : 'deletes'}`,
  collapsed: (n: number) => `${count(n)} ${n === 1 ? 'update' : 'updates'} overwritten in between`,
  race: (n: number) => `${count(n)} written while it read`,
  noWatermark: (n: number) => `${count(n)} without the watermark`,
  filtered: (n: number) => `${count(n)} left out by its filter`,
  watchers: { stream: 'Stream', pipe: 'Pipe', kinesis: 'Kinesis', scan: 'Scan', export: 'Export' },
  latest: 'Latest arrivals',
  measure: 'Measure',
  seenAndWaiting: (seen: number, waiting: number) =>
    waiting > 0 ? `${count(seen)} + ${count(waiting)}` : count(seen),
  ofChanges: (n: number) => `of ${count(n)}: seen + waiting`,
  medianDelay: 'median delay',
  readsPaid: 'reads paid',
  readUnits: (n: number) => (n === 0 ? '0' : `${count(Math.round(n))} RRU`),
  noneYet: '–',
  openLedger: 'Compare',

  kinds: { 0: 'answer', 1: 'INSERT', 2: 'MODIFY', 3: 'REMOVE' } as Record<number, string>,
  duplicate: 'seen before',
  inTransaction: 'part of a transaction',
  byTimeToLive: 'deleted by time to live',
  markStates: {
    unread: 'not read yet',
    read: 'read',
    inFlight: 'in a batch',
    failing: 'keeps failing',
    blocked: 'blocked',
  },
  standsFor: (n: number) => `stands for ${count(n)} records`,
  records: (n: number) => `${count(n)} ${n === 1 ? 'record' : 'records'}`,
  view: {
    title: 'View of the stage',
    nearer: 'Nearer',
    farther: 'Farther',
    far: 'far',
    trueSize: (now: string) => `Zoom ${now}: back to true size`,
    fit: 'Fit',
    fitHint: 'See the whole stage, from afar where it is large',
    focus: 'Focus',
    focusHint: 'Only what is selected and what it is connected to; all else is dimmed',
  },
  map: 'Map of the stage',
  mapAt: (percent: number) => `${percent} % down`,
  travelling: (n: number) =>
    n === 0
      ? 'Nothing is travelling.'
      : `${count(n)} ${n === 1 ? 'record is' : 'records are'} travelling.`,

  onTheWay: (label: string, to: string) => `Last: ${label} to ${to}.`,

  legend: {
    title: 'Legend',
    color: 'colour: item',
    insert: 'INSERT',
    modify: 'MODIFY',
    remove: 'REMOVE',
    duplicate: 'seen before',
    failing: 'keeps failing',
    read: 'read or old',
    several: 'several',
    beforeStream: 'before the stream',
    noOp: 'no change',
    byTimeToLive: 'TTL delete',
    transaction: 'one transaction',
    answer: 'answer',
  },
} as const;
