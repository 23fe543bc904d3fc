import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

async function orders(page: Page, at = '30s'): Promise<LabPage> {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at });
  return lab;
}

const json = (page: Page) => page.getByRole('textbox', { name: 'Item as JSON' });

test('[U1] everything has a key, and ? lists them', async ({ page }) => {
  const lab = await orders(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Play or pause');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const clock = page.locator('time.clock');
  const before = await clock.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(clock).not.toHaveText(before!);
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(lab.button('Play')).toBeVisible();

  await page.keyboard.press(']');
  await expect(lab.button(/^Speed: ×0\.2/)).toBeVisible();
  await page.keyboard.press('l');
  await expect(lab.region('Log')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(lab.region('Log')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(clock).toContainText('09:00:00.000');
  expect(lab.complaints).toEqual([]);
});

test('[U2] [U3] JSON is checked as it is typed, an update is made of the edits, and a condition that fails is told in AWS’s words', async ({
  page,
}) => {
  const lab = await orders(page);
  await page.keyboard.press('n');
  const send = lab.button('Put the item');
  await json(page).fill('{\n  "id": "T2002",\n  status: "new"\n}');
  await expect(page.getByText('Line 3, column 3: A name needs double quotes')).toBeVisible();
  await expect(send).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(json(page)).toHaveValue(/status: "new"/);

  await json(page).fill('{ "status": "new" }');
  await expect(page.getByText('Missing the key id in the item')).toBeVisible();
  await json(page).fill('{ "id": 7 }');
  await expect(page.getByText('Type mismatch for key id expected: S actual: N')).toBeVisible();

  await json(page).fill('{ "id": "T2002", "total": 12.5 }');
  await page.getByText('DynamoDB JSON').click();
  await expect(json(page)).toHaveValue(/"N": "12\.5"/);
  await send.click();
  await expect(page.getByText(/^Put was sent at/)).toBeVisible();
  await lab.play();
  await expect(page.locator('.outcome')).toContainText('T2002 was put');
  await lab.pause();
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await page.getByText('Update', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Find an item by its key' }).fill('T1001');
  await page.locator('.item-choice', { hasText: 'T1001' }).click();
  const text = await json(page).inputValue();
  await json(page).fill(text.replace('In Progress', 'completed'));
  await expect(page.locator('.generated')).toContainText('SET #n0 = :v0');
  await page.getByRole('combobox', { name: 'Only if' }).selectOption('notExists');
  await lab.button('Update the item').click();
  await lab.play();
  await expect(page.locator('.outcome')).toContainText(
    'ConditionalCheckFailedException: The conditional request failed',
  );
  expect(lab.complaints).toEqual([]);
});

test('[U4] [U5] [U6] a fault is one click and is undone, a file that is no lab is told line by line, a long jump can be stopped', async ({
  page,
}) => {
  const lab = await orders(page);
  const poison = lab.button(/^Poison an item/);
  await poison.click();
  await expect(poison).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.region('Notices')).toContainText('is poisoned');
  await lab.region('Notices').getByRole('button', { name: 'Undo' }).click();
  await expect(poison).toHaveAttribute('aria-pressed', 'false');

  const bad = 'Resources: {}\nMetadata:\n  Shardscope:\n    Versio: 1\n    Seed: x\n';
  await lab.openFile('bad.yaml', bad);
  await expect(lab.region('Notices')).toContainText('did you mean Version?');
  await expect(lab.region('Notices')).toContainText('5:');
  await expect(lab.button(/^Choose a lab: Orders/)).toBeVisible();
  await page.keyboard.press('Escape');

  await lab.button('+24 h').click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await lab.button('Stop here').click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const position = page.getByRole('slider', { name: 'Position in virtual time' });
  const stoppedAt = async () => Number(await position.getAttribute('aria-valuenow'));
  await expect.poll(stoppedAt).toBeGreaterThan(30);
  expect(await stoppedAt()).toBeLessThan(86_430);

  // A filter looks further back than to the lines that a jump brings.
  await page.getByRole('searchbox', { name: 'Filter' }).fill('order');
  const latest = page
    .getByRole('list', { name: /^Log lines/ })
    .getByRole('listitem')
    .last();
  const place = async () => Number(await latest.getAttribute('data-index'));
  await expect.poll(place).toBeGreaterThan(100);
  await position.press('Home');
  await expect(position).toHaveAttribute('aria-valuenow', '0');

  // Pressed twice, it can be dragged: no text is selected, which would be dragged in its place.
  const { x, y, width } = (await position.boundingBox())!;
  for (const [from, to] of [
    [0.1, 0.1],
    [0.1, 0.05],
    [0.1, 0.2],
  ] as const) {
    await page.mouse.move(x + width * from, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + width * to, y + 10, { steps: 4 });
    await page.mouse.up();
  }
  await expect(position).toHaveAttribute('aria-valuenow', /^8[5-9]$/);
});

/** As in Safari, where a button that is pressed leaves the focus to what holds it. */
const holderTakesFocus = (button: Locator): Promise<void> =>
  button.evaluate((element) => {
    const header = element.closest('header')!;
    header.tabIndex = -1;
    header.focus();
  });

test('[U7] [U8] theme and language are chosen and remembered', async ({ page }) => {
  const lab = await orders(page);
  await lab.button(/^Theme/).click();
  await holderTakesFocus(lab.button('Dark'));
  await lab.button('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await lab.button(/^Theme/).click();
  await lab.button('Deutsch').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(lab.button('Zweige')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/wurde|hat|haben|Noch/);
  await page.goto('./?language=en');
  await expect(lab.button('Branches')).toBeVisible();
});

for (const width of [1440, 390]) {
  const isPhone = width < 600;
  test.describe(() => {
    test.use({ hasTouch: isPhone });
    test(`axe finds nothing in any panel at ${width} px, and nothing overflows`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 844 });
      await orders(page, '95s');
      for (const key of ['n', 'c', '?', 'l', 'i', ...(isPhone ? ['Time'] : [])]) {
        if (key === 'Time') await page.getByRole('button', { name: 'Time', exact: true }).click();
        else await page.keyboard.press(key);
        await page.waitForTimeout(300);
        await expectNoViolations(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        if (key === 'Time') await expectTimeInSight(page);
        if (key === 'l' && isPhone) expect(await whyBesideWords(page)).toBeGreaterThan(0);
        await page.keyboard.press('Escape');
      }
    });
  });
}

/** On the smallest page, with plots and a chosen stretch, the sheet and every button for the stretch are in sight. */
async function expectTimeInSight(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Plots' }).click();
  await page.getByRole('application', { name: /^Timeline from/ }).press('Shift+ArrowLeft');
  for (const name of ['Close', 'Zoom to it', 'What happened there', 'Clear']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
}

/** Where nothing hovers, each line of the log has its Why. How much room is between both, at least, in pixels. */
const whyBesideWords = (page: Page): Promise<number> =>
  page.locator('.log-line').evaluateAll((lines) => {
    const edges = (line: Element): number =>
      line.querySelector('.log-why')!.getBoundingClientRect().left -
      line.querySelector('.log-text')!.getBoundingClientRect().right;
    return Math.min(...lines.map(edges));
  });
