/** Practice: the two streams of a table, and how quickly a function grows. */
import { calls, is } from '../shorthand.ts';
import { call, disableStream, ordersLab, put, remove } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const IN_KINESIS = 'kinesisStreams.Changes.records';
const IN_STREAM = 'streams.Orders.records.INSERT';
const kinesis = { 'Fn::GetAtt': ['Changes', 'Arn'] };
const table = {
  KinesisStreamSpecification: { StreamArn: kinesis },
};
const changes = (RetentionPeriodHours: number) => ({
  Changes: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 1, RetentionPeriodHours } },
});

const events = (count: number) =>
  Array.from({ length: count }, () =>
    call('1s', 'lambda:Invoke', { FunctionName: 'Indexer', InvocationType: 'Event' }),
  );

const architect = { exam: 'SAA-C03', domain: 3 } as const;
const engineer = { exam: 'DEA-C01', domain: 1 } as const;
const choosing = { exam: 'Interview', domain: 3 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'one-stream-off',
    claims: ['12.31'],
    exams: [engineer, choosing],
    lab: ordersLab({
      table,
      commands: [put('1s', 'order#1'), disableStream('5s'), put('30s', 'order#2')],
      resources: changes(24),
    }),
    until: '1m',
    question: {
      kind: 'one',
      choices: [
        {
          id: 'both',
          holds: [is(IN_KINESIS, 2), is(IN_STREAM, 2)],
          world: calls(put('1s', 'order#1'), put('30s', 'order#2')),
        },
        { id: 'kinesis', holds: [is(IN_KINESIS, 2), is(IN_STREAM, 1)] },
        { id: 'neither', holds: [is(IN_KINESIS, 1), is(IN_STREAM, 1)] },
      ],
    },
    words: {
      title: 'One of two is switched off',
      text: [
        'A table has its DynamoDB stream, and Kinesis Data Streams for DynamoDB as well. An order is put. Then the DynamoDB stream is disabled. Another order is put.',
      ],
      ask: 'Where is the second order?',
      choices: {
        both: 'In both: they are one stream with two names',
        kinesis: 'In the Kinesis data stream only',
        neither: 'In neither: Kinesis reads the DynamoDB stream',
      },
      worlds: { both: 'Here nothing is disabled.' },
      after: [
        'They are two features. The table writes into each by itself, and either can be had without the other.',
      ],
    },
  },
  {
    id: 'two-days-later',
    claims: ['12.31', '11.1'],
    exams: [architect, choosing],
    lab: ordersLab({
      table,
      commands: [put('1s', 'order#1'), remove('5s', 'order#1')],
      resources: changes(72),
    }),
    until: '48h',
    seconds: 8,
    question: {
      kind: 'several',
      choices: [
        { id: 'stream', holds: [is('shards.Orders.records', 2)] },
        { id: 'kinesis', holds: [is(IN_KINESIS, 2), is('kinesisStreams.Changes.trimmed', 0)] },
        { id: 'trimmed', holds: [is('streams.Orders.trimmed', 2)] },
      ],
    },
    words: {
      title: 'Two days later',
      text: [
        'An order is put and deleted. The table has a DynamoDB stream, and a Kinesis data stream with a retention of 72 hours.',
      ],
      ask: 'What is so after two days?',
      choices: {
        stream: 'Both changes can be read in the DynamoDB stream',
        kinesis: 'Both changes can be read in the Kinesis data stream',
        trimmed: 'The DynamoDB stream had both, and has neither now',
      },
      after: [
        'A DynamoDB stream keeps 24 hours, and no setting changes that. Longer retention is one reason for Kinesis; more than two readers, or Firehose, are others.',
      ],
    },
  },
  {
    id: 'a-crowd-at-once',
    claims: ['12.19'],
    exams: [{ exam: 'DVA-C02', domain: 4 }, architect],
    lab: ordersLab({
      commands: events(1_400),
      behaviour: { DurationMs: { P50: 8_000, P99: 8_000 } },
      section: { AccountConcurrency: 5_000 },
    }),
    from: '500ms',
    until: '4s',
    question: {
      kind: 'one',
      choices: [
        {
          id: 'five-hundred',
          holds: [is('log.requestStarted', 500)],
          world: ['Metadata.Shardscope.AccountConcurrency=500'],
        },
        { id: 'thousand', holds: [is('log.requestStarted', 1_000)] },
        {
          id: 'all',
          holds: [is('log.requestThrottled', 0)],
          world: calls(...events(900)),
        },
      ],
    },
    words: {
      title: 'A crowd at once',
      text: [
        'A function has slept. In one second 1,400 asynchronous events come for it, and each takes eight seconds. The account’s concurrency is 5,000.',
      ],
      ask: 'How many environments has the function got after three seconds?',
      choices: {
        'five-hundred': '500, with 500 more in each minute',
        thousand: '1,000, with 1,000 more after ten seconds',
        all: 'As many as there are events',
      },
      worlds: {
        'five-hundred': 'Here the account’s concurrency is 500.',
        all: 'Here there are 900 events.',
      },
      after: [
        'Since November 2023 each function grows by up to 1,000 environments every ten seconds. What finds no room is throttled, and asynchronous events are tried again by themselves.',
      ],
    },
  },
];
