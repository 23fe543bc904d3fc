/** The page's side of a question whose worlds have to be run, in short slices. */
import type { Derived } from '../../lessons/answer.ts';
import { type Asking, askOnce, type OneAnswer } from '../page/oneAnswer.ts';
import type { QuestionAsked } from './questionMessages.ts';

export type Derivation = OneAnswer<Derived>;

const asking: Asking<QuestionAsked, number, Derived> = {
  open: () =>
    new Worker(new URL('./question.worker.ts', import.meta.url), {
      type: 'module',
      name: 'shardscope-question',
    }),
  async answerHere(asked, tell, isOver) {
    const { deriveQuestion } = await import('./deriveQuestion.ts');
    await deriveQuestion(asked, tell, isOver);
  },
};

/** @param onProgress is told the part that is done, 0 to 1. */
export const deriveInBackground = (
  asked: QuestionAsked,
  onProgress: (part: number) => void,
): Derivation => askOnce(asking, asked, onProgress);
