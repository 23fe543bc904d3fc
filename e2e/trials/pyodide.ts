import { showResult } from './result.ts';

void showResult(
  () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./pyodide.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    }),
);
