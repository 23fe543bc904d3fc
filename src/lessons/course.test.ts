/** Every lesson, taken from start to end; and what is said of lessons that are badly made. */
import { describe, expect, it } from 'vitest';
import { isRight, rightAnswer } from './answer.ts';
import { checkLesson } from './checkLesson.ts';
import { course } from './course.ts';
import { glossaryEntry } from './glossary.ts';
import { germanTerms } from './glossaryGerman.ts';
import type { Question, Step, ToldLesson } from './lesson.ts';
import { lessonWorld } from './lessonWorld.ts';
import { filled, holds, measureOf } from './measure.ts';
import { takeLesson } from './takeLesson.ts';

describe('the course', () => {
  it.each(course)(
    '[Q1] [Q2] [Q3] $id: every condition is reached, every answer derived',
    async (entry) => {
      const told = await entry.load();
      expect(await takeLesson(told)).toEqual([]);
      expect(told.lesson.id).toBe(entry.id);
    },
  );
});

describe('the course in German', () => {
  it.each(course)('[Q2] [Q4] $id can be taken, and its terms are explained', async (entry) => {
    const told = await entry.load('de');
    expect(told.words).not.toEqual((await entry.load('en')).words);
    expect(await takeLesson(told)).toEqual([]);
    const marked = [...JSON.stringify(told.words).matchAll(/\*([^*]+)\*/gu)];
    const terms = new Set(Object.values(germanTerms).map(([term]) => term));
    const isTerm = (term: string) => terms.has(term) || terms.has(term.replace(/(?:s|en)$/u, ''));
    expect(marked.map(([, term]) => term!).filter((term) => !isTerm(term))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('[Q20] explains every term that a lesson marks', async () => {
    const lessons = await Promise.all(course.map((entry) => entry.load()));
    const marked = lessons.flatMap(({ words }) => [
      ...JSON.stringify(words).matchAll(/\*([^*]+)\*/gu),
    ]);
    const terms = marked.map(([, term]) => term!);
    expect(terms).toContain('stream');
    expect(terms.filter((term) => glossaryEntry(term) === undefined)).toEqual([]);
  });
});

/** The first lesson with one of its steps changed. */
async function withStep(place: number, change: Partial<Step>): Promise<ToldLesson> {
  const told = await course[0]!.load();
  const steps = told.lesson.steps.map((step, i) => (i === place ? { ...step, ...change } : step));
  return { ...told, lesson: { ...told.lesson, steps } };
}

describe('a lesson that is badly made', () => {
  it('[Q4] is refused by lesson and step', async () => {
    expect(checkLesson(await withStep(1, { until: 'soon' }))).toContain(
      'what-a-change-is, step 2 (the-put): until is soon; a time such as 1.4s, 10m or 24h is expected.',
    );
    expect(checkLesson(await withStep(2, { id: 'the-put' }))).toEqual(
      expect.arrayContaining([
        'what-a-change-is: there are words for the-update, but no such step.',
        'what-a-change-is, step 3 (the-put): another step has the same id.',
      ]),
    );
    const told = await course[0]!.load();
    expect(checkLesson({ ...told, minutes: 3 })[0]).toMatch(
      /takes about \d\.\d minutes and promises 3/,
    );
    const lab = told.lesson.lab.replace('TableName: Todos', 'TableName: Todo');
    expect(checkLesson({ ...told, lesson: { ...told.lesson, lab } })[0]).toMatch(
      /its lab: \d+:\d+/,
    );
  });

  it('[Q1] is refused where its conditions are not reached, or need nothing', async () => {
    const INSERT = 'streams.Todos.records.INSERT';
    expect(await takeLesson(await withStep(1, { reaches: [{ measure: INSERT, is: 2 }] }))).toEqual([
      expect.stringContaining('step 2 (the-put): its condition is not reached'),
    ]);
    expect(
      await takeLesson(await withStep(1, { reaches: [{ measure: INSERT, atMost: 2 }] })),
    ).toEqual([expect.stringContaining('true before it begins')]);
    const misspelt = [{ measure: 'streams.Todos.records.INSERTS', is: 1 }];
    expect(await takeLesson(await withStep(1, { reaches: misspelt }))).toEqual([
      expect.stringContaining('beside INSERTS there are INSERT, MODIFY, REMOVE.'),
    ]);
  });

  it('[Q2] is refused where the engine finds no choice right, or one in no world', async () => {
    const never = { measure: 'streams.Todos.records.INSERT', is: 99 };
    const none: Question = { kind: 'one', choices: [{ id: 'pair', holds: [never] }] };
    expect(await takeLesson(await withStep(2, { question: none }))).toEqual([
      expect.stringContaining('right in the engine: none of the choices.'),
    ]);
    const told = await course[0]!.load();
    const { question } = told.lesson.steps[2]!;
    if (question === undefined || !('choices' in question)) throw new Error('no choices');
    const choices = question.choices.map((one) =>
      one.id === 'pair' ? { ...one, holds: [never] } : one,
    );
    expect(await takeLesson(await withStep(2, { question: { ...question, choices } }))).toEqual([
      expect.stringContaining('pair is not even right in its own world.'),
    ]);
  });
});

describe('a step', () => {
  it('[Q5] begins in a world in which the tasks before it are done, and no other', async () => {
    const { lesson } = await course[0]!.load();
    const commandsAt = (step: number): number => {
      const world = lessonWorld(lesson, step);
      if (!world.ok) throw new Error(world.errors.join());
      return world.definition.commands.length;
    };
    const task = lesson.steps.findIndex((step) => step.task !== undefined);
    expect(commandsAt(task + 1)).toBe(commandsAt(task) + 1);
    expect(commandsAt(task)).toBe(commandsAt(0));
  });
});

describe('an answer', () => {
  const begin = { n: { 'a.b': 3 }, m: 1 };
  const end = { n: { 'a.b': 10 }, m: 2 };

  it('[Q2] is read off the report, in all or since the step began', () => {
    expect(measureOf(end, 'n.a.b + m')).toBe(12);
    expect(holds([{ measure: 'n.a.b', since: 'step', is: 7 }], end, begin)).toBe(true);
    expect(filled('{n.a.b} of {n.a.b + m}', end)).toBe('10 of 12');
    expect(() => measureOf(end, 'n.c')).toThrow(
      'n.c is no number of the report; beside c there are a.b.',
    );
  });

  it('[Q2] is right as an estimate within its factor, and as a choice only when it is whole', () => {
    const estimate: Question = { kind: 'estimate', measure: 'n.a.b', within: 2 };
    const right = rightAnswer(estimate, end, begin);
    expect([4, 5, 20, 21].map((n) => isRight(estimate, { estimate: n }, right))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const several: Question = {
      kind: 'several',
      choices: [
        { id: 'ten', holds: [{ measure: 'n.a.b', is: 10 }] },
        { id: 'two', holds: [{ measure: 'm', is: 2 }] },
        { id: 'five', holds: [{ measure: 'm', atLeast: 5 }] },
      ],
    };
    const both = rightAnswer(several, end, begin);
    expect(both).toEqual({ chosen: ['ten', 'two'] });
    expect(isRight(several, { chosen: ['two', 'ten'] }, both)).toBe(true);
    expect(isRight(several, { chosen: ['ten'] }, both)).toBe(false);
  });
});
