import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './aws/cli/runCli.ts';
import { createDoor } from './aws/door.ts';
import { parseEndpointArguments } from './cli/endpointArguments.ts';
import { openSimulation } from './engine/index.ts';
import { builtInLab } from './lab/builtIn/index.ts';
import { readLab } from './lab/readLab.ts';
import { readText, root } from './tidy/sourceTree.ts';

/** The commands of README's shell blocks, without their comments. */
const commands = [...readText('README.md').matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block]) => block!.split('\n'))
  .map((line) => line.replace(/\s+#.*/, '').trim())
  .filter((line) => line !== '');
const headless = commands.filter((command) => command.startsWith('npm run sim --silent -- '));

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
    } else if (given.includes('--ways')) {
      expect(lines.filter((line) => line.includes('Still lets through: '))).toHaveLength(7);
    } else if (given.includes('--lesson')) {
      expect(lines[0]).toMatch(/: 4 steps, 1 question, 1 task, 1 goal\.$/);
    } else if (given.includes('--seeds')) {
      expect(lines.map((line) => JSON.parse(line).seed)).toEqual([1, 2, 3]);
    } else {
      const { consumers, laws } = JSON.parse(run.stdout);
      expect(consumers.OrderProcessor.records.succeeded).toBeGreaterThan(0);
      expect(laws.every(({ verdict }: { verdict: string }) => verdict !== 'broken')).toBe(true);
    }
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readText('package.json'));
    const named = commands.flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('has pictures that are drawn as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const posters = commands.filter((command) => command.startsWith('npm run poster --silent -- '));
    expect(posters.length).toBeGreaterThan(1);
    for (const command of posters) {
      const given = command.split(' ').slice(5);
      const file = given[given.indexOf('--out') + 1]!;
      const out = given.map((word) => (word === file ? join(folder, file) : word));
      const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/poster.ts', ...out], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(/<svg[^>]*>[\s\S]*<title/);
    }
    rmSync(folder, { recursive: true });
  });

  it('has endpoints with arguments that it takes, and a lab that there is', () => {
    const endpoints = commands.filter((command) => command.startsWith('npm run endpoint -- '));
    expect(endpoints.length).toBeGreaterThan(0);
    for (const command of endpoints) {
      const given = parseEndpointArguments(command.split(' ').slice(4));
      expect(builtInLab((given as { lab: string }).lab)).toBeDefined();
    }
  });

  it('has commands of AWS’s command line that connect the lab study-guide', async () => {
    const reading = readLab(builtInLab('study-guide')!.text);
    if (!reading.ok) throw new Error('the lab cannot be read');
    const simulation = await openSimulation(reading.definition);
    const { call } = createDoor(simulation);
    const typed = commands.filter((command) => command.startsWith('aws '));
    expect(typed).toHaveLength(2);
    for (const command of typed) expect(await runCli(command, call)).toMatchObject({ ok: true });
    expect(typed).toEqual(builtInLab('study-guide')!.tries);
  });
});
