/** A worker says everything in the page's language: it is told of it before anything else. */
import { type Language, spokenLanguage } from '../projections/words/language.ts';
import { learnLanguage } from './learnLanguage.ts';

interface Speech {
  speak: Language;
}

const isSpeech = (message: unknown): message is Speech =>
  typeof message === 'object' && message !== null && 'speak' in message;

/** Tells a new worker the page's language. English needs no telling. */
export function tellLanguage(worker: { postMessage(message: never): void }): void {
  const speak = spokenLanguage();
  const speech: Speech = { speak };
  if (speak !== 'en') worker.postMessage(speech as never);
}

/** Hands on what a worker is asked, in order, once its language is there. */
export function hearInLanguage<Asked>(
  scope: DedicatedWorkerGlobalScope,
  receive: (asked: Asked) => void,
): void {
  let isLearnt: Promise<void> | null = null;
  scope.onmessage = ({ data }: MessageEvent<Asked>) => {
    if (isSpeech(data)) isLearnt = learnLanguage(data.speak);
    else if (isLearnt === null) receive(data);
    else void isLearnt.then(() => receive(data));
  };
}
