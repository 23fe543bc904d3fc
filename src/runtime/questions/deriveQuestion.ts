/** Derives the answer to a question, breathing between slices: in the worker, or on the page's own thread. */
import { deriveAnswer } from '../../lessons/answer.ts';
import { createBreathe } from '../breathe.ts';
import type { QuestionAsked, QuestionTold } from './questionMessages.ts';

/** @param isOver asked between slices: nobody wants to know any more. */
export async function deriveQuestion(
  { lesson, step, given }: QuestionAsked,
  tell: (told: QuestionTold) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const breathe = createBreathe();
  const pause = async (part: number): Promise<void> => {
    tell({ do: 'progress', part });
    await breathe();
    if (isOver()) throw new Error('Cancelled.');
  };
  try {
    tell({ do: 'derived', derived: await deriveAnswer(lesson, step, given, pause) });
  } catch (error) {
    tell({ do: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
