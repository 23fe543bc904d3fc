/** Installs what package-lock.json names, when node_modules is missing or holds other versions. */
import { existsSync, readFileSync } from 'node:fs';
import { npm } from './command.mjs';

const installedList = 'node_modules/.package-lock.json';

export function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing dependencies …');
  // No script of any dependency is needed: every binary is in a package of its own.
  const code = npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) {
    console.error(
      'The dependencies could not be installed (npm’s own words are above). ' +
        'Check the network and the disk, then try again.',
    );
    process.exit(1);
  }
}

function isInstalled() {
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || present[path]?.version === version,
  );
}
