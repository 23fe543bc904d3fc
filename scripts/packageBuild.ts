/**
 * `npm run package`: makes the publishable package in `.cache/package`, from which `npm pack` packs: the
 * element, the client that speaks with embeds, the still picture, and the engine, each an entry point
 * with its types.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(root, '.cache/package');
/** Entry points, by their name in the package. */
const ENTRIES = {
  element: 'src/embed/element.ts',
  client: 'src/embed/client.ts',
  engine: 'src/embed/packageEngine.ts',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: out,
    emptyOutDir: false,
    minify: false,
    target: 'es2023',
    lib: { entry: ENTRIES, formats: ['es'] },
    rolldownOptions: { external: [/^@noble\/hashes/, 'yaml'] },
  },
});
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/typescript/bin/tsc',
    ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--outDir', `${out}/types`],
    ...['--rootDir', 'src', '--target', 'ES2023', '--module', 'ESNext'],
    ...['--moduleResolution', 'bundler', '--lib', 'ES2023,DOM,DOM.Iterable', '--types', ''],
    ...['--strict', '--skipLibCheck', '--rewriteRelativeImportExtensions'],
    ...Object.values(ENTRIES),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) throw new Error('The types could not be written.');
const own = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const typesOf = (entry: string): string =>
  `./types/${entry.replace(/^src\//u, '').replace(/\.ts$/u, '.d.ts')}`;
const { name, version, description, license, engines, dependencies } = own;
writeFileSync(
  resolve(out, 'package.json'),
  `${JSON.stringify(
    {
      ...{ name, version, description, license, type: 'module', engines },
      sideEffects: ['./element.js'],
      files: ['*.js', 'types'],
      exports: Object.fromEntries(
        Object.entries(ENTRIES).map(([key, entry]) => [
          `./${key}`,
          { types: typesOf(entry), default: `./${key}.js` },
        ]),
      ),
      dependencies: {
        '@noble/hashes': dependencies['@noble/hashes'],
        yaml: dependencies.yaml,
      },
    },
    null,
    2,
  )}\n`,
);
copyFileSync(resolve(root, 'LICENSE'), resolve(out, 'LICENSE'));
copyFileSync(resolve(root, 'docs/embedding.md'), resolve(out, 'README.md'));
