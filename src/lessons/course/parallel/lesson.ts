/** Lesson 14: reading a shard in several lanes, and what of its order is kept. */
import type { Lesson } from '../../lesson.ts';
import { atLeast, atMost, calls, is } from '../../shorthand.ts';
import { mappingOf, orderLab, type TimedCall, update } from '../orderLab.ts';

const PENDING = 'consumers.Worker.records.pending';
const AT_ONCE = 'mappings.Worker.mostAtOnce';

/** Orders of one customer, twenty a second. */
const oneCustomer: TimedCall[] = Array.from({ length: 300 }, (_, i) => ({
  At: `${80_000 + i * 50}ms`,
  Call: 'dynamodb:PutItem',
  Input: {
    TableName: 'Orders',
    Item: { customer: { S: 'customer#1' }, order: { S: `order#${i + 1}` } },
  },
}));

/** An order of each customer, changed again and again. */
const traffic = (From: string, For: string, PerSecond: number, keys: object) => ({
  Table: 'Orders',
  ...{ From, For, PerSecond },
  Keys: { Prefix: 'customer#', ...keys },
  Mix: { Insert: 0, Modify: 1, Remove: 0, NoOp: 0 },
  ItemBytes: 200,
});
const many = traffic('0s', '70s', 30, { Count: 60 });
const hot = traffic('100s', '15s', 20, { Count: 60, Distribution: 'Hot', Share: 1, HotKeys: 1 });
const spread = traffic('100s', '15s', 20, { Count: 60 });
const items = Array.from({ length: 60 }, (_, i) => ({
  customer: { S: `customer#${i}` },
  order: { S: '0' },
}));

const lab = orderLab({
  title: 'Several lanes for one shard',
  description: 'More changes than one batch at a time can carry',
  calls: oneCustomer,
  functions: {
    Worker: {
      Effects: [{ Do: 'AuditLog', Target: 'Shipments' }],
      ms: 1_000,
      mapping: { BatchSize: 10 },
    },
  },
  targets: { Shipments: 'AWS::S3::Bucket' },
  section: { Traffic: [many, hot], Items: { Orders: items } },
  table: {
    AttributeDefinitions: [
      { AttributeName: 'customer', AttributeType: 'S' },
      { AttributeName: 'order', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'customer', KeyType: 'HASH' },
      { AttributeName: 'order', KeyType: 'RANGE' },
    ],
  },
});

export const lesson: Lesson = {
  id: 'parallelization-and-order',
  lab,
  seed: 1,
  steps: [
    {
      id: 'one-lane',
      until: '10s',
      seconds: 10,
      reaches: [atLeast(PENDING, 100)],
      lookAt: ['function:Worker'],
      rules: ['E3'],
    },
    {
      id: 'how-many-lanes',
      until: '30s',
      lookAt: ['function:Worker'],
      rules: ['E27'],
      question: {
        kind: 'setting',
        path: mappingOf('Worker', 'ParallelizationFactor'),
        offered: [1, 2, 5, 10],
        goal: [atMost(PENDING, 60)],
      },
    },
    {
      id: 'ten-lanes',
      until: '70s',
      lookAt: ['function:Worker'],
      task: {
        check: [atMost(PENDING, 60), atLeast(AT_ONCE, 3)],
        example: update('32s', 'Worker', { ParallelizationFactor: 10 }),
        speed: 3,
      },
    },
    {
      id: 'one-customer',
      until: '96s',
      seconds: 10,
      lookAt: ['function:Worker'],
      rules: ['E27'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'behind',
            holds: [atLeast(PENDING, 100)],
            world: calls(update('72s', 'Worker', { ParallelizationFactor: 1 }), ...oneCustomer),
          },
          { id: 'keeps-up', holds: [atMost(PENDING, 60)] },
        ],
      },
    },
    {
      id: 'one-order',
      until: '116s',
      seconds: 10,
      lookAt: ['function:Worker'],
      rules: ['E27'],
      question: {
        kind: 'one',
        choices: [
          { id: 'behind', holds: [atLeast(PENDING, 100)] },
          {
            id: 'keeps-up',
            holds: [atMost(PENDING, 60)],
            world: [`Metadata.Shardscope.Traffic=${JSON.stringify([many, spread])}`],
          },
        ],
      },
    },
    {
      id: 'what-holds',
      until: '140s',
      seconds: 5,
      rules: ['E27', 'S2'],
      question: {
        kind: 'several',
        choices: [
          { id: 'item-order', holds: [is('consumers.Worker.orderViolations', 0)] },
          { id: 'more-shards', holds: [atLeast('shards.Orders.open', 2)] },
          { id: 'at-once', holds: [atLeast(AT_ONCE, 5)] },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Worker'] },
  ],
  goals: [
    { law: 'OrderKept', of: 'Worker' },
    { law: 'NothingLost', of: 'Worker' },
  ],
};
