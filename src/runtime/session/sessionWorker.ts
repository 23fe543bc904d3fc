/** The session's worker, which can be begun before anyone is there to listen to it. */

const makeWorker = (): Worker =>
  new Worker(new URL('./session.worker.ts', import.meta.url), {
    type: 'module',
    name: 'shardscope',
  });

let takeBegun: (() => Worker) | null = null;

/** Begins the worker, which waits to be spoken to. Where workers are refused, whoever asks for one is told. */
export function beginSession(): void {
  try {
    takeBegun ??= held(makeWorker());
  } catch {
    // asking for it says why
  }
}

/**
 * The worker that was begun, or a new one where none was or it is taken already.
 * @throws what the browser throws that refuses workers
 */
export function sessionWorker(): Worker {
  const take = takeBegun ?? makeWorker;
  takeBegun = null;
  return take();
}

/** Keeps what a worker says, or what becomes of it, until whoever takes it has had time to listen. */
function held(worker: Worker): () => Worker {
  const missed: Event[] = [];
  const hold = (event: Event): unknown => missed.push(event);
  worker.addEventListener('message', hold);
  worker.addEventListener('error', hold);
  return () => {
    worker.removeEventListener('message', hold);
    worker.removeEventListener('error', hold);
    queueMicrotask(() => {
      for (const event of missed) worker.dispatchEvent(event);
    });
    return worker;
  };
}
