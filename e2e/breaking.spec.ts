import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('a poisoned item blocks its shard and no other, until it is healed', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  const poison = lab.fault(/^Poison/);
  await poison.click();
  await expect(poison).toHaveAttribute('aria-pressed', 'true');
  await lab.jump('+1 min');
  await lab.jump('+1 min');
  const stream = lab.region(/DynamoDB stream/i);
  await expect(stream.getByText(/blocked: \d+ waiting/)).toHaveCount(1);
  await expect(stream.getByText(/up to date|age \d/).first()).toBeVisible();
  await expect(lab.title).toContainText(/cannot be processed|fail|waits/);
  await poison.click();
  await expect(poison).toHaveAttribute('aria-pressed', 'false');
  await lab.jump('+1 min');
  await lab.jump('+1 min');
  await expect(stream.getByText(/blocked/)).toHaveCount(0);
  expect(lab.complaints).toEqual([]);
});

test('a poisoned record expires at 24 h, and its shard moves on', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  await lab.fault(/^Poison/).click();
  await lab.jump('+1 min');
  await lab.jump('+1 min');
  const stream = lab.region(/DynamoDB stream/i);
  await expect(stream.getByText(/blocked/)).toHaveCount(1);
  await lab.button(/^Traffic/).click();
  await lab.jump('+24 h');
  await expect(stream.getByText(/blocked/)).toHaveCount(0);
  await expect(page.getByText(/expired|fell off/).first()).toBeVisible();
});

test('a crash after the effect mails twice, the document is right all the same; undo heals, and the past has another future', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  const mails = lab.region(/^SES/);
  const before = await mails.textContent();
  const error = lab.fault(/^Error/);
  await error.click();
  await expect(error).toHaveAttribute('aria-pressed', 'true');
  await lab.region('Notices').getByRole('button', { name: 'Undo' }).click();
  await expect(error).toHaveAttribute('aria-pressed', 'false');

  const crash = lab.fault(/^Crash after effect/);
  await crash.click();
  await expect(crash).toHaveAttribute('aria-pressed', 'true');
  await lab.jump('+1 min');
  await crash.click();
  await lab.jump('+1 min');
  await expect(mails).toContainText(/sent twice|repeated|twice/);
  await expect(lab.region(/^OpenSearch/)).not.toContainText(/wrong|diverged/);

  await lab.jump('Start');
  await lab.button(/^Traffic/).click();
  await lab.jump('+1 min');
  await lab.jump('+1 min');
  await expect(mails).not.toHaveText(before!);
  expect(lab.complaints).toEqual([]);
});
