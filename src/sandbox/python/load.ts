/** Loads Pyodide, once it is asked for: its files lie beside the page's own, or where npm has put them. */
import type { Language } from '../interpreter.ts';
import { boto3Source } from './guest/boto3.ts';
import { runtimeSource } from './guest/runtime.ts';
import { python } from './python.ts';
import { PythonMemory } from './pythonMemory.ts';

const BESIDE_THE_PAGE = '../pyodide/';
const INSTALLED = '../../../node_modules/pyodide/';

export async function load(): Promise<Language> {
  const { loadPyodide } = await import('pyodide');
  const isPage = typeof document !== 'undefined' || typeof WorkerGlobalScope !== 'undefined';
  const place = new URL(isPage ? BESIDE_THE_PAGE : INSTALLED, import.meta.url);
  const indexURL = isPage ? place.href : decodeURIComponent(place.pathname);
  const open = () =>
    loadPyodide({ indexURL, jsglobals: {}, env: { PYTHONHASHSEED: '0', HOME: '/tmp' } });
  return python(await PythonMemory.open(open, runtimeSource + boto3Source));
}
