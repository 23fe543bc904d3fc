/**
 * The page's side of a question whose worlds have to be run: a worker of its own, which is ended when the
 * answer is there or nobody wants it any more. Where workers are refused it runs on the page's own thread,
 * in the same short slices.
 */
import type { Derived } from '../../lessons/answer.ts';
import { tellLanguage } from '../workerLanguage.ts';
import type { QuestionAsked, QuestionTold } from './questionMessages.ts';

export interface Derivation {
  /** Rejects with a sentence; never settles once it is cancelled. */
  derived: Promise<Derived>;
  cancel(): void;
}

/** @param onProgress is told the part that is done, 0 to 1. */
export function deriveInBackground(
  asked: QuestionAsked,
  onProgress: (part: number) => void,
): Derivation {
  let isOver = false;
  let end = (): void => {};
  const derived = new Promise<Derived>((resolve, reject) => {
    const hear = (told: QuestionTold): void => {
      if (isOver) return;
      if (told.do === 'progress') {
        onProgress(told.part);
        return;
      }
      isOver = true;
      end();
      if (told.do === 'derived') resolve(told.derived);
      else reject(new Error(told.error));
    };
    const onOwnThread = async (): Promise<void> => {
      const { deriveQuestion } = await import('./deriveQuestion.ts');
      await deriveQuestion(asked, hear, () => isOver);
    };
    try {
      const worker = openWorker(asked, hear, () => void onOwnThread());
      end = () => worker.terminate();
    } catch {
      void onOwnThread();
    }
  });
  const cancel = (): void => {
    isOver = true;
    end();
  };
  return { derived, cancel };
}

function openWorker(
  asked: QuestionAsked,
  hear: (told: QuestionTold) => void,
  onRefused: () => void,
): Worker {
  let heard = false;
  const worker = new Worker(new URL('./question.worker.ts', import.meta.url), {
    type: 'module',
    name: 'shardscope-question',
  });
  worker.onmessage = ({ data }: MessageEvent<QuestionTold>) => {
    heard = true;
    hear(data);
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    if (heard) hear({ do: 'failed', error: message });
    else onRefused();
  };
  tellLanguage(worker);
  worker.postMessage(asked);
  return worker;
}
