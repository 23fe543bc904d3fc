import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { builtInReadings } from './scripts/builtInReadings.ts';
import { embedBuild } from './scripts/embedBuild.ts';
import { startAtOnce, startChunks, workerChunks } from './scripts/startChunks.ts';

/** Built to run from any folder of any static host, with nothing inlined that its policy would refuse. */
export default defineConfig({
  base: './',
  plugins: [
    react(),
    policyOfTheBuiltPage(),
    startAtOnce(),
    builtInReadings(),
    embedBuild(),
    pyodideFiles(),
    keepHashedFiles(),
  ],
  optimizeDeps: { exclude: ['pyodide'] },
  worker: {
    format: 'es',
    plugins: () => [builtInReadings()],
    rolldownOptions: { output: { codeSplitting: workerChunks() } },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: [
        'index.html',
        'embedding.html',
        'speaker.html',
        'handout.html',
        'src/runtime/begin.ts',
      ],
      output: { codeSplitting: startChunks() },
    },
  },
});

/** Pyodide looks for its files by their names, beside each other, so they keep them; nothing loads them early. */
export function pyodideFiles(): Plugin {
  const names = ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
  return {
    name: 'pyodide-files',
    generateBundle() {
      for (const name of names) {
        const source = readFileSync(new URL(`node_modules/pyodide/${name}`, import.meta.url));
        this.emitFile({ type: 'asset', fileName: `pyodide/${name}`, source });
      }
    },
  };
}

/** The development server adds inline scripts and styles, so only the built page keeps its policy. */
function policyOfTheBuiltPage(): Plugin {
  return {
    name: 'policy-of-the-built-page',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/** As hosts of built pages do: what is named by its content need not be asked for again, all else is. */
function keepHashedFiles(): Plugin {
  return {
    name: 'keep-hashed-files',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (/[/]assets[/][^?/]+-[\w-]{8}[.]\w+$/.test(request.url ?? ''))
          response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        next();
      });
    },
  };
}
