import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { embedBuild } from './scripts/embedBuild.ts';

/** Built to run from any folder of any static host, with nothing inlined that its policy would refuse. */
export default defineConfig({
  base: './',
  plugins: [react(), policyOfTheBuiltPage(), embedBuild()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});

/** The development server adds inline scripts and styles, so only the built page keeps its policy. */
function policyOfTheBuiltPage(): Plugin {
  return {
    name: 'policy-of-the-built-page',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}
