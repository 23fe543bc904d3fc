/** The page's side of what an author asks for. */
import { type Asking, askOnce, type OneAnswer } from '../page/oneAnswer.ts';
import type { AuthoringAnswers, AuthoringAsked, StepsTaken } from './authoringMessages.ts';

export type AuthoringJob<Answer> = OneAnswer<Answer>;

const asking: Asking<AuthoringAsked, StepsTaken, AuthoringAnswers[keyof AuthoringAnswers]> = {
  open: () =>
    new Worker(new URL('./authoring.worker.ts', import.meta.url), {
      type: 'module',
      name: 'shardscope-authoring',
    }),
  async answerHere(asked, tell) {
    const { answerAuthor } = await import('./answerAuthor.ts');
    await answerAuthor(asked, tell);
  },
};

/** @param onProgress is told how many steps have been taken, and of how many. */
export function askAsAuthor<Kind extends AuthoringAsked['do']>(
  asked: Extract<AuthoringAsked, { do: Kind }>,
  onProgress: (step: number, of: number) => void = () => {},
): AuthoringJob<AuthoringAnswers[Kind]> {
  const job = askOnce(asking, asked, ({ step, of }) => onProgress(step, of));
  return job as AuthoringJob<AuthoringAnswers[Kind]>;
}
