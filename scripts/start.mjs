/**
 * `npm start`: installs and builds what is missing, serves the page on this machine only, says where,
 * and opens it. Options: `--port N` (default 5173, or the next free one), `--no-open`.
 */
import './nodeVersion.mjs';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installDependencies } from './dependencies.mjs';
import { buildIfStale } from './productionBuild.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { port, open } = readOptions();

installDependencies();
if (buildIfStale() !== 0) {
  console.error('The page could not be built; the reason is above.');
  process.exit(1);
}

const { preview } = await import('vite');
const server = await preview({
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: port ?? 5173, strictPort: port !== undefined, open: false },
}).catch((error) => {
  console.error(`The page could not be served: ${error.message}`);
  process.exit(1);
});
const address = server.resolvedUrls.local[0];
console.log(`\n  Shardscope is at ${address}\n  Press Ctrl+C to stop.\n`);
if (open) openInBrowser(address);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
    }
    return { port, open: !values['no-open'] && !process.env.CI };
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start -- [--port N] [--no-open]`);
    process.exit(2);
  }
}

/** Asks the desktop to show the page; where there is no desktop nothing happens. */
function openInBrowser(url) {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const opener = spawn(program, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
