/** The calls behind each case that was recorded from AWS; what each stands for is in the recordings' README. */
import type { StreamViewType } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import type { DynamoDbEventRecord } from '../../engine/lambda/events/eventRecord.ts';
import type { FunctionHandler } from '../../engine/lambda/function/handler.ts';
import type { SequenceLab, Step } from './callSequence.ts';

export interface RecordedCase extends SequenceLab {
  name: string;
  steps: readonly Step[];
}

/** Gives back what it was given. */
export const ECHO: FunctionHandler = (event) => ({ kind: 'response', payload: event });
export const RAISE: FunctionHandler = () => ({
  kind: 'error',
  errorType: 'ZeroDivisionError',
  errorMessage: 'division by zero',
});
export const returns =
  (payload: unknown): FunctionHandler =>
  () => ({ kind: 'response', payload });
/** Reports every record whose item says that it should fail. */
export const REPORT: FunctionHandler = (event) => {
  const batchItemFailures = (event.Records as DynamoDbEventRecord[])
    .filter(({ dynamodb }) => {
      const flag = dynamodb.NewImage?.should_fail;
      return flag !== undefined && 'BOOL' in flag && flag.BOOL;
    })
    .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber }));
  return { kind: 'response', payload: { batchItemFailures } };
};

/** A lab that has a queue for failures; the rest is made by calls. */
export const TARGETS = [{ id: 'Failures', name: 'failures', kind: 'SQS' as const }];
export const ON_FAILURE = {
  DestinationConfig: {
    OnFailure: { Destination: 'arn:aws:sqs:us-east-1:111111111111:failures' },
  },
};
const REPORTED = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const ONE_BY_ONE = { BatchSize: 1, MaximumBatchingWindowInSeconds: 1, MaximumRetryAttempts: 1 };
const BY_THREE = { BatchSize: 3, MaximumBatchingWindowInSeconds: 1, MaximumRetryAttempts: 3 };

export const createFunction: Step = {
  call: 'lambda:CreateFunction',
  input: {
    FunctionName: 'Function',
    Role: 'arn:aws:iam::111111111111:role/lambda-role',
    Runtime: 'python3.12',
    Handler: 'handler.handler',
    Code: { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
  },
};

export const createTable = (key: string, more: object): Step => ({
  call: 'dynamodb:CreateTable',
  input: {
    TableName: 'recorded',
    KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
    ...more,
  },
});
export const ON_DEMAND = { BillingMode: 'PAY_PER_REQUEST' };

export const streamOn = (StreamViewType: StreamViewType) => ({
  StreamSpecification: { StreamEnabled: true, StreamViewType },
});

export const createMapping = (more: object): Step => ({
  call: 'lambda:CreateEventSourceMapping',
  input: {
    FunctionName: 'Function',
    EventSourceArn: '$stream',
    StartingPosition: 'TRIM_HORIZON',
    ...more,
  },
});

export const put = (Item: AttributeMap): Step => ({
  call: 'dynamodb:PutItem',
  input: { TableName: 'recorded', Item },
});

/** A table by itself, then its stream, then a mapping until it is ready. */
export const opening = (key: string, view: StreamViewType, mapping: object): Step[] => [
  createFunction,
  createTable(key, ON_DEMAND),
  { until: 'ACTIVE' },
  { call: 'dynamodb:UpdateTable', input: { TableName: 'recorded', ...streamOn(view) } },
  { until: 'ACTIVE' },
  createMapping(mapping),
  { until: 'Enabled' },
];

const LONG_ENOUGH: Step[] = [{ wait: 60 }, { read: 'log' }, { read: 'messages' }];
const HW = { my_partition_key: { S: 'hello world' } };
const HWB = { ...HW, binary_key: { B: 'Zm9vYmFy' } };

interface Told {
  name: string;
  handler?: FunctionHandler;
  mapping?: object;
  puts?: Step[];
}

const whole = ({ name, handler = ECHO, mapping = ONE_BY_ONE, puts = [put(HWB)] }: Told) => ({
  name: `test_dynamodb_${name}`,
  handler,
  more: { targets: TARGETS },
  steps: [...opening('my_partition_key', 'NEW_IMAGE', mapping), ...puts, ...LONG_ENOUGH],
});

/** After each put the log is read, for filters show in what is not in it. */
const filtered = (name: string, pattern: unknown, ...puts: AttributeMap[]): RecordedCase => ({
  name: `test_dynamodb_event_filter[${name}]`,
  handler: ECHO,
  steps: [
    ...opening('id', 'NEW_AND_OLD_IMAGES', {
      ...ONE_BY_ONE,
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] },
    }),
    ...puts.flatMap((item): Step[] => [put(item), { wait: 10 }, { read: 'log' }]),
  ],
});

const fails = (name: string, handler: FunctionHandler) =>
  whole({
    name: `report_batch_item_failure_scenarios[${name}]`,
    handler,
    mapping: { ...BY_THREE, ...REPORTED, ...ON_FAILURE },
  });

const succeeds = (name: string, handler: FunctionHandler) =>
  whole({
    name: `report_batch_item_success_scenarios[${name}]`,
    handler,
    mapping: { BatchSize: 1, MaximumRetryAttempts: 2, ...REPORTED },
  });

export const text = (S: string) => ({ S });

export const mappingCases: readonly RecordedCase[] = [
  whole({ name: 'event_source_mapping' }),
  {
    name: 'test_deletion_event_source_mapping_with_dynamodb',
    handler: ECHO,
    steps: [
      createFunction,
      createTable('id', { ...ON_DEMAND, ...streamOn('NEW_IMAGE') }),
      { until: 'ACTIVE' },
      createMapping({}),
      { until: 'Enabled' },
      { call: 'dynamodb:DeleteTable', input: { TableName: '$table' } },
      { wait: 20 },
      { call: 'lambda:ListEventSourceMappings', input: { EventSourceArn: '$stream' } },
    ],
  },
  whole({
    name: 'event_source_mapping_with_on_failure_destination_config',
    handler: RAISE,
    mapping: { ...ONE_BY_ONE, ...ON_FAILURE },
    puts: [put(HW)],
  }),
  {
    name: 'test_esm_with_not_existing_dynamodb_stream',
    handler: ECHO,
    steps: [
      createFunction,
      createMapping({
        ...ONE_BY_ONE,
        EventSourceArn:
          'arn:aws:dynamodb:us-east-1:111111111111:table/test-table-4a53f4e8/stream/2025-02-22T03:03:25.490',
      }),
    ],
  },
  {
    name: 'test_dynamodb_invalid_event_filter[single-string]',
    handler: ECHO,
    steps: opening('id', 'NEW_AND_OLD_IMAGES', {
      ...ONE_BY_ONE,
      FilterCriteria: { Filters: [{ Pattern: 'single-string' }] },
    }).slice(0, -1),
  },
  filtered(
    'insert_same_entry_twice',
    { eventName: ['INSERT'] },
    { id: text('id_value'), id2: text('id2_value') },
    { id: text('id_value'), id2: text('id2_value') },
  ),
  filtered(
    'content_or_filter',
    { eventName: ['INSERT', 'MODIFY'] },
    { id: text('id_value') },
    { id: text('id_value'), id2: text('id2_new_value') },
  ),
  filtered(
    'exists_filter_type',
    { dynamodb: { NewImage: { presentKey: { S: [{ exists: true }] } } } },
    { id: text('id_value_1'), presentKey: text('presentValue') },
    { id: text('id_value_2') },
  ),
  filtered(
    'numeric_filter',
    {
      dynamodb: {
        NewImage: { numericFilter: { N: [{ numeric: ['>', 100] }, { 'anything-but': '101' }] } },
      },
    },
    { id: text('id_value_1'), numericFilter: { N: '42' } },
    { id: text('id_value_2'), numericFilter: { N: '101' } },
  ),
  filtered(
    'date_time_conversion',
    { dynamodb: { ApproximateCreationDateTime: [{ numeric: ['>', 0] }] } },
    { id: text('id_value_1') },
    { id: text('id_value_2') },
  ),
  whole({
    name: 'report_batch_item_failures',
    handler: REPORT,
    mapping: { ...BY_THREE, ...REPORTED, ...ON_FAILURE },
    puts: [0, 1, 2, 3, 4, 5].flatMap((i): Step[] => [
      put({ my_partition_key: text(`testId${i}`), should_fail: { BOOL: i === 5 } }),
      { wait: 0.1 },
    ]),
  }),
  fails(
    'empty_string_item_identifier_failure',
    returns({ batchItemFailures: [{ itemIdentifier: '' }] }),
  ),
  fails('invalid_key_foo_failure', returns({ batchItemFailures: [{ foo: 123 }] })),
  fails('unhandled_exception_in_function', RAISE),
  succeeds('empty_list_success', returns([])),
  succeeds('null_success', returns(null)),
];
