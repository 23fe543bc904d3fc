/** How long a lesson takes somebody who reads every word of it and does what it asks. */
import type { StepWords, ToldLesson } from './lesson.ts';

/** Of plain text, while looking at a picture beside it. */
const WORDS_A_MINUTE = 180;
const SECONDS_TO_ANSWER = 15;
const SECONDS_TO_DO = 45;
/** In which time goes to the end of a step, unless the step says otherwise. */
export const USUAL_SECONDS = 6;

/** Minutes. */
export function minutesOf({ lesson, words }: Omit<ToldLesson, 'minutes'>): number {
  let seconds = 0;
  for (const step of lesson.steps) {
    const told = words.steps[step.id];
    if (told !== undefined) seconds += (wordCount(told) / WORDS_A_MINUTE) * 60;
    if (step.until !== undefined) seconds += step.seconds ?? USUAL_SECONDS;
    if (step.question !== undefined) seconds += SECONDS_TO_ANSWER;
    if (step.task !== undefined) seconds += SECONDS_TO_DO;
  }
  return seconds / 60;
}

function wordCount({ title, text, task, question }: StepWords): number {
  const texts = [
    title,
    ...text,
    ...(task === undefined ? [] : [task.ask, task.hint]),
    ...(question === undefined ? [] : [question.ask, ...question.after]),
    ...Object.values(question?.choices ?? {}),
  ];
  return texts.reduce((sum, one) => sum + one.split(/\s+/u).length, 0);
}
