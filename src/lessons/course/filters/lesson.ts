/** Lesson 15: records that a function need not see. */
import type { Lesson } from '../../lesson.ts';
import { added, addedAtLeast, atLeast, calls, is } from '../../shorthand.ts';
import { orderLab, put, remove, type TimedCall, update } from '../orderLab.ts';

const RECEIVED = 'consumers.Packer.records.received';
const FILTERED = 'consumers.Packer.records.filtered';
/** The second of the day at which the lab starts. */
const START = Date.UTC(2026, 0, 5, 9) / 1_000;

const criteria = (...patterns: readonly object[]) => ({
  Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })),
});
const filter = (At: string, ...patterns: readonly object[]): TimedCall =>
  update(At, 'Packer', { FilterCriteria: criteria(...patterns) });

const inserts = { eventName: ['INSERT'] };
const numeric = { dynamodb: { NewImage: { total: { N: [{ numeric: ['>', 100] }] } } } };
const asText = { dynamodb: { NewImage: { total: { N: ['250', '900'] } } } };
const paidInserts = { ...inserts, dynamodb: { NewImage: { status: { S: ['paid'] } } } };
const removes = { eventName: ['REMOVE'] };
const expired = {
  userIdentity: { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] },
};
const byHand = { ...removes, userIdentity: { type: [{ exists: false }] } };
const toBerne = { ...inserts, dynamodb: { NewImage: { city: { S: ['Berne'] } } } };

const total = (n: number) => ({ total: { N: String(n) } });
const status = (S: string) => ({ status: { S } });
const city = (S: string) => ({ city: { S } });

const six = [1, 2, 3, 4, 5, 6].flatMap((n) => [
  put(`${1_000 + n * 300}ms`, n, status('placed')),
  put(`${4_000 + n * 300}ms`, n, status('paid')),
]);
const three = [put('22s', 11, total(50)), put('23s', 12, total(250)), put('24s', 13, total(900))];
const four = [
  put('42s', 21, status('paid')),
  put('43s', 22, status('placed')),
  put('44s', 22, status('paid')),
  remove('45s', 21),
];
const untilFour = [
  ...six,
  filter('12s', numeric),
  ...three,
  filter('31s', paidInserts, removes),
  ...four,
];
const deleted = [remove('58s', 32), remove('59s', 33)];
const five = ['Berne', 'Geneva', 'Basel', 'Berne', 'Lugano'].map((name, i) =>
  put(`${90_000 + i * 200}ms`, 41 + i, city(name)),
);

const item = (order: number, expires: number) => ({
  id: { S: `order#${order}` },
  expires: { N: String(START + expires) },
});

const lab = orderLab({
  title: 'What a function need not see',
  description: 'A mapping that drops records before the function is invoked',
  calls: [...untilFour, filter('50500ms', expired), ...deleted, ...five],
  functions: {
    Packer: {
      Effects: [{ Do: 'AuditLog', Target: 'Parcels' }],
      mapping: {
        FilterCriteria: criteria(inserts),
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } } },
      },
    },
  },
  targets: { Parcels: 'AWS::S3::Bucket', DeadLetters: 'AWS::SQS::Queue' },
  section: {
    Items: { Orders: [item(31, 62), item(32, 86_400), item(33, 86_400)] },
    TimeToLiveDelayMs: { P50: 2_000, P99: 3_000 },
  },
  table: { TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true } },
});

export const lesson: Lesson = {
  id: 'filters',
  lab,
  seed: 1,
  steps: [
    { id: 'a-pattern', lookAt: ['function:Packer'] },
    {
      id: 'what-of-the-rest',
      until: '11500ms',
      seconds: 10,
      lookAt: ['function:Packer', 'stream:Orders'],
      rules: ['E28'],
      question: {
        kind: 'several',
        choices: [
          { id: 'received', holds: [is(RECEIVED, 6)] },
          { id: 'later', holds: [atLeast('consumers.Packer.records.pending', 1)] },
          { id: 'passed', holds: [is(FILTERED, 6), is('consumers.Packer.records.pending', 0)] },
          { id: 'told', holds: [atLeast('targets.DeadLetters.size', 1)] },
        ],
      },
    },
    {
      id: 'numbers',
      until: '30s',
      seconds: 8,
      lookAt: ['function:Packer'],
      rules: ['E24'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'two',
            holds: [added(RECEIVED, 2)],
            world: calls(...six, filter('12s', asText), ...three),
          },
          {
            id: 'three',
            holds: [added(RECEIVED, 3)],
            world: calls(...six, filter('12s', inserts), ...three),
          },
          { id: 'none', holds: [added(RECEIVED, 0)] },
        ],
      },
    },
    {
      id: 'two-patterns',
      until: '50s',
      seconds: 8,
      lookAt: ['function:Packer'],
      rules: ['E22'],
      question: { kind: 'estimate', measure: RECEIVED, since: 'step', within: 1 },
    },
    {
      id: 'who-deleted',
      until: '72s',
      seconds: 10,
      lookAt: ['table:Orders', 'function:Packer'],
      rules: ['T15', 'E28'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'all',
            holds: [added(RECEIVED, 3)],
            world: calls(...untilFour, filter('50500ms', removes), ...deleted),
          },
          { id: 'expired', holds: [added(RECEIVED, 1)] },
          {
            id: 'by-hand',
            holds: [added(RECEIVED, 2)],
            world: calls(...untilFour, filter('50500ms', byHand), ...deleted),
          },
        ],
      },
    },
    {
      id: 'your-filter',
      until: '100s',
      lookAt: ['function:Packer'],
      task: {
        check: [added(RECEIVED, 2), addedAtLeast(FILTERED, 3)],
        example: filter('74s', toBerne),
        speed: 3,
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Packer'] },
  ],
  goals: [
    { law: 'NothingLost', of: 'Packer' },
    { law: 'OrderKept', of: 'Packer' },
  ],
};
