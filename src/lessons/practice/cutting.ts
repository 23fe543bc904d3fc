/** Practice: batches that are halved, and functions that say what failed. */
import { atLeast, atMost, is } from '../shorthand.ts';
import { MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const SUCCEEDED = 'consumers.Indexer.records.succeeded';
const DISCARDED = 'consumers.Indexer.records.discarded';
const PENDING = 'consumers.Indexer.records.pending';
const BISECTS = 'consumers.Indexer.invocations.bisects';
const REDELIVERED = 'consumers.Indexer.records.redelivered';
const LAST_BATCH = 'mappings.Indexer.lastBatch';

/** So many orders in one batch, of which one is bad. */
const aBatch = (count: number, bad: number, mapping: object) =>
  ordersLab({
    commands: Array.from({ length: count }, (_, i) => put(`${1_000 + i * 25}ms`, `order#${i + 1}`)),
    mapping: { BatchSize: 100, MaximumBatchingWindowInSeconds: 2, ...mapping },
    section: {
      Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: `order#${bad}` } } }],
    },
  });

const developer = { exam: 'DVA-C02', domain: 4 } as const;
const code = { exam: 'DVA-C02', domain: 1 } as const;
const operator = { exam: 'DOP-C02', domain: 3 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'halves-and-one-retry',
    claims: ['11.12'],
    exams: [developer, operator],
    lab: aBatch(8, 6, { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 }),
    until: '1m',
    rules: ['E29'],
    question: {
      kind: 'one',
      choices: [
        { id: 'one', holds: [is(DISCARDED, 1), is(SUCCEEDED, 7)] },
        {
          id: 'half',
          holds: [is(DISCARDED, 4)],
          world: [`${MAPPING}.BatchSize=4`, `${MAPPING}.BisectBatchOnFunctionError=false`],
        },
        {
          id: 'all',
          holds: [is(DISCARDED, 8)],
          world: [`${MAPPING}.BisectBatchOnFunctionError=false`],
        },
      ],
    },
    words: {
      title: 'Three splits, one retry',
      text: [
        'Eight records make a batch, and the function cannot bear the sixth. `BisectBatchOnFunctionError` is on, `MaximumRetryAttempts` is 1. Three splits are needed until the sixth is alone.',
      ],
      ask: 'How many of the eight are given up?',
      choices: {
        one: 'One',
        half: 'Four: one split, and the attempts are used up',
        all: 'All eight',
      },
      worlds: {
        half: 'Here a batch holds four, and bisect is off.',
        all: 'Here bisect is off.',
      },
      after: ['A split is no attempt. The counting begins when what is left cannot be split.'],
    },
  },
  {
    id: 'sixteen-in-halves',
    claims: ['11.12'],
    exams: [developer],
    lab: aBatch(16, 11, { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 0 }),
    until: '1m',
    rules: ['E29'],
    question: { kind: 'estimate', measure: BISECTS, within: 1 },
    words: {
      title: 'Sixteen in halves',
      text: [
        'Sixteen records make a batch, and the function cannot bear one of them. `BisectBatchOnFunctionError` is on.',
      ],
      ask: 'How many splits does it take until that one is alone?',
      unit: 'splits',
      after: [
        'Sixteen, eight, four, two, one: four. And that with `MaximumRetryAttempts` 0, since a split is no retry.',
      ],
    },
  },
  {
    id: 'no-harm-to-others',
    claims: ['11.12', '11.9'],
    exams: [operator, { exam: 'DEA-C01', domain: 3 }],
    lab: aBatch(10, 4, { MaximumRetryAttempts: 2 }),
    until: '2m',
    rules: ['E29', 'E7'],
    question: {
      kind: 'broken',
      works: [is(SUCCEEDED, 9), is(DISCARDED, 1)],
      parts: [
        {
          id: 'retries',
          card: 'function:Indexer',
          mend: [`${MAPPING}.MaximumRetryAttempts=10`],
        },
        {
          id: 'bisect',
          card: 'function:Indexer',
          mend: [`${MAPPING}.BisectBatchOnFunctionError=true`],
        },
        {
          id: 'window',
          card: 'function:Indexer',
          mend: [`${MAPPING}.MaximumBatchingWindowInSeconds=5`],
        },
        {
          card: 'stream:Orders',
          mend: ['Resources.Orders.Properties.StreamSpecification.StreamViewType=NEW_IMAGE'],
        },
      ],
    },
    words: {
      title: 'Nine good orders lost',
      text: [
        'Ten orders came in one batch, one of them bad. After two retries the mapping gave up all ten. Only the bad one should be given up. The code cannot be changed today.',
      ],
      ask: 'Which setting is at fault?',
      choices: {
        retries: '`MaximumRetryAttempts`, 2: too few',
        bisect: '`BisectBatchOnFunctionError`, off',
        window: '`MaximumBatchingWindowInSeconds`, 2: too short',
      },
      worlds: {
        retries: 'Here there are ten retries.',
        bisect: 'Here a failed batch is split.',
        window: 'Here the window is five seconds.',
        'stream:Orders': 'Here the view type is NEW_IMAGE.',
      },
      after: [
        'More retries only fail more often. Split in halves, the batch is tried in parts until the bad record is alone, and is then given up alone.',
      ],
    },
  },
  {
    id: 'reported-third-of-eight',
    claims: ['11.13'],
    exams: [code, developer],
    lab: aBatch(8, 3, { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    until: '6s',
    rules: ['E30'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'one',
          holds: [is(LAST_BATCH, 1)],
          world: [`Metadata.Shardscope.Faults.0.Match.id.S=order#8`],
        },
        { id: 'six', holds: [is(LAST_BATCH, 6)] },
        { id: 'eight', holds: [is(LAST_BATCH, 8)], world: [`${MAPPING}.FunctionResponseTypes=[]`] },
      ],
    },
    words: {
      title: 'The third of eight',
      text: [
        'A function is given eight records, done with two, cannot bear the third, and answers with its sequence number in `batchItemFailures`. The mapping has `ReportBatchItemFailures`.',
      ],
      ask: 'How many records does the next invocation get?',
      choices: { one: 'One: the third', six: 'Six: from the third on', eight: 'All eight' },
      worlds: {
        one: 'Here it is the last of the eight that cannot be borne.',
        eight:
          'Here the mapping does not have ReportBatchItemFailures, so the answer says nothing to it.',
      },
      after: ['The lowest sequence number reported is where reading goes on, in order.'],
    },
  },
  {
    id: 'done-before-the-failure',
    claims: ['11.13'],
    exams: [code],
    lab: aBatch(10, 8, { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    until: '5m',
    rules: ['E30'],
    question: {
      kind: 'several',
      choices: [
        { id: 'seven', holds: [is(SUCCEEDED, 7)] },
        {
          id: 'nine',
          holds: [is(SUCCEEDED, 9)],
          world: [
            `${MAPPING}.MaximumRetryAttempts=0`,
            `${MAPPING}.FunctionResponseTypes=[]`,
            `${MAPPING}.BisectBatchOnFunctionError=true`,
          ],
        },
        { id: 'three-wait', holds: [is(PENDING, 3)] },
        { id: 'again', holds: [atLeast(REDELIVERED, 9)] },
      ],
    },
    words: {
      title: 'The eighth of ten',
      text: [
        'Ten records, and the function always stops at the eighth and reports it. `ReportBatchItemFailures` is on; retries have no limit.',
      ],
      ask: 'What is so after five minutes?',
      choices: {
        seven: 'Seven records are done with',
        nine: 'Nine records are done with: all but the reported one',
        'three-wait': 'Three records wait',
        again: 'The ninth and the tenth came again several times, though nobody reported them',
      },
      worlds: { nine: 'Here bisect is on instead of reports, and nothing is tried again.' },
      after: [
        'What stands before the reported record is done with. What stands behind it comes again with it, each time. To report is not to skip: without a limit of retries or age the shard waits.',
      ],
    },
  },
  {
    id: 'reports-nobody-reads',
    claims: ['11.13'],
    exams: [developer],
    lab: aBatch(10, 8, { MaximumRetryAttempts: 3 }),
    until: '1m',
    rules: ['E30'],
    question: {
      kind: 'broken',
      works: [atMost(REDELIVERED, 12), is('consumers.Indexer.records.duplicates', 0)],
      parts: [
        {
          id: 'types',
          card: 'function:Indexer',
          mend: [`${MAPPING}.FunctionResponseTypes=[ReportBatchItemFailures]`],
        },
        { id: 'retries', card: 'function:Indexer', mend: [`${MAPPING}.MaximumRetryAttempts=-1`] },
        {
          id: 'timeout',
          card: 'function:Indexer',
          mend: ['Resources.Indexer.Properties.Timeout=60'],
        },
      ],
    },
    words: {
      title: 'Reports that nobody reads',
      text: [
        'The function stops at the record that it cannot bear, the eighth of ten, and its answer names it. All the same the whole batch comes again, all ten, three times.',
      ],
      ask: 'What is at fault?',
      choices: {
        types: 'The mapping’s `FunctionResponseTypes`, which is empty',
        retries: '`MaximumRetryAttempts`, 3',
        timeout: 'The timeout of ten seconds',
      },
      worlds: {
        types: 'Here it has ReportBatchItemFailures.',
        retries: 'Here there is no limit of retries.',
        timeout: 'Here the timeout is a minute.',
      },
      after: [
        'Without `ReportBatchItemFailures` the mapping does not look at what the function answers. The first seven came again {consumers.Indexer.invocations.retries} times for nothing.',
      ],
    },
  },
];
