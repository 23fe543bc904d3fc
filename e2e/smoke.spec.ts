import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test('the page opens the orders lab running, from a folder below the root, without complaint', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  const scripts: string[] = [];
  page.on('request', (request) => {
    const file = new URL(request.url()).pathname.split('/').pop()!;
    if (file.endsWith('.js')) scripts.push(file);
  });
  const askedForAgain: string[] = [];
  page.on('response', (response) => {
    const isKept = response.headers()['cache-control']?.includes('immutable');
    if (response.url().includes('/assets/') && !isKept) askedForAgain.push(response.url());
  });
  await page.goto('');
  await expect(lab.title).not.toBeEmpty();
  await expect(page).toHaveTitle(/Shardscope/);
  await expect(page.getByText('Orders').first()).toBeVisible();
  await expect(lab.button(/^Pause/)).toBeVisible();
  expect(lab.complaints).toEqual([]);
  // Cards are as large as React Flow is told: else it measures them and renders all of them again.
  const cards = page.locator('.react-flow__node');
  await expect(cards.first()).toBeVisible();
  const otherwise = await cards.evaluateAll((all: HTMLElement[]) =>
    all
      .filter(
        ({ style, offsetWidth, offsetHeight }) =>
          style.width !== `${offsetWidth}px` || style.height !== `${offsetHeight}px`,
      )
      .map(({ dataset, style }) => `${dataset.id} ${style.cssText}`),
  );
  expect(otherwise).toEqual([]);
  // The first look holds the comparison with the scan: the product's centre.
  for (const name of [/^median delay/, /^reads paid/]) {
    await expect(page.getByRole('row', { name })).toBeInViewport({ ratio: 0.9 });
  }
  // What a lab starts with comes in few files; what opens later is not among them.
  expect(scripts.length, scripts.join(' ')).toBeLessThan(14);
  expect(scripts.filter((file) => LATER.test(file))).toEqual([]);
  expect(askedForAgain, 'a next visit has all files but the page itself').toEqual([]);
});

/** Chunks of what is opened from the page, by their modules' names. */
const LATER = /codeMirror|sheet|lesson|course|practice|console|german|english|plots|load-|py/i;

const viewports = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test('axe finds nothing in light and in dark, wide and narrow', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await LabPage.in(page);
  await lab.open('orders', { seed: 7, at: '2m' });
  for (const viewport of viewports) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`${colorScheme}, ${viewport.width} px`, async () => {
        await page.emulateMedia({ colorScheme });
        await lab.waitForStill();
        await expectNoViolations(page);
      });
    }
  }
  expect(lab.complaints).toEqual([]);
});
