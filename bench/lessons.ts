/** The lessons: what one costs that is opened from a link, what all of them leave in a tab, and the questions on each trap. */

import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from '@playwright/test';
import { build, preview } from 'vite';
import { course } from '../src/lessons/course.ts';
import { generateQuestion, generators } from '../src/lessons/generated/generateQuestion.ts';
import { askable } from '../src/lessons/practice/claims.ts';
import { loadPractice } from '../src/lessons/practice.ts';
import { browserPath } from './builtPage.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';

const PORT = 5219;
const VISITS = 5;
const LINK = '?lesson=what-a-change-is';

interface Visit {
  gzipBytes: number;
  files: number;
  ms: number;
  /** Processor time of all of the browser's processes. */
  busyMs: number;
}

interface Memory {
  page: number;
  workers: number;
}

export async function measure(): Promise<BenchSection> {
  await build({ logLevel: 'warn' });
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: PORT } });
  const base = server.resolvedUrls!.local[0]!;
  try {
    const visits: { cold: Visit; warm: Visit }[] = [];
    for (let i = 0; i < VISITS; i++)
      visits.push(await inBrowser((browser) => coldAndWarm(browser, base)));
    const memory = await inBrowser((browser) => memoryOfCourse(browser, base));
    return {
      title: 'Lessons',
      rows: [...visitRows(visits), ...memoryRows(memory), ...(await questionRows())],
      notes: [
        `From a server on the same machine, software drawing, fonts included; median of ${VISITS} visits, each in a new browser. Processor time is that of all its processes together: a busy machine leaves it as it is, and the seconds not. Warm is the same link once more in the same browser.`,
        `Memory is what JavaScript holds after its garbage was collected, in the page and in its workers: first when the first lesson stands open, then when all ${course.length} were taken to their last step in the one tab, every question answered and its worlds run.`,
        'A trap or misstatement may have several questions, and a question several of them; only those that the simulator has something to show of are counted.',
      ],
    };
  } finally {
    await server.close();
  }
}

async function inBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });

async function coldAndWarm(browser: Browser, base: string): Promise<{ cold: Visit; warm: Visit }> {
  const context = await newContext(browser);
  const cold = await visit(browser, context, base);
  const warm = await visit(browser, context, base);
  return { cold, warm };
}

/** Opens the link until the first step is told and the stage of its world stands. */
async function visit(browser: Browser, context: BrowserContext, base: string): Promise<Visit> {
  const session = await browser.newBrowserCDPSession();
  const before = await busyMs(session);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
  await page.goto(`${base}${LINK}`);
  const seen = await page.waitForFunction(
    () =>
      document.querySelector('[role=dialog] h3') !== null &&
      document.querySelector('[id^="card-"]') !== null &&
      performance.now(),
  );
  const ms = (await seen.jsonValue()) as number;
  const after = await busyMs(session);
  const files = await Promise.all(bodies);
  await page.close();
  await session.detach();
  const gzipBytes = files.reduce((sum, body) => sum + gzippedLength(body), 0);
  return { gzipBytes, files: files.length, ms, busyMs: after - before };
}

/** A font is compressed already, and no host compresses it again. */
const gzippedLength = (body: Buffer): number => Math.min(body.length, gzipSync(body).length);

async function busyMs(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}

/** Takes every lesson in one tab. */
async function memoryOfCourse(
  browser: Browser,
  base: string,
): Promise<{ first: Memory; last: Memory }> {
  const context = await newContext(browser);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const workers = await followWorkers(session);
  await page.goto(`${base}${LINK}`);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('heading', { level: 3 }).waitFor();
  await page.locator('[id^="card-"]').first().waitFor();
  const first = await memoryOf(session, workers);
  for (;;) {
    await takeStep(page);
    const onward = sheet.getByRole('button', { name: /^(Next$|Next lesson: )/ });
    if ((await onward.count()) === 0) break;
    const place = page.url();
    await onward.click();
    await page.waitForFunction((before) => location.href !== before, place);
  }
  if (!page.url().includes(`lesson=${course.at(-1)!.id}&step=`))
    throw new Error(`The course ended at ${page.url()}.`);
  return { first, last: await memoryOf(session, workers) };
}

/** Answers what is asked, lets time run where it can, and leaves a task alone. */
async function takeStep(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog');
  const form = sheet.locator('form.lesson-question');
  const run = sheet.locator('.lesson-run .button-primary');
  await page.waitForFunction(() => {
    const run = document.querySelector<HTMLButtonElement>('.lesson-run .button-primary');
    const step = document.querySelector('form.lesson-question, .lesson-task, .lesson-buttons');
    return run === null ? step !== null : !run.disabled;
  });
  if (await run.isVisible()) {
    await run.click();
    await run.waitFor({ state: 'detached' });
  } else if (await form.isVisible()) {
    const number = form.locator('input:not([type=radio]):not([type=checkbox])');
    if ((await number.count()) > 0) await number.fill('5');
    else await form.locator('fieldset input').first().check();
    await form.getByRole('radio', { name: 'Fairly sure' }).check();
    await form.getByRole('button', { name: /^Commit/ }).click();
    await sheet.locator('.lesson-outcome').waitFor();
  }
}

/** Has the browser tell of every worker of a page; they can be spoken to by the ids that are collected. */
async function followWorkers(session: CDPSession): Promise<Set<string>> {
  const workers = new Set<string>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return workers;
}

async function memoryOf(session: CDPSession, workers: ReadonlySet<string>): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  let inWorkers = 0;
  for (const worker of workers) {
    await ask(session, worker, 'HeapProfiler.collectGarbage');
    inWorkers += (await ask(session, worker, 'Runtime.getHeapUsage')).usedSize ?? 0;
  }
  return { page: usedSize, workers: inWorkers };
}

let asked = 0;

/** A command to a worker, through the page's session. */
function ask(session: CDPSession, worker: string, method: string): Promise<{ usedSize?: number }> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const listen = ({ sessionId, message }: { sessionId: string; message: string }): void => {
      const answer = JSON.parse(message) as { id?: number; result?: object; error?: unknown };
      if (sessionId !== worker || answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      if (answer.error === undefined) resolve(answer.result ?? {});
      else reject(new Error(`${method}: ${message}`));
    };
    session.on('Target.receivedMessageFromTarget', listen);
    const message = JSON.stringify({ id, method });
    session.send('Target.sendMessageToTarget', { sessionId: worker, message }).catch(reject);
  });
}

function visitRows(visits: readonly { cold: Visit; warm: Visit }[]): BenchRow[] {
  const median = (of: 'cold' | 'warm', by: (visit: Visit) => number): number =>
    visits.map((visit) => by(visit[of])).sort((a, b) => a - b)[Math.floor(visits.length / 2)]!;
  const { files, gzipBytes } = visits[0]!.cold;
  const row = (of: 'cold' | 'warm'): BenchRow => ({
    what: `A lesson from its link, ${of}: until its first step stands`,
    value: figure(median(of, ({ ms }) => ms) / 1_000, 's'),
    beside: `processor time ${figure(median(of, ({ busyMs }) => busyMs) / 1_000, 's')}`,
    aim: '',
  });
  return [
    {
      what: 'A lesson from its link, cold: everything that is loaded, gzip',
      value: figure(gzipBytes / 1_000, 'kB'),
      beside: `${files} files`,
      aim: '',
    },
    row('cold'),
    row('warm'),
  ];
}

function memoryRows({ first, last }: { first: Memory; last: Memory }): BenchRow[] {
  const row = (what: string, { page, workers }: Memory): BenchRow => ({
    what,
    value: figure((page + workers) / 1e6, 'MB'),
    beside: `page ${figure(page / 1e6, 'MB')}, workers ${figure(workers / 1e6, 'MB')}`,
    aim: '',
  });
  return [
    row('Memory with the first lesson open', first),
    row(`Memory after all ${course.length} lessons in one tab`, last),
  ];
}

async function questionRows(): Promise<BenchRow[]> {
  const written = await loadPractice();
  const made = generators.map((one) => generateQuestion(one, 1));
  const counts = askable
    .map((id) => written.filter(({ claims }) => claims.some((claim) => claim === id)).length)
    .sort((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)]!;
  const onTraps = new Set(made.flatMap(({ claims }) => claims)).size;
  return [
    {
      what: 'Questions per trap or misstatement that can be asked: median',
      value: String(median),
      beside: `least ${counts[0]}, most ${counts.at(-1)}, of ${counts.length} traps and misstatements`,
      aim: 'at least 1 each',
    },
    {
      what: 'Written practice questions',
      value: String(written.length),
      beside: `and ${made.length} kinds that are made up of a seed without end, on ${onTraps} of them`,
      aim: 'at least 80',
    },
  ];
}
