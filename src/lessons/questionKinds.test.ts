/** Questions that are answered by running worlds: order, setting, broken part; and how badly made ones are refused. */
import { describe, expect, it } from 'vitest';
import { deriveAnswer, isRight } from './answer.ts';
import { checkSteps } from './checkLesson.ts';
import { course } from './course.ts';
import type { Condition, Question, ToldLesson } from './lesson.ts';
import { definitionOf, stretchOf } from './stretch.ts';
import { questionFaults } from './takeQuestion.ts';

const words = { ask: 'Which?', unit: 'seconds', after: ['So it was.'] };

/** A lesson of the course up to one of its steps, which has another question. */
async function asking(
  [place, step]: [number, string],
  question: Question,
  told: object = {},
): Promise<ToldLesson & { step: number }> {
  const given = await course[place]!.load();
  const at = given.lesson.steps.findIndex(({ id }) => id === step);
  const steps = given.lesson.steps.map((one, i) => (i === at ? { ...one, question } : one));
  const stepWords = { ...given.words.steps[step]!, question: { ...words, ...told } };
  return {
    ...given,
    step: at,
    lesson: { ...given.lesson, steps },
    words: { steps: { ...given.words.steps, [step]: stepWords } },
  };
}

/** Faults of this one question. */
async function faultsOf(told: Awaited<ReturnType<typeof asking>>): Promise<string[]> {
  const faults = checkSteps(told);
  if (faults.length > 0) return faults;
  const { lesson, step } = told;
  const stretch = await stretchOf(definitionOf(lesson, step), lesson, step);
  return questionFaults(lesson, step, stretch).catch((error: Error) => [error.message]);
}

const least = (measure: string): Condition[] => [{ measure, since: 'step', atLeast: 1 }];
const events = [
  { id: 'found', holds: least('targets.TodoSearch.size') },
  { id: 'record', holds: least('log.streamRecordAppended') },
  { id: 'invoked', holds: least('log.invocationStarted') },
];
const choices = { found: 'Found', record: 'Recorded', invoked: 'Invoked' };
const order: Question = { kind: 'order', events };

const collapsedOnce: Condition[] = [{ measure: 'pollers.Scan.seen', is: 3 }];
const path = 'Metadata.Shardscope.Pollers.Scan.Every';
const refused = { id: 'never', value: { a: 1 }, refused: true } as const;
const setting: Question = {
  kind: 'setting',
  path,
  offered: ['7s', '30s', '60s', refused],
  goal: collapsedOnce,
};
const broken: Question = {
  kind: 'broken',
  works: collapsedOnce,
  parts: [
    { card: 'poller:Scan', mend: [`${path}=7s`] },
    { card: 'function:Indexer', mend: ['Resources.Indexer.Properties.Timeout=20'] },
  ],
};
const mended = { worlds: { 'poller:Scan': 'It asks oftener.', 'function:Indexer': 'More time.' } };

describe('a question whose worlds are run', () => {
  it('[Q8] orders events as the engine first makes them true', async () => {
    const told = await asking([0, 'the-put'], order, { choices });
    expect(await faultsOf(told)).toEqual([]);
    const parts: number[] = [];
    const derived = await deriveAnswer(
      told.lesson,
      told.step,
      null,
      (part) => void parts.push(part),
    );
    expect(derived.right).toEqual({ order: ['record', 'invoked', 'found'] });
    expect(Object.values(derived.instants).every((us) => us > 0 && us < 1.1e6)).toBe(true);
    expect(isRight(order, { order: ['record', 'found', 'invoked'] }, derived.right)).toBe(false);
    expect(isRight(order, { order: ['record', 'invoked', 'found'] }, derived.right)).toBe(true);
  });

  it('[Q8] finds the values that reach the goal, a typed one among them', async () => {
    const told = await asking([1, 'three-states'], setting);
    expect(await faultsOf(told)).toEqual([]);
    const derived = await deriveAnswer(told.lesson, told.step);
    expect(derived.right).toEqual({ chosen: ['7s'] });
    expect(derived.refused.never).toMatch(/^Every: /);
    const typed = { ...setting, path: `${path}Ms`, offered: [7_000], typed: { least: 1, most: 9 } };
    expect(isRight(typed, { chosen: ['8'] }, { chosen: ['7', '8'] })).toBe(true);
  });

  it('[Q8] finds the part that is at fault', async () => {
    const told = await asking([1, 'three-states'], broken, mended);
    expect(await faultsOf(told)).toEqual([]);
    const { right } = await deriveAnswer(told.lesson, told.step);
    expect(right).toEqual({ chosen: ['poller:Scan'] });
    expect(isRight(broken, { chosen: ['function:Indexer'] }, right)).toBe(false);
  });
});

describe('such a question that is badly made', () => {
  const faults = async (where: [number, string], question: Question, told: object = {}) =>
    (await faultsOf(await asking(where, question, told))).join('\n');

  it('[Q4] [Q8] is refused when its order cannot be told', async () => {
    const sorted: Question = { kind: 'order', events: [events[1]!, events[2]!, events[0]!] };
    expect(await faults([0, 'the-put'], sorted, { choices })).toMatch(/in the right order already/);
    const never = { id: 'record', holds: [{ measure: 'log.itemExpired', atLeast: 1 }] };
    const without: Question = { kind: 'order', events: [events[0]!, never] };
    expect(await faults([0, 'the-put'], without, { choices })).toMatch(/record does not happen/);
    const twice: Question = { kind: 'order', events: [...events, { ...events[1]!, id: 'same' }] };
    const told = { choices: { ...choices, same: 'The same' } };
    expect(await faults([0, 'the-put'], twice, told)).toMatch(/at the same instant/);
    expect(await faults([0, 'the-put'], order)).toMatch(/the choice found has no words/);
  });

  it('[Q4] [Q8] is refused when any value or none will do, or nothing is broken', async () => {
    const where: [number, string] = [1, 'three-states'];
    expect(await faults(where, { ...setting, offered: ['30s', '60s'] })).toMatch(/none of the/);
    expect(await faults(where, { ...setting, offered: ['7s', '30s', 'soon'] })).toMatch(
      /soon is refused: /,
    );
    expect(
      await faults(where, { ...setting, offered: ['7s', { ...refused, value: '60s' }] }),
    ).toMatch(/never is not refused/);
    const well = { ...broken, works: [{ measure: 'pollers.Scan.seen', is: 1 }] };
    expect(await faults(where, well, mended)).toMatch(/nothing is broken/);
    expect(await faults(where, broken)).toMatch(/nothing says what is different in the world of/);
  });
});
