/**
 * Builds what embeds need beside the page: their scripts, each a classic one of its own, and the still
 * pictures. Frames of an opaque origin (`sandbox` without `allow-same-origin`) may not load modules from
 * a host that does not name them, but they may load classic scripts.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Name in the built folder, and where it begins. */
const SCRIPTS = {
  embed: 'src/embed/embedPage.ts',
  'embed-live': 'src/embed/live/live.ts',
  'embed-reader': 'src/embed/live/reader.ts',
  'embed-code': 'src/embed/live/code.ts',
  'shard-scope': 'src/embed/element.ts',
  'shardscope-client': 'src/embed/client.ts',
};
/** What other pages import; all else are classic scripts. */
const MODULES: readonly string[] = ['shardscope-client'];

export function embedBuild(): Plugin {
  let outDir = 'dist';
  return {
    name: 'shardscope-embed',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const definitions = resolve(root, '.cache/embed/definitions.json');
      makeFiles(outDir, definitions);
      for (const [name, entry] of Object.entries(SCRIPTS)) {
        await buildScript(name, resolve(root, entry), outDir, definitions);
      }
    },
  };
}

function makeFiles(outDir: string, definitions: string): void {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/embedFiles.ts', outDir, definitions],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The pictures of the built-in labs could not be drawn.');
}

function buildScript(name: string, entry: string, outDir: string, definitions: string) {
  return build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    assetsInclude: ['**/*.wasm'],
    plugins: [withoutOwnAddress()],
    resolve: { alias: { 'virtual:built-in-definitions': definitions } },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry,
        formats: [MODULES.includes(name) ? 'es' : 'iife'],
        name: 'shardscopeEmbed',
        fileName: () => `${name}.js`,
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** The interpreter's bytes are given to it; its loader names no file of its own, which would be held twice. */
function withoutOwnAddress(): Plugin {
  return {
    name: 'without-own-address',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('quickjs-wasmfile') && id.includes('emscripten-module')
        ? code
            .replaceAll('(new URL("emscripten-module.wasm",import.meta.url)).href', '""')
            .replaceAll('import.meta.url', '""')
        : undefined,
  };
}
