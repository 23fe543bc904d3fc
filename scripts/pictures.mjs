/**
 * `npm run pictures`: takes README's pictures of the built page, light and dark, always the same moment:
 * an order that cannot be processed, two minutes after it was poisoned.
 */
import './nodeVersion.mjs';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { installDependencies } from './dependencies.mjs';
import { buildIfStale } from './productionBuild.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
installDependencies();
if (buildIfStale() !== 0) process.exit(1);
const executablePath = await findBrowser();
if (!executablePath) process.exit(1);

const { preview } = await import('vite');
const { chromium } = await import('@playwright/test');
const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 5199 } });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
mkdirSync('docs', { recursive: true });
try {
  for (const colorScheme of ['light', 'dark']) {
    const path = `docs/stage-${colorScheme}.png`;
    await takePicture(colorScheme, path);
    console.log(path);
  }
} finally {
  await browser.close();
  await server.close();
}

async function takePicture(colorScheme, path) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const button = (name) => page.getByRole('button', { name, exact: true });
  const still = () => page.evaluate(() => window.waitForStill());
  await page.goto(`${server.resolvedUrls.local[0]}?lab=orders&at=2m`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await still();
  await page.getByRole('button', { name: /^Poison/ }).click();
  for (let minute = 0; minute < 2; minute++) {
    await button('+1 min').click();
    await still();
  }
  await button('Dismiss').click();
  await button('Why?').click();
  await page.mouse.move(0, 0);
  await still();
  await page.screenshot({ path });
  await context.close();
}
