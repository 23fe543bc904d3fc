/** Every practice question, answered by the engine; and which claims still want one. */
import { expect, it } from 'vitest';
import { checkSteps } from './checkLesson.ts';
import { askable, claims } from './practice/claims.ts';
import { domainTitle } from './practice/exams.ts';
import { asLesson } from './practice/practiceQuestion.ts';
import { loadPractice } from './practice.ts';
import { takeLesson } from './takeLesson.ts';

const questions = await loadPractice();

it.each(questions)(
  '[Q9] $id: the engine answers it, and every wrong answer is wrong',
  async (asked) => {
    expect(await takeLesson(asLesson(asked), checkSteps)).toEqual([]);
  },
);

/** Claims without a question. They may only become fewer. */
const missing = `
`;
/** At least so many questions; 80 in the end. */
const LEAST = 87;

it('[Q10] every claim that can be asked with a world behind it is asked', () => {
  const asked = new Set<string>(questions.flatMap((question) => question.claims));
  expect(askable.filter((id) => !asked.has(id))).toEqual(missing.split(/\s+/).filter(Boolean));
  expect(Object.keys(claims)).toHaveLength(42 + 33);
  expect(questions.length).toBeGreaterThanOrEqual(LEAST);
});

it('[Q10] ids are unique, and each question is of a claim, an exam and a domain that there is', () => {
  const ids = questions.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const homeless = questions.filter(({ claims: of, exams }) => of.length + exams.length === 0);
  expect(homeless.map(({ id }) => id)).toEqual([]);
  expect(
    questions.filter(({ exams }) => exams.length === 0 || exams.some((tag) => !domainTitle(tag))),
  ).toEqual([]);
});
