/** Lesson 11: what an error does to a batch, to its shard and to the others; and a record that always fails. */
import type { Lesson } from '../../lesson.ts';
import { addedAtLeast, atLeast, atMost, is } from '../../shorthand.ts';
import { burst, mappingOf, orderLab } from '../orderLab.ts';

const FAILED = 'consumers.Worker.invocations.failed';
const SUCCEEDED = 'consumers.Worker.records.succeeded';
const PENDING = 'consumers.Worker.records.pending';
const DISCARDED = 'consumers.Worker.records.discarded';
const EXPIRED = 'consumers.Worker.records.expired';

const poison = (At: string, order: string) => ({
  At,
  Kind: 'Poison',
  Target: 'Worker',
  Match: { id: { S: order } },
});

/** Of four partitions, so of four shards. */
const lab = orderLab({
  title: 'A record that always fails',
  description: 'Orders that are confirmed by mail, and one that the function cannot bear',
  calls: [
    ...burst(1_000, 8, 1),
    ...burst(5_000, 24, 9, 1),
    ...burst(30_000, 12, 33, 1),
    ...burst(301_000, 12, 51, 1),
  ],
  functions: { Worker: { Effects: [{ Do: 'Notify', Target: 'Mails' }], mapping: {} } },
  targets: { Mails: 'AWS::SES::EmailIdentity' },
  section: { Faults: [poison('0s', 'order#12'), poison('300s', 'order#57')] },
  table: { BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: undefined },
});

export const lesson: Lesson = {
  id: 'poison-record',
  lab,
  seed: 1,
  steps: [
    { id: 'all-is-well', until: '3s', reaches: [is(SUCCEEDED, 8)], lookAt: ['function:Worker'] },
    {
      id: 'the-first-error',
      until: '20s',
      seconds: 10,
      lookAt: ['function:Worker', 'stream:Orders'],
      rules: ['E5', 'F4'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'others-pass',
            holds: [is(SUCCEEDED, 31)],
            world: [
              mappingOf('Worker', 'BisectBatchOnFunctionError=true'),
              mappingOf('Worker', 'MaximumRetryAttempts=0'),
            ],
          },
          { id: 'whole-batch', holds: [atLeast(PENDING, 2), is(DISCARDED, 0)] },
          {
            id: 'three-tries',
            holds: [atLeast(DISCARDED, 1)],
            world: [mappingOf('Worker', 'MaximumRetryAttempts=2')],
          },
        ],
      },
    },
    {
      id: 'twelve-more',
      until: '60s',
      seconds: 10,
      lookAt: ['stream:Orders'],
      rules: ['E5'],
      question: {
        kind: 'several',
        choices: [
          { id: 'other-shards', holds: [addedAtLeast(SUCCEEDED, 1)] },
          { id: 'same-shard', holds: [atMost(PENDING, 1)] },
          { id: 'age', holds: [atLeast('consumers.Worker.iteratorAgeMs.max', 20_000)] },
          { id: 'paid', holds: [addedAtLeast(FAILED, 1)] },
        ],
      },
    },
    {
      id: 'how-often',
      until: '120s',
      rules: ['E6'],
      question: { kind: 'estimate', measure: 'mappings.Worker.mostAttempts', within: 1.3 },
    },
    {
      id: 'heal-it',
      until: '200s',
      lookAt: ['function:Worker'],
      task: {
        check: [is(PENDING, 0)],
        example: {
          At: '125s',
          Call: 'shardscope:StopFault',
          Input: { kind: 'Poison', target: 'Worker' },
        },
        speed: 2,
      },
    },
    {
      id: 'nobody-heals',
      until: '25h',
      seconds: 12,
      lookAt: ['stream:Orders'],
      rules: ['E8', 'E7'],
      question: {
        kind: 'one',
        choices: [
          { id: 'never', holds: [atLeast(PENDING, 1)] },
          { id: 'expire', holds: [atLeast(EXPIRED, 1), is(DISCARDED, 0), is(PENDING, 0)] },
          {
            id: 'attempts',
            holds: [atLeast(DISCARDED, 1)],
            world: [mappingOf('Worker', 'MaximumRetryAttempts=100')],
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Worker', 'stream:Orders'] },
  ],
  goals: [{ law: 'OrderKept', of: 'Worker' }],
};
