/** Lesson 4: the members of a record, when each is there, and what must not be read into them. */
import type { Choice, Lesson } from '../../lesson.ts';
import { calls, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const of = (member: string) => `lastRecord.Orders.${member}`;

const put = (At: string, id: string, status: string) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName: 'Orders', Item: { id: { S: id }, status: { S: status } } },
});
const update = (At: string, id: string, status: string) => ({
  At,
  Call: 'dynamodb:UpdateItem',
  Input: {
    TableName: 'Orders',
    Key: { id: { S: id } },
    UpdateExpression: 'SET #s = :s',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': { S: status } },
  },
});

/** Which members the latest record has; of those that it has not, the world in which it would. */
const members = (worlds: { newImage?: string[]; oldImage?: string[] }): Choice[] => [
  { id: 'keys', holds: [is(of('keys'), 1)] },
  { id: 'new', holds: [is(of('newImage'), 1)], ...(worlds.newImage && { world: worlds.newImage }) },
  { id: 'old', holds: [is(of('oldImage'), 1)], ...(worlds.oldImage && { world: worlds.oldImage }) },
  { id: 'who', holds: [is(of('userIdentity'), 1)] },
];

export const lesson: Lesson = {
  id: 'record-anatomy',
  lab,
  seed: 1,
  steps: [
    {
      id: 'one-record',
      until: '3s',
      reaches: [
        is('streams.Orders.records.INSERT', 1),
        is(of('newImage'), 1),
        is(of('oldImage'), 0),
      ],
      lookAt: ['stream:Orders'],
      rules: ['S1', 'S11'],
    },
    {
      id: 'the-update',
      until: '5s',
      lookAt: ['stream:Orders'],
      rules: ['S11'],
      question: {
        kind: 'several',
        choices: members({}),
      },
    },
    {
      id: 'the-delete',
      until: '6s',
      lookAt: ['stream:Orders'],
      rules: ['S11', 'T2'],
      question: {
        kind: 'several',
        choices: members({
          newImage: calls(put('1s', 'order#1', 'placed'), update('5200ms', 'order#1', 'paid')),
        }),
      },
    },
    {
      id: 'the-size',
      until: '8500ms',
      lookAt: ['stream:Orders'],
      rules: ['S14'],
      question: { kind: 'estimate', measure: of('sizeBytes'), within: 1.3 },
    },
    {
      id: 'the-number',
      until: '11s',
      lookAt: ['stream:Orders'],
      rules: ['S12', 'S13', 'S5'],
      question: {
        kind: 'one',
        choices: [
          { id: 'fits', holds: [{ measure: of('sequenceDigits'), atMost: 15 }] },
          { id: 'rounds', holds: [{ measure: of('sequenceDigits'), atLeast: 17 }] },
        ],
      },
    },
    {
      id: 'your-turn',
      until: '13s',
      lookAt: ['table:Orders'],
      task: {
        check: [{ measure: 'streams.Orders.records.REMOVE', since: 'step', atLeast: 1 }],
        example: {
          At: '12s',
          Call: 'dynamodb:DeleteItem',
          Input: { TableName: 'Orders', Key: { id: { S: 'order#2' } } },
        },
      },
    },
    { id: 'what-you-saw', lookAt: ['stream:Orders', 'target:AuditBucket'] },
  ],
  goals: [
    { law: 'EffectsOnce', of: 'Audit' },
    { law: 'OrderKept', of: 'Audit' },
  ],
};
