/** Lesson 6: each shard is an order of its own; what waits for what, and what does not. */
import type { Lesson } from '../../lesson.ts';
import { added, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const SUCCEEDED = 'consumers.Packing.records.succeeded';
const PENDING = 'consumers.Packing.records.pending';
const AT_ONCE = 'mappings.Packing.mostAtOnce';

const put = (At: string, id: string) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName: 'Orders', Item: { id: { S: id }, status: { S: 'placed' } } },
});

const ONE_PARTITION = [
  'Resources.Orders.Properties.BillingMode=PROVISIONED',
  'Resources.Orders.Properties.ProvisionedThroughput={"ReadCapacityUnits":5,"WriteCapacityUnits":10}',
];
/** Nothing comes into the shard of `order#20` after it. */
const ELSEWHERE = [
  `Metadata.Shardscope.Commands=${JSON.stringify([
    ...[1, 2, 3, 4, 7, 8, 10, 13].map((n) => put('1s', `order#${n}`)),
    put('6s', 'order#20'),
    ...[16, 17, 5, 6, 9].map((n, i) => put(`${7 + i * 0.7}s`, `order#${n}`)),
  ])}`,
];

export const lesson: Lesson = {
  id: 'shards-and-order',
  lab,
  seed: 1,
  steps: [
    {
      id: 'four-shards',
      until: '3s',
      lookAt: ['stream:Orders'],
      rules: ['S2', 'E3'],
      question: {
        kind: 'one',
        choices: [
          { id: 'one', holds: [is(AT_ONCE, 1)], world: ONE_PARTITION },
          { id: 'four', holds: [is(AT_ONCE, 4)] },
          { id: 'eight', holds: [is(AT_ONCE, 8)] },
        ],
      },
    },
    {
      id: 'one-fails',
      until: '12s',
      seconds: 10,
      lookAt: ['stream:Orders', 'function:Packing'],
      rules: ['E5', 'S2'],
      question: {
        kind: 'one',
        choices: [
          { id: 'none', holds: [added(SUCCEEDED, 0)], world: ONE_PARTITION },
          { id: 'others', holds: [added(SUCCEEDED, 3)] },
          { id: 'all', holds: [added(SUCCEEDED, 5)], world: ELSEWHERE },
        ],
      },
    },
    { id: 'who-waits', lookAt: ['stream:Orders'], rules: ['E5', 'E3'] },
    {
      id: 'two-more',
      until: '19s',
      reaches: [is(PENDING, 5)],
      lookAt: ['stream:Orders'],
      rules: ['S5', 'E6'],
    },
    {
      id: 'heal-it',
      until: '45s',
      lookAt: ['function:Packing'],
      rules: ['E5', 'E6'],
      task: {
        check: [is(PENDING, 0)],
        speed: 4,
        example: {
          At: '25s',
          Call: 'shardscope:StopFault',
          Input: { kind: 'Poison', target: 'Packing', match: { id: { S: 'order#20' } } },
        },
      },
    },
    {
      id: 'what-held',
      lookAt: ['stream:Orders'],
      rules: ['S5'],
      question: {
        kind: 'several',
        choices: [
          { id: 'item', holds: [is('consumers.Packing.orderViolations', 0)] },
          { id: 'kept', holds: [is(PENDING, 0)] },
          {
            id: 'table',
            // Whatever follows a change in time has then waited for it.
            holds: [{ measure: 'consumers.Packing.latencyMs.p50', atLeast: 10_000 }],
          },
          { id: 'soon', holds: [{ measure: 'consumers.Packing.latencyMs.max', atMost: 2_000 }] },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['stream:Orders'] },
  ],
  goals: [
    { law: 'OrderKept', of: 'Packing' },
    { law: 'NothingLost', of: 'Packing' },
  ],
};
