/**
 * The page's side of what an author asks for: each in a worker of its own, which is ended when the answer is
 * there or nobody wants it any more. Where workers are refused it is done on the page's own thread.
 */
import { tellLanguage } from '../workerLanguage.ts';
import type { AuthoringAnswers, AuthoringAsked, AuthoringTold } from './authoringMessages.ts';

export interface AuthoringJob<Answer> {
  /** Rejects with a sentence; never settles once it is cancelled. */
  answer: Promise<Answer>;
  cancel(): void;
}

/** @param onProgress is told how many steps have been taken, and of how many. */
export function askAsAuthor<Kind extends AuthoringAsked['do']>(
  asked: Extract<AuthoringAsked, { do: Kind }>,
  onProgress: (step: number, of: number) => void = () => {},
): AuthoringJob<AuthoringAnswers[Kind]> {
  let isOver = false;
  let end = (): void => {};
  const answer = new Promise<AuthoringAnswers[Kind]>((resolve, reject) => {
    const hear = (told: AuthoringTold): void => {
      if (isOver) return;
      if (told.do === 'progress') {
        onProgress(told.step, told.of);
        return;
      }
      isOver = true;
      end();
      if (told.do === 'done') resolve(told.answer as AuthoringAnswers[Kind]);
      else reject(new Error(told.error));
    };
    const onOwnThread = async (): Promise<void> => {
      const { answerAuthor } = await import('./answerAuthor.ts');
      await answerAuthor(asked, hear);
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
  return { answer, cancel };
}

function openWorker(
  asked: AuthoringAsked,
  hear: (told: AuthoringTold) => void,
  onRefused: () => void,
): Worker {
  let heard = false;
  const worker = new Worker(new URL('./authoring.worker.ts', import.meta.url), {
    type: 'module',
    name: 'shardscope-authoring',
  });
  worker.onmessage = ({ data }: MessageEvent<AuthoringTold>) => {
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
