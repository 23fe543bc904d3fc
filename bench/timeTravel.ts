/** Seeks within a day that has been run: in the session as the page's worker runs it, and in the built page. */
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { measuredIn } from './process.ts';
import { type BenchSection, figure } from './section.ts';

const PAGE_SEEKS = 60;

interface Seeks {
  firstSeconds: number;
  median: number;
  p95: number;
  worst: number;
}

interface PageDay extends Seeks {
  megabytes: number;
  longestTaskMs: number;
}

export async function measure(): Promise<BenchSection> {
  const session = measuredIn<Seeks & { peakMb: number; liveMb: number }>('timeTravelRun.ts');
  const page = await inThePage();
  return {
    title: 'Time travel',
    rows: [
      seekRow('Seek to a random instant of 24 h, in the worker’s session', session),
      seekRow('the same in the built page, from the click to the frame that shows it', page),
      {
        what: 'The first jump to 24 h, in the page',
        value: figure(page.firstSeconds, 's'),
        beside: `session alone ${figure(session.firstSeconds, 's')}`,
        aim: 'shows progress, can be stopped',
      },
      {
        what: 'Memory of the page’s process after that day and all seeks',
        value: figure(page.megabytes, 'MB'),
        beside: `session alone: held ${figure(session.liveMb, 'MB')}, whole process at its peak ${figure(session.peakMb, 'MB')}`,
        aim: 'under 600 MB',
      },
      {
        what: 'Longest task of the page’s main thread meanwhile',
        value: page.longestTaskMs === 0 ? 'none above 50 ms' : figure(page.longestTaskMs, 'ms'),
        beside: '',
        aim: 'under 50 ms',
      },
    ],
    notes: [
      'The whole orders lab with 500 orders at 10 writes/s; its journal of 24 h has more than four million entries.',
    ],
  };
}

const seekRow = (what: string, { median, p95, worst }: Seeks) => ({
  what,
  value: `median ${figure(median, 'ms')}, worst ${figure(worst, 'ms')}`,
  beside: `95 of 100 within ${figure(p95, 'ms')}`,
  aim: 'median under 50 ms, worst under 150 ms',
});

async function inThePage(): Promise<PageDay> {
  await build({ logLevel: 'warn' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 5209 } });
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchTasks);
    await page.goto(`${server.resolvedUrls!.local[0]}?autoplay=0`);
    await openBusyLab(page);
    const seconds = await jumpToTheEnd(page);
    await page.evaluate(() => (window as unknown as Watched).forgetTasks());
    const times = await seeks(page);
    times.sort((a, b) => a - b);
    return {
      firstSeconds: seconds,
      median: times[times.length >> 1]!,
      p95: times[Math.floor(times.length * 0.95)]!,
      worst: times.at(-1)!,
      megabytes: await memoryOf(browser),
      longestTaskMs: await page.evaluate(() => (window as unknown as Watched).longestTask()),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Watched {
  longestTask(): number;
  forgetTasks(): void;
  waitForStill(): Promise<void>;
}

function watchTasks(): void {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  Object.assign(window, {
    longestTask: () => longest,
    forgetTasks: () => {
      longest = 0;
    },
  });
}

async function openBusyLab(page: Page): Promise<void> {
  const text = builtInLab('orders')!.text.replace('PerSecond: 3', 'PerSecond: 10');
  await page.getByRole('button', { name: /^Choose a lab/ }).click();
  const file = {
    name: 'busy.yaml',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      text.replace('Count: 40', 'Count: 500').replace('Title: Orders', 'Title: Busy orders'),
    ),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^Choose a lab: Busy/ }).waitFor();
  const pause = page.getByRole('button', { name: /^Pause/ });
  if (await pause.isVisible()) await pause.click();
}

async function jumpToTheEnd(page: Page): Promise<number> {
  const begun = performance.now();
  await page.getByRole('button', { name: '+24 h', exact: true }).click();
  await page.locator('time.clock[datetime^="2026-01-06"]').first().waitFor({ timeout: 900_000 });
  await page.evaluate(() => (window as unknown as Watched).waitForStill());
  return (performance.now() - begun) / 1_000;
}

/** Clicks the scrubber at random places. @returns milliseconds from each click to the frame with the new time. */
async function seeks(page: Page): Promise<number[]> {
  const box = (await page.getByRole('slider').last().boundingBox())!;
  const times: number[] = [];
  for (let i = 0; i < PAGE_SEEKS; i++) {
    const x = box.x + box.width * (0.35 + 0.64 * Math.abs(Math.sin(i * 12.9898)));
    const shown = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let from = 0;
          addEventListener('pointerdown', () => (from = performance.now()), { once: true });
          const clock = document.querySelector('time.clock')!;
          const observer = new MutationObserver(() => {
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - from));
          });
          observer.observe(clock, { characterData: true, childList: true, subtree: true });
        }),
    );
    await page.mouse.click(x, box.y + box.height / 2);
    times.push(await shown);
    await page.evaluate(() => (window as unknown as Watched).waitForStill());
  }
  return times;
}

/** Private memory of the process that draws the page and runs its worker, from Linux's own count. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
      return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce(
        (sum, m) => sum + Number(m[1]),
        0,
      );
    });
  return Math.max(...sizes) / 1_024;
}
