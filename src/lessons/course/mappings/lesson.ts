/** Lesson 10: what stands between a stream and a function, when a batch goes out, and where reading begins. */
import type { Lesson } from '../../lesson.ts';
import { added, addedAtLeast, atLeast, calls, is } from '../../shorthand.ts';
import { burst, mappingOf, orderLab, put, type TimedCall, update } from '../orderLab.ts';

const STARTED = 'consumers.Indexer.invocations.started';
const NEWCOMERS = 'consumers.Newcomer.records.received';

const one = put('500ms', 1);
const twelve = burst(3_000, 12, 2);
const windowed = (seconds: number) =>
  update('6s', 'Indexer', { BatchSize: 100, MaximumBatchingWindowInSeconds: seconds });
const trickle = burst(16_500, 30, 14, 1_000);

const connect = (StartingPosition: string): TimedCall => ({
  At: '60s',
  Call: 'lambda:CreateEventSourceMapping',
  Input: {
    FunctionName: 'Newcomer',
    EventSourceArn:
      'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000',
    StartingPosition,
  },
});
const three = burst(61_000, 3, 44, 500);
const threeLater = burst(69_000, 3, 44, 500);
const last = put('71s', 47);
const tasks = burst(90_000, 6, 48);

const before = [one, ...twelve, windowed(10), ...trickle];
const lab = orderLab({
  title: 'Between stream and function',
  description: 'Orders that a mapping brings to a function, and a second function that comes later',
  calls: [...before, connect('LATEST'), ...three, last, ...tasks],
  functions: {
    Indexer: {
      Effects: [{ Do: 'IndexDocuments', Target: 'OrderSearch', Idempotency: 'ExternalVersion' }],
      mapping: { BatchSize: 5 },
    },
    Newcomer: { Effects: [{ Do: 'AuditLog', Target: 'Archive' }], mapping: null },
  },
  targets: { OrderSearch: 'AWS::OpenSearchService::Domain', Archive: 'AWS::S3::Bucket' },
});

export const lesson: Lesson = {
  id: 'mappings',
  lab,
  seed: 1,
  steps: [
    { id: 'between', lookAt: ['function:Indexer'] },
    {
      id: 'one-order',
      until: '1500ms',
      seconds: 8,
      reaches: [is(STARTED, 1), is('targets.OrderSearch.size', 1)],
      lookAt: ['function:Indexer'],
      rules: ['E2', 'E3'],
    },
    {
      id: 'twelve-at-once',
      until: '5s',
      seconds: 10,
      lookAt: ['function:Indexer'],
      rules: ['E1', 'E3'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'one',
            holds: [added(STARTED, 1)],
            world: [mappingOf('Indexer', 'BatchSize=100')],
          },
          { id: 'three', holds: [added(STARTED, 3)] },
          {
            id: 'twelve',
            holds: [added(STARTED, 12)],
            world: [mappingOf('Indexer', 'BatchSize=1')],
          },
        ],
      },
    },
    {
      id: 'patience',
      until: '15s',
      seconds: 5,
      lookAt: ['function:Indexer'],
      rules: ['E37', 'E11'],
    },
    {
      id: 'the-window',
      until: '58s',
      reaches: [atLeast('consumers.Indexer.latencyMs.max', 10_000)],
      seconds: 14,
      lookAt: ['function:Indexer'],
      rules: ['E1', 'E38'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'thirty',
            holds: [added(STARTED, 30)],
            world: calls(one, ...twelve, windowed(0), ...trickle),
          },
          { id: 'three', holds: [added(STARTED, 3)] },
          {
            id: 'none',
            holds: [added(STARTED, 0)],
            world: calls(one, ...twelve, windowed(300), ...trickle),
          },
        ],
      },
    },
    {
      id: 'the-newcomer',
      until: '75s',
      seconds: 10,
      lookAt: ['function:Newcomer'],
      rules: ['E32', 'E11', 'E12'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'all',
            holds: [is(NEWCOMERS, 47)],
            world: calls(...before, connect('TRIM_HORIZON'), ...three, last),
          },
          {
            id: 'four',
            holds: [is(NEWCOMERS, 4)],
            world: calls(...before, connect('LATEST'), ...threeLater, last),
          },
          { id: 'one', holds: [is(NEWCOMERS, 1)] },
        ],
      },
    },
    {
      id: 'your-batches',
      until: '100s',
      lookAt: ['function:Indexer'],
      task: {
        check: [addedAtLeast(STARTED, 6)],
        example: update('78s', 'Indexer', { BatchSize: 1, MaximumBatchingWindowInSeconds: 0 }),
        speed: 2,
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Indexer', 'function:Newcomer'] },
  ],
  goals: [
    { law: 'NothingLost', of: 'Indexer' },
    { law: 'Converged', of: 'OrderSearch' },
  ],
};
