import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test('[V80] a duplicate is explained by what came before it, entry by entry, rule by rule', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '30s' });
  await lab
    .region(/OpenSearch/)
    .getByRole('button', { name: /^T1001 replaced/ })
    .click();
  const side = page.getByRole('complementary', { name: 'Inspector and log' });
  await side.getByRole('button', { name: 'the MODIFY of T1001' }).click();
  await side.getByRole('button', { name: 'Why? T1001', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Why?' });
  const chain = sheet
    .getByRole('list', { name: /^Causes: Why did the document for T1001/ })
    .first();
  await expect(chain.getByRole('listitem').first()).toContainText('T1001 was');
  await expect(
    chain.getByRole('link', { name: /^Source: DynamoDB Developer Guide/ }).first(),
  ).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\//);
  await expect(sheet.getByText('What would have had to be different').first()).toBeVisible();
  await sheet.getByRole('button', { name: 'Copy as Mermaid' }).click();
  await lab.copied(/^---\ntitle: "The MODIFY of T1001"\n---\nsequenceDiagram\n/);
  await sheet.getByRole('button', { name: 'Copy as text' }).click();
  await lab.copied(/Writer → .*: update T1001/);
  await expect(sheet.getByText(/Writer → /)).toBeVisible();
  await expectNoViolations(page);
  const first = chain.getByRole('button', { name: /^Go to/ }).first();
  const clock = (await first.textContent())!.trim();
  await first.press('Enter');
  await lab.waitForStill();
  await expect(page.getByRole('time').first()).toContainText(clock);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  // A line of the log, by keys alone.
  await side.getByRole('searchbox', { name: 'Filter' }).fill('received');
  const line = side.getByRole('button', { name: /^Why\? .* received/ }).last();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('list', { name: /^Causes: Why: .* received/ })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(lab.complaints).toEqual([]);
});

test('[V80] a missed update, a reader and a batch are asked why where they are shown', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  const side = page.getByRole('complementary', { name: 'Inspector and log' });
  const sheet = page.getByRole('dialog', { name: 'Why?' });
  await lab
    .region(/Polling scan/i)
    .getByRole('button', { name: 'Compare' })
    .click();
  await page.getByRole('button', { name: 'Why? ThirtySecondScan: Overwritten' }).click();
  await expect(sheet.getByText(/^Had the scan looked within/)).toBeVisible();
  await page.keyboard.press('Escape');

  await side.getByRole('searchbox', { name: 'Filter' }).fill('received');
  await side
    .getByRole('button', { name: /^[^W].* OrderProcessor received/ })
    .last()
    .click();
  await side
    .getByRole('button', { name: /^Why\? shard/ })
    .first()
    .click();
  await expect(sheet.getByRole('list', { name: /^Causes: Why/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await lab.jump('Start');
  const lanes = page.getByRole('list', { name: 'Lanes' }).getByRole('listitem');
  const place = (await lanes.allTextContents()).indexOf('OrderProcessor');
  const timeline = page.getByRole('application', { name: /^Timeline from/ });
  await timeline.focus();
  for (let i = 0; i < place; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(side.getByText('BATCH')).toBeVisible();
  await side
    .getByRole('button', { name: /^Why\? / })
    .first()
    .click();
  await expect(sheet.getByRole('list', { name: /^Causes: Why/ })).toBeVisible();
  await expect(sheet.getByText('What would have had to be different')).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

test('[V80] why can be asked on a phone, where the sheet’s own button to close it lies beside', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '30s' });
  await lab
    .button(/^T1001/)
    .first()
    .click();
  await page.locator('.inspector-why').click({ timeout: 10_000 });
  await expect(page.getByText('What would have had to be different').first()).toBeVisible();
  expect(lab.complaints).toEqual([]);
});
