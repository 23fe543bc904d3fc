import { expect, test } from '@playwright/test';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { headless } from './headless.ts';
import { LabPage } from './page.ts';

test('the to-do T1001: one INSERT, one MODIFY, and nothing for what did not change', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '30s' });
  await expect(lab.region(/Writers/i)).toContainText('3 written');
  await expect(lab.region(/DynamoDB table/i)).toContainText('1 item');
  await expect(lab.title).toContainText('2 changes');
  const arrivals = lab.region(/OpenSearch/).getByRole('button', { name: /^T1001/ });
  await expect(arrivals).toHaveText([/replaced/, /indexed/]);
});

test('the record of a MODIFY shows the images of its view type', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '0s' });
  const text = builtInLab('todos')!.text;
  const side = page.getByRole('complementary', { name: 'Inspector and log' });
  for (const { viewType, before, after } of [
    { viewType: 'KEYS_ONLY', before: false, after: false },
    { viewType: 'NEW_IMAGE', before: false, after: true },
    { viewType: 'OLD_IMAGE', before: true, after: false },
    { viewType: 'NEW_AND_OLD_IMAGES', before: true, after: true },
  ]) {
    await test.step(viewType, async () => {
      await lab.openFile('todos.yaml', text.replace('NEW_AND_OLD_IMAGES', viewType));
      await expect(lab.region(/DynamoDB stream/i)).toContainText(viewType);
      await lab.pause();
      await lab.jump('+1 min');
      await lab
        .region(/OpenSearch/)
        .getByRole('button', { name: /^T1001 replaced/ })
        .click();
      await side.getByRole('button', { name: 'the MODIFY of T1001' }).click();
      await side.getByRole('tab', { name: 'JSON' }).click();
      const json = side.getByRole('tabpanel');
      await expect(json).toContainText('MODIFY');
      await expect(json.getByText(/OldImage/)).toHaveCount(before ? 1 : 0);
      await expect(json.getByText(/NewImage/)).toHaveCount(after ? 1 : 0);
    });
  }
});

test('updates of one item are indexed in order though others overtake them; the polling scan shows what it could not see', async ({
  page,
}) => {
  const { consumers, pollers } = await headless('orders', '10m');
  expect(consumers.OrderProcessor!.orderViolations).toBe(0);
  const { missed, itemsEvaluated, rru } = pollers.ThirtySecondScan!;
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10m' });
  const scan = lab.region(/Polling scan/i);
  await expect(scan).toContainText(`${missed.deletes} deletes`);
  await expect(scan).toContainText(`${missed.collapsed} updates overwritten`);
  await expect(scan).toContainText(`${missed.noWatermark} without the watermark`);
  await expect(scan.getByRole('button', { name: 'T1001' })).toBeVisible();
  await expect(scan).toContainText(`${itemsEvaluated.toLocaleString('en')} items read`);
  await expect(scan.getByRole('row', { name: /reads paid/ })).toContainText(
    `${Math.round(rru)} RRU`,
  );
  await scan.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('dialog', { name: 'Who noticed what' });
  const outOfOrder = comparison.getByRole('row', { name: /^Out of order/ });
  await expect(outOfOrder.getByRole('cell').first()).toHaveText('0');
});

test('items that were there before the stream are marked so, and in no record', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '0s' });
  const table = lab.region(/DynamoDB table/i);
  const archived = table.getByRole('button', { name: /^archive#\d+, there before the stream/ });
  await expect(archived).toHaveCount(12);
  await expect(page.getByRole('button', { name: /, 0 records shown/ })).toHaveCount(4);
});

test('Kinesis repeats and swaps what the stream does not', async ({ page }) => {
  const { kinesisStreams } = await headless('kinesis', '5m');
  const { duplicates, outOfOrder } = kinesisStreams.Changes!;
  expect(duplicates).toBeGreaterThan(0);
  expect(outOfOrder).toBeGreaterThan(0);
  const lab = await LabPage.in(page);
  await lab.open('kinesis', { at: '5m' });
  const stream = lab.region(/Kinesis data stream/i);
  await expect(stream).toContainText(`${duplicates} twice · ${outOfOrder} out of order`);
});

test('the same seed shows the same moment, another seed another', async ({ page }) => {
  const lab = await LabPage.in(page);
  const shown = async (seed: number) => {
    await lab.open('orders', { seed, at: '1m' });
    return page.getByRole('region', { name: /SES/ }).textContent();
  };
  const first = await shown(7);
  const other = await shown(8);
  expect(await shown(7)).toBe(first);
  expect(other).not.toBe(first);
});
