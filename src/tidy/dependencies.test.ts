/** What is held of dependencies without asking anybody; known weaknesses are asked for by `scripts/audit.mjs`. */
import { describe, expect, it } from 'vitest';
import { readText } from './sourceTree.ts';

interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readText('package-lock.json')) as {
  packages: Record<string, Locked>;
};
const all = Object.entries(packages).filter(([path]) => path !== '');
/** Binaries of platforms that the lockfile was not written on: npm takes them by version alone. */
const isOfAnotherPlatform = ({ integrity, optional, dev }: Locked): boolean =>
  integrity === undefined && optional === true && dev === true;

const PERMISSIVE = ['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1'];
const SHIPPED = [...PERMISSIVE, '(MIT OR Apache-2.0)'];
const BUILT_WITH = [...SHIPPED, 'MIT OR Apache-2.0', 'BlueOak-1.0.0', 'MPL-2.0'];

describe('the dependencies', () => {
  it('are under licences that permit what is done with them', () => {
    const refused = all.filter(([, locked]) => {
      if (isOfAnotherPlatform(locked)) return false;
      return !(locked.dev ? BUILT_WITH : SHIPPED).includes(locked.license ?? '');
    });
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('are each pinned to a version and to their contents', () => {
    const loose = all.filter(
      ([, locked]) =>
        !isOfAnotherPlatform(locked) && !/^sha512-[\w+/]{86}==$/u.test(locked.integrity ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    expect(all.filter(([, { version }]) => !/^\d+\.\d+\.\d+/u.test(version))).toEqual([]);
  });

  it('run nothing when they are installed, and what is shipped does not even want to', () => {
    expect(readText('scripts/dependencies.mjs')).toContain("'--ignore-scripts'");
    const wanting = all.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
    expect(wanting.map(([path]) => path)).toEqual([]);
  });
});
