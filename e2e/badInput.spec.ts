import { expect, test } from '@playwright/test';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { LabPage } from './page.ts';

const orders = builtInLab('orders')!.text;

const files = [
  {
    what: 'a setting out of range',
    name: 'range.yaml',
    text: orders.replace('BatchSize: 10', 'BatchSize: 20000'),
    says: /BatchSize: 20000 is above the maximum 10000/,
  },
  {
    what: 'an unknown key',
    name: 'key.yaml',
    text: orders.replace('PerSecond: 3', 'PerSeconds: 3'),
    says: /PerSeconds.*did you mean PerSecond\?/,
  },
  {
    what: 'a truncated file',
    name: 'half.json',
    text: '{ "Resources": { "Orders": { "Type": "AWS::Dyn',
    says: /half\.json|line 1|1:/i,
  },
  {
    what: 'a file of another kind',
    name: 'picture.yaml',
    text: '\u0089PNG\u0000\u001a\u0000\u0000',
    says: /picture\.yaml|binary|text/i,
  },
  {
    what: 'a file above 1 MiB',
    name: 'large.yaml',
    text: `# ${'x'.repeat(1024 * 1024)}\n${orders}`,
    says: /large\.yaml is larger than 1 MiB/,
  },
];

test('a file that is no lab, or a bad one, is told in a sentence, and the lab stays', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '30s' });
  const before = await lab.region(/^SES/).textContent();
  for (const { what, name, text, says } of files) {
    await test.step(what, async () => {
      await lab.openFile(name, text);
      await expect(lab.region('Notices')).toContainText(says);
      await expect(lab.button(/^Choose a lab: Orders/)).toBeVisible();
      await expect(lab.region(/^SES/)).toHaveText(before!);
      await lab.dismissNotices();
    });
  }

  await test.step('an item above 400 KB is refused in AWS’s words, and what was typed stays', async () => {
    await lab.button('New item').click();
    const json = page.getByRole('textbox', { name: 'Item as JSON' });
    await json.fill(JSON.stringify({ id: 'T3003', note: 'x'.repeat(410_000) }));
    await expect(page.getByText(/Item size .*maximum allowed size/)).toBeVisible();
    await expect(lab.button('Put the item')).toBeDisabled();
    expect((await json.inputValue()).length).toBeGreaterThan(410_000);
  });
  expect(lab.complaints).toEqual([]);
});

test('an address that asks for what there is not opens the orders lab and says so', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await page.goto('?lab=nowhere&seed=-3');
  await expect(lab.region('Notices')).toContainText('nowhere');
  await expect(lab.region('Notices')).toContainText('a whole number from 0 to');
  await expect(lab.button(/^Choose a lab: Orders/)).toBeVisible();
});
