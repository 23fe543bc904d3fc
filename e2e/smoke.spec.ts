import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test('the page opens the orders lab running, from a folder below the root, without complaint', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await page.goto('');
  await expect(lab.title).not.toBeEmpty();
  await expect(page).toHaveTitle(/Shardscope/);
  await expect(page.getByText('Orders').first()).toBeVisible();
  await expect(lab.button(/^Pause/)).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

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
