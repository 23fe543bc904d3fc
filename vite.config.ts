import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { embedBuild } from './scripts/embedBuild.ts';

/** Built to run from any folder of any static host, with nothing inlined that its policy would refuse. */
export default defineConfig({
  base: './',
  plugins: [react(), policyOfTheBuiltPage(), viewAtOnce(), embedBuild(), pyodideFiles()],
  optimizeDeps: { exclude: ['pyodide'] },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: ['index.html', 'embedding.html', 'speaker.html', 'handout.html'] },
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

/** The page's view is begun after its runtime (`main.tsx`), but fetched together with it. Other pages have none. */
function viewAtOnce(): Plugin {
  return {
    name: 'view-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (path !== '/index.html') return [];
        const files = new Set<string>();
        const follow = (file: string): void => {
          const chunk = bundle[file];
          if (chunk?.type !== 'chunk' || files.has(file)) return;
          files.add(file);
          for (const each of chunk.imports) follow(each);
          for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
        };
        for (const [file, chunk] of Object.entries(bundle)) {
          const begins = chunk.type === 'chunk' ? (chunk.facadeModuleId ?? '') : '';
          if (/\/src\/view\/App\.tsx$|\/react-dom\/client\.js$/.test(begins)) follow(file);
        }
        return [...files]
          .filter((file) => !html.includes(file))
          .map((file) => {
            const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
            const attrs = { rel, crossorigin: true, href: `./${file}` };
            return { tag: 'link', attrs, injectTo: 'head' } as const;
          });
      },
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
