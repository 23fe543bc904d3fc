/** Practice: what is done twice, and what a target remembers of it. */
import { atLeast, calls, is } from '../shorthand.ts';
import { call, MAPPING, ordersLab, put, redrive, remove } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const MESSAGES = 'targets.Packing.size';
const REPEATED = 'targets.Mails.repeatedEffects';
const DIVERGED = 'targets.OrderSearch.diverged';
const INDEXED = 'targets.OrderSearch.size';

type Effect = Readonly<{ Do: string; Target: string; Idempotency?: string }>;

const Properties = { QueueName: 'packing.fifo', FifoQueue: true };
const fifo = { Packing: { Type: 'AWS::SQS::Queue', Properties } };
const mails = {
  Mails: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'shop@example.com' } },
};
const crash = (At: string, For: string) => ({
  At,
  For,
  Kind: 'CrashAfterEffect',
  Target: 'Indexer',
});

/** Each attempt sends a message, and then the function is lost. */
const queueing = (forHowLong: string, Idempotency: string) =>
  ordersLab({
    commands: [put('2s', 'order#1')],
    behaviour: { Effects: [{ Do: 'Enqueue', Target: 'Packing', Idempotency }] },
    section: { Faults: [crash('1s', forHowLong)] },
    resources: fifo,
  });
/** A function that is lost once, on its way through three orders. */
const crashing = (...Effects: readonly Effect[]) =>
  ordersLab({
    commands: [1, 2, 3].map((n) => put(`${1_000 + n * 25}ms`, `order#${n}`)),
    mapping: { MaximumBatchingWindowInSeconds: 1 },
    behaviour: { Effects },
    section: { Faults: [crash('1s', '2s')] },
    resources: { ...fifo, ...mails, Audit: { Type: 'AWS::S3::Bucket', Properties: {} } },
  });

const heal = call('5s', 'shardscope:StopFault', { kind: 'Poison', target: 'Indexer' });
const gaveUp = [put('1s', 'order#1'), heal, remove('10s', 'order#1')];
/** The put was given up, the delete was not; then the put is given to the function once more. */
const resurrected = (at: string, Idempotency: string) =>
  ordersLab({
    commands: [...gaveUp, redrive(at)],
    mapping: {
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
    },
    behaviour: { Effects: [{ Do: 'IndexDocuments', Target: 'OrderSearch', Idempotency }] },
    section: {
      Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: 'order#1' } } }],
    },
    resources: { Letters: { Type: 'AWS::SQS::Queue', Properties: {} } },
  });

const developer = { exam: 'DVA-C02', domain: 1 } as const;
const trouble = { exam: 'DVA-C02', domain: 4 } as const;
const resilience = { exam: 'SAA-C03', domain: 2 } as const;
const engineer = { exam: 'DEA-C01', domain: 1 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'fifo-for-ten-minutes',
    claims: ['11.38'],
    exams: [resilience, developer],
    lab: queueing('10m', 'FifoDeduplication'),
    until: '15m',
    rules: ['D6'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'one',
          holds: [is(MESSAGES, 1)],
          world: [`Metadata.Shardscope.Faults=${JSON.stringify([crash('1s', '3m')])}`],
        },
        { id: 'few', holds: [atLeast(MESSAGES, 2), { measure: MESSAGES, atMost: 4 }] },
        {
          id: 'each',
          holds: [atLeast(MESSAGES, 10)],
          world: ['Metadata.Shardscope.Functions.Indexer.Effects.0.Idempotency=None'],
        },
      ],
    },
    words: {
      title: 'Ten minutes of crashes',
      text: [
        'For each order the function sends a message to a FIFO queue, with the record’s sequence number as deduplication id. For ten minutes its environment is lost each time, right after that. One order is put.',
      ],
      ask: 'How many messages does the queue get for it?',
      choices: {
        one: 'One: the id is the same each time',
        few: 'Two or a few more',
        each: 'One for each attempt',
      },
      worlds: {
        one: 'Here the function works again after three minutes.',
        each: 'Here no deduplication id is sent.',
      },
      after: [
        'A FIFO queue remembers an id for five minutes. An attempt after that is stored as something new.',
      ],
    },
  },
  {
    id: 'how-many-in-the-queue',
    claims: ['11.38'],
    exams: [developer],
    lab: queueing('16m', 'FifoDeduplication'),
    until: '20m',
    rules: ['D6', 'E6'],
    question: { kind: 'estimate', measure: MESSAGES, within: 1.4 },
    words: {
      title: 'Sixteen minutes of crashes',
      text: [
        'One order, one deduplication id. The function sends its message to a FIFO queue and is lost right after; that goes on for sixteen minutes, with an attempt about every minute.',
      ],
      ask: 'How many messages are in the queue in the end, if nobody takes any out?',
      unit: 'messages',
      after: ['About one for every five minutes: so long the queue remembers an id.'],
    },
  },
  {
    id: 'mails-after-a-crash',
    claims: ['12.4'],
    exams: [trouble, resilience],
    lab: crashing(
      { Do: 'Notify', Target: 'Mails' },
      { Do: 'IndexDocuments', Target: 'OrderSearch', Idempotency: 'ExternalVersion' },
      { Do: 'AuditLog', Target: 'Audit' },
    ),
    until: '20s',
    rules: ['F4', 'D5', 'D3'],
    question: {
      kind: 'several',
      choices: [
        { id: 'mails', holds: [atLeast(REPEATED, 1)] },
        { id: 'index', holds: [atLeast(DIVERGED, 1)] },
        { id: 'audit', holds: [atLeast('targets.Audit.size', 4)] },
        { id: 'done', holds: [is('consumers.Indexer.records.succeeded', 3)] },
      ],
    },
    words: {
      title: 'Lost on the way',
      text: [
        'For each of three orders the function sends a mail, puts a document under the order’s key, and an object named by the record’s sequence number. On its first way through the batch its environment is lost. The second attempt gets through.',
      ],
      ask: 'What is so afterwards?',
      choices: {
        mails: 'A customer got a mail twice',
        index: 'The index differs from the table',
        audit: 'There are more than three objects',
        done: 'All three records are done with',
      },
      after: [
        'Each record is in the stream once, and was given to the function twice. What is stored under a key of its own bears that. A mail does not.',
      ],
    },
  },
  {
    id: 'once-and-only-once',
    claims: ['12.4'],
    exams: [developer, engineer],
    lab: crashing({ Do: 'Notify', Target: 'Mails' }),
    until: '20s',
    rules: ['F4', 'D5'],
    question: {
      kind: 'setting',
      path: 'Metadata.Shardscope.Functions.Indexer.Effects.0.Idempotency',
      offered: ['None', 'ConditionalWrite'],
      goal: [is('targets.Mails.size', 3), is(REPEATED, 0)],
    },
    words: {
      title: 'Each mail once',
      text: [
        'The function sends a mail for each of three orders. Its environment is lost on the first way through the batch, and the batch comes again.',
      ],
      ask: 'With which guard does each customer get one mail?',
      choices: {
        None: 'None: Lambda gives each record to the function once',
        ConditionalWrite:
          'A conditional write by the record’s sequence number, which refuses a repeat',
      },
      after: [
        'Delivery is at least once, whatever the settings. Exactly once is what the effect has to see to.',
      ],
    },
  },
  {
    id: 'a-deleted-order-returns',
    claims: ['12.29'],
    exams: [engineer, trouble],
    lab: resurrected('3m', 'ExternalVersion'),
    until: '4m',
    rules: ['D2', 'D4'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'stays',
          holds: [is(INDEXED, 0), is(DIVERGED, 0)],
          world: calls(...gaveUp, redrive('30s')),
        },
        { id: 'returns', holds: [is(INDEXED, 1), is(DIVERGED, 1)] },
      ],
    },
    words: {
      title: 'A deleted order',
      text: [
        'Documents are indexed with external versions, so that an older write cannot replace a newer one. The put of `order#1` is given up at once. Ten seconds later the order is deleted, and the function deletes its document. Three minutes later somebody redrives the put.',
      ],
      ask: 'What is in the index then?',
      choices: {
        stays: 'Nothing: the delete has the higher version',
        returns: 'The order, though it was deleted',
      },
      worlds: { stays: 'Here the put is redriven within the minute.' },
      after: [
        'OpenSearch remembers a delete for 60 seconds (`index.gc_deletes`). After that nothing is left to compare with, and an older put is taken.',
      ],
    },
  },
  {
    id: 'within-a-minute',
    claims: ['12.29'],
    exams: [engineer],
    lab: resurrected('3m', 'ExternalVersion'),
    until: '4m',
    rules: ['D4'],
    question: {
      kind: 'setting',
      path: 'Metadata.Shardscope.Commands.3.At',
      offered: ['20s', '45s', '90s', '3m'],
      goal: [is(DIVERGED, 0)],
    },
    words: {
      title: 'How late is too late',
      text: [
        'The put of `order#1` was given up, the order was deleted ten seconds after the lab began, and its document with it. Documents carry external versions. Somebody redrives the put.',
      ],
      ask: 'At which of these times does the index stay right?',
      after: [
        'Up to a minute after the delete its version is still known, and the older put is refused. Later it brings the document back. Who needs more keeps deleted documents marked as such.',
      ],
    },
  },
  {
    id: 'repeats-of-a-half',
    claims: ['12.4', '11.12'],
    exams: [trouble],
    lab: ordersLab({
      commands: [1, 2, 3, 4].map((n) => put(`${1_000 + n * 25}ms`, `order#${n}`)),
      mapping: {
        MaximumBatchingWindowInSeconds: 1,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 0,
      },
      behaviour: { Effects: [{ Do: 'Notify', Target: 'Mails' }] },
      section: {
        Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: 'order#4' } } }],
      },
      resources: mails,
    }),
    until: '20s',
    rules: ['E29', 'F4'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'none',
          holds: [is(REPEATED, 0)],
          world: [`${MAPPING}.BatchSize=1`],
        },
        { id: 'some', holds: [atLeast(REPEATED, 3)] },
      ],
    },
    words: {
      title: 'Split, and mailed again',
      text: [
        'Four orders make a batch, and the function sends a mail for each. It cannot bear the fourth. Bisect is on, `MaximumRetryAttempts` is 0.',
      ],
      ask: 'Do customers get a mail more than once?',
      choices: { none: 'No: nothing is retried', some: 'Yes, three mails or more are repeated' },
      worlds: { none: 'Here each order is a batch of its own.' },
      after: [
        'A split is no retry by count, and yet the records of a half come again. {targets.Mails.repeatedEffects} mails were repeated.',
      ],
    },
  },
];
