import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

/** Presses Tab until a control of this name has the focus, unless it has it already. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.matches('body, [tabindex="-1"]')) return '';
      const named = focused?.closest('label')?.textContent ?? focused?.getAttribute('aria-label');
      return named ?? focused?.textContent ?? '';
    });
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test.use({ reducedMotion: 'reduce' });

test('[Q5] [Q6] the first lesson is taken by keyboard alone, from its link', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?lesson=what-a-change-is&step=2');
  const sheet = page.getByRole('dialog', { name: 'What a change is' });
  const heading = sheet.getByRole('heading', { level: 3 });
  await expect(heading).toHaveText('A new item');
  await expect(heading).toBeFocused();
  await expect(sheet.getByRole('button', { name: /^Let time run for/ })).toBeEnabled();
  await press(page, /^Let time run for/);
  await expect(sheet.getByText(/^It is 09:00:01\.100/)).toBeVisible();

  await press(page, /^Next$/);
  await expect(heading).toHaveText('The to-do is completed');
  await expect(heading).toBeFocused();
  await expect(sheet.getByText('The rules behind it')).toHaveCount(0);
  await page.keyboard.press('Space'); // the world stands still at a question
  await press(page, /^A REMOVE/, 'Space');
  await press(page, /^Commit/);
  await expect(sheet.getByRole('alert')).toHaveText('Say how sure you are.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await press(page, /^Commit/);
  await expect(sheet.getByRole('listitem').filter({ hasText: 'this happened' })).toHaveText(
    /One MODIFY/,
  );
  await expect(sheet.getByText('The stream now has 1 INSERT and 1 MODIFY.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, /^See the world with: A REMOVE/);
  await expect(sheet.getByRole('status').filter({ hasText: 'Another world' })).toBeVisible();
  await expect(
    lab.region(/OpenSearch/).getByRole('button', { name: /T1001.*deleted/ }),
  ).toBeVisible();
  await press(page, /own world$/);
  await expect(
    lab.region(/OpenSearch/).getByRole('button', { name: /T1001.*replaced/ }),
  ).toBeVisible();

  await page.goto('?lesson=what-a-change-is&step=6');
  await expect(heading).toHaveText('Now you');
  await lab.waitForStill();
  await page.keyboard.press('n');
  await press(page, /^Put the item$/);
  await page.keyboard.press('Escape');
  await expect(sheet.getByText(/^There it is/)).toBeVisible();
  await press(page, /^Next$/);
  await expect(heading).toHaveText('Looking back');
  await expect(sheet.getByRole('button', { name: /^Commit/ })).toBeVisible();
  await press(page, /^A put of a new key/, 'Space');
  await press(page, /^An update/, 'Space');
  await press(page, /^A guess/, 'Space');
  await press(page, /^Commit$/);
  await expect(sheet.getByText('Four writes, and 3 records.')).toBeVisible();
  await press(page, /^Next$/);
  await press(page, /^All lessons$/);
  await expect(page.getByRole('dialog', { name: 'Lessons' }).getByText(/taken/)).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

test('[B11] a lesson that there is not is named, and the list stands open', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?lesson=no-such-lesson');
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-lesson' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Lessons in their order' })).toBeVisible();
  await expect(lab.title).toBeVisible();
  expect(lab.complaints).toEqual([]);
});
