/** Practice: mappings that fall behind, and what helps. */
import { atLeast, atMost, is } from '../shorthand.ts';
import { call, MAPPING, ordersLab } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const PENDING = 'consumers.Indexer.records.pending';
const AT_ONCE = 'mappings.Indexer.mostAtOnce';
const TRAFFIC = 'Metadata.Shardscope.Traffic';

const table = { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 200 } };
const traffic = (keys: object, PerSecond = 30) => [
  {
    Table: 'Orders',
    For: '30s',
    PerSecond,
    Keys: { Count: 60, Prefix: 'order#', ...keys },
    Mix: { Insert: 0, Modify: 1, Remove: 0, NoOp: 0 },
    ItemBytes: 200,
  },
];
const hot = { Distribution: 'Hot', Share: 1, HotKeys: 1 };
const Items = {
  Orders: Array.from({ length: 60 }, (_, i) => ({ id: { S: `order#${i}` } })),
};
/** A function that needs a second for ten records. */
const slow = (keys: object, mapping: object, fn: Readonly<Record<string, unknown>> = {}) =>
  ordersLab({
    table,
    fn,
    mapping: { BatchSize: 10, ...mapping },
    behaviour: { DurationMs: { P50: 1_000, P99: 1_000 } },
    section: { Items, Traffic: traffic(keys) },
  });

const performance = { exam: 'SAA-C03', domain: 3 } as const;
const developer = { exam: 'DVA-C02', domain: 4 } as const;
const engineer = { exam: 'DEA-C01', domain: 1 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'one-hot-order',
    claims: ['11.15'],
    exams: [performance, engineer],
    lab: slow(hot, { ParallelizationFactor: 10 }),
    until: '30s',
    lookAt: ['function:Indexer'],
    rules: ['E27'],
    question: {
      kind: 'one',
      choices: [
        { id: 'behind', holds: [atLeast(PENDING, 400)] },
        {
          id: 'keeps-up',
          holds: [atMost(PENDING, 100)],
          world: [`${TRAFFIC}=${JSON.stringify(traffic({}))}`],
        },
      ],
    },
    words: {
      title: 'One hot order',
      text: [
        'One order is changed thirty times a second. The function needs a second for a batch of ten. `ParallelizationFactor` is 10.',
      ],
      ask: 'What is so after half a minute?',
      choices: {
        behind: 'Several hundred changes wait, as with one lane',
        'keeps-up': 'The ten lanes share the work, and few wait',
      },
      worlds: { 'keeps-up': 'Here the changes are of sixty orders.' },
      after: [
        'Changes of one item stay one behind another, in one lane. {consumers.Indexer.records.pending} wait.',
      ],
    },
  },
  {
    id: 'what-helps-a-hot-order',
    claims: ['11.15', '11.17'],
    exams: [performance, developer],
    lab: slow(hot, {}),
    until: '30s',
    rules: ['E27', 'E3'],
    question: {
      kind: 'broken',
      works: [atMost(PENDING, 100)],
      parts: [
        { id: 'lanes', card: 'function:Indexer', mend: [`${MAPPING}.ParallelizationFactor=10`] },
        { id: 'batch', card: 'function:Indexer', mend: [`${MAPPING}.BatchSize=100`] },
        {
          id: 'timeout',
          card: 'function:Indexer',
          mend: ['Resources.Indexer.Properties.Timeout=900'],
        },
        {
          id: 'window',
          card: 'function:Indexer',
          mend: [`${MAPPING}.MaximumBatchingWindowInSeconds=1`],
        },
      ],
    },
    words: {
      title: 'What helps a hot order',
      text: [
        'One order is changed thirty times a second, and the changes pile up. An invocation takes a second, whether it is given one record or a hundred. `BatchSize` is 10, the window is 0, `ParallelizationFactor` is 1.',
      ],
      ask: 'Which setting is at fault?',
      choices: {
        lanes: '`ParallelizationFactor`: too few lanes',
        batch: '`BatchSize`: too small',
        timeout: 'The timeout: too short',
        window: 'The window: too short',
      },
      worlds: {
        lanes: 'Here there are ten lanes.',
        batch: 'Here a batch holds up to a hundred records.',
        timeout: 'Here the timeout is 15 minutes.',
        window: 'Here a batch gathers for a second.',
      },
      after: [
        'More lanes help only where there are several items. Larger batches carry more of the one item at a time. Nothing runs out of time, so a longer timeout changes nothing.',
      ],
    },
  },
  {
    id: 'the-age-rises',
    claims: ['11.17'],
    exams: [developer, { exam: 'DOP-C02', domain: 5 }],
    lab: slow({}, {}),
    until: '30s',
    rules: ['E3', 'E27'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.ParallelizationFactor`,
      offered: [1, 2, 5, 10, { id: '20', value: 20, refused: true }],
      goal: [atMost(PENDING, 60)],
    },
    words: {
      title: 'The iterator age rises',
      text: [
        'Sixty orders are changed, thirty changes a second in all. The function needs a second for a batch of ten; its timeout is ten seconds, and nothing fails. All goes through one shard, and its iterator age rises.',
      ],
      ask: 'With which `ParallelizationFactor` do few changes wait after half a minute?',
      after: [
        'One lane carries ten changes a second, two carry twenty. 10 is the most that can be set for a shard. A higher timeout would not carry one change more.',
      ],
    },
  },
  {
    id: 'lanes-are-no-shards',
    claims: ['11.16'],
    exams: [engineer, performance],
    lab: slow({}, { ParallelizationFactor: 10 }),
    until: '30s',
    rules: ['S2', 'E27'],
    question: { kind: 'estimate', measure: 'shards.Orders.open', within: 1 },
    words: {
      title: 'Ten lanes',
      text: [
        'The table has one partition. The mapping’s `ParallelizationFactor` is 10, and thirty changes a second come in, of sixty orders.',
      ],
      ask: 'How many open shards does the stream have?',
      unit: 'open shards',
      after: [
        'One, as the table has one partition. Up to {mappings.Indexer.mostAtOnce} batches were in flight at the same time all the same. Shards come and go with partitions, and AWS alone makes them. Lanes are how one mapping reads a shard.',
      ],
    },
  },
  {
    id: 'add-shards',
    claims: ['11.16'],
    exams: [{ exam: 'SAA-C03', domain: 3 }],
    lab: slow({}, { ParallelizationFactor: 5 }),
    until: '30s',
    rules: ['E27'],
    question: {
      kind: 'several',
      choices: [
        { id: 'at-once', holds: [atLeast(AT_ONCE, 3)] },
        { id: 'shards', holds: [atLeast('shards.Orders.all', 2)] },
        { id: 'order', holds: [is('consumers.Indexer.orderViolations', 0)] },
        { id: 'readers', holds: [is('mappings.Indexer.readers', 5)] },
      ],
    },
    words: {
      title: 'More readers for a shard',
      text: [
        'A team would like more shards, to process thirty changes a second of sixty orders. A DynamoDB stream cannot be given any. They set `ParallelizationFactor` to 5 instead.',
      ],
      ask: 'What is so after half a minute?',
      choices: {
        'at-once': 'At times three batches or more were in flight at once',
        shards: 'The stream has more than one shard',
        order: 'No change of an order overtook an earlier one of the same order',
        readers: 'Five lanes read the shard',
      },
      after: ['The stream is as it was. Each order has its lane, and so its order is kept.'],
    },
  },
  {
    id: 'one-customer-many-orders',
    claims: ['11.15', '12.5'],
    exams: [developer, engineer],
    lab: ordersLab({
      table: {
        ...table,
        AttributeDefinitions: [
          { AttributeName: 'customer', AttributeType: 'S' },
          { AttributeName: 'id', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'customer', KeyType: 'HASH' },
          { AttributeName: 'id', KeyType: 'RANGE' },
        ],
      },
      mapping: { BatchSize: 10, ParallelizationFactor: 10 },
      behaviour: { DurationMs: { P50: 1_000, P99: 1_000 } },
      commands: Array.from({ length: 200 }, (_, i) =>
        call(`${i * 50}ms`, 'dynamodb:PutItem', {
          TableName: 'Orders',
          Item: { customer: { S: 'customer#1' }, id: { S: `order#${i}` } },
        }),
      ),
    }),
    until: '11s',
    rules: ['E27'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'one-lane',
          holds: [is(AT_ONCE, 1), atLeast(PENDING, 60)],
          world: [`${MAPPING}.ParallelizationFactor=1`],
        },
        { id: 'many-lanes', holds: [atLeast(AT_ONCE, 3), atMost(PENDING, 40)] },
      ],
    },
    words: {
      title: 'One customer, many orders',
      text: [
        'The partition key is `customer`, the sort key is `id`. One customer places twenty orders a second. The function needs a second for a batch of ten, and `ParallelizationFactor` is 10.',
      ],
      ask: 'How do these orders, all of one partition key, go through the lanes?',
      choices: {
        'one-lane': 'One batch after another: order holds for a partition key',
        'many-lanes': 'Side by side: order holds for an item',
      },
      worlds: { 'one-lane': 'Here the factor is 1.' },
      after: [
        'For DynamoDB streams Lambda keeps the order of an item, partition key and sort key together. For Kinesis it keeps that of a partition key. Whoever needs the order across a customer’s items takes one lane.',
      ],
    },
  },
];
