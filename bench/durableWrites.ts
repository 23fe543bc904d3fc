/** Durable acknowledged commands per second, beside the same rows put into IndexedDB with nothing else. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import type {} from './durableWritesPage.ts';
import { type BenchSection, figure } from './section.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../.cache/durableWrites', import.meta.url));
const PORT = 5214;

const cases = [
  { what: 'One after another', together: 1, count: 500 },
  { what: 'Bursts of 50', together: 50, count: 2_000 },
];

export async function measure(): Promise<BenchSection> {
  const settings = { configFile: false, root, logLevel: 'error' } as const;
  const input = fileURLToPath(new URL('./durableWrites.html', import.meta.url));
  const output = { outDir, emptyOutDir: true, target: 'es2023', rolldownOptions: { input } };
  await build({ ...settings, worker: { format: 'es' }, build: output });
  const served = { ...settings, build: { outDir }, preview: { port: PORT, strictPort: true } };
  const server = await preview(served);
  try {
    const rows = [];
    for (const { what, together, count } of cases) {
      const { commands, rawPuts } = await inBrowser(together, count);
      const ratio = commands / rawPuts;
      console.log(JSON.stringify({ section: 'durableWrites', together, commands, rawPuts, ratio }));
      rows.push({
        what: `${what}: commands stored and acknowledged`,
        value: figure(commands, 'commands/s'),
        beside: `raw IndexedDB puts ${figure(rawPuts, 'puts/s')}: ${ratio.toFixed(2)} of it`,
        aim: '0.8 of raw',
      });
    }
    return {
      title: 'Durable writes',
      rows,
      notes: [
        'In headless Chromium, strict durability on both sides, rows of about 450 bytes, one transaction for each raw put. A command goes from the page to the worker, is checked, stored, carried out and acknowledged; those that come together are stored together.',
      ],
    };
  } finally {
    await server.close();
  }
}

async function inBrowser(together: number, count: number) {
  const { findBrowser } = (await import('../scripts/browser.mjs' as string)) as {
    findBrowser(): Promise<string | undefined>;
  };
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No browser to measure in.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${PORT}/bench/durableWrites.html`);
    await page.waitForFunction(() => 'measureDurableWrites' in window);
    return await page.evaluate(
      ([together, count]) => window.measureDurableWrites(together!, count!),
      [together, count],
    );
  } finally {
    await browser.close();
  }
}
