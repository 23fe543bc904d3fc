import { expect, it } from 'vitest';
import { todos } from '../../lab/builtIn/todos.ts';
import { readLab } from '../../lab/readLab.ts';
import { draftOf } from './draftOf.ts';
import { readLesson } from './readLesson.ts';
import { takeText } from './takeText.ts';

const words = {
  ...{ before: 'What was there', watch: 'What happens', text: 'Say what there is to see.' },
  ...{ task: 'Now you: {call}', ask: 'Call `{call}`.', hint: 'Say how.', done: 'Done.' },
};

it('[Q44] what was done becomes a lesson that holds: stops are steps, calls are tasks', async () => {
  const lab = readLab(todos);
  if (!lab.ok) throw new Error('no lab');
  const put = (atMs: number, id: string) => ({
    atMs,
    command: {
      call: 'dynamodb:PutItem',
      input: { TableName: 'Todos', Item: { TodoID: { S: id } } },
    },
  });
  const made: number[] = [];
  const text = await draftOf(
    {
      ...{ definition: lab.definition, before: [put(100, 'T1')], words },
      ...{ commands: [put(4_000, 'T2'), put(4_000, 'T3'), put(6_000, 'T4'), put(9_000, 'T5')] },
      ...{ fromMs: 3_000, stopsMs: [4_000, 5_000, 7_000, 9_000] },
    },
    (step) => made.push(step),
  );
  const reading = readLesson(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { steps } = reading.lesson.told.lesson;
  expect(made).toEqual([1, 2, 3, 4, 5]);
  expect(steps.map(({ until, task }) => [until, task?.example.At, task?.check])).toEqual([
    ['3s', undefined, undefined],
    ['4s', undefined, undefined],
    ['5s', '4s', [{ measure: 'streams.Todos.records.INSERT', since: 'step', atLeast: 2 }]],
    ['7s', '6s', [{ measure: 'streams.Todos.records.INSERT', since: 'step', atLeast: 1 }]],
    ['9s', undefined, undefined],
  ]);
  expect(steps[0]!.reaches).toBeDefined();
  expect(await takeText(reading.lesson, reading.lines)).toEqual([]);
});
