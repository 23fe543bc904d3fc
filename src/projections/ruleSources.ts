/** Where the rules that explain a history are from: the page of AWS's that says so, where one does. */
import type { RuleId } from './ruleTexts.ts';

export interface RuleSource {
  title: string;
  address: string;
}

const AWS = 'https://docs.aws.amazon.com';
const STREAMS = {
  title: 'DynamoDB Developer Guide: Streams',
  address: `${AWS}/amazondynamodb/latest/developerguide/Streams.html`,
};
const MAPPINGS = {
  title: 'Lambda Developer Guide: event source mappings',
  address: `${AWS}/lambda/latest/dg/invocation-eventsourcemapping.html`,
};
const LAMBDA_DDB = {
  title: 'Lambda Developer Guide: DynamoDB streams',
  address: `${AWS}/lambda/latest/dg/with-ddb.html`,
};
const MAPPING_API = {
  title: 'Lambda API reference: CreateEventSourceMapping',
  address: `${AWS}/lambda/latest/api/API_CreateEventSourceMapping.html`,
};
const FILTERING = {
  title: 'Lambda Developer Guide: event filtering',
  address: `${AWS}/lambda/latest/dg/invocation-eventfiltering.html`,
};
const GET_RECORDS = {
  title: 'DynamoDB Streams API reference: GetRecords',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_streams_GetRecords.html`,
};
const TIMEOUT = {
  title: 'Lambda Developer Guide: timeout',
  address: `${AWS}/lambda/latest/dg/configuration-timeout.html`,
};
const KINESIS = {
  title: 'DynamoDB Developer Guide: Kinesis Data Streams',
  address: `${AWS}/amazondynamodb/latest/developerguide/kds.html`,
};
const SCAN = {
  title: 'DynamoDB Developer Guide: Scan',
  address: `${AWS}/amazondynamodb/latest/developerguide/Scan.html`,
};
const PARTITIONS = {
  title: 'DynamoDB Developer Guide: partition key design',
  address: `${AWS}/amazondynamodb/latest/developerguide/bp-partition-key-design.html`,
};
const UPDATE_TABLE = {
  title: 'DynamoDB API reference: UpdateTable',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_UpdateTable.html`,
};
const STREAM_RECORD = {
  title: 'DynamoDB Streams API reference: StreamRecord',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html`,
};
const SHARD_ITERATOR = {
  title: 'DynamoDB Streams API reference: GetShardIterator',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html`,
};
const PLACEMENT = {
  title: 'DynamoDB Developer Guide: partitions and data distribution',
  address: `${AWS}/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html`,
};
const SPLITS = {
  title: 'AWS Database Blog: scaling DynamoDB, part 3',
  address:
    'https://aws.amazon.com/blogs/database/part-3-scaling-dynamodb-how-partitions-hot-keys-and-split-for-heat-impact-performance/',
};
const CAPACITY = {
  title: 'DynamoDB Developer Guide: read and write capacity',
  address: `${AWS}/amazondynamodb/latest/developerguide/read-write-operations.html`,
};
const BATCH_WRITE = {
  title: 'DynamoDB API reference: BatchWriteItem',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_BatchWriteItem.html`,
};
const TRANSACTIONS = {
  title: 'DynamoDB Developer Guide: transactions',
  address: `${AWS}/amazondynamodb/latest/developerguide/transaction-apis.html`,
};
const TTL = {
  title: 'DynamoDB Developer Guide: time to live',
  address: `${AWS}/amazondynamodb/latest/developerguide/TTL.html`,
};
const TTL_STREAMS = {
  title: 'DynamoDB Developer Guide: streams and time to live',
  address: `${AWS}/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html`,
};
const SES = {
  title: 'SES API: SendEmail',
  address: `${AWS}/ses/latest/APIReference-V2/API_SendEmail.html`,
};
const SQS = {
  title: 'SQS Developer Guide: deduplication',
  address: `${AWS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html`,
};
const OPENSEARCH = {
  title: 'OpenSearch: index document, versions',
  address: 'https://docs.opensearch.org/latest/api-reference/document-apis/index-document/',
};

const TABLE_TTL = {
  title: 'DynamoDB API reference: UpdateTimeToLive',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html`,
};
const DESTINATION = {
  title: 'DynamoDB API reference: EnableKinesisStreamingDestination',
  address: `${AWS}/amazondynamodb/latest/APIReference/API_EnableKinesisStreamingDestination.html`,
};
const CONCURRENCY = {
  title: 'Lambda Developer Guide: concurrency',
  address: `${AWS}/lambda/latest/dg/lambda-concurrency.html`,
};
const INVOKE = {
  title: 'Lambda API reference: Invoke',
  address: `${AWS}/lambda/latest/api/API_Invoke.html`,
};
const ASYNCHRONOUS = {
  title: 'Lambda Developer Guide: asynchronous invocation',
  address: `${AWS}/lambda/latest/dg/invocation-async.html`,
};
const CONFIGURATION = {
  title: 'Lambda API reference: UpdateFunctionConfiguration',
  address: `${AWS}/lambda/latest/api/API_UpdateFunctionConfiguration.html`,
};
const ENRICHMENT = {
  title: 'EventBridge User Guide: pipes enrichment',
  address: `${AWS}/eventbridge/latest/userguide/pipes-enrichment.html`,
};
const EVENT_RULES = {
  title: 'EventBridge User Guide: rules',
  address: `${AWS}/eventbridge/latest/userguide/eb-rules.html`,
};
const ALARMS = {
  title: 'CloudWatch User Guide: alarms',
  address: `${AWS}/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html`,
};
const MISSING_DATA = {
  title: 'CloudWatch User Guide: missing data',
  address: `${AWS}/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html`,
};
const METRIC_ALARM = {
  title: 'CloudWatch API reference: PutMetricAlarm',
  address: `${AWS}/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html`,
};

const SOURCES: Partial<Record<RuleId, RuleSource>> = {
  ...{ T1: STREAMS, T2: STREAMS, S1: STREAMS, S5: STREAMS, S6: STREAMS, S12: STREAMS },
  ...{ E11: LAMBDA_DDB, E12: LAMBDA_DDB, E22: FILTERING, E27: LAMBDA_DDB },
  ...{ E28: FILTERING, E29: LAMBDA_DDB, E32: MAPPING_API },
  ...{ E31: GET_RECORDS, E37: LAMBDA_DDB, E38: MAPPINGS, E45: LAMBDA_DDB },
  ...{ T5: STREAMS, T7: UPDATE_TABLE, S4: STREAMS, S16: STREAMS, S17: STREAMS },
  ...{ T3: CAPACITY, T11: BATCH_WRITE, T12: TRANSACTIONS, T14: TTL, T15: TTL_STREAMS },
  ...{ S11: STREAM_RECORD, S13: STREAM_RECORD, S14: STREAM_RECORD },
  ...{ S18: GET_RECORDS, S19: SHARD_ITERATOR, S20: SHARD_ITERATOR, S21: GET_RECORDS },
  ...{ S22: GET_RECORDS, P1: PLACEMENT, P4: SPLITS, P5: CAPACITY, P6: SPLITS },
  ...{ P2: PARTITIONS, W1: SCAN, W2: SCAN },
  ...{ K1: KINESIS, K4: KINESIS, K5: KINESIS, K6: KINESIS },
  ...{ E1: MAPPINGS, E2: LAMBDA_DDB, E3: LAMBDA_DDB, E4: MAPPINGS, E5: LAMBDA_DDB },
  ...{ E7: MAPPING_API, E8: LAMBDA_DDB, E9: LAMBDA_DDB, F4: MAPPINGS, F5: TIMEOUT },
  ...{ T6: UPDATE_TABLE, T16: TABLE_TTL, P8: CAPACITY, K20: DESTINATION, S24: GET_RECORDS },
  ...{ E10: MAPPING_API, E13: MAPPINGS, E40: LAMBDA_DDB, E41: LAMBDA_DDB },
  ...{ E42: LAMBDA_DDB, E43: LAMBDA_DDB, E50: ENRICHMENT, W8: PARTITIONS },
  ...{ F7: CONCURRENCY, F10: INVOKE, F11: ASYNCHRONOUS, F13: CONFIGURATION },
  ...{ D20: EVENT_RULES, D22: ASYNCHRONOUS, M2: ALARMS, M3: MISSING_DATA, M4: METRIC_ALARM },
  ...{ D1: OPENSEARCH, D2: OPENSEARCH, D4: OPENSEARCH, D5: SES, D6: SQS },
};

/** The source of a rule, or null where nobody outside says so: what is assumed, or ours. */
export const sourceOf = (id: RuleId): RuleSource | null => SOURCES[id] ?? null;
