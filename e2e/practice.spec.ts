import { expect, type Locator, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test.use({ reducedMotion: 'reduce' });

/** Puts the focus on a control and presses a key: what a keyboard does once Tab has come there. */
async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await control.press(key);
}

async function answer(sheet: Locator, choice: RegExp, sure: string): Promise<void> {
  await press(sheet.getByRole('radio', { name: choice }), 'Space');
  await press(sheet.getByRole('radio', { name: sure }), 'Space');
  await press(sheet.getByRole('button', { name: /^Commit/ }));
}

test('[Q14] [Q11] [Q8] practice by keyboard: a broken part, an order, against the clock, progress', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await page.goto('?practice=nothing-arrives');
  const sheet = page.getByRole('dialog', { name: 'Exam practice' });
  const heading = sheet.getByRole('heading', { level: 3 });
  await expect(heading.first()).toHaveText('The index stays empty');
  await expect(heading.first()).toBeFocused();
  await answer(sheet, /timeout of the function/, 'Certain');
  await expect(sheet.getByText(/worth a second look/)).toBeVisible();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'all works' })).toHaveText(
    /The filter of the mapping/,
  );
  await expectNoViolations(page);
  await press(sheet.getByRole('button', { name: /compares total as the text/ }));
  await expect(sheet.getByRole('status').filter({ hasText: 'Another world' })).toBeVisible();
  await expect(lab.region(/OpenSearch/).getByRole('button', { name: /order#3/ })).toBeVisible();
  await press(sheet.getByRole('button', { name: /own world$/ }));
  await press(sheet.getByRole('button', { name: 'Back to practice' }));

  const due = sheet.getByRole('region', { name: 'Your progress' });
  await expect(due.getByRole('row', { name: /Certain 1 0 \(0 %\)/ })).toBeVisible();
  await sheet.getByLabel('Made', { exact: true }).selectOption('written');
  await sheet.getByLabel('Questions', { exact: true }).selectOption('weak');
  await expect(sheet.getByText('1 question', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  const saving = page.waitForEvent('download');
  await press(due.getByRole('button', { name: 'Save progress' }));
  const saved = await (await saving).path();
  await press(due.getByRole('button', { name: 'Forget all' }));
  await press(due.getByRole('button', { name: 'Yes, forget them' }));
  await expect(due.getByRole('table')).toHaveCount(0);
  await due
    .getByLabel('Load progress')
    .last()
    .setInputFiles({
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"shardscope":"practice"}'),
    });
  await expect(sheet.getByText(/^The file was not loaded\./)).toBeVisible();
  await due.getByLabel('Load progress').last().setInputFiles(saved);
  await expect(sheet.getByText('1 answer came from the file.')).toBeVisible();

  await page.goto('?practice=parent-first');
  await expect(heading.first()).toHaveText('A split while the function is slow');
  const wanted = ['closed', 'gets its first', 'the last record of the parent', 'to its end'];
  for (const [place, part] of wanted.entries()) {
    const item = sheet.getByRole('listitem').filter({ hasText: part });
    const up = item.getByRole('button', { name: /^Up: / });
    while (!(await item.textContent())?.startsWith(String(place + 1))) await press(up);
  }
  await press(sheet.getByRole('radio', { name: 'A guess' }), 'Space');
  await press(sheet.getByRole('button', { name: /^Commit/ }));
  await expect(sheet.getByText('Right, though you called it a guess.')).toBeVisible();
  await expect(sheet.getByText(/^first at 09:00:04/).first()).toBeVisible();
  await press(sheet.getByRole('button', { name: 'Back to practice' }));

  await sheet.getByLabel('Made', { exact: true }).selectOption('written');
  await sheet.getByLabel('Exam', { exact: true }).selectOption('DVA-C02');
  await sheet.getByLabel('Questions', { exact: true }).selectOption('weak');
  await press(sheet.getByRole('button', { name: /in \d+ minutes$/ }));
  await expect(sheet.getByRole('timer')).toBeVisible();
  await expect(sheet.getByText('Question 1 of 1', { exact: true })).toBeVisible();
  await press(sheet.getByRole('radio').first(), 'Space');
  await press(sheet.getByRole('radio', { name: 'Fairly sure' }), 'Space');
  await press(sheet.getByRole('button', { name: 'Commit' }));
  await expect(heading.first()).toHaveText('How it went');
  await expect(sheet.getByText(/^[01] of \d+ right$/)).toBeVisible();
  await expectNoViolations(page);
  await press(sheet.getByRole('button', { name: /^See why: / }).first());
  await expect(sheet.getByRole('button', { name: 'How it went' })).toBeVisible();
  expect(lab.complaints).toEqual([]);
});
