/** Lesson 12: cutting a failed batch smaller, by halves or where the function says. */
import type { Lesson } from '../../lesson.ts';
import { added, addedAtLeast, calls, is } from '../../shorthand.ts';
import { burst, mappingOf, orderLab, type TimedCall, update } from '../orderLab.ts';

const BISECTS = 'consumers.Worker.invocations.bisects';
const FAILED = 'consumers.Worker.invocations.failed';
const SUCCEEDED = 'consumers.Worker.records.succeeded';
const DISCARDED = 'consumers.Worker.records.discarded';
const LAST_BATCH = 'mappings.Worker.lastBatch';
const PENDING = 'consumers.Worker.records.pending';

const poison = (order: number) => ({
  At: '0s',
  Kind: 'Poison',
  Target: 'Worker',
  Match: { id: { S: `order#${order}` } },
});

/** So far after each other that they are stored in their order. */
const eight = (fromMs: number, first: number) => burst(fromMs, 8, first, 25);
const bisect = (BisectBatchOnFunctionError: boolean) =>
  update('4s', 'Worker', { BisectBatchOnFunctionError });
const report = (types: readonly string[]): TimedCall =>
  update('122s', 'Worker', {
    BisectBatchOnFunctionError: false,
    FunctionResponseTypes: types,
    MaximumRetryAttempts: -1,
  });
const first = eight(1_000, 1);
const second = eight(101_000, 11);
const third = eight(135_000, 21);

const lab = orderLab({
  title: 'Cutting a failed batch smaller',
  description: 'Batches of eight orders, one or two of which the function cannot bear',
  calls: [...first, bisect(true), ...second, report(['ReportBatchItemFailures']), ...third],
  functions: {
    Worker: {
      Effects: [{ Do: 'AuditLog', Target: 'Shipments' }],
      mapping: { MaximumBatchingWindowInSeconds: 1 },
    },
  },
  targets: { Shipments: 'AWS::S3::Bucket' },
  section: { Faults: [6, 16, 23].map(poison) },
});

export const lesson: Lesson = {
  id: 'bisect-and-partial-failures',
  lab,
  seed: 1,
  steps: [
    {
      id: 'all-or-nothing',
      until: '3500ms',
      reaches: [addedAtLeast(FAILED, 1)],
      lookAt: ['function:Worker'],
      rules: ['E5'],
    },
    {
      id: 'halves',
      until: '20s',
      seconds: 14,
      lookAt: ['function:Worker'],
      rules: ['E29'],
      question: {
        kind: 'one',
        choices: [
          { id: 'one', holds: [added(BISECTS, 1)], world: [mappingOf('Worker', 'BatchSize=2')] },
          { id: 'three', holds: [added(BISECTS, 3)] },
          {
            id: 'seven',
            holds: [added(BISECTS, 7)],
            world: [
              ...calls(bisect(true), ...eight(8_500, 1)),
              mappingOf('Worker', 'MaximumRetryAttempts=0'),
              'Metadata.Shardscope.Faults=[{ Kind: Error, Target: Worker }]',
            ],
          },
        ],
      },
    },
    {
      id: 'let-it-go',
      until: '100s',
      lookAt: ['function:Worker'],
      task: {
        check: [is(DISCARDED, 1), is(PENDING, 0)],
        example: update('22s', 'Worker', { MaximumRetryAttempts: 2 }),
        speed: 2,
      },
    },
    {
      id: 'splits-are-free',
      until: '120s',
      lookAt: ['function:Worker'],
      rules: ['E29', 'E7'],
      question: {
        kind: 'one',
        choices: [
          { id: 'only-sixteen', holds: [added(DISCARDED, 1), added(SUCCEEDED, 7)] },
          {
            id: 'all-eight',
            holds: [added(DISCARDED, 8)],
            world: calls(...first, bisect(false), ...second),
          },
        ],
      },
    },
    {
      id: 'say-which',
      until: '138500ms',
      lookAt: ['function:Worker'],
      rules: ['E30', 'E36'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'only-it',
            holds: [is(LAST_BATCH, 1)],
            world: [`Metadata.Shardscope.Faults=${JSON.stringify([6, 16, 28].map(poison))}`],
          },
          { id: 'from-there', holds: [is(LAST_BATCH, 6)] },
          {
            id: 'all-eight',
            holds: [is(LAST_BATCH, 8)],
            world: calls(...first, bisect(true), ...second, report([]), ...third),
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Worker'] },
  ],
  goals: [{ law: 'OrderKept', of: 'Worker' }],
};
