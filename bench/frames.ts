/** How long a frame of the stage takes with 100, 1,000 and 4,000 labelled records and 50,000 counted ones in motion. */
import type { Browser } from '@playwright/test';
import { newBrowser, servedPage } from './builtPage.ts';
import type { FrameFigures } from './framesPage.tsx';
import { busiestThread, threadMs } from './processorTime.ts';
import { type BenchSection, figure } from './section.ts';

const PORT = 5213;
const WARM_MS = 1_500;
const MEASURE_MS = 5_000;

export async function measure(): Promise<BenchSection> {
  const server = await servedPage('frames', PORT);
  const rows = [];
  try {
    for (const [records, throttle] of cases) {
      const figures = await framesWith(records, throttle);
      console.log(JSON.stringify({ section: 'frames', records, throttle, ...summary(figures) }));
      rows.push({
        what: `${records.toLocaleString('en')} ${records > 4_000 ? 'records in motion, in counted streams' : 'labelled records in motion'}${throttle > 1 ? `, page’s thread ${throttle} × slower` : ''}`,
        ...said(figures),
        aim: records <= 4_000 ? '60 frames/s and 16 ms, without a GPU' : '',
      });
    }
  } finally {
    await server.close();
  }
  return {
    title: 'Frames',
    rows,
    notes: [
      'The whole stage (cards, lanes, canvas) at 1,440 × 900 in headless Chromium with `--disable-gpu`: everything is drawn by the processor. Each record is one labelled flight; a label is written where no other stands, and what lies wholly under another is not drawn. Beyond 4,000 the busiest ways are counted streams. Frames/s are those in which the records are seen anew. Processor time is that of the page’s own thread for each of its frames (script, style, commit), and of the worker that draws the records for each picture (script and drawing). The slower processor is Chromium’s own emulation, which slows the page’s thread alone: on a processor that is slower as a whole, a picture takes the worker as many times longer.',
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

/** Figures of one measurement, and the processor time of its two threads, milliseconds. */
type Measured = FrameFigures & { pageMs: number; workerMs: number };

async function framesWith(records: number, throttle: number): Promise<Measured> {
  const browser = await newBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await page.goto(`http://localhost:${PORT}/bench/frames.html?records=${records}`);
    await page.waitForSelector('.card', { timeout: 90_000 });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.waitForTimeout(WARM_MS);
    const process = await rendererOf(browser);
    const worker = busiestThread(process, 'DedicatedWorker');
    const threads = () => [threadMs(process, process), worker ? threadMs(process, worker) : 0];
    const [pageBefore, workerBefore] = threads();
    const figures = await page.evaluate((forMs) => window.measureFrames(forMs), MEASURE_MS);
    const [pageAfter, workerAfter] = threads();
    return { ...figures, pageMs: pageAfter! - pageBefore!, workerMs: workerAfter! - workerBefore! };
  } finally {
    await browser.close();
  }
}

/** The process that draws the page: of all it has worked most. */
async function rendererOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number; cpuTime: number }[];
  };
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0]!.id;
}

const perSecond = (intervals: readonly number[]): number =>
  (intervals.length / intervals.reduce((a, b) => a + b, 0)) * 1_000;

function summary({ intervals, drawn, work, pageMs, workerMs }: Measured) {
  const isInWorker = drawn.length > 0;
  const seen = isInWorker ? drawn : intervals;
  return {
    seenPerSecond: perSecond(seen),
    seenP95Ms: quantile(seen, 0.95),
    seenMostMs: quantile(seen, 1),
    framesPerSecond: perSecond(intervals),
    longestFrameMs: quantile(intervals, 1),
    workMedianMs: quantile(work, 0.5),
    workMostMs: quantile(work, 1),
    pageMs: pageMs / intervals.length,
    workerMs: isInWorker ? workerMs / drawn.length : 0,
  };
}

function said(figures: Measured): { value: string; beside: string } {
  const own = summary(figures);
  const parts = [
    `between frames 95th percentile ${figure(own.seenP95Ms, 'ms')}, longest ${figure(own.seenMostMs, 'ms')}`,
    `page ${figure(own.framesPerSecond, 'frames/s')}, longest ${figure(own.longestFrameMs, 'ms')}`,
    `processor time of the page’s thread ${figure(own.pageMs, 'ms')} a frame; its script takes ${figure(own.workMedianMs, 'ms')} by the clock`,
  ];
  if (own.workerMs > 0)
    parts.push(`processor time of the worker ${figure(own.workerMs, 'ms')} a picture`);
  return { value: figure(own.seenPerSecond, 'frames/s'), beside: parts.join('; ') };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
