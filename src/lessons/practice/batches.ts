/** Practice: how much a batch holds, how often a record is delivered, and in which order. */
import { atLeast, calls, is } from '../shorthand.ts';
import { anotherFunction, connect, MAPPING, orderEachSecond, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { INTERVIEW } from './shorthand.ts';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'one-batch-how-large',
    claims: ['12.2'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({
      table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 900 } },
      mapping: { BatchSize: 1_000, MaximumBatchingWindowInSeconds: 60 },
      section: {
        Traffic: [
          {
            Table: 'Orders',
            PerSecond: 300,
            For: '10s',
            Keys: { Count: 10_000 },
            Mix: { Insert: 1 },
            ItemBytes: 60,
          },
        ],
      },
    }),
    until: '75s',
    rules: ['E1', 'S18'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.BatchSize`,
      offered: [100, 1_000, 10_000, { id: '20000', value: 20_000, refused: true }],
      goal: [atLeast('mappings.Indexer.largestBatch', 1_001)],
    },
    words: {
      title: 'More at a time',
      text: [
        'Three thousand small orders come within ten seconds. The mapping may wait up to a minute for a batch to fill.',
      ],
      ask: 'With which `BatchSize` is the function given more than 1,000 of them at once?',
      after: [
        'A batch may hold 10,000 records since 2021. The 1,000 that many quote is what one GetRecords gives; Lambda puts several answers together.',
      ],
    },
  },
  {
    id: 'one-batch-how-heavy',
    claims: ['12.3'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({
      table: {
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 900 },
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      },
      mapping: { BatchSize: 10_000, MaximumBatchingWindowInSeconds: 60 },
      section: {
        Traffic: [
          {
            Table: 'Orders',
            PerSecond: 10,
            For: '20s',
            Keys: { Count: 10_000 },
            Mix: { Insert: 1 },
            ItemBytes: 50_000,
          },
        ],
      },
    }),
    until: '75s',
    question: {
      kind: 'one',
      choices: [
        { id: 'one', holds: [{ measure: 'mappings.Indexer.largestBatch', atMost: 21 }] },
        {
          id: 'six',
          holds: [
            atLeast('mappings.Indexer.largestBatch', 90),
            { measure: 'mappings.Indexer.largestBatch', atMost: 125 },
          ],
        },
        {
          id: 'all',
          holds: [atLeast('mappings.Indexer.largestBatch', 200)],
          world: ['Metadata.Shardscope.Traffic.0.ItemBytes=500'],
        },
      ],
    },
    words: {
      title: 'Heavy records',
      text: [
        'Two hundred orders of 50 KB each come within twenty seconds: 10 MB. The mapping takes up to 10,000 records and may wait a minute for them.',
      ],
      ask: 'How many of them are in its largest batch?',
      choices: { one: 'About 20, which is 1 MB', six: 'About 110, which is 6 MB', all: 'All 200' },
      worlds: { all: 'Here the orders have half a kilobyte each.' },
      after: [
        'A batch goes out when it has reached 6 MB, what a synchronous invocation may carry. 1 MB is what one GetRecords gives.',
      ],
    },
  },
  {
    id: 'exactly-once',
    claims: ['12.4'],
    exams: [INTERVIEW, { exam: 'DEA-C01', domain: 1 }],
    lab: ordersLab({
      commands: orderEachSecond(1, 5),
      section: {
        Faults: [{ Target: 'Indexer', Kind: 'CrashAfterEffect', At: '2s', For: '2s' }],
      },
    }),
    until: '20s',
    rules: ['F4', 'E5'],
    question: {
      kind: 'several',
      choices: [
        { id: 'stream', holds: [is('streams.Orders.records.INSERT', 5)] },
        { id: 'once', holds: [is('consumers.Indexer.records.redelivered', 0)] },
        { id: 'all', holds: [is('consumers.Indexer.records.succeeded', 5)] },
      ],
    },
    words: {
      title: 'A crash at the wrong moment',
      text: [
        'Five orders are put. For two seconds the function crashes right after it has written to the index.',
      ],
      ask: 'What holds in the end?',
      choices: {
        stream: 'Each change is in the stream once',
        once: 'Each record was given to the function once',
        all: 'The function got through all of them',
      },
      after: [
        'Once in the stream, at least once to whoever reads it. What a crashed invocation has done stays done and is done again, so effects must bear repeating.',
      ],
    },
  },
  {
    id: 'order-of-a-partition-key',
    claims: ['12.5'],
    exams: [{ exam: 'DEA-C01', domain: 1 }, INTERVIEW],
    lab: ordersLab({
      table: {
        AttributeDefinitions: [
          { AttributeName: 'id', AttributeType: 'S' },
          { AttributeName: 'line', AttributeType: 'N' },
        ],
        KeySchema: [
          { AttributeName: 'id', KeyType: 'HASH' },
          { AttributeName: 'line', KeyType: 'RANGE' },
        ],
      },
      behaviour: { DurationMs: { P50: 2_000, P99: 2_000 } },
      mapping: { BatchSize: 1, ParallelizationFactor: 10 },
      commands: Array.from({ length: 6 }, (_, n) => put('1s', 'order#1', { line: n + 1 })),
    }),
    until: '4s',
    rules: ['S5'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'queue',
          holds: [is('mappings.Indexer.mostAtOnce', 1)],
          world: [`${MAPPING}.ParallelizationFactor=1`],
        },
        { id: 'together', holds: [atLeast('mappings.Indexer.mostAtOnce', 2)] },
      ],
    },
    words: {
      title: 'Six lines of one order',
      text: [
        'Six items share the partition key `order#1` and differ in their sort key. The function takes two seconds a record; its mapping has a parallelization factor of 10.',
      ],
      ask: 'How are the six handled?',
      choices: {
        queue: 'One after another, for they have the same partition key',
        together: 'Several at the same time',
      },
      worlds: { queue: 'Here the parallelization factor is 1.' },
      after: [
        'The promise is about an item, partition key and sort key together. Lambda keeps the same with parallel lanes: changes of one item stay in one lane, other items need not wait.',
      ],
    },
  },
  {
    id: 'latest-and-the-first-orders',
    claims: ['11.25'],
    exams: [
      { exam: 'DVA-C02', domain: 4 },
      { exam: 'DOP-C02', domain: 3 },
    ],
    lab: ordersLab({
      commands: [connect('1s', 'Mailer', 'LATEST'), put('1500ms', 'order#1'), put('5m', 'order#2')],
      resources: { Mailer: anotherFunction(false) },
    }),
    until: '310s',
    rules: ['S20'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'both',
          holds: [is('consumers.Mailer.records.succeeded', 2)],
          world: calls(
            connect('1s', 'Mailer', 'TRIM_HORIZON'),
            put('1500ms', 'order#1'),
            put('5m', 'order#2'),
          ),
        },
        { id: 'later', holds: [is('consumers.Mailer.records.succeeded', 1)] },
        { id: 'neither', holds: [is('consumers.Mailer.records.succeeded', 0)] },
      ],
    },
    words: {
      title: 'A mapping is being made',
      text: [
        'A mapping is made with `LATEST`. Half a second later, while it is still being created, `order#1` is put; `order#2` follows after five minutes.',
      ],
      ask: 'Which orders does the new function get?',
      choices: { both: 'Both', later: 'Only order#2', neither: 'Neither' },
      worlds: { both: 'Here the mapping is made with `TRIM_HORIZON`.' },
      after: [
        'LATEST begins when the mapping really starts to read, which may take minutes. Whoever must miss nothing begins at TRIM_HORIZON and bears a few old records.',
      ],
    },
  },
];
