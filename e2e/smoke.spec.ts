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
  await page.addInitScript(noteEarlyInstants);
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
  // Nothing is missed: time has not passed before there was a picture of it.
  const early = await page.evaluate(() => (window as { earlyInstants?: string[] }).earlyInstants);
  expect(early?.filter((instant) => /[1-9]\d*$/.test(instant))).toEqual([]);
  // The first look holds the comparison with the scan: the product's centre.
  for (const name of [/^median delay/, /^reads paid/]) {
    await expect(page.getByRole('row', { name })).toBeInViewport({ ratio: 0.9 });
  }
  // What a lab starts with comes in few files; what opens later is not among them.
  expect(scripts.length, scripts.join(' ')).toBeLessThan(14);
  expect(scripts.filter((file) => LATER.test(file))).toEqual([]);
  expect(askedForAgain, 'a next visit has all files but the page itself').toEqual([]);
});

/** Runs in the page: all that its clock says while no card is there. */
function noteEarlyInstants(): void {
  const instants: string[] = [];
  Object.assign(window, { earlyInstants: instants });
  new MutationObserver((_, observer) => {
    const instant = document.querySelector('time.clock')?.textContent ?? '';
    if (instants.at(-1) !== instant) instants.push(instant);
    if (document.querySelector('.react-flow__node')) observer.disconnect();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Chunks of what is opened from the page, by their modules' names. */
const LATER = /codeMirror|sheet|lesson|course|practice|console|german|english|plots|load-|py/i;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`axe finds nothing in ${colorScheme} at ${viewport.width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      const lab = await LabPage.in(page);
      await lab.open('orders', { seed: 7, at: '2m' });
      await expectNoViolations(page);
      expect(lab.complaints).toEqual([]);
    });
  }
}
