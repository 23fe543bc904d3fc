/** Loads Pyodide, once it is asked for: its files lie beside the page's own, or where npm has put them. */
import type { Language } from '../interpreter.ts';
import { download, type FileToLoad, type LoadFollow } from '../loading.ts';
import { boto3Source } from './guest/boto3.ts';
import { runtimeSource } from './guest/runtime.ts';
import { python } from './python.ts';
import { PythonMemory } from './pythonMemory.ts';

const BESIDE_THE_PAGE = '../pyodide/';
const INSTALLED = '../../../node_modules/pyodide/';

/** Pyodide's files, as they are installed. */
export const FILES: readonly FileToLoad[] = [
  ['pyodide.asm.mjs', 1_250_344],
  ['pyodide.asm.wasm', 9_598_218],
  ['python_stdlib.zip', 2_545_637],
  ['pyodide-lock.json', 119_077],
];

export async function load(follow?: LoadFollow): Promise<Language> {
  const { loadPyodide } = await import('pyodide');
  const isPage = typeof document !== 'undefined' || typeof WorkerGlobalScope !== 'undefined';
  const place = new URL(isPage ? BESIDE_THE_PAGE : INSTALLED, import.meta.url);
  const indexURL = isPage ? place.href : decodeURIComponent(place.pathname);
  const open = () =>
    loadPyodide({ indexURL, jsglobals: {}, env: { PYTHONHASHSEED: '0', HOME: '/tmp' } });
  const start = () => PythonMemory.open(open, runtimeSource + boto3Source);
  if (!isPage || !follow) return python(await start());
  const files = await download(FILES, indexURL, 'Python', follow);
  return python(await withFiles(indexURL, files, start));
}

/** Does some work while what is fetched of a folder comes from these files. */
async function withFiles<Value>(
  folder: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  work: () => Promise<Value>,
): Promise<Value> {
  const { fetch } = globalThis;
  globalThis.fetch = (wanted, more) => {
    const url = wanted instanceof Request ? wanted.url : String(wanted);
    const bytes = url.startsWith(folder) ? files.get(url.slice(folder.length)) : undefined;
    return bytes ? Promise.resolve(new Response(bytes)) : fetch(wanted, more);
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
  }
}
