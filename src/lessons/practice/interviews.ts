/** Practice: what interviewers ask, with answers that can be run. */
import { atLeast, is } from '../shorthand.ts';
import { ordersLab, put, remove, update } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER, INTERVIEW } from './shorthand.ts';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'what-are-streams',
    claims: ['12.32', '12.4'],
    exams: [INTERVIEW, DEVELOPER],
    lab: ordersLab({
      commands: [
        put('1s', 'order#1', { status: 'placed' }),
        update('2s', 'order#1', { status: 'paid' }),
        put('3s', 'order#1', { status: 'paid' }),
        remove('4s', 'order#1'),
      ],
    }),
    until: '10s',
    rules: ['S1', 'T1'],
    question: {
      kind: 'several',
      choices: [
        { id: 'insert', holds: [atLeast('streams.Orders.records.INSERT', 1)] },
        { id: 'modify', holds: [is('streams.Orders.records.MODIFY', 1)] },
        { id: 'twice', holds: [is('streams.Orders.records.MODIFY', 2)] },
        { id: 'remove', holds: [atLeast('streams.Orders.records.REMOVE', 1)] },
      ],
    },
    words: {
      title: 'What are DynamoDB Streams?',
      text: [
        'An interviewer asks what a stream is. Here is one to show it: an order is put, updated, put once more exactly as it is, and deleted.',
      ],
      ask: 'What will the stream hold?',
      choices: {
        insert: 'An INSERT',
        modify: 'One MODIFY',
        twice: 'Two MODIFY',
        remove: 'A REMOVE',
      },
      after: [
        'A stream is a log of the changes of a table’s items: in order for each item, each change once, kept for 24 hours. It has a record for each write that changes something, with the keys and, as its view type says, the item before and after.',
      ],
    },
  },
  {
    id: 'how-enabled',
    claims: ['12.32'],
    exams: [{ exam: 'Interview', domain: 2 }, DEVELOPER],
    lab: ordersLab({
      commands: [
        put('1s', 'order#1'),
        {
          At: '5s',
          Call: 'dynamodb:UpdateTable',
          Input: {
            TableName: 'Orders',
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
          },
        },
        put('20s', 'order#2'),
      ],
      table: { StreamSpecification: undefined },
      bare: true,
    }),
    until: '30s',
    rules: ['T5'],
    question: {
      kind: 'order',
      events: [
        { id: 'second', holds: [atLeast('log.streamRecordAppended', 1)] },
        { id: 'first', holds: [atLeast('log.itemPut', 1)] },
        { id: 'enabled', holds: [atLeast('log.streamEnabled', 1)] },
      ],
    },
    words: {
      title: 'How are Streams enabled?',
      text: [
        'A table has no stream. An order is put. Then `UpdateTable` is called with `StreamEnabled` and a view type, and later a second order is put.',
      ],
      ask: 'In which order does this happen?',
      choices: {
        second: 'The stream gets its first record',
        first: 'The first order is stored',
        enabled: 'The stream begins to take changes',
      },
      after: [
        'A stream belongs to a table and is enabled with it or later, with one of four view types. It begins then: of the first order it knows nothing. Nothing has to be provisioned.',
      ],
    },
  },
];
