/** Practice: how many may read a stream, what they get, how often, and in which order. */
import { added, atLeast, calls, is } from '../shorthand.ts';
import { anotherFunction, connect, orderEachSecond, ordersLab, placed } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER, INTERVIEW } from './shorthand.ts';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'a-third-reader',
    claims: ['11.4'],
    exams: [{ exam: 'SAA-C03', domain: 3 }, INTERVIEW],
    lab: ordersLab({
      commands: orderEachSecond(1, 8),
      resources: { Mailer: anotherFunction(true), Counter: anotherFunction(true) },
    }),
    until: '20s',
    question: {
      kind: 'one',
      choices: [
        {
          id: 'fine',
          holds: [is('log.shardReadThrottled', 0)],
          world: ['Resources.Counter.Properties.Events={}'],
        },
        { id: 'throttled', holds: [atLeast('log.shardReadThrottled', 1)] },
      ],
    },
    words: {
      title: 'Three functions, one stream',
      text: ['A search index, a mailer and a counter each have a mapping of the same stream.'],
      ask: 'How do they get along?',
      choices: {
        fine: 'Each reads as if it were alone',
        throttled: 'Some of their reads are refused',
      },
      worlds: { fine: 'Here the counter reads nothing, so there are two readers.' },
      after: [
        'Two readers for each shard are what a stream serves; in global tables AWS advises one. For more, let one function hand on to SNS or EventBridge, or use Kinesis Data Streams.',
      ],
    },
  },
  {
    id: 'order-in-kinesis',
    claims: ['11.5'],
    exams: [
      { exam: 'DEA-C01', domain: 1 },
      { exam: 'Interview', domain: 3 },
    ],
    lab: ordersLab({
      table: {
        BillingMode: 'PAY_PER_REQUEST',
        ProvisionedThroughput: undefined,
        KinesisStreamSpecification: { StreamArn: { 'Fn::GetAtt': ['Feed', 'Arn'] } },
      },
      resources: { Feed: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 1 } } },
      section: {
        Traffic: [
          {
            Table: 'Orders',
            PerSecond: 10,
            For: '2m',
            Keys: { Count: 5, Prefix: 'order#' },
            Mix: { Modify: 1 },
          },
        ],
      },
    }),
    until: '130s',
    rules: ['K4', 'K5'],
    question: {
      kind: 'several',
      choices: [
        { id: 'stream', holds: [is('consumers.Indexer.orderViolations', 0)] },
        { id: 'order', holds: [is('kinesisStreams.Feed.outOfOrder', 0)] },
        { id: 'once', holds: [is('kinesisStreams.Feed.duplicates', 0)] },
        { id: 'there', holds: [atLeast('kinesisStreams.Feed.records', 1_190)] },
      ],
    },
    words: {
      title: 'The same changes twice',
      text: [
        'A table sends its changes to its DynamoDB stream and to a Kinesis data stream. Five orders are changed 1,200 times in two minutes.',
      ],
      ask: 'What is true after these two minutes?',
      choices: {
        stream: 'A function on the DynamoDB stream got each order’s changes in order',
        order: 'In the data stream each order’s changes are in order',
        once: 'In the data stream each change is there once',
        there: 'The data stream has practically all of the changes',
      },
      after: [
        'Kinesis Data Streams for DynamoDB may write a record twice, and out of order. How often is not said; the rates here are assumed. Readers have to sort and to tell repeats.',
      ],
    },
  },
  {
    id: 'straight-to-a-topic',
    claims: ['11.6'],
    exams: [{ exam: 'SAA-C03', domain: 2 }, DEVELOPER],
    lab: ordersLab({
      commands: [placed, connect('3s', 'arn:aws:sns:us-east-1:123456789012:orders')],
      resources: { Mailer: anotherFunction(false) },
    }),
    from: '2s',
    until: '8s',
    question: {
      kind: 'one',
      choices: [
        {
          id: 'made',
          holds: [added('log.mappingCreated', 1)],
          world: calls(placed, connect('3s', 'Mailer')),
        },
        { id: 'refused', holds: [added('log.mappingCreated', 0), added('log.callFailed', 1)] },
      ],
    },
    words: {
      title: 'From the stream to SNS',
      text: [
        'Changes are to be sent to an SNS topic. Somebody makes an event source mapping of the stream, with the ARN of the topic in place of a function.',
      ],
      ask: 'What comes of it?',
      choices: { made: 'A mapping', refused: 'A refusal' },
      worlds: { made: 'Here it names a function, which may publish to the topic.' },
      after: [
        'A stream has no targets of its own. A Lambda function or an EventBridge pipe reads it and sends on.',
      ],
    },
  },
  {
    id: 'read-units-of-reading',
    claims: ['11.7'],
    exams: [{ exam: 'SAA-C03', domain: 4 }, INTERVIEW],
    lab: ordersLab({ commands: orderEachSecond(1, 20) }),
    until: '30s',
    rules: ['S31'],
    question: {
      kind: 'one',
      choices: [
        { id: 'none', holds: [is('tables.Orders.rcu', 0)] },
        {
          id: 'some',
          holds: [atLeast('tables.Orders.rcu', 1)],
          world: ['Metadata.Shardscope.Pollers={"Scan":{"Table":"Orders","Every":"10s"}}'],
        },
      ],
    },
    words: {
      title: 'What reading takes',
      text: [
        'Twenty orders are put, one a second. A function reads all of them from the stream, looking four times a second.',
      ],
      ask: 'How many read units of the table does this take?',
      choices: { none: 'None', some: 'At least one for every few records' },
      worlds: { some: 'Here a scan asks the table every ten seconds as well.' },
      after: [
        'A stream is read beside the table and takes nothing of its capacity. A scan does, whether there is something new or not.',
      ],
    },
  },
];
