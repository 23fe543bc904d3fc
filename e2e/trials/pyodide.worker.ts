import { loadPyodide } from 'pyodide';

loadPyodide({ indexURL: new URL('../pyodide/', import.meta.url).href })
  .then((python) => python.runPython('sum(n * n for n in range(4)) * 3'))
  .then(
    (value) => postMessage(value),
    (error) => postMessage(`failed: ${error}`),
  );
