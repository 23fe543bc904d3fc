/** Lesson 13: when a mapping gives up, who learns of it, and how long what was given up can be had again. */
import type { Lesson } from '../../lesson.ts';
import { added, calls, is } from '../../shorthand.ts';
import { burst, mappingOf, orderLab, put, type TimedCall, update } from '../orderLab.ts';

const DISCARDED = 'consumers.Worker.records.discarded';
const SUCCEEDED = 'consumers.Worker.records.succeeded';
const PENDING = 'consumers.Worker.records.pending';
const LETTERS = 'targets.DeadLetters.size';
const SHIPPED = 'targets.Shipments.size';
const GONE = 'refused.shardscope:Redrive.TrimmedDataAccessException';

const queue = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };
const shard = { At: '0s', Kind: 'Poison', Target: 'Worker', Match: { id: { S: 'order#3' } } };
const throttle = { At: '20s', For: '30s', Kind: 'Throttle', Target: 'Worker' };
const broken = { At: '140s', For: '100s', Kind: 'Error', Target: 'Worker' };
const faults = (...all: object[]): string => `Metadata.Shardscope.Faults=${JSON.stringify(all)}`;

const five = burst(1_000, 5, 1, 25);
const three = burst(21_000, 3, 6, 25);
const nine = put('141s', 9);
const age = (MaximumRetryAttempts: number, MaximumRecordAgeInSeconds: number) =>
  update('122s', 'Worker', { MaximumRetryAttempts, MaximumRecordAgeInSeconds });
const mended: TimedCall = {
  At: '80000s',
  Call: 'shardscope:StopFault',
  Input: { kind: 'Poison', target: 'Worker' },
};
const redrive = (At: string, document: number): TimedCall => ({
  At,
  Call: 'shardscope:Redrive',
  Input: { document },
});
const untilAge = [...five, ...three, age(-1, 60), nine];

const lab = orderLab({
  title: 'Giving up in time',
  description: 'Orders that are shipped, and a queue that learns of those that were given up',
  calls: [...untilAge, mended, redrive('90000s', 0)],
  functions: {
    Worker: {
      Effects: [{ Do: 'AuditLog', Target: 'Shipments' }],
      mapping: {
        MaximumBatchingWindowInSeconds: 1,
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: queue } },
      },
    },
  },
  targets: { Shipments: 'AWS::S3::Bucket', DeadLetters: 'AWS::SQS::Queue' },
  section: { Faults: [shard, throttle, broken] },
});

export const lesson: Lesson = {
  id: 'giving-up',
  lab,
  seed: 1,
  steps: [
    { id: 'three-settings', lookAt: ['function:Worker', 'target:DeadLetters'] },
    {
      id: 'in-the-queue',
      until: '12s',
      seconds: 10,
      lookAt: ['target:DeadLetters'],
      rules: ['E7', 'E26'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'five',
            holds: [is(LETTERS, 5)],
            world: [
              mappingOf('Worker', 'BatchSize=1'),
              mappingOf('Worker', 'MaximumRetryAttempts=0'),
              faults({ Kind: 'Error', Target: 'Worker' }),
            ],
          },
          { id: 'one', holds: [is(LETTERS, 1)] },
          {
            id: 'none',
            holds: [is(LETTERS, 0), is(DISCARDED, 5)],
            world: [
              mappingOf('Worker', 'DestinationConfig={}'),
              `Resources.Worker.Properties.DeadLetterQueue=${JSON.stringify({ Type: 'SQS', TargetArn: queue })}`,
            ],
          },
        ],
      },
    },
    {
      id: 'how-many-attempts',
      rules: ['E7'],
      question: {
        kind: 'estimate',
        measure: 'consumers.Worker.invocations.failed',
        within: 1,
      },
    },
    {
      id: 'throttled',
      until: '120s',
      seconds: 10,
      lookAt: ['function:Worker'],
      rules: ['E9'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'given-up',
            holds: [added(DISCARDED, 3)],
            world: [faults(shard, { ...throttle, Kind: 'Error' }, broken)],
          },
          { id: 'late', holds: [added(SUCCEEDED, 3), added(DISCARDED, 0)] },
          {
            id: 'waits',
            holds: [is(PENDING, 3)],
            world: [faults(shard, { ...throttle, For: '10m' })],
          },
        ],
      },
    },
    {
      id: 'too-old',
      until: '270s',
      seconds: 12,
      lookAt: ['function:Worker', 'target:DeadLetters'],
      rules: ['E7', 'E26'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'two-retries',
            holds: [added('consumers.Worker.invocations.failed', 3), added(DISCARDED, 1)],
            world: calls(...five, ...three, age(2, 60), nine),
          },
          { id: 'a-minute', holds: [added(DISCARDED, 1), added(SUCCEEDED, 0)] },
          {
            id: 'shipped',
            holds: [added(SUCCEEDED, 1)],
            world: calls(...five, ...three, age(-1, -1), nine),
          },
        ],
      },
    },
    {
      id: 'redrive',
      until: '300s',
      lookAt: ['function:Worker', 'target:DeadLetters'],
      task: {
        check: [added(SHIPPED, 1)],
        example: redrive('280s', 1),
        speed: 1,
      },
    },
    {
      id: 'a-day-later',
      until: '90060s',
      seconds: 8,
      lookAt: ['target:DeadLetters'],
      rules: ['E45'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'shipped',
            holds: [is(SHIPPED, 9)],
            world: calls(...untilAge, mended, redrive('86000s', 0)),
          },
          { id: 'gone', holds: [is(GONE, 1)] },
          {
            id: 'fails',
            holds: [is(SHIPPED, 6), is(GONE, 0)],
            world: calls(...untilAge, redrive('86000s', 0)),
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Worker', 'target:DeadLetters'] },
  ],
  goals: [{ law: 'OrderKept', of: 'Worker' }],
};
