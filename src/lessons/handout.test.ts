/** What is printed of a lesson: each step as it is shown, and nothing that answers a question before its time. */
import { expect, it } from 'vitest';
import { stagePicture } from '../projections/poster/poster.ts';
import { course } from './course.ts';
import { handoutOf } from './handout.ts';
import { spanOfStep } from './lessonWorld.ts';
import { measureOf } from './measure.ts';

it('[Q34] a hand-out has a picture of each step, before what is asked has happened, and the answers that the engine derived', async () => {
  const told = await course[0]!.load('en');
  const parts: number[] = [];
  const { steps, lab } = await handoutOf(told, (part) => void parts.push(part));
  expect(lab).toBe('One to-do and its two changes');
  expect(steps.map(({ step }) => step.id)).toEqual(told.lesson.steps.map(({ id }) => id));
  for (const [i, { step, moment }] of steps.entries()) {
    const { begin, end } = spanOfStep(told.lesson, i);
    const isOpen = step.question !== undefined || step.task !== undefined;
    expect(moment.scene.at).toBe(isOpen ? begin : end);
  }
  const update = steps[2]!;
  const modified = 'streams.Todos.records.MODIFY';
  expect([measureOf(update.counted, modified), measureOf(update.end, modified)]).toEqual([0, 1]);
  expect(steps.map(({ derived }) => derived?.right)).toEqual([
    ...[
      undefined,
      undefined,
      { chosen: ['modify'] },
      undefined,
      { chosen: ['nothing'] },
      undefined,
    ],
    ...[{ chosen: ['new', 'changed'] }, undefined],
  ]);
  expect(parts.at(-1)).toBe(1);
  const look = { theme: 'light', width: 820, height: 100, hasButtons: false } as const;
  expect(stagePicture(lab, update.moment, look)).toContain('T1001');
});
