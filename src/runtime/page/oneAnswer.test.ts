import { expect, it } from 'vitest';
import { type Asking, askOnce, type Told } from './oneAnswer.ts';

type Hearing = Told<number, string>;

/** A worker that says what it is made to say, or is refused. */
function aWorker() {
  const worker = {
    asked: [] as unknown[],
    isEnded: false,
    onmessage: (_: { data: Hearing }) => {},
    onerror: (_: { message: string }) => {},
    postMessage: (data: unknown) => void worker.asked.push(data),
    terminate: () => {
      worker.isEnded = true;
    },
  };
  return worker;
}

function ask(open: () => ReturnType<typeof aWorker>) {
  const progress: number[] = [];
  const asking: Asking<string, number, string> = {
    open: open as unknown as () => Worker,
    answerHere: async (asked, tell) => tell({ do: 'done', answer: `${asked} here` }),
  };
  const { answer, cancel } = askOnce(asking, 'why', (part) => progress.push(part));
  return { answer, cancel, progress };
}

it('a worker that answers once is told of on its way, and is ended', async () => {
  const worker = aWorker();
  const { answer, progress } = ask(() => worker);
  expect(worker.asked.at(-1)).toBe('why');
  worker.onmessage({ data: { do: 'progress', progress: 0.5 } });
  worker.onmessage({ data: { do: 'done', answer: 'because' } });
  worker.onmessage({ data: { do: 'progress', progress: 1 } });
  expect(await answer).toBe('because');
  expect([progress, worker.isEnded]).toEqual([[0.5], true]);
});

it('a worker that is refused is done without, on the page’s own thread', async () => {
  const throws = ask(() => {
    throw new Error('refused');
  });
  expect(await throws.answer).toBe('why here');
  const worker = aWorker();
  const { answer } = ask(() => worker);
  worker.onerror({ message: 'refused' });
  expect(await answer).toBe('why here');
});

it('a worker that breaks after it has spoken is a sentence; what is cancelled says nothing more', async () => {
  const worker = aWorker();
  const { answer } = ask(() => worker);
  worker.onmessage({ data: { do: 'progress', progress: 0.1 } });
  worker.onerror({ message: 'out of memory' });
  await expect(answer).rejects.toThrow('out of memory');
  const other = aWorker();
  const cancelled = ask(() => other);
  cancelled.cancel();
  other.onmessage({ data: { do: 'progress', progress: 0.1 } });
  expect([other.isEnded, cancelled.progress]).toEqual([true, []]);
});
