import { afterEach, expect, it, vi } from 'vitest';
import { float64Log } from '../../engine/kernel/columns.ts';
import { keepPagesIn } from '../../engine/kernel/logPage.ts';
import { keepPagesInBrowser, type PagesBrowser } from './browserPages.ts';

afterEach(() => keepPagesIn(null));

/** A browser whose files are arrays, with locks that are held until the test ends. */
function aBrowser(names: string[], room = Number.POSITIVE_INFINITY) {
  const files = new Map<string, Uint8Array>();
  const held = new Set<string>();
  const handleOf = (name: string) => ({
    write(bytes: Uint8Array, { at }: { at: number }) {
      if (at + bytes.length > room) throw new DOMException('', 'QuotaExceededError');
      const larger = new Uint8Array(Math.max(at + bytes.length, files.get(name)!.length));
      larger.set(files.get(name)!);
      larger.set(bytes, at);
      files.set(name, larger);
      return bytes.length;
    },
    read(bytes: Uint8Array, { at }: { at: number }) {
      const part = files.get(name)!.subarray(at, at + bytes.length);
      bytes.set(part);
      return part.length;
    },
  });
  const folder = {
    getDirectoryHandle: async () => folder,
    async getFileHandle(name: string) {
      files.set(name, new Uint8Array(0));
      return { createSyncAccessHandle: async () => handleOf(name) };
    },
    async *keys() {
      yield* [...files.keys()];
    },
    async removeEntry(name: string) {
      files.delete(name);
    },
  };
  const locks = {
    async request(name: string, ...rest: unknown[]) {
      const work = rest.at(-1) as (lock: object | null) => unknown;
      if (held.has(name)) return work(null);
      held.add(name);
      await work({});
      held.delete(name);
    },
  };
  const storage = { getDirectory: async () => folder };
  const newName = () => names.shift()!;
  return { files, browser: { storage, locks, newName } as unknown as PagesBrowser };
}

const BYTES_IN_MEMORY = 100_000;

/** More than stays in memory, in pages that cannot be packed. */
function writeMuch() {
  const log = float64Log();
  for (let i = 0; i < 75_000; i++) log.push(i / 3);
  return log;
}

it('[B16] pages beyond what memory is meant to hold go to a file of the session’s own, and come back', async () => {
  const { files, browser } = aBrowser(['first', 'second']);
  files.set('left by a tab that is gone', new Uint8Array(9));
  const refused: string[] = [];
  await keepPagesInBrowser((why) => refused.push(why), browser, BYTES_IN_MEMORY);
  const log = writeMuch();
  await vi.waitFor(() => expect([...files.keys()]).toEqual(['first']));
  expect(files.get('first')!.length).toBeGreaterThan(400_000);
  expect([0, 5_000, 74_000].map((i) => log.get(i))).toEqual([0, 5_000 / 3, 74_000 / 3]);
  await keepPagesInBrowser((why) => refused.push(why), browser, BYTES_IN_MEMORY);
  expect([...files.keys()]).toEqual(['first', 'second']); // the first session lives
  expect(log.get(9_000)).toBe(3_000);
  expect(refused).toEqual([]);
});

it('[B16] where there is no file, or no room in it, pages stay in memory, and it is said once', async () => {
  const refused: string[] = [];
  const none = { storage: undefined, locks: undefined, newName: () => '' };
  for (const browser of [none, aBrowser(['small'], 100_000).browser]) {
    await keepPagesInBrowser((why) => refused.push(why), browser, BYTES_IN_MEMORY);
    const log = writeMuch();
    expect([0, 40_000, 74_000].map((i) => log.get(i))).toEqual([0, 40_000 / 3, 74_000 / 3]);
  }
  expect(refused).toEqual(['denied', 'quota']);
});
