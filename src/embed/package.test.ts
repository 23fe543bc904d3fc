import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tidy/sourceTree.ts';

const packed = join(root, '.cache/package');
const run = (cwd: string, file: string, ...given: string[]): string =>
  execFileSync(file, given, { cwd, encoding: 'utf8' });
const node = (cwd: string, ...given: string[]): string => run(cwd, process.execPath, ...given);
const tool = (path: string): string => join(root, 'node_modules', path);

describe('the package', () => {
  let tarball: string;

  beforeAll(() => {
    node(root, '--import', 'tsx', 'scripts/packageBuild.ts');
    tarball = join(packed, run(packed, 'npm', 'pack', '--silent').trim());
  }, 120_000);

  it('is as publint wants it', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve, by @arethetypeswrong/cli', () => {
    const cli = tool('@arethetypeswrong/cli/dist/index.js');
    expect(() => node(root, cli, tarball, '--profile', 'esm-only')).not.toThrow();
  });

  it('is used by a project that has installed it', () => {
    const project = mkdtempSync(join(tmpdir(), 'shardscope-sample-'));
    try {
      cpSync(join(root, 'samples/project'), project, { recursive: true });
      run(
        project,
        'npm',
        'install',
        '--silent',
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
        tarball,
      );
      writeFileSync(join(project, 'tsconfig.json'), '{}');
      node(
        project,
        ...[tool('typescript/bin/tsc'), '--ignoreConfig', '--outDir', 'made', '--strict'],
        ...['--module', 'nodenext', '--target', 'es2023', '--lib', 'ES2023,DOM,DOM.Iterable'],
        ...['--types', '', 'story.ts'],
      );
      expect(node(project, 'made/story.js')).toMatch(/^<svg .*order#/su);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
});
