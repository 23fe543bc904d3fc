import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('a function’s code is read, changed, deployed, tested and kept', async ({ page }) => {
  const lab = await LabPage.in(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await lab.open('orders', { at: '20s' });
  const fn = lab.region('Lambda OrderProcessor');
  await fn.getByRole('button', { name: 'OrderProcessor', exact: true }).click();
  expect(loaded.filter((url) => /wasm|codeRunner|CodeTab|quickjs/iu.test(url))).toEqual([]);

  await page.getByRole('tab', { name: 'Code' }).click();
  await lab.button('Open wide').click();
  const sheet = page.getByRole('dialog', { name: 'Code' });
  await expect(sheet).toContainText('These are the built-in effects, shown as code.');
  const editor = sheet.getByRole('textbox', { name: 'Code of index.js' });
  await expect(editor).toContainText("require('@opensearch-project/opensearch')");
  await editor.press('ControlOrMeta+A');
  await editor.press('Delete');
  await page.keyboard.insertText(
    'exports.handler = async (event) => {\n  console.log("<b>seen</b>", event.Records.length);\n  return event.missing.part;\n};',
  );
  await sheet.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(sheet).toContainText('Runs index.handler in nodejs24.x.');

  await sheet.getByText('Test event', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Invoke with this event' }).click();
  await expect(sheet.getByText('Under way. Play, and it goes on.')).toBeVisible();
  await lab.jump('+1 min');
  await expect(sheet.getByRole('status')).toContainText('Line 3 of index.js');
  await expect(sheet.getByRole('list', { name: 'Log of the function' })).toContainText(
    '<b>seen</b> 1',
  );
  await page.reload();
  await fn.getByRole('button', { name: 'OrderProcessor', exact: true }).click();
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Runs index.handler in nodejs24.x.');
  expect(lab.complaints).toEqual([]);
});
