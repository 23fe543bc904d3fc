/** Every journey by the keyboard alone: nothing here is clicked, and what is found is found by Tab or by its key. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { press, tabTo } from './keyboard.ts';
import { LabPage } from './page.ts';

const clock = (page: Page) => page.locator('time.clock').first();
const notices = (lab: LabPage) => lab.region('Notices');

/** Comes to the lanes, and down to the one of this name, as it is said aloud. */
async function chooseLane(page: Page, name: string): Promise<void> {
  const lanes = page.getByRole('application', { name: /^Timeline from/ });
  await tabTo(page, /^Timeline from/);
  const said = page.locator('.timeline-lanes > [aria-live]');
  for (let i = 0; i < 12 && (await said.textContent()) !== name; i++) {
    await lanes.press('ArrowDown');
    await expect(said).not.toHaveText('');
  }
  await expect(said).toHaveText(name);
}

async function putItem(lab: LabPage): Promise<void> {
  const { page } = lab;
  await page.keyboard.press('n');
  await press(page, /^Put the item$/);
  await expect(page.getByText(/Put was sent at/)).toBeVisible();
  await page.keyboard.press('Escape');
}

test('time by keyboard: a lab is opened, played, stepped, sought, zoomed, and stopped at what one item does', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '0s' });
  await press(page, /^Choose a lab/);
  await expectNoViolations(page);
  await press(page, /^Orders/);
  await expect(lab.button(/^Choose a lab: Orders/)).toBeVisible();
  await press(page, /^Pause/, 'Space');
  await lab.waitForStill();
  await press(page, /^\+1 min$/);
  await lab.waitForStill();
  const there = await clock(page).textContent();
  await page.keyboard.press('.');
  await expect(clock(page)).not.toHaveText(there!);
  await lab.waitForStill();
  await page.keyboard.press(',');
  await lab.waitForStill();

  // The lanes: zoomed, a stretch chosen, an event of one of them gone to and shown.
  await chooseLane(page, 'shard 1');
  await page.keyboard.press('-');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(lab.button('Zoom to it')).toBeVisible();
  await page.keyboard.press('Escape');
  await press(page, /^Start$/);
  await lab.waitForStill();
  await chooseLane(page, 'shard 2');
  await page.keyboard.press('Enter');
  await lab.waitForStill();
  const side = page.getByRole('complementary', { name: 'Inspector and log' });
  await expect(side.getByRole('heading', { name: /^order#\d+/ })).toBeVisible();
  await expect(page.locator('.timeline-lanes > [aria-live]')).toHaveText(/^shard 2, 09:00:0/);

  // The item that is shown is the one that a breakpoint is offered for.
  await press(page, /^Breakpoints/);
  await tabTo(page, /^Stop when/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^Key of the item/);
  await expect(page.getByLabel(/^Key of the item/)).toHaveValue(/^order#\d+$/);
  const shown = await page.getByLabel(/^Key of the item/).inputValue();
  await page.getByLabel(/^Key of the item/).press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Type the key of an item, such as \w+#\d+\.$/)).toBeVisible();
  await page.keyboard.type(shown);
  await page.keyboard.press('Enter');
  await expectNoViolations(page);
  await page.getByLabel(/^Key of the item/).press('ControlOrMeta+a');
  await page.keyboard.type('nobody#1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No table holds an item nobody#1 now.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(lab.button('Remove: nobody#1 is delivered')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Stop when')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lab.button('Breakpoints: 1')).toBeFocused();
  for (let i = 0; i < 5; i++) await page.keyboard.press(']');
  await press(page, /^Play/, 'Space');
  await expect(notices(lab)).toContainText(
    /Stopped at .*: order#\d+ is delivered\. The batch with it leaves for OrderProcessor\./,
  );
  await lab.waitForStill();
  const stopped = /Stopped at (\S+):/.exec((await notices(lab).textContent())!)![1]!;
  await expect(clock(page)).toContainText(stopped);
  await page.reload();
  await expect(lab.button('Breakpoints: 1')).toBeVisible();

  // The log is one stop: up from its latest line, and right to its Why.
  await tabTo(page, /^Log lines/);
  // Few lines stand ready out of sight: each is made anew whenever time jumps.
  const outOfSight = await page.getByRole('list', { name: /^Log lines/ }).evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll('[role=listitem]')];
    const isOut = (row: DOMRect): boolean => row.bottom < top || row.top > bottom;
    return rows.filter((row) => isOut(row.getBoundingClientRect())).length;
  });
  expect(outOfSight).toBeLessThan(6);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Why?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await press(page, /^Speed/);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  expect(lab.complaints).toEqual([]);
});

test('both futures by keyboard: forked, undone, changed to, compared, asked why, presented', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '20s' });
  await putItem(lab);
  await press(page, /^\+1 min$/);
  await lab.waitForStill();
  await page.keyboard.press('Control+z');
  await expect(notices(lab)).toContainText(/Undone: put/);
  await page.keyboard.press('Control+Shift+z');
  await expect(notices(lab)).toContainText(/Redone: put/);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft');
  await lab.waitForStill();
  await putItem(lab);
  await expect(notices(lab)).toContainText('this is a new branch');

  await page.keyboard.press('b');
  const branches = page.getByRole('dialog', { name: 'Branches' });
  await press(page, /^Change to it: The first/);
  await expect(branches.getByRole('listitem').first()).toContainText('you are here');
  await press(page, /^Compare with where you are/);
  await expect(branches.getByRole('region', { name: 'Side by side' })).toContainText(
    'They part at',
  );
  await page.keyboard.press('Escape');

  await press(page, /^Start$/);
  await lab.waitForStill();
  await chooseLane(page, 'shard 4');
  await page.keyboard.press('Enter');
  await lab.waitForStill();
  await tabTo(page, /^Deselect$/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const why = page.getByRole('dialog', { name: 'Why?' });
  await expect(why.getByRole('list', { name: /^Causes: / }).first()).toBeVisible();
  await press(page, /^Copy as text$/);
  await lab.copied(/Writer → /);
  await page.keyboard.press('Escape');

  await page.keyboard.press('p');
  await expect(lab.region('Timeline')).toHaveCount(0);
  await page.keyboard.press('w');
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('w');
  await expect.poll(isFull).toBe(false);
  await page.keyboard.press('Escape');
  await expect(lab.region('Timeline').first()).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

test('labs by keyboard: named, duplicated, deleted, written to a file and read from one', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '10s' });
  await press(page, /^Choose a lab/);
  await press(page, /^Labs kept here/);
  const sheet = page.getByRole('dialog', { name: 'Labs' });
  const kept = sheet.getByRole('list', { name: 'Labs kept in this browser' }).getByRole('listitem');
  await press(page, /^Rename/);
  await tabTo(page, /^New name/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('My todos');
  await page.keyboard.press('Enter');
  await expect(lab.button('Choose a lab: My todos')).toBeVisible();
  await press(page, /^Duplicate My todos$/);
  await expect(kept).toHaveCount(2);
  await press(page, /^Delete My todos \(copy\)$/);
  await expect(kept).toHaveCount(1);
  const written = page.waitForEvent('download');
  await press(page, /^Export/);
  const file = await (await written).path();
  const chooser = page.waitForEvent('filechooser');
  await press(page, /^Open a lab file/, 'Space');
  await (await chooser).setFiles({
    name: 'todos.yaml',
    mimeType: 'text/plain',
    buffer: await (await import('node:fs/promises')).readFile(file),
  });
  await expect(kept).toHaveCount(2);
  expect(lab.complaints).toEqual([]);
});
