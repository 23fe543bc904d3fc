/** Asks the worker for its PutItem/s. */
declare global {
  interface Window {
    measureDoor(way: 'engine' | 'door'): Promise<number>;
  }
}

const worker = new Worker(new URL('./doorWorker.ts', import.meta.url), { type: 'module' });

window.measureDoor = (way) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(way);
  });

export {};
