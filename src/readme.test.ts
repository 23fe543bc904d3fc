import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readText, root } from './tidy/sourceTree.ts';

/** The commands of README's shell blocks, without their comments. */
const commands = [...readText('README.md').matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block]) => block!.split('\n'))
  .map((line) => line.replace(/\s+#.*/, '').trim())
  .filter((line) => line !== '');
const headless = commands.filter((command) => command.startsWith('npm run --silent sim -- '));

describe('what README shows', () => {
  it('has headless runs among its commands', () => {
    expect(headless.length).toBeGreaterThan(1);
  });

  it.each(headless)('%s', (command) => {
    const [, , , , , ...given] = command.split(' ');
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/sim.ts', ...given], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const lines = run.stdout.trim().split('\n');
    if (given.includes('--ledger')) {
      expect(lines.some((line) => /streamRecord|record 0: .*INSERT/.test(line))).toBe(true);
    } else if (given.includes('--seeds')) {
      expect(lines.map((line) => JSON.parse(line).seed)).toEqual([1, 2, 3]);
    } else {
      const { consumers, laws } = JSON.parse(run.stdout);
      expect(consumers.OrderProcessor.records.succeeded).toBeGreaterThan(0);
      expect(laws.every(({ verdict }: { verdict: string }) => verdict !== 'broken')).toBe(true);
    }
  });
});
