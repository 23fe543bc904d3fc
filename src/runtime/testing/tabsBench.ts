/** Several tabs of one browser, each with a session of its own, and one that can be killed. */
import { type IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import { put } from '../../engine/testing/definitions.ts';
import type { SessionSurroundings } from '../session/sessionSurroundings.ts';
import { openDatabase } from '../storage/database.ts';
import type { LabStorage } from '../storage/storage.ts';
import { claimLab, type TabNews } from '../tabs/ownership.ts';
import { MemoryStorage } from './memoryStorage.ts';
import { sessionBench } from './sessionBench.ts';

/** The browser's lock manager, as far as locks of tabs need it. */
export class Locks {
  private readonly tails = new Map<string, Promise<unknown>>();

  request = ((name: string, { signal }: LockOptions, hold: () => Promise<void>) => {
    const granted = (this.tails.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      return hold();
    });
    this.tails.set(
      name,
      granted.catch(() => {}),
    );
    return granted;
  }) as LockManager['request'];
}

/** Tabs of one browser: one database, locks and channels by name. */
export function oneBrowser() {
  const locks = new Locks();
  const storage = new MemoryStorage();
  const ears: { labId: string; hear(news: TabNews): void }[] = [];
  const tab = (more: Partial<SessionSurroundings> = {}) =>
    sessionBench(
      {
        claim: (labId) => claimLab(labId, locks, 30),
        openChannel(labId, hear) {
          const ear = { labId, hear };
          ears.push(ear);
          const others = () => ears.filter((other) => other !== ear && other.labId === labId);
          return {
            tell: (news) => others().forEach((other) => void other.hear(structuredClone(news))),
            close: () => void ears.splice(ears.indexOf(ear), 1),
          };
        },
        ...more,
      },
      storage,
    );
  return { tab, locks };
}
export type Tab = ReturnType<ReturnType<typeof oneBrowser>['tab']>;

export function twoTabs() {
  const { tab } = oneBrowser();
  return { owner: tab(), follower: tab() };
}

export const isTakenOver = ({ responses }: Tab) =>
  vi.waitFor(
    () => expect(responses).toContainEqual(expect.objectContaining({ code: 'takenOver' })),
    5_000,
  );
export const give = (tab: Tab, id: string) =>
  tab.reply({ do: 'command', command: put({ id: { S: id } }) });
export const sameAs = (follower: Tab, owner: Tab) =>
  vi.waitFor(async () => expect(await follower.digest()).toBe(await owner.digest()), 5_000);

/** A tab whose process can be killed: from then on nothing that it begins comes to anything. */
export function mortalTab({ tab, locks }: ReturnType<typeof oneBrowser>, indexedDB: IDBFactory) {
  let isDead = false;
  let die = (): void => {};
  const bench = tab({
    async openStorage() {
      const storage = await openDatabase({ indexedDB, IDBKeyRange });
      const never = () => new Promise(() => {});
      return new Proxy(storage, {
        get: (target, name: keyof LabStorage) => (isDead ? never : target[name]?.bind(target)),
      });
    },
    async claim(labId) {
      const claim = await claimLab(labId, locks, 30);
      die = claim.release;
      return claim;
    },
  });
  const kill = () => {
    isDead = true;
    die();
  };
  return { owner: bench, kill };
}
