/** Moments of the orders lab that are worth a picture, each reached as a person would reach it. */

/** What a picture is taken of: steers the page to the moment, and leaves it still. */
export const moments = {
  /** What a stranger sees five seconds after the page was opened. */
  async start(steered) {
    await steered.open('?lab=orders');
    await steered.page.waitForTimeout(5_000);
  },
  async midFlight(steered) {
    await steered.open('?lab=orders&at=1m');
    await steered.page.getByRole('button', { name: 'Play', exact: true }).click();
    await steered.page.waitForTimeout(4_000);
    await steered.page.getByRole('button', { name: 'Pause', exact: true }).click();
  },
  /** An order that cannot be processed, two minutes after it was poisoned. */
  async poisonedShard(steered) {
    await steered.open('?lab=orders&at=2m');
    await steered.poison();
    await steered.jump('+1 min', '+1 min');
  },
  /** The poisoned record has fallen off, unread, and its shard moves on. */
  async expiry(steered) {
    await steered.open('?lab=orders&at=2m');
    await steered.poison();
    await steered.jump('+24 h');
    for (let second = 0; second < 14; second++) {
      await steered.page.keyboard.press('Shift+ArrowRight');
      await steered.still();
    }
  },
  async comparison(steered) {
    await steered.open('?lab=orders&at=10m');
    await steered.page.keyboard.press('c');
    await steered.page.getByRole('dialog').getByRole('table').waitFor();
  },
};

/** A page of the lab, wide or a phone's, as the moments steer it. */
export class SteeredPage {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.isPhone = page.viewportSize().width < 1_000;
  }

  still() {
    return this.page.evaluate(() => window.waitForStill());
  }

  async open(query) {
    await this.page.goto(`${this.address}${query}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    if (query.includes('at=')) await this.still();
  }

  async poison() {
    await this.page.getByRole('button', { name: /^Poison/ }).click();
    await this.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  }

  /** By the timeline's buttons, which a phone has in a sheet. */
  async jump(...names) {
    if (this.isPhone) await this.page.getByRole('button', { name: 'Time', exact: true }).click();
    const clock = this.page.locator('time.clock').first();
    for (const name of names) {
      const before = await clock.textContent();
      await this.page.getByRole('button', { name, exact: true }).click();
      const moved = (text) => document.querySelector('time.clock')?.textContent !== text;
      await this.page.waitForFunction(moved, before, { timeout: 120_000 });
      await this.still();
    }
    if (this.isPhone) await this.page.keyboard.press('Escape');
  }
}
