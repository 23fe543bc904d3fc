/** Six lanes over one hour of 20 writes a second, their frames, and formulas beside the simulation. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ENGINE_VERSION } from '../src/engine/index.ts';
import { encodeLink } from '../src/lab/link/labLink.ts';
import { writeLab } from '../src/lab/writing/writeLab.ts';
import { browserPath } from './builtPage.ts';
import { type Size, sizes } from './compareSizes.ts';
import { ordersLab } from './ordersLab.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';

const SIX_LANES = 'stream,pipe,kinesis,scan@30s,scan@1m~keys,incrementalExport@15m';
const PORT = 5217;
const MEASURE_MS = 5_000;

export async function measure(): Promise<BenchSection> {
  const { seconds, peakMb, changes } = hour();
  const frames = await framesOfLanes();
  const rows: BenchRow[] = [
    {
      what: 'Six lanes, one hour of 20 writes/s, headless: time',
      value: figure(seconds, 's'),
      beside: 'each lane is a world of its own: six times the same writes',
      aim: '',
    },
    {
      what: 'the same: peak memory of the whole process',
      value: figure(peakMb, 'MB'),
      beside: '',
      aim: '',
    },
    {
      what: 'the same on the page, playing at 20 ×: frames',
      value: figure(frames, 'frames/s'),
      beside: 'headless Chromium without a GPU',
      aim: '60 frames/s',
    },
    ...(await sizes()).map(sizeRow),
  ];
  return {
    title: 'Comparing the ways',
    rows,
    notes: [
      `${figure(changes, 'changes')} in every lane: ${SIX_LANES.replaceAll(',', ', ')}.`,
      'At ten sizes: a simulated hour on the left, the formula beside it, and by how much the formula differs. Never seen: changes an hour that a scan each 30 s misses; then the median delay of what it sees, its read units an hour, the stream’s median delay, and what both cost a month. Small tables differ by chance: a hundred changes an hour say no more.',
    ],
  };
}

function hour(): { seconds: number; peakMb: number; changes: number } {
  const script = `${import.meta.dirname}/compareRun.ts`;
  const run = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error('the hour did not come to its end');
  return JSON.parse(run.stdout);
}

function sizeRow({ items, perSecond, simulated, modelled }: Size): BenchRow {
  const difference = (name: keyof Size['simulated']): string => {
    const [a, b] = [simulated[name], modelled[name]];
    if (a === b) return '0 %';
    return a === 0 ? '–' : `${(((b - a) / a) * 100).toFixed(1)} %`;
  };
  const text = ({ missed, scanMs, readUnits, streamMs, usd }: Size['simulated']): string =>
    [
      `${figure(missed, 'never seen')}`,
      `${figure(scanMs / 1_000, 's')}`,
      `${figure(readUnits, 'RRU')}`,
      `${figure(streamMs, 'ms')}`,
      `$${usd.toPrecision(3)}`,
    ].join(', ');
  const names = ['missed', 'scanMs', 'readUnits', 'streamMs', 'usd'] as const;
  return {
    what: `${items.toLocaleString('en')} items, ${perSecond} changes/s`,
    value: text(simulated),
    beside: `formula: ${text(modelled)}`,
    aim: `differs by ${names.map(difference).join(', ')}`,
  };
}

/** The product's own page, opened by a link that brings the lab, the lanes and the end of the hour. */
async function framesOfLanes(): Promise<number> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const outDir = fileURLToPath(new URL('../.cache/compare', import.meta.url));
  const configFile = `${root}/vite.config.ts`;
  await build({ root, configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const served = { root, configFile, logLevel: 'error', build: { outDir } } as const;
  const server = await preview({ ...served, preview: { port: PORT, strictPort: true } });
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    const lab = { text: writeLab(ordersLab(20)) };
    const link = await encodeLink({ lab, commands: [], engineVersion: ENGINE_VERSION });
    const lanes = encodeURIComponent(SIX_LANES);
    await page.goto(`http://localhost:${PORT}/#link=${link}&autoplay=0&lanes=${lanes}&moment=1h`);
    await page.getByText(/^Of 6\d,\d{3} changes/u).waitFor({ timeout: 180_000 });
    await page.getByRole('radio', { name: '20×' }).check({ force: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Play' }).click();
    await page.waitForTimeout(1_000);
    return await page.evaluate(async (forMs) => {
      let frames = 0;
      const begun = performance.now();
      for (; performance.now() - begun < forMs; frames++) {
        await new Promise((settle) => requestAnimationFrame(settle));
      }
      return frames / ((performance.now() - begun) / 1_000);
    }, MEASURE_MS);
  } finally {
    await browser.close();
    await server.close();
  }
}
