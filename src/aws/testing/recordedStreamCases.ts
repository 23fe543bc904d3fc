/** The calls behind the recorded cases of streams, and of what a table sends to a data stream. */
import type { StreamViewType } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import type { Step } from './callSequence.ts';
import {
  createTable,
  ECHO,
  ON_DEMAND,
  put,
  type RecordedCase,
  streamOn,
  text,
} from './recordedCases.ts';

export const PROVISIONED = {
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
};

const streamed = (name: string, key: string, view: StreamViewType, writes: Step[]) => ({
  name: `test_${name}`,
  handler: ECHO,
  steps: [
    createTable(key, { ...PROVISIONED, ...streamOn(view) }),
    { until: 'ACTIVE' } as const,
    { call: 'dynamodbstreams:DescribeStream', input: { StreamArn: '$stream' } },
    ...writes,
    { wait: 1 },
    {
      call: 'dynamodbstreams:GetShardIterator',
      input: { StreamArn: '$stream', ShardId: '$shard', ShardIteratorType: 'TRIM_HORIZON' },
    },
    { call: 'dynamodbstreams:GetRecords', input: { ShardIterator: '$iterator' } },
  ],
});

const batch = (...recorded: object[]): Step => ({
  call: 'dynamodb:BatchWriteItem',
  input: { RequestItems: { recorded } },
});
const update = (Key: AttributeMap, one: string, two: string): Step => ({
  call: 'dynamodb:UpdateItem',
  input: {
    TableName: 'recorded',
    Key,
    UpdateExpression: 'SET attr1 = :v1, attr2 = :v2',
    ExpressionAttributeValues: { ':v1': text(one), ':v2': text(two) },
  },
});
const ITEM = { id: text('my-item-id') };
const FRED = { id: text('Fred') };
const FRESH = { id: text('NewKey') };

export const streamCases: readonly RecordedCase[] = [
  streamed('batch_write_items_streaming', 'id', 'NEW_AND_OLD_IMAGES', [
    put(FRED),
    batch({ PutRequest: { Item: FRED } }, { PutRequest: { Item: FRESH } }),
    batch(
      { DeleteRequest: { Key: FRESH } },
      { PutRequest: { Item: { ...FRED, name: text('Fred') } } },
    ),
  ]),
  streamed(
    'dynamodb_stream_stream_view_type',
    'Username',
    'KEYS_ONLY',
    ['Fred', 'Alice'].flatMap((name) => {
      const Key = { Username: text(name) };
      return [
        put(Key),
        update(Key, 'value1', 'value2'),
        { call: 'dynamodb:DeleteItem', input: { TableName: 'recorded', Key } },
      ];
    }),
  ),
  streamed('dynamodb_stream_records_with_update_item', 'id', 'NEW_AND_OLD_IMAGES', [
    update(ITEM, 'value1', 'value2'),
    update(ITEM, 'value1', 'value2'),
    update(ITEM, 'value2', 'value3'),
  ]),
];

export const kinesisCases: readonly RecordedCase[] = [
  {
    name: 'test_enable_kinesis_streaming_destination',
    handler: ECHO,
    more: {
      kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 1, retentionHours: 24 }],
    },
    steps: [
      createTable('id', ON_DEMAND),
      { until: 'ACTIVE' },
      {
        call: 'dynamodb:EnableKinesisStreamingDestination',
        input: {
          TableName: 'recorded',
          StreamArn: 'arn:aws:kinesis:us-east-1:111111111111:stream/changes',
        },
      },
      { wait: 10 },
      put({ id: text('test') }),
      { wait: 30 },
      { read: 'dataStream' },
    ],
  },
  {
    name: 'test_non_existent_stream',
    handler: ECHO,
    steps: [
      {
        call: 'dynamodbstreams:DescribeStream',
        input: {
          StreamArn:
            'arn:aws:dynamodb:us-east-1:111111111111:table/nowhere/stream/2024-11-18T14:36:44.149',
        },
      },
    ],
  },
];
