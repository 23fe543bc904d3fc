/** What page and worker say to each other about a question whose worlds have to be run. */
import type { Answer, Derived } from '../../lessons/answer.ts';
import type { Lesson } from '../../lessons/lesson.ts';

export interface QuestionAsked {
  lesson: Lesson;
  step: number;
  /** The learner's: a value that was typed is run, too. */
  given: Answer | null;
}

export type QuestionTold =
  /** 0 to 1. */
  | { do: 'progress'; part: number }
  | { do: 'derived'; derived: Derived }
  | { do: 'failed'; error: string };
