/** Lesson 2: what somebody misses who asks the table again and again, and what asking costs. */
import type { Lesson } from '../../lesson.ts';
import { is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const SEEN = 'pollers.Scan.seen';
const COLLAPSED = 'pollers.Scan.missed.collapsed';
const DELETES = 'pollers.Scan.missed.deletes';

export const lesson: Lesson = {
  id: 'why-not-poll',
  lab,
  seed: 1,
  steps: [
    { id: 'two-ways', lookAt: ['poller:Scan', 'stream:Orders'] },
    {
      id: 'told-at-once',
      until: '6s',
      reaches: [is('targets.OrderSearch.size', 1), is('consumers.Indexer.records.succeeded', 1)],
      lookAt: ['target:OrderSearch'],
      rules: ['E2', 'S8'],
    },
    {
      id: 'three-states',
      until: '31s',
      seconds: 10,
      lookAt: ['poller:Scan'],
      rules: ['W3', 'W4'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'all',
            holds: [is(SEEN, 3), is(COLLAPSED, 0)],
            world: ['Metadata.Shardscope.Pollers.Scan.Every=7s'],
          },
          { id: 'last', holds: [is(SEEN, 1), is(COLLAPSED, 2)] },
          {
            id: 'none',
            holds: [is(SEEN, 0)],
            world: ['Metadata.Shardscope.Pollers.Scan.Every=60s'],
          },
        ],
      },
    },
    {
      id: 'the-delete',
      until: '61s',
      seconds: 10,
      lookAt: ['poller:Scan'],
      rules: ['W4'],
      question: {
        kind: 'several',
        choices: [
          { id: 'stream', holds: [is('streams.Orders.records.REMOVE', 1)] },
          { id: 'index', holds: [is('targets.OrderSearch.size', 1)] },
          { id: 'scan', holds: [is(DELETES, 0)] },
        ],
      },
    },
    {
      id: 'the-price',
      rules: ['W1', 'W2'],
      question: { kind: 'estimate', measure: 'pollers.Scan.itemsEvaluated', within: 1.5 },
    },
    {
      id: 'delete-one',
      until: '70s',
      lookAt: ['writers:Orders'],
      task: {
        check: [{ measure: 'streams.Orders.records.REMOVE', since: 'step', atLeast: 1 }],
        example: {
          At: '65s',
          Call: 'dynamodb:DeleteItem',
          Input: { TableName: 'Orders', Key: { id: { S: 'archive#7' } } },
        },
      },
    },
    {
      id: 'the-next-look',
      until: '91s',
      seconds: 5,
      reaches: [is(DELETES, 2)],
      lookAt: ['poller:Scan'],
      rules: ['W4'],
    },
    { id: 'what-you-saw', lookAt: ['stream:Orders', 'poller:Scan'] },
  ],
  goals: [
    { law: 'NothingLost', of: 'Indexer' },
    { law: 'OrderKept', of: 'Indexer' },
  ],
};
