import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';

const RUN = ['vitest', 'run', '--bail=1', '--testTimeout=120000', '--reporter=dot'];

describe('faults in the engine’s own rules, one at a time', () => {
  mkdirSync('.cache', { recursive: true });
  const root = mkdtempSync('.cache/mutations-');
  cpSync('src/engine', join(root, 'src/engine'), { recursive: true });
  rmSync(join(root, 'src/engine/laws/mutations.test.ts'));
  for (const file of ['package.json', 'tsconfig.json', 'vitest.config.ts']) {
    cpSync(file, join(root, file));
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const testsPass = (folder: string) =>
    spawnSync('npx', [...RUN, '--root', root, folder], {
      env: { ...process.env, SHARDSCOPE_LONG: '' },
      timeout: 500_000, // a fault may make it run for ever
    }).status === 0;

  it('[R21] are not there to begin with', { timeout: 600_000 }, () => {
    expect(testsPass('src/engine')).toBe(true);
  });

  it.each(MUTATIONS)('[R21] are found: $why', { timeout: 600_000 }, ({ file, find, put }) => {
    const path = join(root, 'src/engine', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
    // Most are found by the tests beside them, which are quick.
    const beside = join('src/engine', dirname(file));
    const found = !testsPass(beside) || !testsPass('src/engine');
    writeFileSync(path, text);
    expect(found).toBe(true);
  });
});
