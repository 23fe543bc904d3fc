/** What an embed costs: bytes, time, the longest task, memory, and the letters of each lab's link. */
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ENGINE_VERSION } from '../src/engine/index.ts';
import { builtInLabs } from '../src/lab/builtIn/index.ts';
import { encodeLink, SHORT_LINK } from '../src/lab/link/labLink.ts';
import { checksum } from '../src/lab/link/linkText.ts';
import { browserPath } from './builtPage.ts';
import { serveMermaid } from './mermaidPage.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';
import { watchTasks } from './tasks.ts';

const PORT = 5210;
const VISITS = 5;
/** A stage that is drawn, and can be played. */
const ALIVE = '.stage svg text';

interface Visit {
  gzipKb: number;
  readyMs: number;
  longestTaskMs: number;
}

export async function measure(): Promise<BenchSection> {
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: PORT } });
  const base = server.resolvedUrls!.local[0]!;
  const mermaid = await serveMermaid(PORT + 1);
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  });
  try {
    const still = await median(browser, `${base}embed.html#start=click`, 'img.still');
    const alive = await median(browser, `${base}embed.html#at=12s`, ALIVE);
    const lesson = await median(browser, `${base}embed.html#lesson=what-a-change-is`, ALIVE);
    const peer = mermaid && (await median(browser, mermaid.address, 'pre.mermaid svg'));
    const named = mermaid === null ? '' : `Mermaid ${mermaid.version}`;
    const [one, twenty] = [await memoryOf(browser, base, 1), await memoryOf(browser, base, 20)];
    return {
      title: 'Embed',
      rows: [
        ...visitRows('Still picture', still, 'under 40 kB', named, peer),
        ...visitRows('Alive at 12 s', alive, 'under 250 kB', named, peer),
        ...visitRows('A lesson, alive', lesson, 'under 250 kB', named, peer),
        {
          what: 'JavaScript memory of a page with 1 embed, with 20',
          value: `${figure(one, 'MB')}, ${figure(twenty, 'MB')}`,
          beside: '',
          aim: '',
        },
        ...(await linkRows()),
      ],
      notes: [
        `Median of ${VISITS} visits with an empty cache, from a server on the same machine, software drawing. Tasks are in processor time of the page's thread, which other work on the machine does not lengthen. Beside: a page with a Mermaid flowchart of the same parts, in the same run; it stands still.`,
      ],
    };
  } finally {
    mermaid?.close();
    await browser.close();
    await server.close();
  }
}

function visitRows(
  what: string,
  visit: Visit,
  aim: string,
  named: string,
  peer: Visit | null,
): BenchRow[] {
  const row = (name: string, field: keyof Visit, unit: string, aimed: string): BenchRow => ({
    what: `${what}: ${name}`,
    value: figure(visit[field], unit),
    beside: peer === null ? '' : `${named}: ${figure(peer[field], unit)}`,
    aim: aimed,
  });
  return [
    row('all that is loaded, gzip', 'gzipKb', 'kB', aim),
    row('until it is seen', 'readyMs', 'ms', ''),
    row('longest task', 'longestTaskMs', 'ms', 'under 50 ms'),
  ];
}

async function median(browser: Browser, address: string, selector: string): Promise<Visit> {
  const visits: Visit[] = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, address, selector));
  return visits.sort((a, b) => a.readyMs - b.readyMs)[Math.floor(VISITS / 2)]!;
}

async function visit(browser: Browser, address: string, selector: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body()));
  const tasksEnded = await watchTasks(page);
  await page.goto(address);
  await page.waitForSelector(selector);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  const readyMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1_000);
  const longestTaskMs = await tasksEnded();
  const files = await Promise.all(bodies);
  await context.close();
  const gzipKb = files.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000;
  return { gzipKb, readyMs, longestTaskMs };
}

/** Megabytes of the page's own JavaScript and of the embeds in it, all of one origin. */
async function memoryOf(browser: Browser, base: string, count: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1200 } });
  const page: Page = await context.newPage();
  await page.route(`${base}many`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe width="300" height="200" src="embed.html#at=12s&controls=none"></iframe>'.repeat(
        count,
      ),
    }),
  );
  await page.goto(`${base}many`);
  for (const frame of page.frames().slice(1)) await frame.waitForSelector('.stage svg');
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await context.close();
  return usedSize / 1e6;
}

/** With twenty commands, as a class makes them. */
async function linkRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { id, title, text } of builtInLabs) {
    const commands = Array.from({ length: 20 }, (_, i) => ({
      atMs: 1_000 * i + 137 * (i % 7),
      command: {
        call: 'dynamodb:PutItem',
        input: {
          TableName: 'Orders',
          Item: {
            id: { S: `order#${i}` },
            status: { S: 'paid' },
            amount: { N: String(1_999 + i) },
          },
        },
      },
    }));
    const lab = { id, textChecksum: checksum(text) };
    const link = await encodeLink({ lab, commands, engineVersion: ENGINE_VERSION });
    const value = figure(link.length + '#link='.length, 'characters');
    rows.push({
      what: `A link to “${title}” with twenty commands`,
      value,
      beside: '',
      aim: `under ${SHORT_LINK}`,
    });
  }
  return rows;
}
