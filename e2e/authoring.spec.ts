import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test.use({ reducedMotion: 'reduce' });

test('[Q41] [Q42] [Q43] [Q44] a lesson is recorded, written, mended, checked, taken, and sent as a link', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '0s', speed: 1 });
  await lab.button('Lessons').click();
  await lab.button(/^Write a lesson/).click();
  const sheet = page.getByRole('dialog', { name: 'Write a lesson' });
  const editor = sheet.getByRole('textbox', { name: 'Text of the lesson' });
  await sheet.getByRole('button', { name: /^Record what I do in/ }).click();
  await lab.button('Put an item').click();
  await lab.button('Put the item').click();
  await lab.play();
  await expect(lab.region(/Writers/i)).toContainText(/[1-9] written/);
  await lab.pause();
  await lab.button('Back to the lesson').click();
  await expect(sheet.getByRole('list', { name: 'Steps so far' })).toContainText('Step 1 ends at');
  await sheet.getByRole('button', { name: 'Make a lesson of it' }).click();
  await expect(sheet.getByRole('combobox', { name: 'From step' })).toContainText(
    'Now you: PutItem',
  );
  await sheet.getByRole('button', { name: 'Back to your lessons' }).click();

  await sheet.getByRole('button', { name: 'With a short example' }).click();
  await expect(sheet.getByRole('status').filter({ hasText: '4 steps. No fault.' })).toBeVisible();

  await editor.press('ControlOrMeta+Home');
  await editor.press('ArrowDown');
  await editor.pressSequentially('x');
  const faults = sheet.getByRole('list', { name: 'Faults' });
  await expect(faults).toContainText('xid: is not a known key; did you mean id?');
  await expectNoViolations(page);
  await faults.getByRole('button', { name: 'Line 2' }).last().click();
  await expect(editor).toBeFocused();
  await editor.press('Delete');
  await expect(faults).toHaveCount(0);

  await sheet.getByRole('button', { name: 'Check all of it' }).click();
  await expect(sheet.getByText(/^It holds/)).toBeVisible();
  await sheet.getByRole('combobox', { name: 'From step' }).selectOption('2');
  await sheet.getByRole('button', { name: 'Take it' }).click();
  const taken = page.getByRole('dialog', { name: 'Two writes, one record' });
  const question = taken.getByRole('radio', { name: 'Nothing' });
  await expect(question).toBeVisible();
  await taken.getByRole('button', { name: 'Back to the text' }).click();
  await expect(editor).toContainText('id: who-asks');
  await sheet.getByRole('button', { name: 'Take it' }).click();
  await expect(page).toHaveURL(/#written=1\.[0-9a-f]{8}\.[\w-]+&step=3$/);

  await page.reload();
  await expect(taken.getByText('A lesson from a link')).toBeVisible();
  await question.check();
  await taken.getByRole('radio', { name: 'Certain' }).check();
  await taken.getByRole('button', { name: /^Commit/ }).click();
  await expect(taken.getByText('Right.')).toBeVisible();
  await taken.getByRole('button', { name: 'Edit this lesson' }).click();
  await sheet.getByRole('button', { name: 'Back to your lessons' }).click();
  await expect(sheet.getByRole('list', { name: 'Your lessons' }).getByRole('listitem')).toHaveCount(
    3,
  );
  expect(lab.complaints).toEqual([]);
});
