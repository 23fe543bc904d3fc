/**
 * Asks the registry for known weaknesses of what the page is made of. A high one fails; a registry that keeps no such
 * list, or none that can be reached, is said and fails nothing.
 */
import { spawnSync } from 'node:child_process';

const given = ['audit', '--omit=dev', '--audit-level=high', '--json'];
const shell = process.platform === 'win32';
const { stdout, status } = spawnSync('npm', given, { encoding: 'utf8', shell, timeout: 60_000 });
let answer = {};
try {
  answer = JSON.parse(stdout);
} catch {
  // it is said below
}
const found = answer.metadata?.vulnerabilities;
if (found === undefined) {
  console.log('Dependencies: this registry has no list of known weaknesses to be asked for.');
} else {
  const { moderate, high, critical } = found;
  console.log(`Dependencies: ${critical} critical, ${high} high, ${moderate} moderate weaknesses.`);
  if (status !== 0) console.log(JSON.stringify(answer.vulnerabilities, null, 2));
  process.exitCode = status === 0 ? 0 : 1;
}
