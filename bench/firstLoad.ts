/** What a first visit costs: bytes over the wire, and the time until a record is seen to move. */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { type BenchSection, figure } from './section.ts';

interface Visit {
  gzipBytes: number;
  files: number;
  firstMoveMs: number;
}

export async function measure(): Promise<BenchSection> {
  await build({ logLevel: 'warn' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 5209 } });
  const visits: Visit[] = [];
  try {
    for (let i = 0; i < 5; i++) visits.push(await visit(server.resolvedUrls!.local[0]!));
  } finally {
    await server.close();
  }
  visits.sort((a, b) => a.firstMoveMs - b.firstMoveMs);
  const [best, , median] = visits;
  return {
    title: 'First load',
    rows: [
      {
        what: 'Everything that the page loads before a record moves, gzip',
        value: figure(median!.gzipBytes / 1_000, 'kB'),
        beside: 'React, React Flow, Dexie and zustand alone: 160 kB',
        aim: '',
      },
      {
        what: 'Until the first record is seen to move, median of 5 visits',
        value: figure(median!.firstMoveMs, 'ms'),
        beside: `best ${figure(best!.firstMoveMs, 'ms')}`,
        aim: 'under 5 s',
      },
    ],
    notes: [
      `${median!.files} files from a server on the same machine, an empty cache, software drawing; fonts included.`,
    ],
  };
}

async function visit(url: string): Promise<Visit> {
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body()));
  await page.addInitScript({ path: `${import.meta.dirname}/watchForMovement.js` });
  await page.goto(url);
  const handle = await page.waitForFunction(() => (window as { movedAtMs?: number }).movedAtMs);
  const firstMoveMs = (await handle.jsonValue()) as number;
  const files = await Promise.all(bodies);
  await browser.close();
  const gzipBytes = files.reduce((sum, body) => sum + gzippedLength(body), 0);
  return { gzipBytes, files: files.length, firstMoveMs };
}

/** A font is compressed already, and no host compresses it again. */
const gzippedLength = (body: Buffer): number => Math.min(body.length, gzipSync(body).length);
