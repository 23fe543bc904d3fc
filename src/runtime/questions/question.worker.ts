/** The worker's entry: one question, then it ends. */
import { deriveQuestion } from './deriveQuestion.ts';
import type { QuestionAsked, QuestionTold } from './questionMessages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.onmessage = (event: MessageEvent<QuestionAsked>) =>
  void deriveQuestion(event.data, (told: QuestionTold) => scope.postMessage(told));
