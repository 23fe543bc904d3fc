/** Practice: what a stream and a table cost. */
import { atLeast, calls, is } from '../shorthand.ts';
import { call, ordersLab } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const onDemand = { BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: undefined };
const SCAN = 'Metadata.Shardscope.Pollers={"Scan":{"Table":"Orders","Every":"60s"}}';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'an-idle-day',
    claims: ['11.8', '12.1'],
    exams: [
      { exam: 'SAA-C03', domain: 4 },
      { exam: 'Interview', domain: 2 },
    ],
    lab: ordersLab({ table: onDemand, section: { Until: '25h' } }),
    until: '24h',
    rules: ['E2'],
    question: {
      kind: 'one',
      choices: [
        { id: 'nothing', holds: [{ measure: 'cost.usd', is: 0 }] },
        { id: 'something', holds: [{ measure: 'cost.usd', atLeast: 0.000001 }], world: [SCAN] },
      ],
    },
    words: {
      title: 'A day without an order',
      text: [
        'An empty on-demand table has a stream with four shards. Lambda looks into each of them about four times a second, all day. Nobody writes.',
      ],
      ask: 'What does this day cost, apart from storage?',
      choices: {
        nothing: 'Nothing',
        something: 'A little: 345,600 looks into each shard, or its hours',
      },
      worlds: { something: 'Here a scan asks the table once a minute as well.' },
      after: [
        'A stream is paid neither by the shard nor by the hour. Lambda’s reads of it are free; a reader of your own pays for its GetRecords calls, beyond the first 2.5 million in a month.',
      ],
    },
  },
  {
    id: 'a-million-writes',
    claims: ['12.20'],
    exams: [{ exam: 'SAA-C03', domain: 4 }],
    lab: ordersLab({
      table: onDemand,
      mapping: { Enabled: false },
      section: {
        Traffic: [
          {
            Table: 'Orders',
            PerSecond: 1_000,
            For: '10s',
            Keys: { Count: 100_000 },
            Mix: { Insert: 1 },
            ItemBytes: 60,
          },
        ],
      },
    }),
    until: '11s',
    rules: ['P5'],
    question: { kind: 'estimate', measure: 'cost.lines.0.usd', within: 1.3 },
    words: {
      title: 'Ten thousand writes',
      text: ['Ten thousand orders of less than 1 KB are put into an on-demand table.'],
      ask: 'What do these writes cost? (In us-east-1, in dollars, such as 0.05.)',
      unit: 'dollars',
      after: [
        'A write request unit costs $0.625 per million since November 2024, half of what older texts say. Reads are $0.125 per million.',
      ],
    },
  },
  {
    id: 'pollers-to-be-had',
    claims: ['12.26'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({
      commands: [
        call('3s', 'lambda:UpdateEventSourceMapping', {
          UUID: 'Indexer',
          ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 10 },
        }),
      ],
    }),
    from: '2s',
    until: '6s',
    question: {
      kind: 'one',
      choices: [
        {
          id: 'taken',
          holds: [is('log.callFailed', 0)],
          world: calls(
            call('3s', 'lambda:UpdateEventSourceMapping', {
              UUID: 'Indexer',
              ParallelizationFactor: 2,
            }),
          ),
        },
        { id: 'refused', holds: [atLeast('log.callFailed', 1)] },
      ],
    },
    words: {
      title: 'Pollers to be had',
      text: [
        'A function is behind. Somebody has read of provisioned pollers, and sets `ProvisionedPollerConfig` of the mapping of its DynamoDB stream.',
      ],
      ask: 'What does Lambda say?',
      choices: { taken: 'It takes the setting', refused: 'It refuses it' },
      worlds: { taken: 'Here ParallelizationFactor is set to 2 instead.' },
      after: [
        'Provisioned pollers are for SQS and Kafka. For a stream, raise ParallelizationFactor or the batch, or make the function quicker.',
      ],
    },
  },
];
