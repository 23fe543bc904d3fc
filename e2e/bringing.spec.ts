import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('[L50] brings pasted rows into the table, tells of the one that is none, and starts the lab again with the items of a file', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2s' });
  await lab.button(/^Choose a lab/).click();
  await lab.button('Bring data…').click();
  await page
    .getByLabel('Paste items here')
    .fill('id,status\norder#900,new\norder#901\norder#902,shipped\n');
  await expect(page.getByText('2 items, read as CSV.')).toBeVisible();
  await expect(page.getByText('The row has 1 cells where the header has 2.')).toBeVisible();
  await lab.button('Put 2 items').click();
  await expect(page.getByText('2 items sent to Orders.')).toBeVisible();

  await lab.button(/^Choose a lab/).click();
  await lab.button('Bring data…').click();
  const rows = Array.from({ length: 500 }, (_, i) =>
    JSON.stringify({ Item: { id: { S: `x#${i}` } } }),
  );
  await page.getByLabel('Choose a file…').setInputFiles({
    name: 'export.json',
    mimeType: 'application/json',
    buffer: Buffer.from(rows.join('\n')),
  });
  await expect(page.getByText('500 items, read as an export to S3.')).toBeVisible();
  await page.getByText('There before the stream', { exact: true }).click();
  await lab.button('Start again with 500 items').click();
  await expect(page.getByText('Orders now begins with 500 items.')).toBeVisible();
  await expect(page.getByText(/^51\d items$/)).toBeVisible();
  expect(lab.complaints).toEqual([]);
});
