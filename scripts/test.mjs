/**
 * `npm test`: everything that is checked by machine, on a machine that has nothing but Node: format,
 * lint, types, unused code, unit tests, the build, and the built page in a real browser. A failure does
 * not stop what comes after it. The last line counts: `N passed, N failed`, each check being one and
 * each test being one. `npm run test:long` (`--long`) runs only the tests that take longer.
 */
import './nodeVersion.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { tool } from './command.mjs';
import { installDependencies } from './dependencies.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const long = process.argv.includes('--long');
const shared = process.env.SHARED_DIR ?? '../shared';
const reports = { unit: '.cache/vitest.json', page: '.cache/playwright.json' };
const env = { SHARED_DIR: shared, SHARDSCOPE_LONG: long ? '1' : '' };
/** @type {{ name: string, passed: number, failed: number, skipped: number, seconds: number }[]} */
const results = [];

installDependencies();
mkdirSync('.cache', { recursive: true });
if (!long) {
  check('format and lint', '@biomejs/biome/bin/biome', ['check', '.']);
  check('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']);
  check('types of the engine', 'typescript/bin/tsc', [
    '--noEmit',
    '-p',
    'src/engine/tsconfig.json',
  ]);
  check('unused code', 'knip/bin/knip.js', ['--no-progress']);
}
tests('unit tests', reports.unit, countUnit, () => tool('vitest/vitest.mjs', ['run'], { env }));
if (check('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])) await testPages();
summarize();

/** Runs a program that either passes or fails, as one. */
function check(name, path, args) {
  heading(name);
  const begun = performance.now();
  const passed = tool(path, args) === 0;
  add(name, begun, { passed: Number(passed), failed: Number(!passed), skipped: 0 });
  return passed;
}

async function testPages() {
  const browser = await findBrowser();
  if (!browser) return add('page tests', performance.now(), { passed: 0, failed: 1, skipped: 0 });
  const pageEnv = { ...env, CHROMIUM_PATH: browser };
  tests('page tests', reports.page, countPage, () =>
    tool('@playwright/test/cli.js', ['test'], { env: pageEnv }),
  );
}

/** Runs a test runner and adds up what its own report says; without a report it is one failure. */
function tests(name, report, count, start) {
  heading(name);
  rmSync(report, { force: true });
  const begun = performance.now();
  const code = start();
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  // A runner can fail beside its tests: a file that does not load, an error that nobody caught.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  add(name, begun, counts);
}

function countUnit({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

function countPage({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function add(name, begun, counts) {
  results.push({ name, ...counts, seconds: (performance.now() - begun) / 1_000 });
}

function heading(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
}

function summarize() {
  heading('summary');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
    console.log(`${name.padEnd(22)} ${verdict.padEnd(28)} ${seconds.toFixed(1)} s`);
  }
  if (!existsSync(shared)) {
    console.log(
      `Skipped: tests that read ${shared}, which is not there (SHARED_DIR names another).`,
    );
  }
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
