/** Practice: where a mapping tells of what it has given up, and what is told. */
import { atLeast, calls, is } from '../shorthand.ts';
import { call, MAPPING, ordersLab, put, redrive } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const DISCARDED = 'consumers.Indexer.records.discarded';
const LETTERS = 'targets.DeadLetters.size';
const INDEXED = 'targets.OrderSearch.size';
const GONE = 'refused.shardscope:Redrive.TrimmedDataAccessException';

const queue = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };
const onFailure = { OnFailure: { Destination: queue } };
const resources = { DeadLetters: { Type: 'AWS::SQS::Queue', Properties: {} } };
const orders = (count: number) =>
  Array.from({ length: count }, (_, i) => put(`${1_000 + i * 25}ms`, `order#${i + 1}`));
const error = (For?: string) => ({
  Faults: [{ Target: 'Indexer', Kind: 'Error', ...(For !== undefined && { For }) }],
});
const givingUp = (more: object = {}) => ({
  BatchSize: 100,
  MaximumBatchingWindowInSeconds: 1,
  MaximumRetryAttempts: 1,
  DestinationConfig: onFailure,
  ...more,
});

const developer = { exam: 'DVA-C02', domain: 4 } as const;
const resilience = { exam: 'SAA-C03', domain: 2 } as const;
const operator = { exam: 'DOP-C02', domain: 3 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'seven-given-up',
    claims: ['11.10'],
    exams: [developer, operator],
    lab: ordersLab({ commands: orders(7), mapping: givingUp(), section: error(), resources }),
    until: '1m',
    rules: ['E26'],
    question: { kind: 'estimate', measure: LETTERS, within: 1 },
    words: {
      title: 'Seven given up',
      text: [
        'Seven orders make one batch. The function fails; after one retry the mapping gives the batch up. Its on-failure destination is an SQS queue.',
      ],
      ask: 'How many messages are in the queue?',
      unit: 'messages',
      after: [
        'One for the batch. It says why, how often the function was invoked, and where the seven records lie in the shard. The records themselves are not in it.',
      ],
    },
  },
  {
    id: 'read-it-tomorrow',
    claims: ['11.10'],
    exams: [resilience, operator],
    lab: ordersLab({
      commands: [...orders(3), redrive('26h')],
      mapping: givingUp(),
      section: error('1h'),
      resources,
    }),
    until: '27h',
    rules: ['E45', 'E26'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'indexed',
          holds: [is(INDEXED, 3)],
          world: calls(...orders(3), redrive('20h')),
        },
        { id: 'gone', holds: [is(INDEXED, 0), is(GONE, 1)] },
        {
          id: 'fails',
          holds: [is(INDEXED, 0), is(GONE, 0)],
          world: calls(...orders(3), redrive('30m')),
        },
      ],
    },
    words: {
      title: 'Read it tomorrow',
      text: [
        'Three orders were given up, and a message about them is in the queue. An hour later the function is mended. The team reads the queue 26 hours after the orders were put, and gives the records to the function once more.',
      ],
      ask: 'What comes of it?',
      choices: {
        indexed: 'The orders are indexed from the message',
        gone: 'The records cannot be read any more',
        fails: 'The function fails once more',
      },
      worlds: {
        indexed: 'Here the team acts after 20 hours.',
        fails: 'Here the team acts after half an hour, before the function is mended.',
      },
      after: [
        'The message points into a stream that keeps 24 hours. A queue or a topic gets no records; a bucket as destination does.',
      ],
    },
  },
  {
    id: 'the-queue-stays-empty',
    claims: ['11.11'],
    exams: [developer, resilience],
    lab: ordersLab({
      commands: orders(3),
      mapping: givingUp({ DestinationConfig: {} }),
      fn: { DeadLetterQueue: { Type: 'SQS', TargetArn: queue } },
      section: error(),
      resources,
    }),
    until: '1m',
    rules: ['E26'],
    question: {
      kind: 'broken',
      works: [atLeast(LETTERS, 1)],
      parts: [
        {
          id: 'destination',
          card: 'function:Indexer',
          mend: [`${MAPPING}.DestinationConfig=${JSON.stringify(onFailure)}`],
        },
        {
          id: 'retries',
          card: 'function:Indexer',
          mend: [`${MAPPING}.MaximumRetryAttempts=0`],
        },
        {
          id: 'view',
          card: 'stream:Orders',
          mend: ['Resources.Orders.Properties.StreamSpecification.StreamViewType=NEW_IMAGE'],
        },
      ],
    },
    words: {
      title: 'The queue stays empty',
      text: [
        'The function has a dead-letter queue. Three orders come in, the function fails, and after one retry the mapping gives them up. Nobody is told: the queue is empty.',
      ],
      ask: 'What is at fault?',
      choices: {
        destination: 'The mapping has no on-failure destination of its own',
        retries: 'One retry is too many',
        view: 'The view type of the stream',
      },
      worlds: {
        destination: 'Here the mapping names the queue as its on-failure destination.',
        retries: 'Here nothing is tried again.',
        view: 'Here the view type is NEW_IMAGE.',
      },
      after: [
        'A function’s dead-letter queue takes events of asynchronous invocations. A mapping invokes synchronously; what it gives up goes to the destination of the mapping.',
      ],
    },
  },
  {
    id: 'two-queues',
    claims: ['11.11', '11.10'],
    exams: [operator],
    lab: ordersLab({
      commands: [
        ...orders(2),
        call('2s', 'lambda:Invoke', { FunctionName: 'Indexer', InvocationType: 'Event' }),
      ],
      mapping: givingUp({
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
      }),
      fn: { DeadLetterQueue: { Type: 'SQS', TargetArn: queue } },
      section: error(),
      resources: { ...resources, Letters: { Type: 'AWS::SQS::Queue', Properties: {} } },
    }),
    until: '10m',
    rules: ['E26'],
    question: {
      kind: 'several',
      choices: [
        { id: 'mapping', holds: [is('targets.Letters.size', 1)] },
        { id: 'async', holds: [is(LETTERS, 1)] },
        { id: 'both', holds: [is(LETTERS, 2)] },
        { id: 'records', holds: [is('targets.Letters.size', 2)] },
      ],
    },
    words: {
      title: 'Two queues',
      text: [
        'The mapping has `Letters` as its on-failure destination, the function has `DeadLetters` as its dead-letter queue. Two orders come through the stream, in one batch; besides, somebody invokes the function once asynchronously. It fails at everything.',
      ],
      ask: 'What is so after ten minutes?',
      choices: {
        mapping: '`Letters` has one message, about the batch',
        async: '`DeadLetters` has one message, the asynchronous event',
        both: '`DeadLetters` has two messages',
        records: '`Letters` has two messages, one for each order',
      },
      after: [
        'The two ways do not know of each other. The asynchronous event is tried three times in all, with minutes in between, before it goes to the dead-letter queue.',
      ],
    },
  },
  {
    id: 'which-destination',
    claims: ['11.10', '11.11'],
    exams: [developer, { exam: 'DEA-C01', domain: 3 }],
    lab: ordersLab({
      commands: orders(3),
      mapping: givingUp({ DestinationConfig: {} }),
      section: error(),
      resources: { ...resources, Letters: { Type: 'AWS::S3::Bucket', Properties: {} } },
    }),
    until: '1m',
    rules: ['E26'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.DestinationConfig`,
      offered: [
        { id: 'none', value: {} },
        { id: 'queue', value: onFailure },
        {
          id: 'bucket',
          value: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
        },
      ],
      goal: [is('targets.Letters.size', 1), is(DISCARDED, 3)],
    },
    words: {
      title: 'Keep the records too',
      text: [
        'What the mapping gives up is to be kept with its records, so that it can be read weeks later.',
      ],
      ask: 'Which on-failure destination does that?',
      choices: {
        none: 'None: the stream keeps them',
        queue: 'The SQS queue `DeadLetters`',
        bucket: 'The S3 bucket `Letters`',
      },
      worlds: {
        none: 'Here nobody is told.',
        queue: 'Here the queue has a message, without the records.',
        bucket: 'Here the bucket has an object with the records.',
      },
      after: ['Only a bucket gets the records themselves, as the payload of the document.'],
    },
  },
];
