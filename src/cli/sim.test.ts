import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInLab } from '../lab/builtIn/index.ts';
import type { Report } from '../projections/report/report.ts';
import { parseSimArguments } from './simArguments.ts';
import { bundledCommand } from './testing/bundledCommand.ts';

interface Run {
  exit: number;
  stdout: string;
  stderr: string;
}

let program: string;

function sim(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const command = [program, ...args];
    const options = { maxBuffer: 64_000_000 };
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const exit = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ exit, stdout, stderr });
    });
  });
}

let folder: string;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(async () => {
  program = await bundledCommand('sim');
  folder = mkdtempSync(join(tmpdir(), 'sim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('sim', () => {
  it('[W40] shows seven ways to write a function’s work, as a table or a document', async () => {
    const runs = await Promise.all([
      sim('seven-ways', '--ways'),
      sim('seven-ways', '--ways', '--json', '--function', 'Dispatch'),
      sim('seven-ways', '--ways', '--function', 'Nobody'),
    ]);
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 2]);
    const [table, document, refused] = runs;
    expect(table!.stdout).toMatch(/^Marker first +129 +5 +6 /mu);
    expect(table!.stdout.match(/Still lets through: /gu)).toHaveLength(7);
    const { ways } = JSON.parse(document!.stdout) as { ways: { guard: string; lost: number }[] };
    expect(ways.map(({ guard, lost }) => [guard, lost])).toContainEqual(['markerFirst', 6]);
    expect(refused!.stderr).toContain('Dispatch would be.');
  }, 30_000);

  it('[R11] prints one document for a built-in lab, a file and a folder alike', async () => {
    const { text } = builtInLab('todos')!;
    const path = file('todos.yaml', text);
    mkdirSync(join(folder, 'project'));
    writeFileSync(join(folder, 'project', 'template.yaml'), text);
    const runs = await Promise.all([
      sim('todos'),
      sim(path, '--json'),
      sim(join(folder, 'project')),
    ]);
    expect(runs.map(({ exit, stderr }) => [exit, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const document = JSON.parse(runs[0]!.stdout) as Report;
    expect(document).toMatchObject({ seed: 1, until: '10m', virtualMs: 600_000 });
    expect(document.streams.Todos!.records).toEqual({ INSERT: 1, MODIFY: 1, REMOVE: 0 });
  }, 30_000);

  it('[R11] --seeds prints a document a line, --until and --set change the run', async () => {
    const { exit, stdout } = await sim(
      ...['orders', '--seeds', '3..5', '--until', '20s'],
      ...['--set', 'Metadata.Shardscope.Traffic[0].PerSecond=1'],
    );
    const documents = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
    expect(exit).toBe(0);
    expect(documents.map(({ seed, until }) => [seed, until])).toEqual([
      [3, '20s'],
      [4, '20s'],
      [5, '20s'],
    ]);
    for (const { tables } of documents) expect(tables.Orders!.writes.put).toBeLessThan(40);
  }, 30_000);

  it('[R11] --ledger prints lines; a closed pipe is no error', async () => {
    const { exit, stdout } = await sim('todos', '--ledger');
    expect(exit).toBe(0);
    expect(stdout).toContain('0:00:00.200  command dynamodb:PutItem Todos\n');
  }, 30_000);

  it('[R11] exits with 3 when a goal is not met', async () => {
    const text = builtInLab('orders')!.text.replace(
      '    Functions:',
      `    Goals: [ { Law: EffectsOnce, Of: OrderProcessor } ]
    Faults: [ { Target: OrderProcessor, Kind: CrashAfterEffect, Probability: 0.2 } ]
    Functions:`,
    );
    const { exit, stdout } = await sim(file('goal.yaml', text), '--until', '1m');
    expect(exit).toBe(3);
    expect((JSON.parse(stdout) as Report).goals[0]!.verdict).toBe('broken');
  }, 30_000);

  it('[R11] exits with 2 and all errors on stderr when the file is wrong', async () => {
    const text = builtInLab('orders')!
      .text.replace('BatchSize: 10', 'BatchSize: 20000')
      .replace('Seed:', 'Sead:');
    const path = file('wrong.yaml', text);
    const { exit, stdout, stderr } = await sim(path);
    expect([exit, stdout]).toEqual([2, '']);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /wrong\.yaml:\d+:\d+ Metadata\.Shardscope\.Sead: .*did you mean Seed\?$/u,
    );
    expect(lines[1]).toMatch(/OrderProcessor.*BatchSize: 20000 is above the maximum 10000$/u);
  }, 30_000);

  it.each([
    [['no-such-lab'], 'no-such-lab is neither a file, a folder nor a built-in lab'],
    [['orders', '--set', 'Resources.Oders.Type=x'], 'Resources has no Oders; did you mean Orders?'],
  ])(
    '[R11] %j exits with 2',
    async (args, message) => {
      const { exit, stdout, stderr } = await sim(...args);
      expect([exit, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
    },
    30_000,
  );
});

describe('the arguments of sim', () => {
  it.each([
    [[], 'Which lab?'],
    [['a', 'b'], 'One lab at a time, not also b.'],
    [['a', '--seed', 'x'], '--seed x is not a whole number'],
    [['a', '--seed', '-1'], '--seed'],
    [['a', '--seed', '1', '--seeds', '1..2'], '--seed and --seeds exclude each other.'],
    [['a', '--seeds', '5'], '--seeds 5 is not a range; one such as 1..20 is expected.'],
    [['a', '--seeds', '5..1'], '--seeds 5..1 ends before it begins.'],
    [['a', '--seeds', '0..4000000000'], 'is more than 100000 runs.'],
    [['a', '--until', '10'], '--until 10 is not a duration; 500ms 30s 10m 24h 7d are.'],
    [['a', '--json', '--ledger'], '--json and --ledger exclude each other.'],
    [['a', '--sede', '1'], "Unknown option '--sede'"],
  ])('[R11] %j are refused', (argv, message) => {
    expect(parseSimArguments(argv)).toMatchObject({ error: expect.stringContaining(message) });
  });

  it('[R11] are understood', () => {
    expect(parseSimArguments(['a', '--help'])).toBe('help');
    expect(
      parseSimArguments(['a', '--seeds', '1..3', '--until', '1h', '--set', 'x=1', '--set', 'y=2']),
    ).toEqual({
      lab: 'a',
      seeds: { from: 1, to: 3 },
      asLines: true,
      untilMs: 3_600_000,
      settings: ['x=1', 'y=2'],
      ledger: false,
      items: [],
    });
  });
});
