import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

const prompt = (page: Page) => page.getByRole('textbox', { name: 'AWS CLI command' });
const transcript = (page: Page) => page.getByRole('log', { name: 'Commands and their answers' });

async function run(page: Page, command: string): Promise<void> {
  await prompt(page).fill(command);
  await prompt(page).press('Enter');
}

test('the two commands of the study guides connect a table to a function', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?lab=study-guide');
  await expect(lab.title).toBeVisible();
  await lab.waitForStill();
  await expect(lab.button('Play')).toBeVisible(); // it waits
  await page.keyboard.press('t');
  await expect(prompt(page)).toBeFocused(); // what is typed now is no key of the page
  const tries = page.getByRole('region', { name: 'To begin with' }).getByRole('button');
  await expect(tries).toHaveCount(2);

  await tries.nth(0).click();
  await prompt(page).press('Enter');
  await expect(transcript(page)).toContainText('"LatestStreamLabel": "2025-06-15T00:00:00.000"');
  await expect(transcript(page)).toContainText('The clock is paused: Orders stays UPDATING');
  await tries.nth(1).click();
  await prompt(page).press('Enter');
  await expect(transcript(page)).toContainText('"State": "Creating"');
  await expect(transcript(page)).toContainText('The clock is paused: the mapping stays Creating');

  await lab.jump('+1 min');
  await run(
    page,
    'aws lambda list-event-source-mappings --query EventSourceMappings[].State --output text',
  );
  await expect(transcript(page)).toContainText('Enabled');
  await page.keyboard.press('Escape');
  await expect(lab.region('Log')).toContainText('OrderProcessor');
  expect(lab.complaints).toEqual([]);
});

test('a write is answered, kept and on the stage; mistakes are told in the CLI’s words', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '30s' });
  await lab.button('Console').click();
  await run(page, `aws dynamodb put-item --table-name Orders --item '{"id":{"S":"typed"}}'`);
  await expect(transcript(page)).toContainText('Done; there is nothing to print.');
  await run(page, 'aws dynamodb get-item --table-name Orders --key id={S=typed}');
  await expect(transcript(page)).toContainText('"S": "typed"');
  await run(page, 'aws dynamodb put-item');
  await expect(transcript(page)).toContainText(
    'aws: error: the following arguments are required: --table-name, --item',
  );
  await run(page, 'aws dynamodb describe-table --table-name Nothing');
  await expect(transcript(page)).toContainText(
    'An error occurred (ResourceNotFoundException) when calling the DescribeTable operation',
  );
  await page.keyboard.press('Escape');
  await expect(lab.region('Log')).toContainText('typed');
  await page.reload();
  await expect(lab.title).toBeVisible();
  await page.keyboard.press('t');
  await run(page, 'aws dynamodb get-item --table-name Orders --key id={S=typed} --query Item.id.S');
  await expect(transcript(page)).toContainText('"typed"');
  expect(lab.complaints).toEqual([]);
});

test('Tab completes, arrows choose and bring commands back, and the keyboard gets out again', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '30s' });
  await page.keyboard.press('t');
  await prompt(page).fill('aws dynamodb de');
  await prompt(page).press('Tab');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(prompt(page)).toHaveAttribute('aria-activedescendant', /-0$/);
  await expectNoViolations(page);
  await prompt(page).press('Escape');
  await expect(options).toHaveCount(0);
  await prompt(page).pressSequentially('scribe-ta');
  await prompt(page).press('Tab');
  await expect(prompt(page)).toHaveValue('aws dynamodb describe-table ');
  await prompt(page).pressSequentially('--tab');
  await prompt(page).press('Tab');
  await prompt(page).press('Tab');
  await expect(prompt(page)).toHaveValue('aws dynamodb describe-table --table-name Orders ');
  await prompt(page).press('Enter');
  await expect(transcript(page)).toContainText('"TableStatus": "ACTIVE"');
  await run(page, 'aws help');
  await prompt(page).press('ArrowUp');
  await expect(prompt(page)).toHaveValue('aws help');
  await prompt(page).press('ArrowUp');
  await expect(prompt(page)).toHaveValue('aws dynamodb describe-table --table-name Orders');
  await prompt(page).press('ArrowDown');
  await prompt(page).press('ArrowDown');
  await expect(prompt(page)).toHaveValue('');
  await prompt(page).press('Tab');
  await expect(prompt(page)).not.toBeFocused();
  expect(lab.complaints).toEqual([]);
});
