/** Lesson 7: shards close and have children; a child is read after its parent. */
import type { Lesson } from '../../lesson.ts';
import { addedAtLeast, calls, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const ALL = 'shards.Orders.all';
const OPEN = 'shards.Orders.open';
const SUCCEEDED = 'consumers.Packing.records.succeeded';

/** More than one partition can serve: it splits. */
const grow = (At: string) => ({
  At,
  Call: 'dynamodb:UpdateTable',
  Input: {
    TableName: 'Orders',
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 1_500 },
  },
});

export const lesson: Lesson = {
  id: 'family-tree',
  lab,
  seed: 1,
  steps: [
    {
      id: 'one-shard',
      until: '3h',
      reaches: [is(ALL, 1), { measure: SUCCEEDED, atLeast: 10 }],
      lookAt: ['stream:Orders'],
      rules: ['S2', 'S3'],
    },
    {
      id: 'five-hours',
      until: '5h',
      lookAt: ['stream:Orders'],
      rules: ['S7', 'S4', 'S6'],
      question: {
        kind: 'one',
        choices: [
          { id: 'same', holds: [is(ALL, 1)] },
          { id: 'child', holds: [is(ALL, 2), is(OPEN, 1)] },
          {
            id: 'children',
            holds: [is(OPEN, 2)],
            world: calls(grow('200m')),
          },
        ],
      },
    },
    {
      id: 'it-fails',
      until: '350m',
      reaches: [{ measure: 'consumers.Packing.records.pending', atLeast: 1 }],
      lookAt: ['function:Packing'],
      rules: ['E5'],
    },
    {
      id: 'your-split',
      until: '361m',
      lookAt: ['table:Orders'],
      rules: ['P6', 'P4', 'S4'],
      task: { check: [addedAtLeast(OPEN, 1)], speed: 1, example: grow('360m') },
    },
    {
      id: 'who-first',
      until: '395m',
      seconds: 8,
      lookAt: ['stream:Orders'],
      rules: ['E4', 'S5'],
      question: {
        kind: 'order',
        events: [
          { id: 'packed', holds: [{ measure: SUCCEEDED, atLeast: 23 }] },
          { id: 'born', holds: [addedAtLeast('streams.Orders.records.INSERT', 1)] },
          { id: 'drained', holds: [addedAtLeast('log.shardDrained', 1)] },
        ],
      },
    },
    {
      id: 'a-day',
      until: '25h',
      seconds: 10,
      lookAt: ['stream:Orders'],
      rules: ['S7', 'S6'],
      question: { kind: 'estimate', measure: ALL, within: 1.3 },
    },
    { id: 'what-you-saw', lookAt: ['stream:Orders'] },
  ],
  goals: [
    { law: 'OrderKept', of: 'Packing' },
    { law: 'NothingLost', of: 'Packing' },
  ],
};
