/** Reads the labs that come with the program once, when it is built: no visit begins with reading YAML. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const NAME = 'virtual:built-in-readings';
const root = fileURLToPath(new URL('..', import.meta.url));
let json: string | null = null;

export function builtInReadings(): Plugin {
  return {
    name: 'built-in-readings',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      json ??= read();
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}

function read(): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/builtInReadings.ts'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`The built-in labs could not be read: ${stderr}`);
  return stdout.trim();
}
