/** The day of `timeTravel.ts` in the built page: seeks by clicks on the scrubber. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { build, preview } from 'vite';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { inProfile } from './builtPage.ts';
import { busiestThread, type Spread, spreadOf, threadMs } from './processorTime.ts';
import { watchTasks } from './tasks.ts';

const SEEKS = 60;
/** More of them, while the length of each task is noted. */
const SEEKS_WATCHED = 30;
const LONGEST_JUMP_MS = 900_000;

export interface PageDay {
  firstSeconds: number;
  shown: Spread;
  still: Spread;
  megabytes: number;
  /** Of the page's own thread. */
  longestTask: { processorMs: number; clockMs: number };
}

export async function pageDay(writesPerSecond: number): Promise<PageDay> {
  await build({ logLevel: 'warn' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 5209 } });
  try {
    return await inProfile((context) =>
      dayIn(context, server.resolvedUrls!.local[0]!, writesPerSecond),
    );
  } finally {
    await server.close();
  }
}

async function dayIn(
  context: BrowserContext,
  address: string,
  writesPerSecond: number,
): Promise<PageDay> {
  const page = await context.newPage();
  await page.addInitScript({ path: `${import.meta.dirname}/watchTasks.js` });
  await page.goto(`${address}?autoplay=0`);
  await openBusyLab(page, writesPerSecond);
  const firstSeconds = await jumpToTheEnd(page);
  await page.evaluate(() => (window as unknown as Watched).forgetTasks());
  const process = await rendererOf(context.browser()!);
  const { shown, still } = await seeks(page, process, SEEKS);
  const clockMs = await page.evaluate(() => (window as unknown as Watched).longestTask());
  const tasksEnded = await watchTasks(page); // which takes time of its own
  await seeks(page, process, SEEKS_WATCHED);
  const longestTask = { processorMs: await tasksEnded(), clockMs };
  return {
    firstSeconds,
    shown: spreadOf(shown),
    still: spreadOf(still),
    megabytes: privateMegabytes(process),
    longestTask,
  };
}

/** What `watchTasks.js` and the page itself offer. */
interface Watched {
  longestTask(): number;
  forgetTasks(): void;
  frameWithNewTime(): Promise<void>;
  waitForStill(): Promise<void>;
}

async function openBusyLab(page: Page, writesPerSecond: number): Promise<void> {
  const text = builtInLab('orders')!
    .text.replace('PerSecond: 3', `PerSecond: ${writesPerSecond}`)
    .replace('Count: 40', 'Count: 500')
    .replace('Title: Orders', 'Title: Busy orders');
  await page.getByRole('button', { name: /^Choose a lab/ }).click();
  const buffer = Buffer.from(text);
  const file = { name: 'busy.yaml', mimeType: 'text/plain', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^Choose a lab: Busy/ }).waitFor();
  const pause = page.getByRole('button', { name: /^Pause/ });
  if (await pause.isVisible()) await pause.click();
}

async function jumpToTheEnd(page: Page): Promise<number> {
  const begun = performance.now();
  await page.getByRole('button', { name: '+24 h', exact: true }).click();
  const bar = page.getByRole('progressbar');
  await bar.waitFor();
  await bar.waitFor({ state: 'detached', timeout: LONGEST_JUMP_MS });
  await page.evaluate(() => (window as unknown as Watched).waitForStill());
  return (performance.now() - begun) / 1_000;
}

/**
 * Clicks the scrubber at random places.
 * @returns processor time of main thread and worker from each click to the frame with the new time, and
 * until nothing moves or waits.
 */
async function seeks(
  page: Page,
  process: number,
  count: number,
): Promise<{ shown: number[]; still: number[] }> {
  const scrubber = page.getByRole('slider', { name: 'Position in virtual time' });
  const box = (await scrubber.boundingBox())!;
  const worker = busiestThread(process, 'DedicatedWorker')!;
  const now = () => threadMs(process, process) + threadMs(process, worker);
  const [shown, still]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const x = box.x + box.width * (0.35 + 0.64 * Math.abs(Math.sin(i * 12.9898)));
    const isShown = page.evaluate(() => (window as unknown as Watched).frameWithNewTime());
    const begun = now();
    await page.mouse.click(x, box.y + box.height / 2);
    await isShown;
    shown.push(now() - begun);
    await page.evaluate(() => (window as unknown as Watched).waitForStill());
    still.push(now() - begun);
  }
  return { shown, still };
}

/** The process that draws the page and runs its worker. */
async function rendererOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return renderers.sort((a, b) => privateMegabytes(b) - privateMegabytes(a))[0]!;
}

/** Private memory of a process, from Linux's own count. */
function privateMegabytes(process: number): number {
  const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)];
  return kilobytes.reduce((sum, match) => sum + Number(match[1]), 0) / 1_024;
}
