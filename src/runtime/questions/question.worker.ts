/** The worker's entry: one question, then it ends. */
import { hearInLanguage } from '../workerLanguage.ts';
import { deriveQuestion } from './deriveQuestion.ts';
import type { QuestionAsked, QuestionTold } from './questionMessages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
hearInLanguage<QuestionAsked>(
  scope,
  (asked) => void deriveQuestion(asked, (told: QuestionTold) => scope.postMessage(told)),
);
