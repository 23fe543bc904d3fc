/** The worker's entry: one thing that an author asks for, then it ends. */
import { hearInLanguage } from '../workerLanguage.ts';
import { answerAuthor } from './answerAuthor.ts';
import type { AuthoringAsked, AuthoringTold } from './authoringMessages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
hearInLanguage<AuthoringAsked>(
  scope,
  (asked) => void answerAuthor(asked, (told: AuthoringTold) => scope.postMessage(told)),
);
