import { defineConfig, devices } from '@playwright/test';

/**
 * Page tests, against the built page as a static host would serve it from a folder below its root.
 * `npm test` finds the browser and names it in CHROMIUM_PATH; `PAGE_TEST_PORT` moves
 * the server; the trials' server is beside it.
 */
const port = Number(process.env.PAGE_TEST_PORT ?? 5206);
const folder = '/courses/cdc/shardscope/';
const executablePath = process.env.CHROMIUM_PATH;
const isLong = Boolean(process.env.SHARDSCOPE_LONG);

const vite = 'node node_modules/vite/bin/vite.js';
const trials = '--config e2e/trials/vite.config.ts --logLevel error';
const address = (port: number): string => `--host 127.0.0.1 --port ${port} --strictPort`;

/** Without `--disable-gpu` a machine without a GPU draws canvases ten times slower. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  ...(isLong ? { grep: /@long/ } : { grepInvert: /@long/ }),
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: isLong ? 600_000 : 120_000,
  // On a machine that is busy, or has one processor, what is awaited comes later: that is no failure.
  expect: { timeout: 20_000 },
  outputDir: '.cache/page-tests',
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}${folder}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: { args: quietFlags, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: [
    {
      command: `${vite} preview ${address(port)} --base ${folder}`,
      url: `http://127.0.0.1:${port}${folder}`,
      reuseExistingServer: false,
    },
    {
      command: `${vite} build ${trials} && ${vite} preview ${trials} ${address(port + 1)}`,
      url: `http://127.0.0.1:${port + 1}/quickjs.html`,
      reuseExistingServer: false,
    },
  ],
});
