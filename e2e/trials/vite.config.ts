import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from '../contentSecurityPolicy.ts';

/**
 * Things that the page will hold one day, the headless run, and clients of the AWS SDK, each alone on a
 * page under the product's own Content-Security-Policy. It is sent as a header too, because a worker
 * obeys only that.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [pyodideFiles()],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@electric-sql/pglite', 'pyodide'] },
  build: {
    outDir: '../../.cache/trials',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // PGlite's unused paths for Node.
      checks: { eval: false },
      input: ['codemirror', 'quickjs', 'pyodide', 'pglite', 'digest', 'sdk', 'keeping'].map(
        (name) => `${import.meta.dirname}/${name}.html`,
      ),
    },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy() } },
});

/** Pyodide looks for its files by their names, so they keep them. */
function pyodideFiles(): Plugin {
  const names = ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
  return {
    name: 'pyodide-files',
    generateBundle() {
      for (const name of names) {
        const source = readFileSync(new URL(`../../node_modules/pyodide/${name}`, import.meta.url));
        this.emitFile({ type: 'asset', fileName: `pyodide/${name}`, source });
      }
    },
  };
}
