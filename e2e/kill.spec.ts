import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openSimulation } from '../src/engine/index.ts';
import { instant } from '../src/engine/kernel/time.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { commandsOfBranch } from '../src/lab/history.ts';
import type { Answer } from '../src/runtime/page/host.ts';
import { readAnyLab } from '../src/runtime/readAnyLab.ts';
import { KillableBrowser } from './killable.ts';

const trials = `http://127.0.0.1:${Number(process.env.PAGE_TEST_PORT ?? 5206) + 1}`;
const SECOND = 1_000_000;
const LONGEST_LIFE_MS = 1_200;
/**
 * A life is at most `LONGEST_LIFE_MS` of work; the rest is a browser's start and a fresh replay of all
 * that came before it. A quiet machine needs 3 s for it; where others use its processors too, up to 60 s.
 */
const ALLOWED_LIFE_MS = 60_000;
/** Places in time and among the branches that are looked at once no more kills come. */
const LOOKS = 6;

/** Small, even and repeatable: a failure prints the seed that began it. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const put = (id: string) => ({
  call: 'dynamodb:PutItem',
  input: { TableName: 'Orders', Item: { id: { S: id }, status: { S: 'new' } } },
});

const accepted = (answer: Answer): unknown => {
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
};

/** What has been acknowledged, and so must be there in every later life. */
interface Acknowledged {
  items: string[];
  /** Labs that were brought in, by name. */
  imports: string[];
}

/** Does one random thing, and notes what the session has acknowledged. */
async function doSomething(
  browser: KillableBrowser,
  draw: (below: number) => number,
  done: Acknowledged,
  name: string,
): Promise<void> {
  const what = draw(10);
  if (what < 4) {
    const answer = await browser.ask({ do: 'command', command: put(`kept-${name}`) });
    if (accepted(answer) !== undefined) done.items.push(`kept-${name}`);
  } else if (what < 6) {
    await browser.ask({ do: 'advance', to: draw(400) * SECOND });
  } else if (what === 6) {
    await browser.ask({ do: 'seek', to: draw(120) * SECOND });
  } else if (what === 7) {
    await browser.ask({ do: 'tree', wish: { do: draw(2) === 0 ? 'undo' : 'redo' } });
  } else if (what === 8) {
    await browser.ask({
      do: 'tree',
      wish: { do: 'change', branch: draw(6), at: draw(90) * SECOND },
    });
  } else {
    const text = builtInLab('todos')!.text;
    accepted(await browser.openText(`import-${name}`, text));
    done.imports.push(`file:import-${name}`);
    accepted(await browser.ask({ do: 'open', labId: 'main', definition: null, fresh: false }));
  }
}

const digestOf = async (browser: KillableBrowser): Promise<string> =>
  (accepted(await browser.ask({ do: 'report' })) as { digest: string }).digest;

/** The state of the reopened lab is that of a fresh simulation of the commands that were kept. */
async function expectWhole(browser: KillableBrowser, done: Acknowledged): Promise<string> {
  const opened = await browser.ask({ do: 'open', labId: 'main', definition: null, fresh: false });
  accepted(opened);
  const digest = await digestOf(browser);
  const text = accepted(
    await browser.ask({ do: 'shelf', wish: { act: 'export', labId: 'main' } }),
  ) as string;
  for (const id of done.items) expect(text).toContain(id);
  const read = await readAnyLab({ text, name: 'main' });
  if (!read.ok) throw new Error(read.error);
  const { history, definition } = read;
  const simulation = await openSimulation(definition!);
  const { branch, branches, commands, at } = history ?? { ...NOTHING, at: await nowOf(browser) };
  for (const given of commandsOfBranch(branch, branches, commands)) {
    if (given.at <= at) simulation.submit(given.command, instant(given.at));
  }
  simulation.runUntil(instant(at));
  expect(simulation.world.journal.digest()).toBe(digest);
  const labs = accepted(await browser.ask({ do: 'shelf', wish: { act: 'list' } }));
  const kept = (labs as { labId: string }[]).map(({ labId }) => labId);
  expect(kept).toEqual(expect.arrayContaining(done.imports));
  return digest;
}

/** Gone back and forth and forked at random, the state is that of the reopened lab, and of a replay in Node. */
async function expectSameAnywhere(
  browser: KillableBrowser,
  draw: (below: number) => number,
  done: Acknowledged,
): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    for (let act = 0; act < 4; act++) {
      await doSomething(browser, draw, done, `look-${look}-${act}`);
    }
    const digest = await digestOf(browser);
    expect(await expectWhole(browser, done)).toBe(digest);
  }
}

const NOTHING = { branch: 0, branches: [], commands: [] };

async function nowOf(browser: KillableBrowser): Promise<number> {
  return (accepted(await browser.ask({ do: 'advance', to: 0 })) as { now: number }).now;
}

/** A failure says what the browser itself said of its databases meanwhile. */
async function withItsWords<T>(browser: KillableBrowser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = browser.saidOfDatabases.join('\n') || 'nothing';
    throw new Error(`${String(error)}\nOf its databases the browser said: ${said}`, {
      cause: error,
    });
  }
}

async function liveAndDie(lives: number, seed: number): Promise<Acknowledged> {
  const draw = dice(seed);
  const profile = mkdtempSync(join(tmpdir(), 'killed-'));
  const done: Acknowledged = { items: [], imports: [] };
  const address = `${trials}/keeping.html`;
  const first = await KillableBrowser.start(profile, address);
  const read = await readAnyLab({ id: 'orders' });
  if (!read.ok) throw new Error(read.error);
  accepted(
    await first.ask({ do: 'open', labId: 'main', definition: read.definition, fresh: true }),
  );
  await first.kill();
  for (let life = 0; life <= lives; life++) {
    const browser = await KillableBrowser.start(profile, address);
    try {
      await test.step(`life ${life}`, () =>
        withItsWords(browser, () => expectWhole(browser, done)));
      if (life === lives) {
        await test.step('[B4]', () => expectSameAnywhere(browser, draw, done));
        break;
      }
      let isDead = false;
      const death = new Promise<void>((resolve) => {
        setTimeout(() => resolve(browser.kill()), draw(LONGEST_LIFE_MS));
      }).then(() => {
        isDead = true;
      });
      for (let act = 0; !isDead; act++) {
        await doSomething(browser, draw, done, `${life}-${act}`).catch((error) => {
          if (!/closed|crashed/.test(String(error))) throw error;
          isDead = true; // killed while it answered: nothing was acknowledged
        });
      }
      await death;
    } finally {
      await browser.kill();
    }
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return done;
}

/** The browser's own files in which pages of histories are, as they lie on the disk. */
const pageFiles = (profile: string): string[] =>
  readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(profile, name))
    .filter((path) => /File System.*\/\d+$/.test(path) && statSync(path).isFile())
    .filter((path) => statSync(path).size > 0);

/** Turns a bit of every byte of a file over, where it stands. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const bytes = readFileSync(path).map((byte) => byte ^ 1);
  writeSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
}

test('[B16] a file of pages that is damaged on the disk under a running lab costs a sentence', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'damaged-'));
  const browser = await KillableBrowser.start(profile, `${trials}/keeping.html?room=20000`);
  const read = await readAnyLab({ id: 'orders' });
  if (!read.ok) throw new Error(read.error);
  const { definition } = read;
  accepted(await browser.ask({ do: 'open', labId: 'main', definition, fresh: true }));
  accepted(await browser.ask({ do: 'seek', to: 900 * SECOND }));
  accepted(await browser.ask({ do: 'command', command: put('kept') }));
  const first = { do: 'logBetween', from: 0, to: 60 * SECOND, count: 20 } as const;
  const files = pageFiles(profile);
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) damage(path);
  const { lines } = accepted(await browser.ask(first)) as { lines: unknown[] };
  expect(lines.length).toBe(20);
  expect(await browser.notices()).toEqual(['pages-lost']);
  expect(await nowOf(browser)).toBe(900 * SECOND);
  await expectWhole(browser, { items: ['kept'], imports: [] });
  await browser.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** What a kill leaves that comes between the header of a record of the database's log and its body. */
function tearLog(profile: string): void {
  const folder = join(profile, 'Default', 'IndexedDB');
  const log = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.leveldb\/\d+\.log$/.test(name))
    .sort()
    .at(-1)!;
  appendFileSync(join(folder, log), Buffer.from([1, 2, 3, 4, 200, 0, 1]));
}

test('[B17] a database that the browser loses after a kill is brought back from the second copies', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'torn-'));
  const done: Acknowledged = { items: [], imports: [] };
  const read = await readAnyLab({ id: 'orders' });
  if (!read.ok) throw new Error(read.error);
  const { definition } = read;
  let digest = '';
  const notices: string[] = [];
  for (let life = 0; life < 4; life++) {
    const browser = await KillableBrowser.start(profile, `${trials}/keeping.html`);
    const main = { do: 'open', labId: 'main', definition: life === 0 ? definition : null } as const;
    await withItsWords(browser, async () => {
      accepted(await browser.ask({ ...main, fresh: life === 0 }));
      if (life > 0) expect(await expectWhole(browser, done)).toBe(digest);
      const text = builtInLab('todos')!.text;
      accepted(await browser.openText(`import-${life}`, text));
      done.imports.push(`file:import-${life}`);
      accepted(await browser.ask({ ...main, definition: null, fresh: false }));
      await browser.ask({ do: 'seek', to: 5 * life * SECOND });
      accepted(await browser.ask({ do: 'command', command: put(`kept-${life}`) }));
      done.items.push(`kept-${life}`);
      const wish = { do: 'undo' } as const;
      if (life === 1) accepted(await browser.ask({ do: 'tree', wish }));
      if (life === 1) done.items.pop();
      digest = await digestOf(browser);
    });
    notices.push(...(await browser.notices()));
    await browser.kill();
    if (life === 0) tearLog(profile);
  }
  expect(notices).toEqual(['broughtBack']);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

// A picture would be asked of browsers that were killed.
test.use({ screenshot: 'off' });

for (const { lives, tag } of [
  { lives: 10, tag: '' },
  { lives: 200, tag: ' @long' },
]) {
  test(`[B2] [B4] a browser killed at ${lives} random moments loses nothing that was acknowledged, and replays as Node does${tag}`, async () => {
    test.setTimeout(lives * ALLOWED_LIFE_MS);
    const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000);
    console.log(`killed at random moments: KILL_SEED=${seed} repeats them`);
    const done = await liveAndDie(lives, seed);
    expect(done.items.length).toBeGreaterThan(lives / 4);
  });
}
