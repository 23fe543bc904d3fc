/**
 * The page's side of something that takes long and is answered once: a worker of its own, which is ended when
 * the answer is there or nobody wants it any more. Where workers are refused it is done on the page's own
 * thread.
 */
import { tellLanguage } from '../workerLanguage.ts';

/** What is told on the way, and at its end. */
export type Told<Progress, Answer> =
  | { do: 'progress'; progress: Progress }
  | { do: 'done'; answer: Answer }
  | { do: 'failed'; error: string };

export interface OneAnswer<Answer> {
  /** Rejects with a sentence; never settles once it is cancelled. */
  answer: Promise<Answer>;
  cancel(): void;
}

export interface Asking<Asked, Progress, Answer> {
  open(): Worker;
  /** Answers on the page's own thread. @param isOver nobody wants to know any more. */
  answerHere(
    asked: Asked,
    tell: (told: Told<Progress, Answer>) => void,
    isOver: () => boolean,
  ): Promise<void>;
}

/** Asks, and is told how far it is. */
export function askOnce<Asked, Progress, Answer>(
  { open, answerHere }: Asking<Asked, Progress, Answer>,
  asked: Asked,
  onProgress: (progress: Progress) => void,
): OneAnswer<Answer> {
  let isOver = false;
  let end = (): void => {};
  const answer = new Promise<Answer>((resolve, reject) => {
    const hear = (told: Told<Progress, Answer>): void => {
      if (isOver) return;
      if (told.do === 'progress') {
        onProgress(told.progress);
        return;
      }
      isOver = true;
      end();
      if (told.do === 'done') resolve(told.answer);
      else reject(new Error(told.error));
    };
    const here = (): void => void answerHere(asked, hear, () => isOver);
    try {
      const worker = open();
      end = () => worker.terminate();
      listen(worker, hear, here);
      tellLanguage(worker);
      worker.postMessage(asked);
    } catch {
      here();
    }
  });
  const cancel = (): void => {
    isOver = true;
    end();
  };
  return { answer, cancel };
}

/** Whoever has never said anything was refused. */
function listen<Progress, Answer>(
  worker: Worker,
  hear: (told: Told<Progress, Answer>) => void,
  onRefused: () => void,
): void {
  let heard = false;
  worker.onmessage = ({ data }: MessageEvent<Told<Progress, Answer>>) => {
    heard = true;
    hear(data);
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    if (heard) hear({ do: 'failed', error: message });
    else onRefused();
  };
}

/** The other side: tells the answer, or the sentence with which it failed. */
export async function tellAnswer<Progress, Answer>(
  tell: (told: Told<Progress, Answer>) => void,
  answer: () => Promise<Answer>,
): Promise<void> {
  try {
    tell({ do: 'done', answer: await answer() });
  } catch (error) {
    tell({ do: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
