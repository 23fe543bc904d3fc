import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { choose, hearLiveRegions, press, tabTo } from './keyboard.ts';
import { LabPage } from './page.ts';

test.use({ reducedMotion: 'reduce' });

test('[Q5] [Q6] the first lesson is taken by keyboard alone, from its link', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?lesson=what-a-change-is&step=2');
  const sheet = page.getByRole('dialog', { name: 'What a change is' });
  const heading = sheet.getByRole('heading', { level: 3 });
  await expect(heading).toHaveText('A new item');
  await expect(heading).toBeFocused();
  await expect(sheet.getByRole('button', { name: /^Let time run for/ })).toBeEnabled();
  await press(page, /^Let time run for/);
  await expect(sheet.getByText(/^It is 09:00:01\.100/)).toBeVisible();

  await press(page, /^Next$/);
  await expect(heading).toHaveText('The to-do is completed');
  await expect(heading).toBeFocused();
  await expect(sheet.getByText('The rules behind it')).toHaveCount(0);
  await page.keyboard.press('Space'); // the world stands still at a question
  await press(page, /^A REMOVE/, 'Space');
  await press(page, /^Commit/);
  await expect(sheet.getByRole('alert')).toHaveText('Say how sure you are.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await press(page, /^Commit/);
  await expect(sheet.getByRole('listitem').filter({ hasText: 'this happened' })).toHaveText(
    /One MODIFY/,
  );
  await expect(sheet.getByText('The stream now has 1 INSERT and 1 MODIFY.')).toBeVisible();
  await expectNoViolations(page);
  await press(page, /^See the world with: A REMOVE/);
  await expect(sheet.getByRole('status').filter({ hasText: 'Another world' })).toBeVisible();
  await expect(
    lab.region(/OpenSearch/).getByRole('button', { name: /T1001.*deleted/ }),
  ).toBeVisible();
  await press(page, /own world$/);
  await expect(
    lab.region(/OpenSearch/).getByRole('button', { name: /T1001.*replaced/ }),
  ).toBeVisible();

  await page.goto('?lesson=what-a-change-is&step=6');
  await expect(heading).toHaveText('Now you');
  await lab.waitForStill();
  await page.keyboard.press('n');
  await press(page, /^Put the item$/);
  await page.keyboard.press('Escape');
  await expect(sheet.getByText(/^There it is/)).toBeVisible();
  await press(page, /^Next$/);
  await expect(heading).toHaveText('Looking back');
  await expect(sheet.getByRole('button', { name: /^Commit/ })).toBeVisible();
  await press(page, /^A put of a new key/, 'Space');
  await press(page, /^An update/, 'Space');
  await press(page, /^A guess/, 'Space');
  await press(page, /^Commit$/);
  await expect(sheet.getByText('Four writes, and 3 records.')).toBeVisible();
  await press(page, /^Next$/);
  await press(page, /^All lessons$/);
  await expect(page.getByRole('dialog', { name: 'Lessons' }).getByText(/taken/)).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

test('[Q5] the second lesson is taken by keyboard and by ear', async ({ page }) => {
  const lab = await LabPage.in(page);
  const heard = await hearLiveRegions(page);
  await page.goto('?lesson=why-not-poll');
  const sheet = page.getByRole('dialog', { name: 'Why not poll' });
  const heading = sheet.getByRole('heading', { level: 3 });
  const begins = async (title: string, does?: RegExp): Promise<void> => {
    await expect(heading).toHaveText(title);
    await expect(heading).toBeFocused();
    if (does !== undefined) await expect(sheet.getByRole('button', { name: does })).toBeEnabled();
    await lab.waitForStill();
  };
  await begins('Told, or asking');
  await press(page, /^Next$/);
  await begins('The first order', /^Let time run/);
  await press(page, /^Let time run for 6 s$/);
  await heard(/^It is 09:00:06\.000\. Time stands still\.$/);
  await expect(sheet.getByRole('button', { name: 'Next', exact: true })).toBeFocused();

  await page.keyboard.press('Enter');
  await begins('Placed, paid, shipped', /^Commit/);
  await expect(sheet).toMatchAriaSnapshot(`
    - dialog "Why not poll":
      - heading "Placed, paid, shipped" [level=3]
      - form "Predict":
        - group "How many of the three states will the scan return?":
          - radio "All three"
          - radio "Only the last"
          - radio "None of them"
        - group "How sure are you?":
          - radio "A guess"
          - radio "Fairly sure"
          - radio "Certain"
        - button "Commit, and let time run"
      - button "Back"
      - button "Next"
  `);
  await choose(page, /^All three/, 1);
  await choose(page, /^A guess/, 2);
  await press(page, /^Commit/);
  await heard(/^Right\..*Only the last.*this happened.*your answer.*2 states were never seen/s);
  await expect(page.locator(':focus')).toContainText('2 states were never seen');
  await press(page, /^See the world with: All three/);
  await expect(page.locator(':focus')).toContainText(/^Another world.*every seven seconds/);
  await press(page, /own world$/);

  await press(page, /^Next$/);
  await begins('An order is withdrawn', /^Commit/);
  await press(page, /^The stream: it has/, 'Space');
  await press(page, /^The search index/, 'Space');
  await choose(page, /^A guess/, 1);
  await press(page, /^Commit/);
  await heard(/^Right\..*the scan has missed 1\./s);

  await press(page, /^Next$/);
  await begins('What a look costs', /^Commit/);
  await tabTo(page, /items read/);
  await page.keyboard.type('400');
  await press(page, /^A guess/, 'Space');
  await press(page, /^Commit$/);
  await heard(/^Right, though you called it a guess\..*The engine counts 40\d\b/s);

  await press(page, /^Next$/);
  await begins('Now you');
  await page.keyboard.press('n');
  await choose(page, /^Put$/, 2, 'ArrowRight');
  await tabTo(page, /^Find an item/);
  await page.keyboard.type('archive#33');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^archive#/ })).toHaveCount(1);
  await press(page, /^archive#33$/);
  await press(page, /^Delete the item$/);
  await page.keyboard.press('Escape');
  await heard(/^Done.*The stream has it/s);
  await expect(page.getByText('You changed the past')).toHaveCount(0);

  await press(page, /^Next$/);
  await begins('The next look', /^Let time run/);
  await press(page, /^Let time run/);
  await heard(/^It is 09:01:31/);
  await page.keyboard.press('Enter');
  await begins('What you have seen');
  await press(page, /^Next lesson: /);
  await expect(page.getByRole('dialog', { name: 'Enabling a stream' })).toBeVisible();
  expect(lab.complaints).toEqual([]);
});

test('[Q5] the third lesson is taken by keyboard and by ear, and on a phone', async ({ page }) => {
  const lab = await LabPage.in(page);
  const heard = await hearLiveRegions(page);
  await page.goto('?lesson=enabling-a-stream');
  const sheet = page.getByRole('dialog', { name: 'Enabling a stream' });
  const heading = sheet.getByRole('heading', { level: 3 });
  const begins = async (title: string, does?: RegExp): Promise<void> => {
    await expect(heading).toHaveText(title);
    await expect(heading).toBeFocused();
    if (does !== undefined) await expect(sheet.getByRole('button', { name: does })).toBeEnabled();
    await lab.waitForStill();
  };
  const answers = async (first: RegExp, down: number): Promise<void> => {
    await choose(page, first, down);
    await choose(page, /^A guess/, 1);
    await press(page, /^Commit/);
  };
  await begins('A table without a stream', /^Let time run/);
  await press(page, /^Let time run for 2 s$/);
  await heard(/^It is 09:00:02/);
  await page.keyboard.press('Enter');
  await begins('The stream is enabled', /^Commit/);
  await answers(/^Four, one for each/, 2);
  await heard(/^Right\..*called a backfill/s);
  await press(page, /^Next$/);
  await begins('An old customer moves', /^Commit/);
  await answers(/^An INSERT/, 0);
  await heard(/^Not this time\..*An INSERT.*your answer.*A MODIFY.*this happened/s);
  await press(page, /^Next$/);
  await begins('What this record can tell', /^Commit/);
  await press(page, /^Which customer/, 'Space');
  await press(page, /^Where she lives now/, 'Space');
  await choose(page, /^A guess/, 2);
  await press(page, /^Commit/);
  await heard(/^Right\..*The key is in every record/s);
  await press(page, /^Next$/);
  await begins('Changing one’s mind', /^Commit/);
  await answers(/^Change the view type/, 2);
  await heard(/^Right\..*ValidationException/s);
  await press(page, /^Next$/);
  await begins('Off', /^Let time run/);
  await press(page, /^Let time run/);
  await heard(/^It is 09:00:28/);
  await page.keyboard.press('Enter');

  await begins('Now you');
  const call = 'aws dynamodb update-table --table-name Customers --stream-specification ';
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Console' })).toBeVisible();
  await page.keyboard.type(`${call}StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES\n`);
  await expect(page.getByRole('dialog', { name: 'Console' })).toContainText('StreamViewType');
  await page.keyboard.press('Escape');
  await heard(/^Done.*A new stream/s);
  await press(page, /^Next$/);
  await begins('Another stream', /^Let time run/);
  await press(page, /^Let time run/);
  await heard(/^It is 09:00:41/);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('What you have seen');
  const pointedAt = lab.region(/Customers/).first();
  await expect(pointedAt).toBeInViewport();
  const below = await sheet.boundingBox();
  expect((await pointedAt.boundingBox())!.y).toBeLessThan(below!.y - 40);
  expect(lab.complaints).toEqual([]);
});

test('[B11] a lesson that there is not is named, and the list stands open', async ({ page }) => {
  const lab = await LabPage.in(page);
  await page.goto('?lesson=no-such-lesson');
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-lesson' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Lessons in their order' })).toBeVisible();
  await expect(lab.title).toBeVisible();
  expect(lab.complaints).toEqual([]);
});
