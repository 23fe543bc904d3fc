/** Practice: invocations that find no room to run. */
import { atLeast, is } from '../shorthand.ts';
import { MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const SUCCEEDED = 'consumers.Indexer.records.succeeded';
const DISCARDED = 'consumers.Indexer.records.discarded';
const PENDING = 'consumers.Indexer.records.pending';
const FAILED = 'consumers.Indexer.invocations.failed';
const THROTTLED = 'consumers.Indexer.invocations.throttled';

const fault = (Kind: string, more: object = {}) => ({ Target: 'Indexer', Kind, ...more });
const developer = { exam: 'DVA-C02', domain: 4 } as const;
const architect = { exam: 'SAA-C03', domain: 2 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'throttled-without-retries',
    claims: ['12.11'],
    exams: [developer, architect],
    lab: ordersLab({
      commands: [put('11s', 'order#1')],
      mapping: { MaximumRetryAttempts: 0 },
      section: { Faults: [fault('Throttle', { At: '10s', For: '60s' })] },
    }),
    until: '2m',
    rules: ['E9'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'given-up',
          holds: [is(DISCARDED, 1)],
          world: [
            `Metadata.Shardscope.Faults=${JSON.stringify([fault('Error', { At: '10s', For: '60s' })])}`,
          ],
        },
        { id: 'late', holds: [is(SUCCEEDED, 1)] },
        {
          id: 'waits',
          holds: [is(PENDING, 1)],
          world: [
            `Metadata.Shardscope.Faults=${JSON.stringify([fault('Throttle', { At: '10s', For: '10m' })])}`,
          ],
        },
      ],
    },
    words: {
      title: 'Throttled, and no retries',
      text: [
        '`MaximumRetryAttempts` is 0. For a minute all of the account’s concurrency is used up by others, and in that minute an order is put.',
      ],
      ask: 'A minute later: what has become of it?',
      choices: {
        'given-up': 'It was given up at the first throttle',
        late: 'It was indexed, late',
        waits: 'It waits for somebody to act',
      },
      worlds: {
        'given-up': 'Here the function runs, and fails.',
        waits: 'Here the throttle lasts ten minutes.',
      },
      after: [
        'A throttled invocation did not run, so it is no attempt and uses up none. {consumers.Indexer.invocations.throttled} were throttled before one ran.',
      ],
    },
  },
  {
    id: 'throttled-too-long',
    claims: ['12.11', '12.9'],
    exams: [{ exam: 'DOP-C02', domain: 5 }],
    lab: ordersLab({
      commands: [put('11s', 'order#1')],
      mapping: { MaximumRecordAgeInSeconds: 60 },
      section: { Faults: [fault('Throttle', { At: '10s', For: '5m' })] },
    }),
    until: '4m',
    rules: ['E9', 'E7'],
    question: {
      kind: 'several',
      choices: [
        { id: 'given-up', holds: [is(DISCARDED, 1)] },
        { id: 'ran', holds: [atLeast(FAILED, 1)] },
        { id: 'throttled', holds: [atLeast(THROTTLED, 10)] },
        {
          id: 'waits',
          holds: [is(PENDING, 1)],
          world: [`${MAPPING}.MaximumRecordAgeInSeconds=-1`],
        },
      ],
    },
    words: {
      title: 'Throttled for too long',
      text: [
        'A record may be 60 seconds old at most. The function is throttled for five minutes, and at their beginning an order is put.',
      ],
      ask: 'What is so after four minutes?',
      choices: {
        'given-up': 'The record was given up',
        ran: 'The function was invoked and failed',
        throttled: 'More than ten invocations were throttled',
        waits: 'The record waits: throttles do not count',
      },
      worlds: { waits: 'Here there is no maximum age.' },
      after: [
        'Throttles use up no retry. Age counts all the same: the clock does not ask why a record waits.',
      ],
    },
  },
];
