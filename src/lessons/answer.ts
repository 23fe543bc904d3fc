/** Which answer is right: what the engine did, never what somebody wrote. */
import type { Question } from './lesson.ts';
import { countOver, holds, type Measured } from './measure.ts';

/** Ids of choices, or a number. */
export type Answer = { chosen: readonly string[] } | { estimate: number };

/** The right answer, from what was true when the step began and when it ended. */
export function rightAnswer(question: Question, end: Measured, begin: Measured): Answer {
  if (question.kind === 'estimate') return { estimate: countOver(question, end, begin) };
  const right = question.choices.filter((choice) => holds(choice.holds, end, begin));
  return { chosen: right.map(({ id }) => id) };
}

/** Whether somebody's answer is as good as the right one. */
export function isRight(question: Question, given: Answer, right: Answer): boolean {
  if ('estimate' in given && 'estimate' in right && question.kind === 'estimate') {
    const { within } = question;
    if (given.estimate === right.estimate) return true;
    return (
      given.estimate > 0 &&
      given.estimate <= right.estimate * within &&
      given.estimate >= right.estimate / within
    );
  }
  if (!('chosen' in given) || !('chosen' in right)) return false;
  return (
    given.chosen.length === right.chosen.length &&
    given.chosen.every((id) => right.chosen.includes(id))
  );
}
