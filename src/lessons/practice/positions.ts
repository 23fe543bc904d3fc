/** Practice: where a mapping begins to read, how batches are cut, and what a mapping of a stream cannot have. */
import { atLeast, calls, is } from '../shorthand.ts';
import { call, connect, MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const STARTED = 'consumers.Indexer.invocations.started';
const ARCHIVED = 'targets.Archive.size';

const connectArchiver = (StartingPosition: string, at = '10s') =>
  connect(at, 'Archiver', StartingPosition);
const archiver = {
  Archiver: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { ZipFile: 'exports.handler = async () => {};' },
    },
  },
  Archive: { Type: 'AWS::S3::Bucket', Properties: {} },
};
/** A second function, which somebody connects while the lab runs. */
const secondReader = (commands: readonly Readonly<Record<string, unknown>>[]) => {
  const lab = JSON.parse(ordersLab({ commands, resources: archiver }));
  lab.Metadata.Shardscope.Functions.Archiver = {
    Effects: [{ Do: 'AuditLog', Target: 'Archive' }],
    ColdStartMs: 0,
  };
  return JSON.stringify(lab, null, 2);
};

const early = [put('1s', 'order#1'), put('2s', 'order#2')];
const meanwhile = [put('11s', 'order#3'), put('12s', 'order#4')];
const late = [put('30s', 'order#5')];
const burst = (count: number, everyMs: number) =>
  Array.from({ length: count }, (_, i) => put(`${1_000 + i * everyMs}ms`, `order#${i + 1}`));

const developer = { exam: 'DVA-C02', domain: 1 } as const;
const trouble = { exam: 'DVA-C02', domain: 4 } as const;
const engineer = { exam: 'DEA-C01', domain: 1 } as const;
const cost = { exam: 'SAA-C03', domain: 4 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'latest-while-creating',
    claims: ['11.25'],
    exams: [developer, engineer],
    lab: secondReader([...early, connectArchiver('LATEST'), ...meanwhile, ...late]),
    until: '40s',
    rules: ['E12', 'E32', 'E11'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'five',
          holds: [is(ARCHIVED, 5)],
          world: calls(...early, connectArchiver('TRIM_HORIZON'), ...meanwhile, ...late),
        },
        {
          id: 'three',
          holds: [is(ARCHIVED, 3)],
          world: calls(
            ...early,
            connectArchiver('LATEST'),
            put('28s', 'order#3'),
            put('29s', 'order#4'),
            ...late,
          ),
        },
        { id: 'one', holds: [is(ARCHIVED, 1)] },
      ],
    },
    words: {
      title: 'LATEST while it is being created',
      text: [
        'Two orders are put. At ten seconds a mapping is created for a second function, with `LATEST`. One and two seconds later two more orders are put, while it is still `Creating`. The fifth comes when it has long been `Enabled`.',
      ],
      ask: 'How many of the five does the second function archive?',
      choices: { five: 'Five', three: 'Three: all since the call', one: 'One: the fifth' },
      worlds: {
        five: 'Here the mapping says TRIM_HORIZON.',
        three: 'Here the third and the fourth are put later, when it is Enabled.',
      },
      after: [
        '`LATEST` begins at the end of the stream when the mapping can read. What was written meanwhile is passed over, without an error. `TRIM_HORIZON` misses nothing that the stream still holds.',
      ],
    },
  },
  {
    id: 'miss-nothing',
    claims: ['11.25'],
    exams: [trouble, engineer],
    lab: secondReader([...early, connectArchiver('LATEST'), ...meanwhile, ...late]),
    until: '40s',
    rules: ['E32', 'E12'],
    question: {
      kind: 'setting',
      path: 'Metadata.Shardscope.Commands.2.Input.StartingPosition',
      offered: ['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'],
      goal: [is(ARCHIVED, 5)],
    },
    words: {
      title: 'Miss nothing',
      text: [
        'A mapping of a DynamoDB stream is created while orders are being put: two before, two while it is `Creating`, one afterwards. Its function must archive all five.',
      ],
      ask: 'Which `StartingPosition` does it need?',
      after: [
        '`TRIM_HORIZON`. The call refuses `AT_TIMESTAMP` for a DynamoDB stream; only one of Kinesis takes it.',
      ],
    },
  },
  {
    id: 'passed-over',
    claims: ['11.25'],
    exams: [trouble],
    lab: secondReader([...early, connectArchiver('LATEST'), ...meanwhile, ...late]),
    until: '40s',
    rules: ['E12'],
    question: {
      kind: 'several',
      choices: [
        { id: 'failed', holds: [atLeast('consumers.Archiver.invocations.failed', 1)] },
        { id: 'pending', holds: [atLeast('consumers.Archiver.records.pending', 1)] },
        { id: 'passed', holds: [is('mappings.Archiver.passedOver', 4)] },
        { id: 'indexed', holds: [is('targets.OrderSearch.size', 5)] },
      ],
    },
    words: {
      title: 'Four orders missing',
      text: [
        'A second function was connected with `LATEST`, while orders were being put. Four of five orders are not in its archive.',
      ],
      ask: 'What is so?',
      choices: {
        failed: 'The second function failed at them',
        pending: 'They still wait for the second function',
        passed: 'The second mapping passed over them when it began',
        indexed: 'The first function has indexed all five',
      },
      after: [
        'Each mapping has a position of its own. What lies before its starting position is neither pending nor failed to it: it simply never was its concern.',
      ],
    },
  },
  {
    id: 'four-thousand-in-a-batch',
    claims: ['12.2'],
    exams: [developer],
    lab: ordersLab({
      table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 500 } },
      mapping: { BatchSize: 10_000, MaximumBatchingWindowInSeconds: 20 },
      behaviour: { Effects: [], DurationMs: { P50: 100, P99: 100 } },
      section: {
        Traffic: [
          {
            Table: 'Orders',
            For: '10s',
            PerSecond: 200,
            Keys: { Count: 2_000, Prefix: 'order#' },
            Mix: { Insert: 1, Modify: 0, Remove: 0, NoOp: 0 },
            ItemBytes: 100,
          },
        ],
      },
    }),
    until: '40s',
    rules: ['E1', 'E31'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'hundred',
          holds: [is('mappings.Indexer.largestBatch', 100)],
          world: [`${MAPPING}.BatchSize=100`],
        },
        {
          id: 'thousand',
          holds: [is('mappings.Indexer.largestBatch', 1_000)],
          world: [`${MAPPING}.BatchSize=1000`],
        },
        { id: 'more', holds: [atLeast('mappings.Indexer.largestBatch', 1_900)] },
      ],
    },
    words: {
      title: 'Two thousand small orders',
      text: [
        'Two thousand orders are put within ten seconds, in one shard. The mapping has a `BatchSize` of 10,000 and a window of twenty seconds.',
      ],
      ask: 'How large is the largest batch?',
      choices: {
        hundred: '100 records',
        thousand: '1,000 records, as many as GetRecords returns',
        more: 'Nearly two thousand, or all of them',
      },
      worlds: { hundred: 'Here BatchSize is 100.', thousand: 'Here BatchSize is 1,000.' },
      after: [
        'A batch may hold up to 10,000 records since 2021, within 6 MB. One `GetRecords` call brings at most 1,000; a larger batch takes several.',
      ],
    },
  },
  {
    id: 'fewer-invocations',
    claims: [],
    exams: [cost, developer],
    lab: ordersLab({ commands: burst(20, 500), mapping: { BatchSize: 100 } }),
    until: '40s',
    rules: ['E1'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.MaximumBatchingWindowInSeconds`,
      offered: [0, 1, 5, { id: '600', value: 600, refused: true }],
      goal: [{ measure: STARTED, atMost: 4 }, is('consumers.Indexer.records.succeeded', 20)],
    },
    words: {
      title: 'Fewer invocations',
      text: [
        'An order is put every half second, twenty in all. `BatchSize` is 100. The bill for invocations should be a fifth of what it is, and orders may be found some seconds later.',
      ],
      ask: 'Which `MaximumBatchingWindowInSeconds` needs no more than four invocations for the twenty?',
      after: [
        'A large `BatchSize` alone changes nothing where records come slowly. The window makes the mapping wait for more; it can be up to 300 seconds.',
      ],
    },
  },
  {
    id: 'provisioned-pollers',
    claims: ['12.26'],
    exams: [{ exam: 'DOP-C02', domain: 3 }, trouble],
    lab: ordersLab({
      commands: [
        call('5s', 'lambda:UpdateEventSourceMapping', {
          UUID: 'Indexer',
          ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 10 },
        }),
      ],
    }),
    until: '20s',
    rules: ['E27'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'lanes',
          holds: [is('mappings.Indexer.readers', 2)],
          world: calls(
            call('5s', 'lambda:UpdateEventSourceMapping', {
              UUID: 'Indexer',
              ParallelizationFactor: 2,
            }),
          ),
        },
        {
          id: 'refused',
          holds: [
            is('refused.lambda:UpdateEventSourceMapping.InvalidParameterValueException', 1),
            is('mappings.Indexer.readers', 1),
          ],
        },
      ],
    },
    words: {
      title: 'Provisioned pollers',
      text: [
        'The mapping of a DynamoDB stream is to get pollers of its own: `ProvisionedPollerConfig` with `MinimumPollers` 2.',
      ],
      ask: 'What does `UpdateEventSourceMapping` do?',
      choices: {
        lanes: 'It accepts, and two pollers read the shard',
        refused: 'It refuses, and the mapping stays as it was',
      },
      worlds: { lanes: 'Here ParallelizationFactor is set to 2 instead.' },
      after: [
        'Provisioned pollers are for queues and Kafka. A stream’s shard is read in more lanes by `ParallelizationFactor`.',
      ],
    },
  },
];
