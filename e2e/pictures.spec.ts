import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { openSimulation } from '../src/engine/index.ts';
import { instant } from '../src/engine/kernel/time.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { readLab } from '../src/lab/readLab.ts';
import { momentOf } from '../src/projections/poster/moment.ts';
import { type PosterLook, stagePicture } from '../src/projections/poster/poster.ts';
import { clockLine } from '../src/view/parts/clockText.ts';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

/**
 * Of all pixels of the stage, at most this part may differ in the picture by more than a third of what
 * lies between black and white: the edges of letters, which a page and a picture break differently.
 */
const TOLERANCE = 0.02;
/** The first instant of the lab. */
const START_MS = Date.UTC(2026, 0, 5, 9);

/** @param atMs ascending. */
async function* picturesOf(lab: string, look: PosterLook, atMs: readonly number[]) {
  const reading = readLab(builtInLab(lab)!.text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const simulation = await openSimulation(reading.definition);
  for (const each of atMs) {
    simulation.runUntil(instant(each * 1_000));
    yield { at: each, svg: stagePicture(lab, momentOf(simulation), look) };
  }
}

/** Lays a picture over the stage, in the page's own faces. */
const layOver = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const sheet = document.querySelector('.stage-sheet')!;
    const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const picture = document.adoptNode(read) as Element as SVGSVGElement;
    picture.id = 'laid-over';
    picture.setAttribute('class', 'record-canvas');
    picture.style.inset = '0 auto auto 0';
    sheet.append(picture);
  }, svg);
const takeAway = (page: Page) =>
  page.evaluate(() => document.querySelector('#laid-over')?.remove());

/** @returns the part of their pixels in which two screenshots differ. */
const differenceOf = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      let different = 0;
      for (let i = 0; i < a!.length; i += 4) {
        const isOther = (at: number): boolean => Math.abs(a![at]! - b![at]!) > 85;
        if (isOther(i) || isOther(i + 1) || isOther(i + 2)) different++;
      }
      return (different * 4) / a!.length;
    },
    [one.toString('base64'), other.toString('base64')],
  );

/** How the page's slider gets from each instant to the next: milliseconds, and the keys that lead there. */
const STEPS = [
  [2_040, 'ArrowRight'],
  [3_140, 'ArrowRight', 'Shift+ArrowRight'],
  [4_240, 'ArrowRight', 'Shift+ArrowRight'],
  [5_340, 'ArrowRight', 'Shift+ArrowRight'],
  [7_340, 'ArrowRight', 'ArrowRight'],
  [9_440, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight'],
  [12_440, 'ArrowRight', 'ArrowRight', 'ArrowRight'],
  [72_440, 'PageUp'],
  [73_540, 'ArrowRight', 'Shift+ArrowRight'],
] as const;

/** Keeps the page's workers, so that one of them can fail. */
const keepWorkers = (page: Page) =>
  page.addInitScript(() => {
    const workers: Record<string, Worker> = {};
    const Own = window.Worker;
    window.Worker = class extends Own {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers[options?.name ?? ''] = this;
      }
    };
    Object.assign(window, { keptWorkers: workers });
  });
/** Nothing reaches the worker, or everything does again. */
const muteWorker = (page: Page, name: string, isMute: boolean): Promise<void> =>
  page.evaluate(
    ([name, isMute]) => {
      const kept = window as unknown as { keptWorkers: Record<string, Worker> };
      const worker = kept.keptWorkers[name]!;
      worker.postMessage = isMute ? () => {} : Worker.prototype.postMessage;
    },
    [name, isMute] as const,
  );
/** @returns whether there was such a worker. */
const failWorker = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((name) => {
    const kept = window as unknown as { keptWorkers: Record<string, Worker> };
    return kept.keptWorkers[name]?.dispatchEvent(new ErrorEvent('error')) ?? false;
  }, name);

test('[V60] the still picture equals the stage at ten instants, and a crowd drawn in a worker what the page draws', async ({
  page,
}) => {
  await keepWorkers(page);
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '1040ms' });
  const sheet = page.locator('.stage-sheet');
  const { width, height } = (await sheet.boundingBox())!;
  const look: PosterLook = { theme: 'light', width, height };
  const position = page.getByRole('slider', { name: 'Position in virtual time' });
  const keys = new Map<number, readonly string[]>(STEPS.map(([at, ...more]) => [at, more]));
  const differences: number[] = [];
  for await (const { at, svg } of picturesOf('orders', look, [1_040, ...keys.keys()])) {
    for (const key of keys.get(at) ?? []) {
      const before = await position.getAttribute('aria-valuetext');
      await position.press(key);
      await expect(position).not.toHaveAttribute('aria-valuetext', before!);
    }
    await lab.waitForStill();
    await expect(position).toHaveAttribute('aria-valuetext', clockLine(START_MS, at * 1_000));
    const stage = await sheet.screenshot();
    await layOver(page, svg);
    const picture = await sheet.screenshot();
    await takeAway(page);
    differences.push(await differenceOf(page, stage, picture));
  }
  test.info().annotations.push({ type: 'differences', description: differences.join(' ') });
  expect(differences).toHaveLength(10);
  expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
  expect(Math.max(...differences)).toBeGreaterThan(0);

  await lab.button('Burst of 50').click();
  await lab.button('Burst of 50').click();
  await lab.waitForStill();
  await position.press('.');
  await lab.waitForStill();
  await expect(page.locator('.record-canvas').first()).toBeHidden();
  // A window of another size does not wait for the worker: the cards stand elsewhere already.
  await muteWorker(page, 'shardscope-pictures', true);
  const { width: wide, height: high } = page.viewportSize()!;
  await page.setViewportSize({ width: wide - 160, height: high });
  await expect(page.locator('.record-canvas').first()).toBeVisible();
  await muteWorker(page, 'shardscope-pictures', false);
  await page.setViewportSize({ width: wide, height: high });
  await position.press('.');
  await lab.waitForStill();
  await expect(page.locator('.record-canvas').first()).toBeHidden();
  const inWorker = await sheet.screenshot();
  expect(await failWorker(page, 'shardscope-pictures')).toBe(true);
  await lab.waitForStill();
  await expect(page.locator('.record-canvas')).toBeVisible();
  expect(inWorker.equals(await sheet.screenshot())).toBe(true);
  expect(lab.complaints).toEqual([]);
});

test('a storyboard is saved as SVG and as PNG, and the stage as a film', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '4s' });
  await lab.button(/^Share$/).click();
  const sheet = page.getByRole('dialog', { name: 'Share this lab' });
  const instants = sheet.getByRole('textbox', { name: 'Instants, for a storyboard' });
  await instants.fill('2s, soon');
  await expect(sheet).toContainText('“soon” is not a time');
  await expect(sheet.getByRole('button', { name: 'Save SVG' })).toBeDisabled();
  await instants.fill('2s, 5s');

  const saved = async (button: string | RegExp): Promise<Buffer> => {
    const waiting = page.waitForEvent('download');
    await sheet.getByRole('button', { name: button }).click();
    return readFileSync(await (await waiting).path());
  };
  const svg = (await saved('Save SVG')).toString();
  expect(svg).toMatch(/<desc [^>]*>At 2 s\..*At 5 s\./u);
  expect(gzipSync(svg).length).toBeLessThan(40_000);
  const png = await saved('Save PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  await sheet.getByRole('button', { name: /^Film 10 s/ }).click();
  await lab.button(/^Pause/).waitFor();
  const film = await saved('End the film and save it');
  expect(film.subarray(0, 4).toString('hex')).toBe('1a45dfa3'); // as every WebM file begins
  expect(lab.complaints).toEqual([]);
});

/** How many files of the stage's page have been asked for. */
const viewFiles = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      performance.getEntriesByType('resource').filter(({ name }) => /\/page-/u.test(name)).length,
  );

test('an embed is put together by clicking on a page of its own, alive beside its choices', async ({
  page,
  context,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '12s' });
  await lab.button(/^More/).click();
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Embed' }).click(),
  ]);
  await expect(opened).toHaveURL(/embedding\.html#lab=orders&at=12s$/u);
  await opened.close();

  expect(await viewFiles(page)).toBeGreaterThan(0);
  await page.goto('embedding.html#lab=orders&at=12s');
  expect(await viewFiles(page)).toBe(0);
  const code = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(code).toHaveValue(
    /<iframe src=".*embed\.html#lab=orders&amp;at=12s" title="Shardscope: Orders/u,
  );
  await expectNoViolations(page);
  await page.getByText('None', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Only' }).selectOption('OrderProcessor');
  await expect(code).toHaveValue(/controls=none&amp;theme=dark&amp;focus=OrderProcessor"/u);
  await expect(page).toHaveURL(
    /#lab=orders&at=12s&controls=none&theme=dark&focus=OrderProcessor$/u,
  );
  const preview = page.frameLocator('iframe[title="As it will be"]');
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(preview.getByRole('img', { name: /OrderProcessor/ })).toBeVisible();
  await page.getByText('Markdown', { exact: true }).click();
  await expect(code).toHaveValue(/^\[!\[Shardscope: .*\]\(.*stills\/orders-dark-wide\.svg\)\]/u);
  await page.getByText('SVG', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Instants' }).fill('2s, 5s');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  const svg = readFileSync(await (await waiting).path(), 'utf8');
  expect(svg).toMatch(/<desc [^>]*>At 2 s\..*At 5 s\./u);
  await page.getByRole('textbox', { name: 'Seed' }).fill('-1');
  await expect(page.getByText('A whole number up to')).toBeVisible();

  const heard = page.getByRole('log', { name: 'Messages heard' });
  await page.getByRole('button', { name: "lab.seek('30s')" }).click();
  await expect(heard).toContainText('answer {"ok":true}');
  await page.getByRole('button', { name: /Explode/ }).click();
  await expect(heard).toContainText('dynamodb:Explode is not');
  await page.locator('shard-scope').getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('log', { name: 'Events of the element' })).toContainText('ready');
  expect(lab.complaints).toEqual([]);
});

test('what was done in a lab goes with it into the page where an embed is put together', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '4s' });
  await lab.button('New item').click();
  await page.getByRole('textbox', { name: 'Item as JSON' }).fill('{"TodoID":"shared-one"}');
  await lab.button('Put the item').click();
  await lab.button('Close').click();
  await lab.button(/^Share$/).click();
  const way = page.getByRole('link', { name: 'Put an embed together' });
  await expect(way).toHaveAttribute('href', /embedding\.html#link=1\./u);
  await page.goto((await way.getAttribute('href'))!);
  await expect(page.getByRole('combobox', { name: 'Lab' })).toHaveValue('');
  const code = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(code).toHaveValue(/embed\.html#link=1\..* title="Shardscope: One to-do/u);
  await page.goto('embedding.html#link=1.00000000.AAAA');
  await expect(page.getByRole('alert')).toContainText('damaged');
  expect(lab.complaints).toEqual([]);
});
