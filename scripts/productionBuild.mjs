/** Builds `dist` when it is missing or older than anything that it is made from. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './command.mjs';

const product = 'dist/index.html';
const sources = [
  'src',
  'public',
  'index.html',
  'embedding.html',
  'speaker.html',
  'handout.html',
  'scripts/builtInReadings.ts',
  'scripts/embedBuild.ts',
  'scripts/startChunks.ts',
  'vite.config.ts',
  'package-lock.json',
];

/** @returns vite's exit code, 0 when there was nothing to do. */
export function buildIfStale() {
  if (existsSync(product) && newest(sources) <= statSync(product).mtimeMs) return 0;
  console.log('Building …');
  return tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
}

/** The latest modification of any file in or below the paths, epoch milliseconds. */
function newest(paths) {
  let latest = 0;
  for (const path of paths.filter((path) => existsSync(path))) {
    const status = statSync(path);
    const own = status.isDirectory()
      ? newest(readdirSync(path).map((name) => join(path, name)))
      : status.mtimeMs;
    latest = Math.max(latest, own);
  }
  return latest;
}
