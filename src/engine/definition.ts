/**
 * What a simulation is made of: plain data, complete, already validated. The lab floor makes it from
 * a template; the engine never sees YAML. Every thing is named by its logical id in the template.
 * Spans are milliseconds here, as people write them; the engine turns them into microseconds once.
 */
import type { AlarmDefinition } from './alarmDefinition.ts';
import type { FunctionCode } from './functionCode.ts';
import type { AttributeMap } from './item/attributeValue.ts';
import type { PollerDefinition } from './pollerDefinition.ts';
import type { LocalIndex } from './tableState.ts';

export type { PollerDefinition } from './pollerDefinition.ts';

export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';
export type ScalarType = 'S' | 'N' | 'B';

export interface KeyAttribute {
  name: string;
  type: ScalarType;
}

export interface TableDefinition {
  id: string;
  name: string;
  partitionKey: KeyAttribute;
  sortKey?: KeyAttribute;
  billing: 'PAY_PER_REQUEST' | { readCapacityUnits: number; writeCapacityUnits: number };
  /** Absent: the table has no stream. */
  stream?: { viewType: StreamViewType };
  /** Logical id of the Kinesis stream that the table's changes are sent to. */
  kinesisDestination?: { stream: string; precision: 'MILLISECOND' | 'MICROSECOND' };
  timeToLiveAttribute?: string;
  localIndexes?: LocalIndex[];
  deletionProtection?: boolean;
  /** Held before the stream was enabled: in no record. */
  items: AttributeMap[];
}

export interface KinesisStreamDefinition {
  id: string;
  name: string;
  shardCount: number;
  retentionHours: number;
}

export type EffectKind =
  | 'IndexDocuments'
  | 'AuditLog'
  | 'Aggregate'
  | 'Notify'
  | 'Enqueue'
  | 'StartExecution'
  | 'DecrementInventory'
  | 'Replicate'
  | 'MergeRedshift'
  | 'PublishEvents';

export type Idempotency =
  | 'None'
  | 'ConditionalWrite'
  | 'ExternalVersion'
  /** A marker is written first, then the effect is done. */
  | 'Marker'
  /** The effect is done first, then a marker is written. */
  | 'MarkerAfter'
  | 'FifoDeduplication'
  | 'ExecutionName';

export interface EffectDefinition {
  do: EffectKind;
  /** Logical id of a target. */
  target: string;
  idempotency: Idempotency;
}

export interface FunctionDefinition {
  id: string;
  name: string;
  timeoutMs: number;
  memoryMb: number;
  durationMs: { p50: number; p99: number };
  coldStartMs: number;
  /** Absent: what the account has left. */
  reservedConcurrency?: number;
  /** Carried out in this order for each record. Empty: the function only logs. */
  effects: EffectDefinition[];
  /** Logical id of the queue or topic that takes asynchronous events which are given up. */
  deadLetterTarget?: string;
  /** Members of AWS's configuration that change nothing here, as they were given. */
  described?: Record<string, unknown>;
  code?: FunctionCode;
  /** It is no function but the sending end of an EventBridge pipe. */
  pipe?: PipeTargetDefinition;
}

/** What a pipe says of its events on a bus: `Pipe <name>` and `Event from aws:dynamodb` where absent. */
export type PipeTargetDefinition = { source?: string; detailType?: string };

export interface EventSourceMappingDefinition {
  /** The consumer's key in reports: the function's id, or `<function>.<event or mapping id>`. */
  id: string;
  /** Logical id of the function. */
  function: string;
  /** Logical id of the table (its stream) or of the Kinesis stream. */
  source: string;
  sourceKind: 'DynamoDbStream' | 'KinesisStream';
  batchSize: number;
  maximumBatchingWindowMs: number;
  startingPosition: 'TRIM_HORIZON' | 'LATEST' | 'AT_TIMESTAMP';
  startingPositionTimestampMs?: number;
  /** -1: until the record expires. */
  maximumRetryAttempts: number;
  /** -1: none. Milliseconds. */
  maximumRecordAgeMs: number;
  bisectBatchOnFunctionError: boolean;
  parallelizationFactor: number;
  reportBatchItemFailures: boolean;
  /** Absent or 0: no tumbling windows. */
  tumblingWindowMs?: number;
  /** Filter patterns as JSON text, or empty. */
  filters: string[];
  /** It is the reading end of an EventBridge pipe, of this logical id. */
  pipe?: { id: string; enrichment?: string };
  /** Logical id of the on-failure destination. */
  onFailureDestination?: string;
  enabled: boolean;
}

export type TargetKind =
  | 'OpenSearch'
  | 'S3'
  | 'SNS'
  | 'SES'
  | 'SQS'
  | 'Logs'
  | 'Table'
  | 'StepFunctions'
  | 'EventBridge'
  | 'Redshift';

export interface TargetDefinition {
  id: string;
  name: string;
  kind: TargetKind;
}

export interface EventRuleDefinition {
  id: string;
  name: string;
  /** Logical id of the event bus, a target. */
  bus: string;
  /** An event pattern as JSON text. */
  pattern: string;
  enabled: boolean;
  /** Logical ids of targets and functions. */
  targets: string[];
}

export type { AlarmDefinition, AlarmStateName, MetricName, Statistic } from './alarmDefinition.ts';
export interface TrafficDefinition {
  /** Logical id of the table. */
  table: string;
  fromMs: number;
  /** Absent: until the end. */
  forMs?: number;
  perSecond: number;
  arrival: 'Steady' | 'Poisson';
  keys: {
    count: number;
    distribution: 'Uniform' | 'Zipf' | 'Hot';
    prefix: string;
    /** Zipf's exponent. */
    skew: number;
    /** Hot: the share (0 to 1) that goes to the first `hotKeys` keys. */
    share: number;
    hotKeys: number;
  };
  /** Weights. */
  mix: { insert: number; modify: number; remove: number; noOp: number };
  itemBytes: number;
  /** More attributes of the items, in turn: an item keeps its own. */
  attributes?: AttributeMap[];
  /** Attributes set to the writer's clock, beside the watermarks of the pollers. */
  stamps?: string[];
  /** How far the writers' clocks are apart from the true time, either way, at most. */
  clockSkewMs?: number;
  /** Some writes (a share, 0 to 1) reach the table so much later. */
  slowCommits?: { share: number; byMs: number };
}

export type FaultKind =
  | 'Error'
  | 'Poison'
  | 'Throttle'
  | 'Timeout'
  | 'CrashBeforeEffect'
  | 'CrashAfterEffect'
  | 'Slow'
  | 'Unavailable'
  | 'PermissionLost'
  | 'WorkerCrash'
  | 'SplitPartition';

export interface FaultDefinition {
  kind: FaultKind;
  /** Logical id of the function, target, table or application that it strikes. */
  target: string;
  atMs: number;
  /** Absent: until it is healed. */
  forMs?: number;
  /** Poison: an item matches when it has all of these attributes with these values. */
  match?: AttributeMap;
  /** CrashAfterEffect: chance per invocation, 0 to 1. */
  probability: number;
  /** Slow: how many times as long. */
  factor: number;
}

export interface GoalDefinition {
  law: string;
  of: string;
}

/**
 * One thing that somebody asks for, in AWS's words where AWS has them.
 *
 * | call | input |
 * | --- | --- |
 * | `dynamodb:PutItem` and all others of `callNames` that are AWS's | AWS's own members; `TableName` may be a logical id |
 * | `lambda:UpdateEventSourceMapping` | `UUID` (the mapping's id) and the members to change, in effect some seconds later |
 * | `shardscope:Redrive` | `document`, the number of an on-failure document; gives its records to the function once more, while they live |
 * | `shardscope:StartFault` | {@link FaultDefinition} without `atMs`; returns its number in the journal |
 * | `shardscope:StopFault` | `{ kind, target }`, and `match` for one of several poisons |
 * | `shardscope:SaveCode`, `shardscope:TestFunction` | `{ function, code }`, null for its effects, and as `described` what AWS tells of a package; `{ function, Payload }`, JSON text |
 * | `shardscope:SetFunction` | `function`, and `durationMs`, `coldStartMs`, `effects` of {@link FunctionDefinition} as far as they change; effects only in how they guard against repeats |
 * | `shardscope:SetTraffic` | `{ table, perSecond }`; 0 switches it off |
 */
export interface Command {
  call: string;
  input: Record<string, unknown>;
  /**
   * Carried out at once, with an answer, as for a client that has already waited for the network.
   * Otherwise a write travels to its table first, and can be seen to.
   */
  immediate?: boolean;
  /** A handler's: no command of the history but a consequence. */
  isHandlers?: boolean;
}

export interface SimulationDefinition {
  title: string;
  seed: number;
  /** The virtual clock's first instant, epoch milliseconds. */
  startAtMs: number;
  /** How long a headless run goes. */
  untilMs: number;
  region: string;
  accountId: string;
  /** Concurrent invocations in the Region; AWS's 1,000 where it is absent. */
  accountConcurrency?: number;
  tables: TableDefinition[];
  kinesisStreams: KinesisStreamDefinition[];
  functions: FunctionDefinition[];
  eventSourceMappings: EventSourceMappingDefinition[];
  targets: TargetDefinition[];
  eventRules?: EventRuleDefinition[];
  alarms?: AlarmDefinition[];
  pollers: PollerDefinition[];
  traffic: TrafficDefinition[];
  faults: FaultDefinition[];
  commands: { atMs: number; command: Command }[];
  goals: GoalDefinition[];
  /** Resources and properties that are shown but not simulated, one sentence each. */
  inert: string[];
  /** How late time to live deletes what has expired; minutes, up to 48 hours, where nothing is said. */
  timeToLiveDelayMs?: { p50: number; p99: number };
}
