/**
 * `npm run pictures`: takes README's pictures of the built page, light and dark, always the same moment.
 * `npm run pictures -- --all` takes every moment instead, wide and on a phone, to be looked at before a
 * release: they go to .cache/pictures/.
 */
import './nodeVersion.mjs';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { installDependencies } from './dependencies.mjs';
import { moments, SteeredPage } from './moments.mjs';
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
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
try {
  for (const colorScheme of ['light', 'dark']) {
    if (process.argv.includes('--all')) await takeAll(colorScheme);
    else await takeForReadme(colorScheme);
  }
} finally {
  await browser.close();
  await server.close();
}

async function takeForReadme(colorScheme) {
  await take(colorScheme, WIDE, `docs/stage-${colorScheme}.png`, async (steered) => {
    await moments.poisonedShard(steered);
    await steered.page.getByRole('button', { name: 'Why?', exact: true }).click();
  });
}

async function takeAll(colorScheme) {
  for (const [size, viewport] of Object.entries({ wide: WIDE, phone: PHONE })) {
    for (const [name, reach] of Object.entries(moments)) {
      await take(
        colorScheme,
        viewport,
        `.cache/pictures/${name}-${size}-${colorScheme}.png`,
        reach,
      );
    }
  }
}

async function take(colorScheme, viewport, path, reach) {
  const locale = { locale: 'en-GB', timezoneId: 'UTC' };
  const context = await browser.newContext({ viewport, colorScheme, ...locale });
  const page = await context.newPage();
  const steered = new SteeredPage(page, server.resolvedUrls.local[0]);
  await reach(steered);
  await page.mouse.move(0, 0);
  if (reach !== moments.start) await steered.still();
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  await context.close();
  console.log(path);
}
