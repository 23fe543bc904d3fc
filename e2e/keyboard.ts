/** A page as somebody uses it who has a keyboard and a screen reader, and nothing else. */
import { expect, type Page } from '@playwright/test';

/** Presses Tab until a control of this name has the focus, unless it has it already. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 150; i++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.matches('body, [tabindex="-1"]')) return '';
      const named = focused?.closest('label')?.textContent ?? focused?.getAttribute('aria-label');
      return (named ?? focused?.textContent ?? '').trim();
    });
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}

/** Comes to a control by Tab and presses a key there. */
export async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Comes to the first of a group of radio buttons and chooses the one that is so many below it. */
export async function choose(page: Page, first: RegExp, below: number, key = 'ArrowDown') {
  await tabTo(page, first);
  if (below === 0) await page.keyboard.press('Space');
  for (let i = 0; i < below; i++) await page.keyboard.press(key);
}

/**
 * Hears what live regions say from now on: what changes in one that was there before.
 * @returns waits until one has said something since this was asked last.
 */
export async function hearLiveRegions(page: Page): Promise<(what: RegExp) => Promise<void>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const hear = (changes: MutationRecord[]): void => {
      for (const { target } of changes) {
        const within = target instanceof Element ? target : target.parentElement;
        const region = within?.closest('[aria-live="polite"], [role="status"], [role="alert"]');
        if (region) said.push(region.textContent);
      }
    };
    const watched = { childList: true, characterData: true, subtree: true };
    new MutationObserver(hear).observe(document, watched);
  });
  const saidSince = () =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.join('\u0000'));
  return async (what) => {
    const each = async () => (await saidSince()).split('\u0000').some((text) => what.test(text));
    await expect.poll(each, { message: `somebody hears ${what}` }).toBe(true);
    await page.evaluate(() => {
      (window as unknown as { said: string[] }).said.length = 0;
    });
  };
}
