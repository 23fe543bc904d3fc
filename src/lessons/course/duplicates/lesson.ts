/** Lesson 16: what is done twice when a function is given a record twice, and what guards against it. */
import type { Lesson } from '../../lesson.ts';
import { added, addedAtLeast, atLeast, calls, is } from '../../shorthand.ts';
import { burst, orderLab, put, type TimedCall } from '../orderLab.ts';

const MESSAGES = 'targets.Packing.size';
const MAILS = 'targets.Mails.size';
const PENDING = 'consumers.Worker.records.pending';
const RETRIES = 'consumers.Worker.invocations.retries';

interface Guards {
  packing?: string;
  mails?: string;
}

/** Other guards for the same effects, while the lab runs. */
const guards = (At: string, { packing = 'None', mails = 'None' }: Guards): TimedCall => ({
  At,
  Call: 'shardscope:SetFunction',
  Input: {
    function: 'Worker',
    effects: [
      { do: 'Enqueue', target: 'Packing', idempotency: packing },
      { do: 'IndexDocuments', target: 'OrderSearch', idempotency: 'ExternalVersion' },
      { do: 'Notify', target: 'Mails', idempotency: mails },
    ],
  },
});
const crash = (At: string, For: string) => ({
  At,
  For,
  Kind: 'CrashAfterEffect',
  Target: 'Worker',
});
const faults = (...all: object[]): string => `Metadata.Shardscope.Faults=${JSON.stringify(all)}`;

const FIFO = 'FifoDeduplication';
const first = crash('2s', '3s');
const second = crash('20s', '3s');
const third = crash('44s', '4s');
const long = crash('69s', '400s');

const three = burst(3_000, 3, 1, 25);
const marked = [guards('14s', { mails: 'Marker' }), put('21s', 4), guards('27s', {})];
const forTask = burst(45_000, 3, 5, 25);
const last = put('70s', 8);

const lab = orderLab({
  title: 'Done twice',
  description: 'Orders that are queued, indexed and confirmed, by a function that crashes at times',
  calls: [...three, ...marked, ...forTask, last],
  functions: {
    Worker: {
      Effects: [
        { Do: 'Enqueue', Target: 'Packing' },
        { Do: 'IndexDocuments', Target: 'OrderSearch', Idempotency: 'ExternalVersion' },
        { Do: 'Notify', Target: 'Mails' },
      ],
      mapping: { MaximumBatchingWindowInSeconds: 1 },
    },
  },
  targets: {
    Packing: 'AWS::SQS::Queue',
    OrderSearch: 'AWS::OpenSearchService::Domain',
    Mails: 'AWS::SES::EmailIdentity',
  },
  properties: { Packing: { QueueName: 'packing.fifo', FifoQueue: true } },
  section: { Faults: [first, second, third, long] },
});

export const lesson: Lesson = {
  id: 'duplicates-and-idempotency',
  lab,
  seed: 2,
  steps: [
    { id: 'once-and-once', lookAt: ['function:Worker'] },
    {
      id: 'the-crash',
      until: '12s',
      seconds: 12,
      lookAt: ['target:Mails'],
      rules: ['F4', 'D5', 'D2'],
      question: {
        kind: 'several',
        choices: [
          { id: 'mails', holds: [atLeast('targets.Mails.repeatedEffects', 1)] },
          { id: 'messages', holds: [atLeast(MESSAGES, 4)] },
          { id: 'index', holds: [atLeast('targets.OrderSearch.diverged', 1)] },
        ],
      },
    },
    {
      id: 'mark-first',
      until: '28s',
      seconds: 10,
      lookAt: ['target:Mails'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'one',
            holds: [added(MAILS, 1)],
            world: [faults(first)],
          },
          {
            id: 'two',
            holds: [added(MAILS, 2)],
            world: calls(...three, guards('14s', { mails: 'MarkerAfter' }), put('21s', 4)),
          },
          { id: 'none', holds: [added(MAILS, 0), added(PENDING, 0)] },
        ],
      },
    },
    {
      id: 'your-guard',
      until: '60s',
      lookAt: ['function:Worker', 'target:Packing'],
      task: {
        check: [added(MESSAGES, 3), addedAtLeast(RETRIES, 1), is(PENDING, 0)],
        example: guards('38s', { packing: FIFO }),
        speed: 2,
      },
    },
    {
      id: 'five-minutes',
      until: '600s',
      seconds: 10,
      lookAt: ['target:Packing'],
      rules: ['D6'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'one',
            holds: [added(MESSAGES, 1)],
            world: [faults(first, second, third, crash('69s', '200s'))],
          },
          { id: 'two', holds: [added(MESSAGES, 2)] },
          {
            id: 'each',
            holds: [addedAtLeast(MESSAGES, 6)],
            world: calls(...three, ...marked, ...forTask, guards('65s', {}), last),
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['function:Worker'] },
  ],
  goals: [
    { law: 'NothingLost', of: 'Worker' },
    { law: 'Converged', of: 'OrderSearch' },
  ],
};
