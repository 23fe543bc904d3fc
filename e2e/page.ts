import { expect, type Locator, type Page } from '@playwright/test';
import { collectComplaints } from './complaints.ts';

export interface OpenOptions {
  seed?: number;
  /** Virtual time since the lab's start, such as `0s` or `2m`: the page stands still there. */
  at?: string;
  /** Virtual seconds per real second. */
  speed?: number;
}

/** The Shardscope page as its tests steer it: by role and name, at a fixed seed and instant. */
export class LabPage {
  readonly page: Page;
  /** What the page has complained of since it was opened. */
  readonly complaints: readonly string[];

  private constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  static async in(page: Page): Promise<LabPage> {
    return new LabPage(page, await collectComplaints(page));
  }

  /** Opens a built-in lab and waits until it shows something. */
  async open(lab: string, { seed, at, speed }: OpenOptions = {}): Promise<void> {
    const query = new URLSearchParams({ lab });
    if (seed !== undefined) query.set('seed', String(seed));
    if (at !== undefined) {
      query.set('at', at);
      query.set('autoplay', '0');
    }
    if (speed !== undefined) query.set('speed', String(speed));
    await this.page.goto(`?${query}`);
    await expect(this.title).toBeVisible();
    if (at !== undefined) await this.waitForStill();
  }

  /** The one sentence on top. */
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  region(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  async play(): Promise<void> {
    await this.button(/^Play/).click();
  }

  async pause(): Promise<void> {
    await this.button(/^Pause/).click();
    await this.waitForStill();
  }

  /** A switch that breaks the orders lab's function. */
  fault(name: RegExp): Locator {
    return this.page.getByRole('group', { name: /^Break / }).getByRole('button', { name });
  }

  /** Opens a lab file, as a person would choose it from the disk. */
  async openFile(name: string, text: string): Promise<void> {
    await this.button(/^Choose a lab/).click();
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Puts the item that the form offers: T2001. Resolves when it has been acknowledged. */
  async putItem(): Promise<void> {
    await this.button('New item').first().click();
    await this.button('Put the item').click();
    await expect(this.page.getByText(/Put was sent at/)).toBeVisible();
    await this.page.keyboard.press('Escape');
  }

  /** Takes away what the page has said so far, so that what it says next stands alone. */
  async dismissNotices(): Promise<void> {
    const dismiss = this.region('Notices').getByRole('button', { name: 'Dismiss' });
    while ((await dismiss.count()) > 0) await dismiss.first().click();
    await expect(this.region('Notices')).toBeEmpty();
  }

  /** Moves the playhead on by whole seconds and tenths of one, by the slider's keys. */
  async seekBy(seconds: number, tenths: number): Promise<void> {
    const position = this.page.getByRole('slider', { name: 'Position in virtual time' });
    const keys = [
      ...Array<string>(seconds).fill('ArrowRight'),
      ...Array<string>(tenths).fill('Shift+ArrowRight'),
    ];
    for (const key of keys) {
      const before = await position.getAttribute('aria-valuetext');
      await position.press(key);
      await expect(position).not.toHaveAttribute('aria-valuetext', before!);
    }
    await this.waitForStill();
  }

  /** Moves the playhead by one of the timeline's buttons and waits until it is there. */
  async jump(name: 'Start' | '+1 min' | '+1 h' | '+24 h'): Promise<void> {
    const clock = this.page.locator('time.clock').first();
    const before = await clock.textContent();
    await this.page.getByRole('button', { name, exact: true }).click();
    await expect(clock).not.toHaveText(before!, { timeout: 40_000 });
    await this.waitForStill();
  }

  /** The text in the clipboard, once it has this shape: what is copied may still be made when the button is let go. */
  async copied(shape: RegExp): Promise<string> {
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toMatch(shape);
    return read();
  }

  /** Resolves when nothing moves, loads or waits to be painted. */
  async waitForStill(): Promise<void> {
    await this.page.evaluate(() =>
      (window as unknown as { waitForStill(): Promise<void> }).waitForStill(),
    );
  }
}
