/** Lesson 1: which writes make a record, and of what kind. */
import { todos } from '../../../lab/builtIn/todos.ts';
import type { Lesson } from '../../lesson.ts';
import { added, calls } from '../../shorthand.ts';

/** Of so few units that the table has one partition, and its stream one shard. */
const lab = todos.replace(
  'BillingMode: PAY_PER_REQUEST',
  'ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }',
);

const task = { S: 'Task 1' };
const dueDate = { S: '2024-03-25' };
const started = { S: 'In Progress' };
const completed = { S: 'completed' };

const put = (At: string, id: string, Status = started) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: {
    TableName: 'Todos',
    Item: { TodoID: { S: id }, Task: task, DueDate: dueDate, Status },
  },
});
const update = (At: string, Status: { S: string }) => ({
  At,
  Call: 'dynamodb:UpdateItem',
  Input: {
    TableName: 'Todos',
    Key: { TodoID: { S: 'T1001' } },
    UpdateExpression: 'SET #status = :status',
    ExpressionAttributeNames: { '#status': 'Status' },
    ExpressionAttributeValues: { ':status': Status },
  },
});
const remove = (At: string) => ({
  At,
  Call: 'dynamodb:DeleteItem',
  Input: { TableName: 'Todos', Key: { TodoID: { S: 'T1001' } } },
});
const instead = (...commands: object[]): string[] => calls(put('200ms', 'T1001'), ...commands);

const INSERT = 'streams.Todos.records.INSERT';
const MODIFY = 'streams.Todos.records.MODIFY';
const REMOVE = 'streams.Todos.records.REMOVE';

const nothing = [added(`${INSERT} + ${MODIFY} + ${REMOVE}`, 0)];
const onlyModify = [added(INSERT, 0), added(MODIFY, 1), added(REMOVE, 0)];
const onlyInsert = [added(INSERT, 1), added(MODIFY, 0), added(REMOVE, 0)];

export const lesson: Lesson = {
  id: 'what-a-change-is',
  lab,
  seed: 1,
  steps: [
    { id: 'the-table', lookAt: ['table:Todos'] },
    {
      id: 'the-put',
      until: '1.1s',
      seconds: 9,
      reaches: [
        { measure: INSERT, is: 1 },
        { measure: 'targets.TodoSearch.size', is: 1 },
      ],
      lookAt: ['stream:Todos'],
      rules: ['T2', 'S1'],
    },
    {
      id: 'the-update',
      until: '2s',
      rules: ['T2'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'pair',
            holds: [added(REMOVE, 1), added(INSERT, 1)],
            world: instead(remove('1200ms'), put('1500ms', 'T1001', completed)),
          },
          { id: 'modify', holds: onlyModify },
          {
            id: 'insert',
            holds: onlyInsert,
            world: instead(put('1200ms', 'T1002', completed)),
          },
          { id: 'nothing', holds: nothing, world: instead(update('1200ms', started)) },
        ],
      },
    },
    { id: 'two-images', lookAt: ['stream:Todos'], rules: ['S11', 'S5'] },
    {
      id: 'the-same-again',
      until: '3s',
      rules: ['T1', 'P5'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'modify',
            holds: onlyModify,
            world: instead(update('1200ms', completed), put('2200ms', 'T1001', { S: 'reopened' })),
          },
          { id: 'nothing', holds: nothing },
          {
            id: 'insert',
            holds: onlyInsert,
            world: instead(update('1200ms', completed), put('2200ms', 'T1002', completed)),
          },
        ],
      },
    },
    {
      id: 'your-own',
      until: '5s',
      lookAt: ['table:Todos'],
      task: {
        check: [{ measure: INSERT, since: 'step', atLeast: 1 }],
        example: put('3500ms', 'T1002'),
      },
    },
    {
      id: 'which-of-them',
      question: {
        kind: 'several',
        choices: [
          { id: 'new', holds: [{ measure: INSERT, atLeast: 1 }] },
          { id: 'changed', holds: [{ measure: MODIFY, atLeast: 1 }] },
          {
            id: 'same',
            // Four writes reached the table: had each made a record, there were four.
            holds: [{ measure: `${INSERT} + ${MODIFY} + ${REMOVE}`, atLeast: 4 }],
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['stream:Todos', 'function:TodoIndexer'] },
  ],
  goals: [
    { law: 'EffectsOnce', of: 'TodoIndexer' },
    { law: 'Converged', of: 'TodoSearch' },
  ],
};
