/** A page of this folder, built as the product is and opened in headless Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { builtInReadings } from '../scripts/builtInReadings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param name the page's file without `.html`. @param use is given the page once it has loaded. */
export async function inBuiltPage<Result>(
  name: string,
  port: number,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const server = await servedPage(name, port);
  try {
    return await inProfile(async (context) => {
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/bench/${name}.html`);
      return use(page);
    });
  } finally {
    await server.close();
  }
}

/** With a new profile on disk, as a person's is: other contexts' files lie in the browser's memory. */
export async function inProfile<Result>(
  use: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'shardscope-bench-'));
  const options = { ...(await launchOptions()), viewport: { width: 1440, height: 900 } };
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Builds a page and serves it at `/bench/NAME.html`, until the server is closed. */
export async function servedPage(name: string, port: number): Promise<PreviewServer> {
  const outDir = fileURLToPath(new URL(`../.cache/${name}`, import.meta.url));
  const settings = { configFile: false, root, logLevel: 'error' } as const;
  const input = fileURLToPath(new URL(`./${name}.html`, import.meta.url));
  const output = { outDir, emptyOutDir: true, target: 'es2023', rolldownOptions: { input } };
  const plugins = [builtInReadings()];
  const worker = { format: 'es', plugins: () => plugins } as const;
  await build({ ...settings, plugins, worker, build: output });
  return preview({ ...settings, build: { outDir }, preview: { port, strictPort: true } });
}

/** Without a GPU. */
export const newBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());

const launchOptions = async () => ({
  executablePath: await browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
});

/** The browser that the page tests use. */
export async function browserPath(): Promise<string> {
  const { findBrowser } = (await import('../scripts/browser.mjs' as string)) as {
    findBrowser(): Promise<string | undefined>;
  };
  const path = await findBrowser();
  if (path === undefined) throw new Error('No browser to measure in.');
  return path;
}
