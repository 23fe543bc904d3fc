import { expect, test } from '@playwright/test';
import { ENGINE_VERSION } from '../src/engine/index.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { encodeLink, type LabLink } from '../src/lab/link/labLink.ts';
import { checksum, pack } from '../src/lab/link/linkText.ts';
import { LabPage } from './page.ts';

const todos = builtInLab('todos')!;
const link: LabLink = {
  lab: { id: 'todos', textChecksum: checksum(todos.text) },
  commands: [
    {
      atMs: 20_000,
      command: {
        call: 'dynamodb:PutItem',
        input: {
          TableName: 'Todos',
          Item: { TodoID: { S: 'from-a-link' }, title: { S: 'Read it' } },
        },
      },
    },
  ],
  engineVersion: ENGINE_VERSION,
};

test('a link opens its lab with what was done in it, at its instant', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto(`#link=${await encodeLink(link)}&at=25s&autoplay=0`);
  await expect(lab.title).toBeVisible();
  await lab.waitForStill();
  await expect(lab.region('Log')).toContainText('from-a-link');
  await expect(lab.region('Notices')).toBeEmpty();
  expect(lab.complaints).toEqual([]);
});

test('a link from other rules says so and opens', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto(`#link=${await encodeLink({ ...link, engineVersion: '1' })}&at=25s&autoplay=0`);
  await lab.waitForStill();
  await expect(lab.region('Notices')).toContainText(
    'made with version 1 of the simulation’s rules',
  );
  await expect(lab.region('Log')).toContainText('from-a-link');
});

test('a link that cannot be read says why, and the orders lab opens instead', async ({ page }) => {
  const lab = await LabPage.in(page);
  for (const { what, value, says } of [
    { what: 'cut', value: async () => (await encodeLink(link)).slice(0, -9), says: /is damaged/ },
    {
      what: 'packed as a bomb',
      value: async () => {
        const letters = await pack('0'.repeat(20_000_000));
        return `1.${checksum(letters)}.${letters}`;
      },
      says: /unpacks to more than/,
    },
    {
      what: 'of a later form',
      value: async () => (await encodeLink(link)).replace('1.', '9.'),
      says: /form 9, and this version reads form 1/,
    },
  ]) {
    await test.step(what, async () => {
      await page.goto('about:blank'); // else only what stands behind the # would be another
      await page.goto(`#link=${await value()}&autoplay=0`);
      await expect(lab.region('Notices')).toContainText(says);
      await expect(lab.button(/^Choose a lab: Orders/)).toBeVisible();
    });
  }
  expect(lab.complaints).toEqual([]);
});

test('the shared link of a lab opens elsewhere with what was done in it', async ({
  page,
  browser,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { seed: 5, at: '30s' });
  await lab.button('New item').click();
  const json = page.getByRole('textbox', { name: 'Item as JSON' });
  await json.fill(JSON.stringify({ TodoID: 'shared-one' }));
  await lab.button('Put the item').click();
  await lab.button('Close').click();
  await lab.button(/^Step/).click(); // the write takes some milliseconds of virtual time
  await expect(lab.region('Log')).toContainText('shared-one');
  await lab.button(/^Share$/).click();
  const sheet = page.getByRole('dialog', { name: 'Share this lab' });
  await expect(sheet).toContainText('With 1 command that was given on this branch.');
  await expect(sheet).toContainText(/\d{3} characters/);
  const address = await sheet.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(address.length).toBeLessThan(600);

  const elsewhere = await LabPage.in(await (await browser.newContext()).newPage());
  await elsewhere.page.goto(address);
  await elsewhere.waitForStill();
  await expect(elsewhere.region('Log')).toContainText('shared-one');
  await expect(elsewhere.button(/^Choose a lab: One to-do/)).toBeVisible();
  expect(elsewhere.complaints).toEqual([]);
});
