import { expect, type Locator, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

async function openBranches(lab: LabPage): Promise<Locator> {
  await lab.page.keyboard.press('b');
  return lab.page.getByRole('dialog', { name: 'Branches' });
}

const branches = (sheet: Locator) =>
  sheet.getByRole('list', { name: 'Branches of this lab' }).getByRole('listitem');

test('[B3] both futures are kept, named, changed to and set side by side', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '30s' });
  await lab.jump('+1 min');
  await page.keyboard.press('Shift+ArrowLeft');
  await lab.waitForStill();
  await lab.putItem();
  await lab.jump('+1 min');
  const sheet = await openBranches(lab);
  await expect(branches(sheet)).toHaveCount(2);
  await expect(branches(sheet).nth(1)).toContainText('you are here');
  await expect(branches(sheet).nth(1)).toContainText('leaves The first at 09:01:29');
  await expect(branches(sheet).nth(1)).toContainText('First difference: put T2001');
  await branches(sheet)
    .nth(1)
    .getByRole('button', { name: /^Rename/ })
    .click();
  await sheet.getByLabel('New name').fill('With one more order');
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Change to it: The first' }).click();
  await expect(branches(sheet).nth(0)).toContainText('you are here');
  await sheet
    .getByRole('button', { name: 'Compare with where you are: With one more order' })
    .click();
  const beside = sheet.getByRole('region', { name: 'Side by side' });
  await expect(beside).toContainText('They part at 09:01:29');
  await expect(beside.getByRole('columnheader', { name: 'With one more order' })).toBeVisible();
  await expect(beside).toContainText('All are the same at this instant.');
  await beside.getByLabel('Only those that differ').uncheck();
  await expect(beside.getByRole('rowheader', { name: 'Orders · Puts' })).toBeVisible();
  await expectNoViolations(page);
  await beside.getByRole('button', { name: 'Go there' }).click();
  await lab.waitForStill();
  await expect(page.getByRole('time').first()).toContainText('09:01:29');
  expect(lab.complaints).toEqual([]);
});

test('[B14] undo and redo, by keys, keep the instant and both futures', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '30s' });
  const table = lab.region(/DynamoDB table/i);
  await expect(table).toContainText('1 item');
  await lab.button('New item').first().click();
  await lab.button('Put the item').click();
  await expect(page.getByText(/Put was sent at/)).toBeVisible();
  await page.keyboard.press('Escape');
  await lab.jump('+1 min');
  await expect(table).toContainText('2 items');
  const clock = await page.getByRole('time').first().textContent();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: put/)).toBeVisible();
  await lab.waitForStill();
  await expect(table).toContainText('1 item');
  expect(await page.getByRole('time').first().textContent()).toBe(clock);
  await expect(lab.button('Undo: nothing was done before this instant')).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText(/^Redone: put/)).toBeVisible();
  await lab.waitForStill();
  await expect(table).toContainText('2 items');
  await page.keyboard.press('Control+z');
  await lab.waitForStill();
  await page.reload();
  await expect(lab.title).toBeVisible();
  await lab.waitForStill();
  await expect(table).toContainText('1 item');
  await lab.button(/^Redo: put/).click();
  await expect(table).toContainText('2 items');
  expect(lab.complaints).toEqual([]);
});
