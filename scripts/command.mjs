/** Runs other programs on the user's terminal. */
import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end with its output shown and nothing on its standard input.
 * @returns its exit code; 127 when it could not be started.
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const result = spawnSync(program, args, {
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && program === 'npm',
  });
  return result.status ?? 127;
}

/** Runs npm, the same one that runs this script where there is one. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], options)
    : run('npm', args, options);
}

/** Runs a JavaScript program out of node_modules with this same Node. */
export function tool(path, args, options) {
  return run(process.execPath, [`node_modules/${path}`, ...args], options);
}
