import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { collectComplaints } from './complaints.ts';
import { LabPage } from './page.ts';

test.use({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });

test('[Q31] [Q32] [Q33] a lesson is presented with a remote, and the teacher has a window of their own', async ({
  page,
  context,
}) => {
  const lab = await LabPage.in(page);
  await page.goto('?lesson=what-a-change-is&step=3&present');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('The to-do is completed');
  await expect(heading).toBeFocused();
  const cards = page.getByRole('region', { name: /Todos/ });
  await expect(cards.first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 640 }); // no card is cut off
  await expect(cards.first()).toBeInViewport({ ratio: 1 });
  await expect(cards.last()).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });

  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Speaker window' }).click();
  const speaker = await opening;
  const complaints = await collectComplaints(speaker);
  await expect(speaker.getByRole('region', { name: 'Only you see this' })).toContainText(
    'One MODIFY',
  );
  await expect(page.getByText('Have them vote')).toHaveCount(0);
  await expectNoViolations(speaker);

  const answers = page.getByRole('list', { name: 'What do you think?' }).getByRole('listitem');
  await page.bringToFront();
  for (const digit of ['2', '2', '1']) await page.keyboard.press(digit);
  await speaker.getByRole('button', { name: 'One hand more: One MODIFY' }).click();
  await expect(answers.nth(1).getByRole('textbox')).toHaveValue('3');
  await expect(speaker.getByRole('button', { name: 'Next: Let time run' })).toBeEnabled();

  await page.keyboard.press('PageDown'); // time runs
  await expect(page.getByRole('button', { name: 'Reveal the answer' })).toBeVisible();
  await expect(page.getByText('this happened')).toHaveCount(0);
  await speaker.bringToFront();
  await speaker.keyboard.press('PageDown'); // from either window
  await expect(answers.filter({ hasText: 'this happened' })).toHaveText(/One MODIFY/);
  await expect(answers.nth(1).getByRole('progressbar', { name: '3 hands' })).toHaveAttribute(
    'value',
    '1',
  );
  await expectNoViolations(page);

  await page.bringToFront();
  await page.keyboard.press('q');
  const link = new URL('?lesson=what-a-change-is&step=3', page.url()).href;
  await expect(page.getByRole('img', { name: `Code with the link ${link}` })).toBeVisible();
  await page.keyboard.press('PageDown'); // what lies over the picture goes first
  await page.keyboard.press('b');
  await expect(page.getByText('The picture is black')).toBeAttached();
  await page.keyboard.press('b');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(heading).toHaveText('Now you');
  await expect(page.getByRole('button', { name: /^Do it/ })).toBeEnabled(); // its world is open
  await page.keyboard.press('PageDown'); // the task is done for the class
  await expect(page.getByText(/^There it is/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'What a change is' })).toBeVisible();
  await expect(speaker.getByRole('alert')).toContainText('has been ended');
  await expect(page.getByRole('link', { name: 'Hand-out' })).toHaveAttribute(
    'href',
    'handout.html?lesson=what-a-change-is&language=en',
  );
  expect([...lab.complaints, ...complaints]).toEqual([]);
});

test('[Q34] a lesson is printed: a picture and a code for each step, and the answers on a page of their own', async ({
  page,
}) => {
  const complaints = await collectComplaints(page);
  await page.goto('handout.html?lesson=what-a-change-is');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What a change is');
  await expect(page.getByText(/Seed 1, engine \d/)).toBeVisible();
  await expect(page.getByRole('img', { name: /, the stage at 09:00:0/ })).toHaveCount(8);
  await expect(page.getByRole('img', { name: /^Code with the link .*&step=8$/ })).toBeVisible();
  const answers = page.getByRole('region', { name: 'Answers' });
  await expect(answers.getByRole('listitem').first()).toHaveText('One MODIFY');
  await expectNoViolations(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(answers).toHaveCSS('break-before', 'page');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('checkbox', { name: /answers/ }).uncheck();
  await expect(answers).toHaveCount(0);
  await page.getByRole('checkbox', { name: /notes/ }).check();
  await expect(page.getByText(/^Have them vote/)).toBeVisible();

  await page.goto('handout.html?lesson=no-such-lesson');
  await expect(page.getByRole('alert')).toContainText('There is no lesson no-such-lesson.');
  expect(complaints).toEqual([]);
});
