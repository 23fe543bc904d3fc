/** Practice: what becomes of partitions that were needed once. */
import { call, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const _SUCCEEDED = 'consumers.Indexer.records.succeeded';
const _EXPIRED = 'consumers.Indexer.records.expired';
const ARN = 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000';

const placed = put('1s', 'order#1', { status: 'placed' });
const stream = (at: string, StreamSpecification: object) =>
  call(at, 'dynamodb:UpdateTable', { TableName: 'Orders', StreamSpecification });
const _enable = (at: string) =>
  stream(at, { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
const _disable = (at: string) => stream(at, { StreamEnabled: false });
const grow = (at: string, WriteCapacityUnits: number) =>
  call(at, 'dynamodb:UpdateTable', {
    TableName: 'Orders',
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits },
  });
const _switchOn = (at: string) =>
  call(at, 'lambda:UpdateEventSourceMapping', { UUID: 'Indexer', Enabled: true });
const _refusedUpdate = (error: string) => `refused.dynamodb:UpdateTable.${error}`;
/** A read with an iterator of 3 seconds past nine, at the first record. */
const _read = (Limit: number) =>
  call('4s', 'dynamodbstreams:GetRecords', {
    Limit,
    ShardIterator: `${ARN}|1|${btoa('0.0.3000000.-1.'.padEnd(48, '.'))}`,
  });

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'partitions-that-were-needed-once',
    claims: ['12.25'],
    exams: [
      { exam: 'DBS-C01', domain: 1 },
      { exam: 'SAA-C03', domain: 3 },
    ],
    lab: ordersLab({ commands: [placed, grow('10s', 2_500), grow('60s', 5)] }),
    from: '5s',
    until: '5m',
    rules: ['P4', 'P6'],
    question: { kind: 'estimate', measure: 'partitions.Orders.open', within: 1 },
    words: {
      title: 'Up and down',
      text: [
        'A table with 5 write units has one partition. It is raised to 2,500 units for a minute, and set back to 5.',
      ],
      ask: 'How many partitions does it have then?',
      unit: 'partitions',
      after: [
        'More throughput splits partitions; less never merges them. The stream has as many open shards.',
      ],
    },
  },
];
