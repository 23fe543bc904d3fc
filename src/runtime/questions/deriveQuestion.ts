/** Derives the answer to a question, breathing between slices: in the worker, or on the page's own thread. */
import { deriveAnswer } from '../../lessons/answer.ts';
import { tellAnswer } from '../page/oneAnswer.ts';
import { createBreathe } from '../session/breathe.ts';
import type { QuestionAsked, QuestionTold } from './questionMessages.ts';

/** @param isOver asked between slices: nobody wants to know any more. */
export async function deriveQuestion(
  { lesson, step, given }: QuestionAsked,
  tell: (told: QuestionTold) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const breathe = createBreathe();
  const pause = async (part: number): Promise<void> => {
    tell({ do: 'progress', progress: part });
    await breathe();
    if (isOver()) throw new Error('Cancelled.');
  };
  await tellAnswer(tell, () => deriveAnswer(lesson, step, given, pause));
}
