import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

/** Opens the panel of labs that are kept. */
async function openLabs(lab: LabPage): Promise<Locator> {
  await lab.button(/^Choose a lab/).click();
  await lab.button('Labs kept here…').click();
  return lab.page.getByRole('dialog', { name: 'Labs' });
}

const kept = (sheet: Locator) =>
  sheet.getByRole('list', { name: 'Labs kept in this browser' }).getByRole('listitem');

/** The text of the file that an action writes. */
async function written(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}

test('[B15] labs are named, duplicated, deleted and brought back; a file that is none is explained', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await lab.putItem();
  const sheet = await openLabs(lab);
  await expect(kept(sheet)).toHaveCount(1);
  await expect(kept(sheet)).toContainText('open now');
  await expect(kept(sheet)).toContainText('1 command');
  // A file that is no lab is explained, and the open lab stays.
  const file = { name: 'holiday.yaml', mimeType: 'text/plain', buffer: Buffer.from('just: words') };
  await sheet.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(/Resources/).first()).toBeVisible();
  await expect(kept(sheet)).toHaveCount(1);
  await expect(kept(sheet)).toContainText('open now');
  await sheet.getByRole('button', { name: /^Rename/ }).click();
  await sheet.getByLabel('New name').fill('My orders');
  await page.keyboard.press('Enter');
  await expect(lab.button('Choose a lab: My orders')).toBeVisible();
  await sheet.getByRole('button', { name: 'Duplicate My orders' }).click();
  await expect(kept(sheet)).toHaveCount(2);
  await sheet.getByRole('button', { name: 'Open My orders (copy)' }).click();
  await expect(lab.button('Choose a lab: My orders (copy)')).toBeVisible();
  await lab.waitForStill();
  await sheet.getByRole('button', { name: 'Delete My orders (copy)' }).click();
  await expect(lab.button('Choose a lab: My orders')).toBeVisible();
  await expect(kept(sheet)).toHaveCount(1);
  await lab.button('Bring it back').click();
  await expect(kept(sheet)).toHaveCount(2);
  await expectNoViolations(page);
  expect(lab.complaints).toEqual([]);
});

test('[L18] a lab goes out as one file and comes back as it was', async ({ page, browser }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await lab.putItem();
  const sheet = await openLabs(lab);
  const plain = await written(page, () => sheet.getByRole('button', { name: /^Export/ }).click());
  expect(plain.name).toMatch(/\.yaml$/);
  expect(plain.text).toContain('T2001');
  expect(plain.text).not.toContain('Digest');
  await sheet.getByLabel(/Write the items/).check();
  const withData = await written(page, () =>
    sheet.getByRole('button', { name: /^Export/ }).click(),
  );
  expect(withData.text).toContain('Digest');
  expect(withData.text.length).toBeGreaterThan(plain.text.length);
  const elsewhere = await browser.newContext({ baseURL: test.info().project.use.baseURL! });
  const other = await LabPage.in(await elsewhere.newPage());
  await other.open('todos', { at: '0s' });
  await other.openFile('lab.yaml', plain.text);
  await expect(other.button(/^Choose a lab: Orders/)).toBeVisible();
  await other.pause();
  await other.page.getByRole('button', { name: 'Branches' }).click();
  await expect(
    other.page
      .getByRole('dialog', { name: 'Branches' })
      .getByRole('button', { name: 'Undo: put T2001' }),
  ).toBeEnabled();
  await elsewhere.close();
});

test('where nothing can be stored the panel says so, and the lab can still be exported', async ({
  page,
}) => {
  await page.addInitScript(`Object.defineProperty(window, 'indexedDB', { value: undefined });
    window.Worker = class { constructor() { throw new Error('refused'); } };`);
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await lab.putItem();
  const sheet = await openLabs(lab);
  await expect(sheet.getByText(/does not let the page store anything/)).toBeVisible();
  const { text } = await written(page, () =>
    sheet.getByRole('button', { name: /^Export/ }).click(),
  );
  expect(text).toContain('T2001');
});
