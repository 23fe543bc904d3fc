/** How long a frame of the stage takes with 100, 1,000 and 4,000 labelled records and 50,000 counted ones in motion. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import type { FrameFigures } from './framesPage.tsx';
import { type BenchSection, figure } from './section.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../.cache/frames', import.meta.url));
const PORT = 5213;
const WARM_MS = 1_500;
const MEASURE_MS = 5_000;

export async function measure(): Promise<BenchSection> {
  const settings = { configFile: false, root, logLevel: 'error', build: { outDir } } as const;
  const input = fileURLToPath(new URL('./frames.html', import.meta.url));
  await build({ ...settings, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  const server = await preview({ ...settings, preview: { port: PORT, strictPort: true } });
  const rows = [];
  try {
    for (const [records, throttle] of cases) {
      const figures = await framesWith(records, throttle);
      console.log(JSON.stringify({ section: 'frames', records, throttle, ...summary(figures) }));
      const {
        framesPerSecond,
        workMedianMs,
        workP95Ms,
        workMostMs,
        intervalP95Ms,
        intervalMostMs,
      } = summary(figures);
      const how =
        records > 4_000 ? 'records in motion, in counted streams' : 'labelled records in motion';
      rows.push({
        what: `${records.toLocaleString('en')} ${how}${throttle > 1 ? `, processor ${throttle} × slower` : ''}`,
        value: figure(framesPerSecond, 'frames/s'),
        beside: `own work ${figure(workMedianMs, 'ms')} a frame (95th percentile ${figure(workP95Ms, 'ms')}, longest ${figure(workMostMs, 'ms')}); between frames 95th percentile ${figure(intervalP95Ms, 'ms')}, longest ${figure(intervalMostMs, 'ms')}`,
        aim: throttle === 1 && records <= 4_000 ? '60 frames/s and 16 ms, without a GPU' : '',
      });
    }
  } finally {
    await server.close();
  }
  return {
    title: 'Frames',
    rows,
    notes: [
      'The whole stage (cards, lanes, canvas) at 1,440 × 900 in headless Chromium with `--disable-gpu`: everything is drawn by the processor. Each record is one labelled flight; a label is written where no other stands, and what lies wholly under another is not drawn. Beyond 4,000 the busiest ways are counted streams. Slower processors are Chromium’s own emulation.',
    ],
  };
}

/** Records, and by how much the processor is slowed down. */
const cases = [
  [100, 1],
  [1_000, 1],
  [4_000, 1],
  [50_000, 1],
  [100, 4],
  [1_000, 4],
  [4_000, 4],
  [50_000, 4],
] as const;

async function framesWith(records: number, throttle: number): Promise<FrameFigures> {
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
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await page.goto(`http://localhost:${PORT}/bench/frames.html?records=${records}`);
    await page.waitForSelector('.card', { timeout: 90_000 });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.waitForTimeout(WARM_MS);
    return await page.evaluate((forMs) => window.measureFrames(forMs), MEASURE_MS);
  } finally {
    await browser.close();
  }
}

function summary({ intervals, work }: FrameFigures) {
  const elapsed = intervals.reduce((a, b) => a + b, 0);
  return {
    framesPerSecond: (intervals.length / elapsed) * 1_000,
    workMedianMs: quantile(work, 0.5),
    workP95Ms: quantile(work, 0.95),
    workMostMs: quantile(work, 1),
    intervalP95Ms: quantile(intervals, 0.95),
    intervalMostMs: quantile(intervals, 1),
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
