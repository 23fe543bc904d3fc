import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

const clock = (page: Page) => page.locator('time.clock').first();
const lanes = (page: Page) => page.getByRole('application', { name: /^Timeline from/ });

/** As Safari tells of two fingers on a trackpad. */
const pinch = (place: Locator, scale: number): Promise<void> =>
  place.evaluate((element, scale) => {
    for (const type of ['gesturestart', 'gesturechange']) {
      const gesture = new Event(type, { bubbles: true, cancelable: true });
      element.dispatchEvent(Object.assign(gesture, { scale, clientX: 400, clientY: 400 }));
    }
  }, scale);

test('[N6] lanes are moved, zoomed and read by keyboard, and a stretch is listed', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  const names = page.getByRole('list', { name: 'Lanes' });
  await expect(names.getByRole('listitem').first()).toContainText('Commands, faults');
  await expect(names).toContainText('OrderProcessor');
  await pinch(page.locator('.lanes-canvas canvas'), 2);
  await expect(lab.region('Timeline').getByText('2 s wide')).toBeVisible();
  await pinch(page.locator('.react-flow__pane'), 1.4);
  await expect(lab.button(/^Zoom 140 %/)).toBeVisible();

  await lanes(page).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await lab.waitForStill();
  await lab.region('Timeline').getByRole('button', { name: 'Fit' }).click();
  await lab.waitForStill();
  await lanes(page).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  const chosen = lab
    .region('Timeline')
    .getByRole('status')
    .filter({ hasText: /^09:01:47/ });
  await expect(chosen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
  await lab.button('Readers of OrderProcessor').press('Enter');
  await expect(names.getByRole('button', { name: /^shard \d, reader$/ })).toHaveCount(4);
  await expect(names.getByRole('button', { name: 'shard 4, reader' })).toBeInViewport();
  await lab.button('List').click();
  const sheet = page.getByRole('dialog', { name: /^From 09:00:00/ });
  await expect(sheet.getByRole('row', { name: /^OrderProcessor \d+ batches/ })).toBeVisible();
  await expect(sheet.getByRole('row', { name: /^shard 2, reader \d+ batches/ })).toBeVisible();
  const age = sheet.getByRole('columnheader', { name: 'Iterator age, OrderProcessor' });
  await expect(age).toBeVisible();
  await expectNoViolations(page);
  await lab.button('Branches').click();
  await expect(sheet).toHaveCount(0);
  await expect(lab.button('List')).toHaveAttribute('aria-pressed', 'false');
  expect(lab.complaints).toEqual([]);
});

test('[N6] fingers zoom and move the lanes; one that rests first chooses a stretch', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const { x, y, width } = (await lanes(page).boundingBox())!;
  const [middle, line] = [x + width / 2, y + 50];
  await touch('touchStart', [middle - 40, line], [middle + 40, line]);
  await touch('touchMove', [middle - 80, line], [middle + 80, line]);
  await touch('touchEnd');
  await expect(lanes(page)).toHaveAccessibleName(/, 2 s wide/);
  await touch('touchStart', [middle, line]);
  await touch('touchMove', [middle + 100, line]);
  await touch('touchMove', [middle + 200, line]);
  await touch('touchEnd');
  await expect(lab.button('Follow')).toHaveAttribute('aria-pressed', 'false');
  await expect(lab.button('Zoom to it')).toHaveCount(0);
  await touch('touchStart', [middle, line]);
  await page.waitForTimeout(400); // a finger that rests is told from one that does not by time alone
  await touch('touchMove', [middle + 100, line]);
  await touch('touchMove', [middle + 200, line]);
  await touch('touchEnd');
  await lab.button('Zoom to it').click();
  await expect(lanes(page)).not.toHaveAccessibleName(/, 2 s wide/);
  expect(lab.complaints).toEqual([]);
});

test('[N5] plots stand on the axis of the lanes and are read at the present', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '2m' });
  await lab.button('Plots').click();
  await lab.region('Timeline').getByRole('button', { name: 'Fit' }).click();
  const plots = lab.region('Plots');
  const figure = (name: RegExp) => plots.getByRole('figure', { name });
  await expect(figure(/^Iterator age: OrderProcessor \d+ ms/)).toBeVisible();
  await expect(figure(/^Records waiting: OrderProcessor \d+$/)).toBeVisible();
  await expect(figure(/^Duplicates: none$/)).toBeVisible();
  await expect(figure(/^Cost so far: \$0\.\d+/)).toHaveCount(1);
  await expect(plots.locator('canvas').first()).toBeVisible();
  const before = await figure(/^Iterator age/).getAttribute('aria-label');
  await figure(/^Iterator age/).hover({ position: { x: 500, y: 20 } });
  await expect(figure(/^Iterator age/)).not.toHaveAttribute('aria-label', before!);
  await expectNoViolations(page);
  expect(lab.complaints).toEqual([]);
});

test('[N4] [N7] time steps by what is chosen, back and on; at a breakpoint it stops, and says at which', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '1m', speed: 60 });
  await page.getByLabel('Step by').selectOption('batch');
  const start = await clock(page).textContent();
  await lab.button('Next batch').click();
  await expect(clock(page)).not.toHaveText(start!);
  await lab.waitForStill();
  const next = await clock(page).textContent();
  await lab.button('Next batch').click();
  await expect(clock(page)).not.toHaveText(next!);
  await lab.waitForStill();
  await lab.button('Previous batch').click();
  await expect(clock(page)).toHaveText(next!);

  await lab.button(/^Breakpoints/).click();
  await page.getByLabel('Stop when').selectOption({ label: 'a duplicate arrives' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(lab.button('Breakpoints: 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await lab.fault(/^Crash/).click();
  await lab.play();
  await expect(lab.region('Notices')).toContainText(/Stopped at .*: a duplicate arrives/, {
    timeout: 20_000,
  });
  await lab.waitForStill();
  await expect(lab.button(/^Play/)).toBeVisible();

  // Where the bar has no room for the slider, the menu has it.
  await page.setViewportSize({ width: 1280, height: 800 });
  await lab.button(/^Speed: /).click();
  await page.getByRole('slider', { name: 'Speed' }).press('End');
  await expect(lab.button(/^Speed: ×100,000/)).toBeVisible();
});
