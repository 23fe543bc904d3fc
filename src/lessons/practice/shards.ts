/** Practice: shards, their families, and the order in which they are read. */
import { addedAtLeast } from '../shorthand.ts';
import { ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'parent-first',
    claims: ['11.40'],
    exams: [
      { exam: 'DEA-C01', domain: 1 },
      { exam: 'DBS-C01', domain: 1 },
    ],
    lab: ordersLab({
      commands: [
        ...[1, 2, 3].map((n) => put(`${n}s`, `order#${n}`)),
        ...[4, 5, 6, 7].map((n) => put(`${n + 2}s`, `order#${n}`)),
      ],
      mapping: { BatchSize: 1 },
      behaviour: { DurationMs: { P50: 3000, P99: 3000 } },
      section: { Faults: [{ At: '4s', Target: 'Orders', Kind: 'SplitPartition' }] },
    }),
    from: '3.5s',
    until: '20s',
    seconds: 10,
    rules: ['E4'],
    question: {
      kind: 'order',
      events: [
        { id: 'read', holds: [{ measure: 'log.invocationStarted', atLeast: 3 }] },
        { id: 'drained', holds: [addedAtLeast('log.shardDrained', 1)] },
        { id: 'appended', holds: [addedAtLeast('streams.Orders.records.INSERT', 1)] },
        { id: 'closed', holds: [addedAtLeast('log.shardClosed', 1)] },
      ],
    },
    words: {
      title: 'A split while the function is slow',
      text: [
        'The function takes three seconds for each record, so it is behind. At 09:00:04 the partition splits, and with it the shard: two child shards take what is written from then on.',
      ],
      ask: 'In which order does this happen?',
      choices: {
        read: 'The function is given the last record of the parent shard',
        drained: 'Lambda has read the parent shard to its end',
        appended: 'A child shard gets its first record',
        closed: 'The parent shard is closed',
      },
      after: [
        'The parent closes when the partition splits, and new records go to the children at once. They wait there: Lambda reads a child only when its parent has been read to the end. So the changes of an item stay in order across the split.',
      ],
    },
  },
];
