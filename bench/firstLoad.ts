/** What a visit costs, the first and the next: bytes over the wire, and the time until a record is seen to move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserPath } from './builtPage.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';

const VISITS = 5;

interface Visit {
  gzipBytes: number;
  files: number;
  firstMoveMs: number;
  /** Of the page's process until then. */
  processorMs: number;
}

export async function measure(): Promise<BenchSection> {
  await build({ logLevel: 'warn' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 5209 } });
  const visits: { cold: Visit; warm: Visit }[] = [];
  try {
    for (let i = 0; i < VISITS; i++) visits.push(await visitAgain(server.resolvedUrls!.local[0]!));
  } finally {
    await server.close();
  }
  const cold = visits.map((visit) => visit.cold).sort(byFirstMove);
  const warm = visits.map((visit) => visit.warm).sort(byFirstMove);
  const { gzipBytes, files } = cold[VISITS >> 1]!;
  return {
    title: 'First load',
    rows: [
      {
        what: 'Everything that the page loads before a record moves, gzip',
        value: figure(gzipBytes / 1_000, 'kB'),
        beside: 'React, React Flow, Dexie and zustand alone: 160 kB',
        aim: '',
      },
      movesRow('Until the first record is seen to move, on a first visit', cold, '1.5 s'),
      movesRow('the same on the third visit, with what the browser has kept', warm, '0.7 s'),
    ],
    notes: [
      `Medians of ${VISITS}. ${files} files from a server on the same machine, at first with an empty cache, software drawing; fonts included. From the second visit on the browser asks for the page alone: files named by their content are kept, as hosts of built pages say. Drawing and looking whether something moves take processor time, too.`,
    ],
  };
}

const byFirstMove = (a: Visit, b: Visit): number => a.firstMoveMs - b.firstMoveMs;

function movesRow(what: string, visits: readonly Visit[], aim: string): BenchRow {
  const { firstMoveMs, processorMs } = visits[visits.length >> 1]!;
  return {
    what,
    value: figure(firstMoveMs, 'ms'),
    beside: `best ${figure(visits[0]!.firstMoveMs, 'ms')}; processor time of the page ${figure(processorMs, 'ms')}`,
    aim,
  };
}

/** A first visit, and later ones by the same browser with a profile of its own: compiled code is kept from the second on. */
async function visitAgain(url: string): Promise<{ cold: Visit; warm: Visit }> {
  const profile = mkdtempSync(join(tmpdir(), 'shardscope-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    args: ['--no-sandbox', '--disable-gpu'],
    executablePath: await browserPath(),
    viewport: { width: 1440, height: 900 },
  });
  const browser = context.browser()!;
  try {
    const cold = await visit(browser, context, url);
    await visit(browser, context, url);
    return { cold, warm: await visit(browser, context, url) };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function visit(browser: Browser, context: BrowserContext, url: string): Promise<Visit> {
  const before = await pageProcessorMs(browser);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
  await page.addInitScript({ path: `${import.meta.dirname}/watchForMovement.js` });
  await page.goto(url);
  const handle = await page.waitForFunction(() => (window as { movedAtMs?: number }).movedAtMs);
  const firstMoveMs = (await handle.jsonValue()) as number;
  let processorMs = 0;
  for (const [id, ms] of await pageProcessorMs(browser)) processorMs += ms - (before.get(id) ?? 0);
  const files = await Promise.all(bodies);
  await page.close();
  const gzipBytes = files.reduce((sum, body) => sum + gzippedLength(body), 0);
  return { gzipBytes, files: files.length, firstMoveMs, processorMs };
}

/** Of each process that draws pages, so far. */
async function pageProcessorMs(browser: Browser): Promise<Map<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number; cpuTime: number }[];
  };
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return new Map(renderers.map(({ id, cpuTime }) => [id, cpuTime * 1_000]));
}

/** A font is compressed already, and no host compresses it again. */
const gzippedLength = (body: Buffer): number => Math.min(body.length, gzipSync(body).length);
