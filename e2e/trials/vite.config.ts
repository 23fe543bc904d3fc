import { defineConfig } from 'vite';
import { builtInReadings } from '../../scripts/builtInReadings.ts';
import { pyodideFiles } from '../../vite.config.ts';
import { contentSecurityPolicy } from '../contentSecurityPolicy.ts';

/**
 * Things that the page will hold one day, the headless run, and clients of the AWS SDK, each alone on a
 * page under the product's own Content-Security-Policy. It is sent as a header too, because a worker
 * obeys only that.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [builtInReadings(), pyodideFiles()],
  worker: { format: 'es', plugins: () => [builtInReadings()] },
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
      input: [
        'codemirror',
        'quickjs',
        'pyodide',
        'pglite',
        'digest',
        'forks',
        'sdk',
        'keeping',
      ].map((name) => `${import.meta.dirname}/${name}.html`),
    },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy() } },
});
