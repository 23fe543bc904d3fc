import { type ChildProcess, spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import type { Answer, Asked } from '../src/runtime/page/host.ts';
import type { Keeping } from './trials/keeping.ts';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging=stderr',
  '--remote-debugging-port=0',
];

/** A browser with a profile on disk, whose process can be killed as a power cut would. */
export class KillableBrowser {
  private readonly child: ChildProcess;
  private readonly said: string[];
  readonly page: Page;

  private constructor(child: ChildProcess, page: Page, said: string[]) {
    this.child = child;
    this.page = page;
    this.said = said;
  }

  /** What the browser itself has said of its databases. */
  get saidOfDatabases(): string[] {
    const lines = this.said.join('').split('\n');
    return lines.filter((line) => /indexed|leveldb|corrupt|file.?system/i.test(line));
  }

  /** @param profile the folder that holds what the browser keeps. */
  static async start(profile: string, address: string): Promise<KillableBrowser> {
    const path = process.env.CHROMIUM_PATH ?? chromium.executablePath();
    const child = spawn(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      detached: true, // a process group of its own, so that all of it dies at once
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    child.stderr!.on('data', (part: Buffer) => said.push(part.toString()));
    const browser = await chromium.connectOverCDP(await devToolsAddress(child));
    const page = await browser.contexts()[0]!.newPage();
    await page.goto(address);
    await page.waitForFunction(() => 'keeping' in window);
    return new KillableBrowser(child, page, said);
  }

  ask(asked: Asked): Promise<Answer> {
    return this.page.evaluate(
      (question) => (window as unknown as { keeping: Keeping }).keeping.ask(question),
      asked,
    );
  }

  notices(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { keeping: Keeping }).keeping.notices());
  }

  openText(name: string, text: string): Promise<Answer> {
    return this.page.evaluate(
      (file) => (window as unknown as { keeping: Keeping }).keeping.openText(file.name, file.text),
      { name, text },
    );
  }

  /** Resolves when the process is gone; it had no chance to finish anything. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid!, 'SIGKILL');
    await gone;
    // What steers the page learns of it a moment later.
    const browser = this.page.context().browser()!;
    if (browser.isConnected())
      await new Promise((resolve) => browser.once('disconnected', resolve));
  }
}

function devToolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)));
    child.stderr!.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
