import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

const room = (page: Page) => page.getByRole('dialog', { name: 'Compare' });
const lane = (page: Page, name: string) => room(page).getByRole('region', { name, exact: true });

test('why not poll: one key, one sentence, a moment with its link; lanes set up by keyboard', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  await page.keyboard.press('c');
  await lab.waitForStill();
  await expect(room(page)).toContainText(
    /Of \d+ changes, Stream \+ Lambda has seen \d+\. Scan, .* and will never see \d+\./,
  );
  expect(page.workers().map((worker) => worker.url())).toContainEqual(
    expect.stringMatching(/\/lanes\.worker-[\w-]+\.js$/),
  );
  await expectNoViolations(page);

  // One write through every lane, without a mouse.
  await room(page).getByRole('button', { name: 'Earlier write' }).press('Enter');
  const story = room(page).getByRole('region', { name: 'One write in every lane' });
  await expect(story).toContainText('in the copy after');
  await expect(story.getByRole('term')).toHaveCount(6);
  await story.getByRole('button', { name: 'Why? Stream + Lambda' }).press('Enter');
  await expect(story.getByRole('list', { name: /^Causes: / }).first()).toContainText(/L\d|S\d/);

  // A scan's options, each explained.
  await room(page).getByRole('button', { name: 'Scan, 30 s: options' }).press('Enter');
  const scan = lane(page, 'Scan, 30 s');
  await expect(scan.getByLabel('Segments')).toHaveAccessibleDescription(/read side by side/);
  await scan.getByLabel('Soft-delete attribute').fill('gone');
  await scan.getByLabel('Soft-delete attribute').press('Enter');
  await lane(page, 'Scan, 30 s, soft deletes').getByLabel('Overlap').selectOption('10 s');
  const changed = lane(page, 'Scan, 30 s, 10 s overlap, soft deletes');
  await changed.getByLabel('Filter: attribute').fill('status');
  await changed.getByLabel('Filter: attribute').press('Enter');
  await expect(room(page).getByRole('heading', { name: /only status =/ })).toBeVisible();
  await room(page).getByLabel('Other items').selectOption('10 MB');
  await room(page).getByLabel('Clock skew').selectOption('±5 s');
  await room(page).getByLabel('Add a lane').selectOption('Stream + Lambda');
  await lane(page, 'Stream + Lambda (2)').getByLabel(/^Swap/).selectOption('Full export, 1 h');
  await expect(lane(page, 'Full export, 1 h')).toBeVisible();
  await lab.waitForStill();

  // A pinned moment, and its link in another page.
  await room(page).getByLabel('What is to be seen here').fill('Here the scan missed a delete');
  await room(page).getByLabel('What is to be seen here').press('Enter');
  const pin = room(page).getByRole('listitem').filter({ hasText: 'Here the scan missed a delete' });
  await pin.getByRole('button', { name: 'Copy link' }).click();
  const link = await lab.copied(/#.*moment=/);
  const figures = await lane(page, 'Kinesis + Lambda').getByRole('definition').allTextContents();
  const other = await LabPage.in(await context.newPage());
  await other.page.goto(link);
  await expect(room(other.page)).toContainText('Here the scan missed a delete');
  await other.waitForStill();
  const theirs = lane(other.page, 'Kinesis + Lambda').getByRole('definition');
  await expect.poll(() => theirs.allTextContents()).toEqual(figures);
  await expect(room(other.page).getByRole('region', { name: /^One write/ })).toContainText('of ');
  expect([...lab.complaints, ...other.complaints]).toEqual([]);
});

test('the ledger, the bill of a table of 500 GB, and a verdict to take along', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?x=1#lab=orders&autoplay=0&lanes=stream,scan@30s,teleport&moment=2m');
  await expect(room(page)).toContainText('This lab has no teleport: left out.');
  await lab.waitForStill();
  await room(page).getByRole('tab', { name: 'Lanes' }).press('ArrowRight');
  const row = (name: string) => room(page).getByRole('row', { name: new RegExp(`^${name}`) });
  for (const name of [
    'Deletes',
    'Overwritten',
    'Torn',
    'Read units What',
    'Stale now',
    '≤ 500 ms',
  ]) {
    await expect(row(name)).toBeVisible();
  }
  await expectNoViolations(page);

  await room(page).getByRole('tab', { name: 'Ledger' }).press('ArrowRight');
  await room(page).getByRole('button', { name: '500 GB, 1,000 changes an hour' }).click();
  const bill = (name: string) =>
    room(page)
      .getByRole('row')
      .filter({ has: page.getByText(name, { exact: true }) });
  await expect(bill('Scan, 30 s')).toContainText('$971');
  await expect(bill('Stream + Lambda')).toContainText('$0.32');
  await room(page).getByText('Prices', { exact: true }).click();
  await room(page).getByLabel('Region').selectOption('eu-central-1');
  await expect(bill('Scan, 30 s')).toContainText('$1,184');
  await room(page).getByLabel('read request unit', { exact: true }).fill('0');
  await room(page).getByLabel('read request unit', { exact: true }).press('Tab');
  await expect(bill('Scan, 30 s')).toContainText('$0$0$0');
  await room(page).getByRole('button', { name: 'AWS’s amounts again' }).click();
  await room(page).getByLabel('Writes').fill('many');
  await expect(room(page).getByRole('alert')).toContainText('Writes: a number from 0');
  await room(page).getByRole('button', { name: '500 GB, 1,000 changes an hour' }).click();
  await expectNoViolations(page);

  await room(page).getByRole('tab', { name: 'My table' }).press('ArrowRight');
  await expect(room(page)).toContainText('Stream + Pipe does it for $0.29 a month');
  await expectNoViolations(page);
  const begins = { Markdown: '# How to learn', CSV: 'Way,Meets', SVG: '<svg', PNG: '\x89PNG' };
  for (const [name, beginning] of Object.entries(begins)) {
    const saved = page.waitForEvent('download');
    await room(page).getByRole('button', { name, exact: true }).click();
    const file = readFileSync(await (await saved).path(), 'latin1');
    expect(file.slice(0, beginning.length)).toBe(beginning);
  }

  // Nothing has failed here; where everything has, seven ways to write one effect stand side by side.
  await room(page).getByRole('tab', { name: 'Verdict' }).press('ArrowRight');
  await room(page)
    .getByRole('button', { name: 'Open “One effect, seven ways to write it”' })
    .click();
  await expect(room(page)).toContainText(
    'Written naively, the work of 130 changes was done 171 times',
  );
  await expect(lane(page, 'Marker first')).toContainText('A crash between marker and message');
  await expect(lane(page, 'FIFO de-duplication').getByRole('img')).toBeVisible();
  await room(page).getByRole('radio', { name: 'Marker first' }).check();
  await expect(lane(page, 'Marker first')).toContainText('marked as done, and never done');
  await room(page).getByText('As code', { exact: true }).click();
  await expect(lane(page, 'Marker first')).toContainText(
    /if \(await mark\(`Enqueue \$\{SequenceNumber\}`\)\) \{/,
  );
  const between = room(page).getByRole('row', { name: /^Died between its calls/ });
  const one = /single call$/;
  const cells = [one, one, one, '6', /^[1-9]\d*$/, one, one];
  await expect(between.getByRole('cell')).toHaveText(cells);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(room(page)).toHaveCount(0);
  expect(lab.complaints).toEqual([]);
});
