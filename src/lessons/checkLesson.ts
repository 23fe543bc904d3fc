/** Whether a lesson is well made, before anything runs: each fault names its lesson and step. */

import type { Condition, Lesson, Question, Step, StepWords, ToldLesson } from './lesson.ts';
import { lessonWorld, spanOfStep } from './lessonWorld.ts';
import { otherWorlds } from './otherWorlds.ts';
import { minutesOf } from './readingTime.ts';

/** `what-a-change-is, step 3 (the-update): a sentence`. */
export type Fault = string;

/** Shortest and longest that a lesson may take, minutes. */
const LEAST_MINUTES = 3;
const MOST_MINUTES = 8;
const LONGEST_WITHOUT_SENTENCE = 320;

/** Names a step of a lesson as its faults do. */
export function faultAt(lesson: Lesson, step: number, sentence: string): Fault {
  const id = lesson.steps[step]?.id;
  return `${lesson.id}, step ${step + 1}${id === undefined ? '' : ` (${id})`}: ${sentence}`;
}

/** Everything that is wrong with how a lesson is written. */
export function checkLesson(told: ToldLesson): Fault[] {
  return [...checkSteps(told), ...timeFaults(told)];
}

/** What is wrong with its lab, its steps and their words, however long it takes. */
export function checkSteps(told: ToldLesson): Fault[] {
  const { lesson, words } = told;
  const faults: Fault[] = [];
  const world = lessonWorld(lesson, lesson.steps.length);
  if (!world.ok) faults.push(...world.errors.map((error) => `${lesson.id}, its lab: ${error}`));
  const ids = lesson.steps.map(({ id }) => id);
  for (const id of Object.keys(words.steps)) {
    if (!ids.includes(id))
      faults.push(`${lesson.id}: there are words for ${id}, but no such step.`);
  }
  lesson.steps.forEach((step, i) => {
    const say = (sentence: string) => faults.push(faultAt(lesson, i, sentence));
    if (ids.indexOf(step.id) !== i) say('another step has the same id.');
    const { begin, end } = spanOfStep(lesson, i);
    if (Number.isNaN(end))
      say(`until is ${step.until}; a time such as 1.4s, 10m or 24h is expected.`);
    else if (end < begin) say(`it ends before it begins, at ${step.until}.`);
    const told = words.steps[step.id];
    if (told === undefined) say('it has no words.');
    else for (const sentence of wordFaults(step, told)) say(sentence);
    for (const condition of conditionsOf(step)) {
      if (comparisons(condition) !== 1)
        say(`${condition.measure}: one of is, atLeast and atMost is expected.`);
    }
  });
  return faults;
}

function timeFaults(told: ToldLesson): Fault[] {
  const { lesson, minutes } = told;
  if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES)
    return [
      `${lesson.id}: it promises ${minutes} minutes; ${LEAST_MINUTES} to ${MOST_MINUTES} are expected.`,
    ];
  const takes = minutesOf(told);
  return takes <= minutes && takes > minutes - 2
    ? []
    : [`${lesson.id}: it takes about ${takes.toFixed(1)} minutes and promises ${minutes}.`];
}

function wordFaults(step: Step, words: StepWords): string[] {
  const faults: string[] = [];
  if (step.task !== undefined && words.task === undefined) faults.push('its task has no words.');
  if (step.question !== undefined) faults.push(...questionFaults(step.question, words));
  for (const text of words.text) {
    const longest = Math.max(...text.split(/[.:?!] /u).map((sentence) => sentence.length));
    if (longest > LONGEST_WITHOUT_SENTENCE) faults.push(`a sentence has ${longest} letters.`);
  }
  return faults;
}

function questionFaults(question: Question, { question: words }: StepWords): string[] {
  if (words === undefined) return ['its question has no words.'];
  const needsUnit = question.kind === 'estimate' || isTyped(question);
  return [
    ...(needsUnit && words.unit === undefined ? ['nothing says of what its number is.'] : []),
    ...answersOf(question)
      .filter((id) => words.choices?.[id] === undefined)
      .map((id) => `the choice ${id} has no words.`),
    // What a value makes different is the value.
    ...(question.kind === 'setting' ? [] : otherWorlds(question))
      .filter(({ id }) => words.worlds?.[id] === undefined)
      .map(({ id }) => `nothing says what is different in the world of ${id}.`),
  ];
}

const isTyped = (question: Question): boolean =>
  question.kind === 'setting' && question.typed !== undefined;

/** Ids of the answers that need words: a value is its own, and a part has the name of its card. */
function answersOf(question: Question): string[] {
  if (question.kind === 'order') return question.events.map(({ id }) => id);
  if (question.kind === 'one' || question.kind === 'several')
    return question.choices.map(({ id }) => id);
  if (question.kind === 'broken') return question.parts.flatMap(({ id }) => id ?? []);
  return [];
}

function conditionsOf({ reaches = [], task, question }: Step): Condition[] {
  return [...reaches, ...(task?.check ?? []), ...(question ? conditionsOfQuestion(question) : [])];
}

function conditionsOfQuestion(question: Question): readonly Condition[] {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.choices.flatMap(({ holds }) => holds);
    case 'order':
      return question.events.flatMap(({ holds }) => holds);
    case 'setting':
      return question.goal;
    case 'broken':
      return question.works;
    case 'estimate':
      return [];
  }
}

const comparisons = ({ is, atLeast, atMost }: Condition): number =>
  [is, atLeast, atMost].filter((bound) => bound !== undefined).length;
