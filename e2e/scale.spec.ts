import { expect, test } from '@playwright/test';
import { largeLab } from '../src/lab/testing/largeLab.ts';
import { expectNoViolations } from './accessibility.ts';
import { LabPage } from './page.ts';

test('[V90] [V97] sixty cards and two hundred shards are seen whole, from near, and one at a time, by keyboard', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('todos', { at: '0s' });
  await lab.openFile('large.yaml', largeLab());
  await expect(lab.button(/^Choose a lab: Sixty cards/)).toBeVisible();
  await lab.pause();
  const stage = page.getByRole('region', { name: 'Stage', exact: true });
  const cards = stage.locator('.card');
  await expect(cards).toHaveCount(60);
  await expect(page.getByRole('slider', { name: 'Map of the stage' })).toBeVisible();

  await page.keyboard.press('0');
  await expect(stage.locator('.tile')).toHaveCount(60);
  await expect(page.getByRole('slider', { name: 'Map of the stage' })).toBeVisible();
  await expect(stage.getByText(/^\d\d of 60 cards in sight$/)).toBeVisible();
  expect(await overlapping(page)).toEqual([]);
  await stage.getByRole('button', { name: 'Worker7', exact: true }).press('Enter');
  await page.keyboard.press('f');
  await expect(stage.getByRole('button', { name: 'Focus' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(stage.locator('.is-dimmed .card')).toHaveCount(54);
  await expect(stage.locator('.line:not(.is-dimmed)')).toHaveCount(5);
  await page.keyboard.press('f');
  await expectNoViolations(page, '.stage');

  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(stage.getByRole('button', { name: /^Zoom 80 %/ })).toBeVisible();
  // What is far from what is seen is a name and a count; what is scrolled to is everything.
  await page.getByRole('slider', { name: 'Map of the stage' }).press('End');
  await expect(
    stage.getByRole('group', { name: /^Break / }).or(stage.locator('.card-poller')),
  ).not.toHaveCount(0);

  // One of two hundred shards, by its name alone.
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Card, partition, shard or item' });
  await expect(field).toBeFocused();
  await field.fill('shard 40 Table3');
  await expect(page.getByRole('listbox', { name: 'Find' }).getByRole('option')).toHaveCount(1);
  await expectNoViolations(page, '.sheet');
  await page.keyboard.press('Enter');
  const lane = stage.getByRole('button', { name: /^shard 40,/ });
  await expect(lane).toBeFocused();
  await expect(lane).toBeInViewport();
  const inTime = lab.region('Timeline').getByRole('button', { name: 'Table3 shard 40' });
  await expect(inTime).toBeInViewport();
  await expect(inTime).toHaveAttribute('aria-current', 'true');
  expect(lab.complaints).toEqual([]);
});

/** Pairs of cards, or of words in one card, that lie over one another. */
function overlapping(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const check = (elements: Element[]): void => {
      for (const [i, a] of elements.entries()) {
        for (const b of elements.slice(i + 1)) {
          if (meet(a.getBoundingClientRect(), b.getBoundingClientRect())) {
            found.push(`${a.textContent} / ${b.textContent}`);
          }
        }
      }
    };
    check([...document.querySelectorAll('.stage .card')]);
    for (const card of document.querySelectorAll('.stage .tile')) check([...card.children]);
    return found;
  });
}

test('[V94] [V95] without motion the same steps are read by keyboard; a card that is moved stays', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '20s' });
  const steps = page.getByRole('region', { name: 'Storyboard' }).getByRole('listitem');
  await expect(steps).toHaveCount(24);
  const before = await steps.last().textContent();
  await page.keyboard.press('ArrowRight');
  await lab.waitForStill();
  await expect(steps.last()).not.toHaveText(before!);
  const ways = page.getByRole('region', { name: 'Storyboard' }).getByRole('img');
  await expect(ways.first()).toHaveAccessibleName(/, from .+ to .+: (arrived after|on the way)/);
  await expectNoViolations(page, '.storyboard');
  await page.keyboard.press('m');
  await expect(steps).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(page.getByRole('region', { name: 'Timeline' })).toHaveCount(0);
  const inspector = lab.button('Inspector');
  await expect(inspector).toHaveAttribute('aria-pressed', 'false');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Timeline' }).first()).toBeVisible();

  const card = page.getByRole('region', { name: 'S3 AuditBucket' });
  const leftOf = async () => Math.round((await card.boundingBox())!.x);
  const automatic = await leftOf();
  await card.getByRole('button', { name: 'AuditBucket', exact: true }).focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(leftOf).toBe(automatic - 60);
  await lab.button('Undo: the move of AuditBucket').click();
  await expect.poll(leftOf).toBe(automatic);
  await lab.button('Redo: the move of AuditBucket').click();
  await expect.poll(leftOf).toBe(automatic - 60);
  await lab.open('orders', { at: '20s' });
  await expect.poll(leftOf).toBe(automatic - 60);
  await lab.button('Tidy').click();
  await expect.poll(leftOf).toBe(automatic);

  await lab.jump('+1 min');
  const arrivals = page.getByRole('region', { name: 'OpenSearch products' }).locator('.arrival');
  await arrivals.first().click();
  await page.keyboard.press('f');
  await expect(arrivals.first()).not.toHaveClass(/is-dimmed/);
  await expect(arrivals.and(page.locator('.is-dimmed'))).not.toHaveCount(0);
  expect(lab.complaints).toEqual([]);
});
