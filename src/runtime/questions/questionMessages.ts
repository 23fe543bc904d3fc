/** What page and worker say to each other about a question whose worlds have to be run. */
import type { Answer, Derived } from '../../lessons/answer.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { Told } from '../page/oneAnswer.ts';

export interface QuestionAsked {
  lesson: Lesson;
  step: number;
  /** The learner's: a value that was typed is run, too. */
  given: Answer | null;
}

/** Progress: 0 to 1. */
export type QuestionTold = Told<number, Derived>;
