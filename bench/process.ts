/** Measurements that want a process of their own. */
import { spawnSync } from 'node:child_process';

/** Runs a file of this folder, with an argument or without. @returns what its last line of output says, as JSON. */
export function measuredIn<Result>(file: string, ...given: string[]): Result {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', `${import.meta.dirname}/${file}`, ...given],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error(`${file} did not come to its end`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
