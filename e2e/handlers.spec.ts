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
  await lab.seekBy(3, 0);
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

test('Python is brought when it is asked for, with progress, can be stopped, and runs', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  const brought: string[] = [];
  page.on('request', (request) => brought.push(request.url()));
  await lab.open('orders', { at: '20s' });
  const isOurs = (url: string) => new URL(url).origin === new URL(page.url()).origin;
  const heavy = /wasm|pyodide|quickjs|codeMirror|CodeTab/iu;
  expect(brought.filter((url) => heavy.test(url) || !isOurs(url))).toEqual([]);

  const fn = lab.region('Lambda OrderProcessor');
  await fn.getByRole('button', { name: 'OrderProcessor', exact: true }).click();
  await page.getByRole('tab', { name: 'Code' }).click();
  await lab.button('Open wide').click();
  const sheet = page.getByRole('dialog', { name: 'Code' });
  await sheet.getByText('Python', { exact: false }).first().click();
  const editor = sheet.getByRole('textbox', { name: 'Code of index.py' });
  await expect(editor).toContainText('import boto3');
  await editor.press('ControlOrMeta+A');
  await editor.press('Delete');
  await page.keyboard.insertText(GUIDE);
  const handler = sheet.getByRole('textbox', { name: 'Handler' });
  await expect(handler).toHaveValue('index.lambda_handler');

  const wasm = '**/pyodide/pyodide.asm.wasm';
  await page.context().route(wasm, () => {}); // it never comes
  const deploy = sheet.getByRole('button', { name: 'Deploy', exact: true });
  await deploy.click();
  await expect(sheet.getByRole('status')).toContainText(/Loading Python · \d\.\d of 13\.5 MB/u);
  await sheet.getByRole('button', { name: 'Stop here' }).click();
  await expect(sheet.getByRole('alert')).toHaveText('Python was not loaded: it was stopped.');
  await page.context().unroute(wasm);
  await deploy.click();
  await expect(sheet).toContainText('Runs index.lambda_handler in python3.14.', {
    timeout: 60_000,
  });

  await sheet.getByText('Test event', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Invoke with this event' }).click();
  await lab.seekBy(3, 0);
  await expect(sheet.getByRole('button', { name: 'Line 10 of index.py' })).toBeVisible();
  await expect(sheet.getByRole('list', { name: 'Log of the function' })).toContainText(
    "NameError: name 'process_insert' is not defined",
  );
  expect(brought.filter((url) => !isOurs(url))).toEqual([]);
  expect(lab.complaints).toEqual([]);
});

/** As study guides print it: the three functions are not defined. */
const GUIDE = `import json
from decimal import Decimal
from boto3.dynamodb.types import TypeDeserializer

def deserialize(image):
    return {k: TypeDeserializer().deserialize(v) for k, v in image.items()}

def lambda_handler(event, context):
    for record in event['Records']:
        if record['eventName'] == 'INSERT': process_insert(deserialize(record['dynamodb']['NewImage']))
        elif record['eventName'] == 'MODIFY': process_modify(deserialize(record['dynamodb']['OldImage']), deserialize(record['dynamodb']['NewImage']))
        elif record['eventName'] == 'REMOVE': process_remove(deserialize(record['dynamodb']['OldImage']))
`;
