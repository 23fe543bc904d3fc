/** Practice: which writes make records, and how many. */
import { added, calls, is } from '../shorthand.ts';
import { call, ordersLab, placed, put, remove, update } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER, INTERVIEW, RECORDS } from './shorthand.ts';

const INVOKED = 'consumers.Indexer.invocations.started';
const UNITS = 'tables.Orders.wcu';

const puts = (...ids: string[]) =>
  ids.map((id) => ({ PutRequest: { Item: { id: { S: id }, status: { S: 'placed' } } } }));
const batch = (at: string, ...ids: string[]) =>
  call(at, 'dynamodb:BatchWriteItem', { RequestItems: { Orders: puts(...ids) } });
const transaction = (at: string, ...ids: string[]) =>
  call(at, 'dynamodb:TransactWriteItems', {
    TransactItems: ids.map((id) => ({
      Put: { TableName: 'Orders', Item: { id: { S: id }, status: { S: 'placed' } } },
    })),
  });
const ids = (count: number) => Array.from({ length: count }, (_, n) => `order#${n + 1}`);
const onlyNew = (at: string, id: string) =>
  call(at, 'dynamodb:PutItem', {
    TableName: 'Orders',
    Item: { id: { S: id }, status: { S: 'placed again' } },
    ConditionExpression: 'attribute_not_exists(id)',
  });

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'the-same-put-again',
    claims: ['11.21'],
    exams: [{ exam: 'DVA-C02', domain: 1 }, INTERVIEW],
    lab: ordersLab({ commands: [placed, put('4s', 'order#1', { status: 'placed' })] }),
    from: '3s',
    until: '8s',
    rules: ['T1'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'again',
          holds: [added(INVOKED, 1)],
          world: calls(placed, put('4s', 'order#1', { status: 'paid' })),
        },
        { id: 'not', holds: [added(INVOKED, 0)] },
      ],
    },
    words: {
      title: 'Saved once more',
      text: [
        '`order#1` is in the table, and the function has indexed it. Three seconds later the application calls `PutItem` with exactly the same attributes.',
      ],
      ask: 'What happens to the function?',
      choices: { again: 'It is invoked once more', not: 'It is not invoked' },
      worlds: { again: 'Here the second put brings another status.' },
      after: [
        'A write whose result equals what is stored makes no record, so there is nothing to invoke a function with.',
      ],
    },
  },
  {
    id: 'an-update-without-effect',
    claims: ['11.21'],
    exams: [DEVELOPER],
    lab: ordersLab({ commands: [placed, update('4s', 'order#1', { status: 'placed' })] }),
    from: '3s',
    until: '8s',
    rules: ['T1', 'P5'],
    question: {
      kind: 'several',
      choices: [
        { id: 'units', holds: [{ measure: UNITS, since: 'step', atLeast: 1 }] },
        { id: 'record', holds: [added(RECORDS, 1)] },
        { id: 'quiet', holds: [added(RECORDS, 0)] },
      ],
    },
    words: {
      title: 'An update that sets what is there',
      text: ['The status of `order#1` is `placed`. An `UpdateItem` sets it to `placed`.'],
      ask: 'What does this update do?',
      choices: {
        units: 'It uses write units',
        record: 'It makes a MODIFY record with two equal images',
        quiet: 'It makes no record',
      },
      after: [
        'The write is carried out and charged. But nothing has changed, so the stream has nothing to tell.',
      ],
    },
  },
  {
    id: 'delete-of-nothing',
    claims: ['11.21'],
    exams: [DEVELOPER],
    lab: ordersLab({ commands: [placed, remove('4s', 'order#2')] }),
    from: '3s',
    until: '8s',
    rules: ['T1'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'remove',
          holds: [added('streams.Orders.records.REMOVE', 1)],
          world: calls(placed, remove('4s', 'order#1')),
        },
        { id: 'nothing', holds: [added(RECORDS, 0)] },
      ],
    },
    words: {
      title: 'What is not there is deleted',
      text: ['The table holds `order#1` only. The application deletes `order#2`.'],
      ask: 'What does the stream get?',
      choices: { remove: 'A REMOVE without an old image', nothing: 'Nothing' },
      worlds: { remove: 'Here `order#1` is deleted.' },
      after: [
        'There was no item and there is none: no change, and no record. The call itself succeeds.',
      ],
    },
  },
  {
    id: 'records-of-a-batch',
    claims: ['11.22'],
    exams: [DEVELOPER, { exam: 'DEA-C01', domain: 1 }],
    lab: ordersLab({ commands: [batch('1s', 'order#1', 'order#2', 'order#3')] }),
    until: '5s',
    rules: ['T11', 'S1'],
    question: { kind: 'estimate', measure: RECORDS, within: 1 },
    words: {
      title: 'A batch of three',
      text: ['One `BatchWriteItem` puts three new orders into an empty table.'],
      ask: 'How many records will be in the stream?',
      unit: 'records',
      after: ['One for each item that changed. No record says that they came in one call.'],
    },
  },
  {
    id: 'records-of-a-transaction',
    claims: ['11.22'],
    exams: [DEVELOPER, INTERVIEW],
    lab: ordersLab({ commands: [transaction('1s', 'order#1', 'order#2')] }),
    until: '5s',
    rules: ['T12', 'S1'],
    question: {
      kind: 'one',
      choices: [
        { id: 'one', holds: [added(RECORDS, 1)], world: calls(transaction('1s', 'order#1')) },
        { id: 'two', holds: [added(RECORDS, 2)] },
        { id: 'three', holds: [added(RECORDS, 3)] },
      ],
    },
    words: {
      title: 'A transaction of two',
      text: ['One `TransactWriteItems` puts two new orders.'],
      ask: 'What will be in the stream?',
      choices: {
        one: 'One record with both orders in it',
        two: 'Two records',
        three: 'Two records, and one that says that the transaction is committed',
      },
      worlds: { one: 'Here the transaction puts one order.' },
      after: [
        'A record is about one item. There is none about a transaction, and no number that its records share.',
      ],
    },
  },
  {
    id: 'a-transaction-in-parts',
    claims: ['11.23'],
    exams: [
      { exam: 'DEA-C01', domain: 1 },
      { exam: 'DBS-C01', domain: 1 },
    ],
    lab: ordersLab({
      table: { BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: undefined },
      commands: [transaction('2s', 'order#8', 'order#2')],
    }),
    from: '1s',
    until: '6s',
    rules: ['T12'],
    question: {
      kind: 'order',
      events: [
        { id: 'whole', holds: [{ measure: 'targets.OrderSearch.size', atLeast: 2 }] },
        { id: 'half', holds: [{ measure: 'targets.OrderSearch.size', atLeast: 1 }] },
        { id: 'committed', holds: [{ measure: 'log.transactionCommitted', atLeast: 1 }] },
      ],
    },
    words: {
      title: 'Both or neither?',
      text: [
        'A transaction puts `order#8` and `order#2`, which are of different partitions. A function follows the stream and keeps a search index.',
      ],
      ask: 'In which order will these come true?',
      choices: {
        whole: 'The index has both orders',
        half: 'The index has one of the two',
        committed: 'The table has both orders',
      },
      after: [
        'In the table a transaction happens at one instant. Its records are in different shards and are read apart, so whoever follows the stream sees a state that the table never had.',
      ],
    },
  },
  {
    id: 'thirty-in-a-transaction',
    claims: ['12.21'],
    exams: [DEVELOPER, { exam: 'DBS-C01', domain: 1 }],
    lab: ordersLab({
      table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 300 } },
      commands: [transaction('1s', ...ids(30))],
    }),
    until: '5s',
    rules: ['T12'],
    question: {
      kind: 'one',
      choices: [
        { id: 'stored', holds: [is('tables.Orders.items', 30)] },
        {
          id: 'refused',
          holds: [is('refused.dynamodb:TransactWriteItems.ValidationException', 1)],
          world: calls(transaction('1s', ...ids(101))),
        },
        { id: 'first', holds: [is('tables.Orders.items', 25)] },
      ],
    },
    words: {
      title: 'Thirty puts in a transaction',
      text: ['An application puts 30 small orders with one `TransactWriteItems`.'],
      ask: 'What will DynamoDB do?',
      choices: {
        stored: 'Store all thirty',
        refused: 'Refuse the call',
        first: 'Store the first 25',
      },
      worlds: { refused: 'Here there are 101 puts.' },
      after: [
        'A transaction may have 100 actions since 2022. Older texts, and older questions, say 25: that is what a BatchWriteItem has.',
      ],
    },
  },
  {
    id: 'a-condition-that-fails',
    claims: ['12.28'],
    exams: [DEVELOPER, { exam: 'SAA-C03', domain: 4 }],
    lab: ordersLab({ commands: [placed, onlyNew('4s', 'order#1')] }),
    from: '3s',
    until: '8s',
    rules: ['T3'],
    question: {
      kind: 'several',
      choices: [
        { id: 'units', holds: [{ measure: UNITS, since: 'step', atLeast: 1 }] },
        { id: 'record', holds: [added(RECORDS, 1)] },
        { id: 'free', holds: [added(UNITS, 0)] },
        { id: 'invoked', holds: [{ measure: INVOKED, since: 'step', atLeast: 1 }] },
      ],
    },
    words: {
      title: 'Only if it is new',
      text: [
        '`order#1` is in the table. A put of another `order#1` has the condition `attribute_not_exists(id)`, and fails.',
      ],
      ask: 'What has come of it?',
      choices: {
        units: 'It has used write units',
        record: 'It has made a record',
        free: 'It has cost nothing',
        invoked: 'The function was invoked',
      },
      after: [
        'The condition had to be looked at, and that is charged like a write. Nothing changed: no record, and no invocation.',
      ],
    },
  },
];
