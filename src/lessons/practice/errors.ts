/** Practice: functions that fail, and what becomes of the records. */
import { MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const SUCCEEDED = 'consumers.Indexer.records.succeeded';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'poison-record',
    claims: ['11.9', '12.8', '12.10'],
    exams: [
      { exam: 'DVA-C02', domain: 4 },
      { exam: 'DOP-C02', domain: 5 },
    ],
    lab: ordersLab({
      commands: [put('1s', 'order#1'), put('2s', 'order#2'), put('3s', 'order#3')],
      mapping: { BatchSize: 1 },
      section: {
        Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: 'order#2' } } }],
      },
    }),
    until: '1m',
    rules: ['E7'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.MaximumRetryAttempts`,
      offered: [-1, 3, { id: '604800', value: 604_800, refused: true }],
      goal: [{ measure: SUCCEEDED, is: 2 }],
    },
    words: {
      title: 'One order that cannot be indexed',
      text: [
        'Three orders are put. The function fails whenever it is given `order#2`, today and tomorrow. Its mapping reads one record at a time.',
        'The team can live without `order#2` in the index, but not without `order#3`.',
      ],
      ask: 'Which `MaximumRetryAttempts` has `order#3` indexed within the minute?',
      choices: { '-1': '-1, as it is unless told otherwise' },
      after: [
        'With -1 a batch is tried until its records expire, 24 hours after they were written; the shard waits behind it all that time. With 3 the record is given up after the first attempt and three more, and the next one is read.',
        'In the world as it is set now there were {consumers.Indexer.invocations.failed} failed attempts in this minute, and {consumers.Indexer.records.succeeded} record was done with.',
      ],
    },
  },
];
