/** Lesson 3: how a stream is enabled, what its view type decides, and what it does not hold. */
import type { Lesson } from '../../lesson.ts';
import { added, calls, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const TableName = 'Customers';
const INSERT = 'streams.Customers.records.INSERT';
const MODIFY = 'streams.Customers.records.MODIFY';
const REFUSED = 'refused.dynamodb:UpdateTable.ValidationException';

const put = (At: string, id: string) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName, Item: { id: { S: id }, name: { S: 'Dora' }, city: { S: 'Dublin' } } },
});
const update = (At: string, id: string, city: string) => ({
  At,
  Call: 'dynamodb:UpdateItem',
  Input: {
    TableName,
    Key: { id: { S: id } },
    UpdateExpression: 'SET city = :city',
    ExpressionAttributeValues: { ':city': { S: city } },
  },
});
const enable = (At: string, StreamViewType: string) => ({
  At,
  Call: 'dynamodb:UpdateTable',
  Input: { TableName, StreamSpecification: { StreamEnabled: true, StreamViewType } },
});
const disable = (At: string) => ({
  At,
  Call: 'dynamodb:UpdateTable',
  Input: { TableName, StreamSpecification: { StreamEnabled: false } },
});

/** All four customers are put once the stream is there. */
const putLater = calls(
  enable('100ms', 'NEW_IMAGE'),
  ...[1, 2, 3, 4].map((n) => put(`${5 + n}s`, `customer#${n}`)),
);

export const lesson: Lesson = {
  id: 'enabling-a-stream',
  lab,
  seed: 1,
  steps: [
    {
      id: 'no-stream',
      until: '2s',
      reaches: [is('tables.Customers.items', 4)],
      lookAt: ['table:Customers'],
      rules: ['T5'],
    },
    {
      id: 'enable',
      until: '10s',
      lookAt: ['stream:Customers', 'table:Customers'],
      rules: ['T5'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'four',
            holds: [is(INSERT, 4)],
            world: ['Metadata.Shardscope.Items={}', ...putLater],
          },
          {
            id: 'one',
            holds: [is(INSERT, 1)],
            world: calls(enable('100ms', 'NEW_IMAGE'), put('7s', 'customer#4')),
          },
          { id: 'none', holds: [is(`${INSERT} + ${MODIFY}`, 0)] },
        ],
      },
    },
    {
      id: 'an-old-item',
      until: '13s',
      lookAt: ['stream:Customers'],
      rules: ['T2', 'T5'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'insert',
            holds: [added(INSERT, 1), added(MODIFY, 0)],
            world: calls(enable('3s', 'NEW_IMAGE'), put('12s', 'customer#5')),
          },
          { id: 'modify', holds: [added(INSERT, 0), added(MODIFY, 1)] },
          {
            id: 'nothing',
            holds: [added(INSERT, 0), added(MODIFY, 0)],
            world: calls(enable('3s', 'NEW_IMAGE'), update('12s', 'customer#1', 'Athens')),
          },
        ],
      },
    },
    {
      id: 'what-it-tells',
      until: '14s',
      seconds: 2,
      lookAt: ['stream:Customers'],
      rules: ['S11'],
      question: {
        kind: 'several',
        choices: [
          { id: 'which', holds: [{ measure: 'lastRecord.Customers.keys', atLeast: 1 }] },
          { id: 'now', holds: [is('lastRecord.Customers.newImage', 1)] },
          {
            id: 'before',
            holds: [is('lastRecord.Customers.oldImage', 1)],
            world: calls(enable('3s', 'NEW_AND_OLD_IMAGES'), update('12s', 'customer#1', 'Aarhus')),
          },
          { id: 'who', holds: [is('lastRecord.Customers.userIdentity', 1)] },
        ],
      },
    },
    {
      id: 'edit',
      until: '18s',
      lookAt: ['table:Customers'],
      rules: ['T7', 'S16'],
      question: {
        kind: 'one',
        choices: [
          { id: 'changes', holds: [added(REFUSED, 0), added('log.streamEnabled', 0)] },
          {
            id: 'second',
            holds: [added(REFUSED, 0), added('log.streamEnabled', 1)],
            world: calls(
              enable('3s', 'NEW_IMAGE'),
              update('8s', 'customer#1', 'Aarhus'),
              disable('9s'),
              enable('15s', 'NEW_AND_OLD_IMAGES'),
            ),
          },
          { id: 'refuses', holds: [added(REFUSED, 1)] },
        ],
      },
    },
    {
      id: 'disable',
      until: '28s',
      reaches: [is('shards.Customers.closed', 1), is('shards.Customers.records', 1)],
      lookAt: ['stream:Customers'],
      rules: ['S17', 'S16'],
    },
    {
      id: 'your-turn',
      until: '38s',
      lookAt: ['table:Customers'],
      rules: ['S16'],
      task: {
        check: [{ measure: 'log.streamEnabled', since: 'step', atLeast: 1 }],
        example: enable('30s', 'NEW_AND_OLD_IMAGES'),
      },
    },
    {
      id: 'both-images',
      until: '41s',
      reaches: [is('lastRecord.Customers.oldImage', 1), is('shards.Customers.records', 1)],
      lookAt: ['stream:Customers'],
      rules: ['S11', 'S16'],
    },
    { id: 'what-you-saw', lookAt: ['table:Customers', 'stream:Customers'] },
  ],
  goals: [],
};
