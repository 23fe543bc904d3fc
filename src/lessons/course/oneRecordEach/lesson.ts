/** Lesson 9: what calls become in the stream: those that change nothing, batches, transactions, expiry. */
import type { Lesson } from '../../lesson.ts';
import { added, calls, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const INSERT = 'streams.Accounts.records.INSERT';
const MODIFY = 'streams.Accounts.records.MODIFY';
const REMOVE = 'streams.Accounts.records.REMOVE';
const RECORDS = `${INSERT} + ${MODIFY} + ${REMOVE}`;
const EXPIRED = 'tables.Accounts.writes.ttlDelete';

const NINE = Date.UTC(2026, 0, 5, 9) / 1_000;
const account = (id: string, balance: number) => ({ id: { S: id }, balance: { N: `${balance}` } });
const put = (At: string, Item: object) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName: 'Accounts', Item },
});
const session = put('14s', { id: { S: 'session#1' }, ttl: { N: `${NINE + 30}` } });
const batch = (At: string, ...items: object[]) => ({
  At,
  Call: 'dynamodb:BatchWriteItem',
  Input: { RequestItems: { Accounts: items.map((Item) => ({ PutRequest: { Item } })) } },
});
const add = (id: string, amount: number) => ({
  Update: {
    TableName: 'Accounts',
    Key: { id: { S: id } },
    UpdateExpression: 'SET balance = balance + :amount',
    ExpressionAttributeValues: { ':amount': { N: `${amount}` } },
  },
});
const transaction = (At: string, ...TransactItems: object[]) => ({
  At,
  Call: 'dynamodb:TransactWriteItems',
  Input: { TransactItems },
});
const first = [put('1s', account('savings#1', 100)), put('1500ms', account('checking#1', 20))];
const instead = (...commands: object[]): string[] => calls(...first, ...commands);

export const lesson: Lesson = {
  id: 'one-record-each',
  lab,
  seed: 1,
  steps: [
    {
      id: 'two-accounts',
      until: '2500ms',
      reaches: [is(INSERT, 2), { measure: 'consumers.Ledger.records.succeeded', atLeast: 1 }],
      lookAt: ['table:Accounts'],
      rules: ['S1'],
    },
    {
      id: 'your-no-op',
      until: '4s',
      lookAt: ['table:Accounts'],
      rules: ['T1', 'P5'],
      task: {
        check: [
          { measure: 'tables.Accounts.writes.noOp', since: 'step', atLeast: 1 },
          added(INSERT, 0), // the batch that comes next has a no-op too
        ],
        example: put('3s', account('checking#1', 20)),
      },
    },
    {
      id: 'a-batch',
      until: '7s',
      lookAt: ['stream:Accounts'],
      rules: ['T11', 'T1'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'one',
            holds: [added(RECORDS, 1)],
            world: instead(batch('5s', account('savings#2', 50), account('savings#1', 100))),
          },
          { id: 'two', holds: [added(RECORDS, 2)] },
          {
            id: 'three',
            holds: [added(RECORDS, 3)],
            world: instead(
              batch('5s', ...['savings#2', 'checking#2', 'savings#1'].map((id) => account(id, 7))),
            ),
          },
        ],
      },
    },
    {
      id: 'a-transfer',
      until: '10s',
      lookAt: ['stream:Accounts'],
      rules: ['T12', 'S1'],
      question: {
        kind: 'several',
        choices: [
          {
            id: 'one',
            holds: [added(RECORDS, 1)],
            world: instead(transaction('8s', add('savings#1', 30))),
          },
          { id: 'two', holds: [added(RECORDS, 2)] },
          {
            id: 'shards',
            // The transfer’s two records, and no others, are in different shards: each has risen by one.
            holds: [
              added('streams.Accounts.shards.0.records', 1),
              added('streams.Accounts.shards.1.records', 1),
            ],
          },
        ],
      },
    },
    {
      id: 'cancelled',
      until: '13s',
      lookAt: ['table:Accounts'],
      rules: ['T3', 'T12'],
      question: {
        kind: 'several',
        choices: [
          { id: 'half', holds: [added(RECORDS, 1)] },
          { id: 'nothing', holds: [added(RECORDS, 0)] },
          {
            id: 'free',
            holds: [added('tables.Accounts.wcu', 0)],
          },
          {
            id: 'paid',
            holds: [{ measure: 'tables.Accounts.wcu', since: 'step', atLeast: 1 }],
          },
        ],
      },
    },
    {
      id: 'a-session',
      until: '60s',
      lookAt: ['table:Accounts'],
      rules: ['T14'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'gone',
            holds: [is(EXPIRED, 1)],
            world: ['Metadata.Shardscope.TimeToLiveDelayMs={ P50: 1000, P99: 2000 }'],
          },
          { id: 'there', holds: [is(EXPIRED, 0), is('tables.Accounts.items', 5)] },
        ],
      },
    },
    {
      id: 'gone-at-last',
      until: '4h',
      seconds: 8,
      reaches: [is(EXPIRED, 1)],
      lookAt: ['stream:Accounts'],
      rules: ['T15', 'T14'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'same',
            holds: [is(REMOVE, 1), is('lastRecord.Accounts.userIdentity', 0)],
            world: instead(session, {
              At: '65s',
              Call: 'dynamodb:DeleteItem',
              Input: { TableName: 'Accounts', Key: { id: { S: 'session#1' } } },
            }),
          },
          { id: 'marked', holds: [is(REMOVE, 1), is('lastRecord.Accounts.userIdentity', 1)] },
          { id: 'none', holds: [is(REMOVE, 0)], world: instead() },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['stream:Accounts', 'table:Accounts'] },
  ],
  goals: [
    { law: 'EffectsOnce', of: 'Ledger' },
    { law: 'OrderKept', of: 'Ledger' },
  ],
};
