/** Finds a Chromium for the page tests, or gets one. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tool } from './command.mjs';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * In this order: `CHROMIUM_PATH`, an installed Chromium or Chrome, the one that Playwright keeps,
 * a download by Playwright, Debian's package.
 * @returns the path of a browser that starts, or undefined after saying why there is none.
 */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) {
    if (starts(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    console.error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not start.`);
    return undefined;
  }
  const { chromium } = await import('@playwright/test');
  const present = () => [...installed(), chromium.executablePath()].find(starts);
  return present() ?? download(present) ?? installPackage(present) ?? sayThatThereIsNone();
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...programs.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
}

function starts(path) {
  if (!path || !existsSync(path)) return false;
  // Asking a Chrome of macOS or Windows for its version opens a window instead.
  if (process.platform !== 'linux') return true;
  try {
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return false;
  }
}

function download(present) {
  console.log('No Chromium or Chrome is installed: asking Playwright to download one …');
  // Without a connection Playwright waits for minutes; ten seconds for each try are enough to begin.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  tool('@playwright/test/cli.js', ['install', 'chromium'], { env, quiet: true });
  return present();
}

function installPackage(present) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('That failed: installing Debian’s chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return present();
}

function sayThatThereIsNone() {
  console.error(
    'The page tests need Chromium or Chrome: install one, or name its path in CHROMIUM_PATH.',
  );
  return undefined;
}
