import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { put, remove, someTraffic } from '../../engine/testing/definitions.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { busyLab, sessionBench } from '../testing/sessionBench.ts';
import { openDatabase } from './database.ts';
import { DATABASE_NAME } from './databaseTables.ts';
import type { StoredLab } from './storage.ts';

const SECOND = 1_000_000;
let indexedDB: IDBFactory;
const open = (blockedMs?: number) => openDatabase({ indexedDB, IDBKeyRange }, blockedMs);

beforeEach(() => {
  indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const aLab = (more: Partial<StoredLab> = {}): StoredLab => ({
  labId: 'busy',
  title: 'Busy',
  definition: busyLab,
  engineVersion: '1',
  branch: 0,
  branches: [FIRST_BRANCH],
  at: 0,
  furthest: 0,
  commandCount: 0,
  ...more,
});

const { title: _, labId: __, definition: ___, ...progress } = aLab();

const given = (number: number, branch = 0) => ({
  branch,
  number,
  at: number * SECOND,
  command: put({ id: { S: `item ${number}` } }),
});

/** All rows of a table, as the browser's developer tools would show them. */
function rowsOf<Row>(table: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE_NAME);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction(table).objectStore(table).getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });
}

/** Resolves when everything up to an instant has been written behind. */
const settled = (at: number) =>
  vi.waitFor(
    async () => {
      const [lab] = await rowsOf<StoredLab>('labs');
      expect(lab).toMatchObject({ at });
    },
    { timeout: 8_000, interval: 50 },
  );
const session = (more: Parameters<typeof sessionBench>[0] = {}) =>
  sessionBench({ openStorage: () => open(), ...more });

describe('what is stored', () => {
  it('comes back as it was', async () => {
    const storage = await open();
    await storage.create(aLab());
    await storage.putCommands('busy', progress, [given(0), given(1)]);
    storage.close();
    const again = await open();
    const { lab, commands } = (await again.load('busy'))!;
    expect(lab).toEqual(aLab({ changedAtMs: expect.any(Number) }));
    expect(commands).toEqual([given(0), given(1)]);
    expect(await again.load('another')).toBeNull();
  });

  it('has a branch’s first command and the branch together', async () => {
    const storage = await open();
    await storage.create(aLab());
    const fork = { branch: 1, parent: 0, forkedAt: 5 * SECOND, firstCommand: 0 };
    const forked = { ...progress, branch: 1, branches: [FIRST_BRANCH, fork], at: 5 * SECOND };
    await storage.putCommands('busy', forked, [given(0, 1)]);
    const { lab } = (await storage.load('busy'))!;
    expect(lab).toMatchObject({ branch: 1, branches: [FIRST_BRANCH, fork], at: 5 * SECOND });
  });

  it('[B15] is taken whole when a lab is deleted, after which nothing is written of it', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0), given(1)]);
    expect(await storage.remove('busy')).toMatchObject({ commands: [given(0), given(1)] });
    expect(await storage.remove('busy')).toBeNull();
    await expect(storage.save('busy', progress, null)).rejects.toMatchObject({ kind: 'removed' });
    const fork = { branch: 1, parent: 0, forkedAt: 0, firstCommand: 0 };
    const forked = { ...progress, branches: [FIRST_BRANCH, fork] };
    const put = storage.putCommands('busy', forked, [given(0, 1)]);
    await expect(put).rejects.toMatchObject({ kind: 'removed' });
    for (const table of ['labs', 'commands', 'items']) expect(await rowsOf(table)).toEqual([]);
  });

  it('goes when a lab is made afresh, and other labs stay', async () => {
    const storage = await open();
    for (const labId of ['busy', 'other']) {
      await storage.create(aLab({ labId }));
      await storage.putCommands(labId, progress, [given(0)]);
    }
    await storage.create(aLab());
    expect((await storage.load('busy'))!.commands).toEqual([]);
    expect((await storage.load('other'))!.commands).toEqual([given(0)]);
  });
});

describe('a lab in the database', () => {
  it('[B2] has an item that was put when it is opened again, without waiting for anything', async () => {
    const before = session();
    await before.open();
    await before.frame({ do: 'advance', to: 3 * SECOND });
    const command = put({ id: { S: 'mine' } });
    expect(await before.reply({ do: 'command', command })).toMatchObject({ ok: true });
    const digest = await before.digest();
    const after = session(); // the tab was killed: nothing was closed
    expect(await after.open()).toMatchObject({ ok: true, value: { resumed: true } });
    expect(await after.digest()).toBe(digest);
    const frame = after.responses.find((response) => response.do === 'frame')!;
    expect(frame).toMatchObject({ frame: { now: 3 * SECOND, jumped: true } });
  });

  it('[B7] can be read there: items, partitions, shards and records are what the simulation has', async () => {
    const bench = session();
    await bench.open();
    await bench.frame({ do: 'advance', to: 100 * SECOND });
    await bench.reply({ do: 'command', command: put({ id: { S: 'mine' }, n: { N: '1' } }) });
    await bench.frame({ do: 'advance', to: 101 * SECOND });
    await settled(101 * SECOND);
    await vi.waitFor(async () => {
      const items = await rowsOf<{ label: string; image: unknown }>('items');
      expect(items.length).toBeGreaterThan(30);
      expect(items.find(({ label }) => label === 'mine')).toMatchObject({
        labId: 'busy',
        table: 'Orders',
        image: { id: { S: 'mine' }, n: { N: '1' } },
      });
    }, 8_000);
    expect(await rowsOf('partitions')).toHaveLength(4);
    const shards = await rowsOf<{ recordCount: number }>('shards');
    const count = shards.reduce((sum, { recordCount }) => sum + recordCount, 0);
    expect(count).toBeGreaterThan(700);
    const chunks = await vi.waitFor(async () => {
      const all = await rowsOf<{ records: unknown[] }>('records');
      expect(all.reduce((sum, { records }) => sum + records.length, 0)).toBe(count);
      return all;
    }, 8_000);
    expect(chunks[0]!.records[0]).toMatchObject({
      eventName: 'INSERT',
      dynamodb: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    const [lab] = await rowsOf<StoredLab>('labs');
    expect(lab).toMatchObject({ at: 101 * SECOND, commandCount: 1 });
  });

  it('[B7] loses the row of an item that is deleted, and keeps no rows of a branch that was left', async () => {
    const bench = session();
    await bench.open({ ...busyLab, traffic: [] });
    const labels = async () => (await rowsOf<{ label: string }>('items')).map((row) => row.label);
    const give = async (command: ReturnType<typeof put>, to: number) => {
      await bench.reply({ do: 'command', command });
      await bench.frame({ do: 'advance', to });
      await settled(to);
    };
    await give(put({ id: { S: 'one' } }), SECOND);
    await give(put({ id: { S: 'two' } }), 2 * SECOND);
    expect(await labels()).toEqual(['one', 'two']);
    await give(remove({ id: { S: 'one' } }), 3 * SECOND);
    expect(await labels()).toEqual(['two']);
    await bench.frame({ do: 'seek', to: 500_000 });
    await give(put({ id: { S: 'three' } }), 3 * SECOND);
    expect(await labels()).toEqual(['one', 'three']);
  });

  it('[B7] has checkpoints all along a long run, so that going far is no replay from the start', async () => {
    const lab = { ...busyLab, traffic: [someTraffic({ perSecond: 200 })] };
    const bench = session({ leastBetweenCheckpoints: 6_000 });
    await bench.open(lab);
    await bench.frame({ do: 'seek', to: 40 * SECOND });
    const moments = () => rowsOf<{ at: number; events: number }>('moments');
    await vi.waitFor(async () => expect((await moments()).length).toBeGreaterThan(1), {
      timeout: 15_000,
      interval: 200,
    });
    const digest = await bench.digest();
    const after = session();
    await after.open(lab);
    expect(await after.digest()).toBe(digest);
    const [first, second] = (await moments()).map(({ at }) => at).sort((a, b) => a - b);
    expect(second! - first!).toBeGreaterThan(5 * SECOND);
    const { now } = await after.frame({ do: 'seek', to: second! + SECOND });
    const straight = await openSimulation(lab);
    straight.runUntil(instant(now));
    expect(await after.digest()).toBe(straight.world.journal.digest());
  });

  it('starts fresh when the site’s data has been deleted', async () => {
    const before = session();
    await before.open();
    await before.reply({ do: 'command', command: put({ id: { S: 'mine' } }) });
    indexedDB = new IDBFactory();
    expect(await session().open()).toMatchObject({ value: { resumed: false } });
  });
});

describe('[B8] trouble', () => {
  const kind = (of: string) => expect.objectContaining({ name: 'StorageProblem', kind: of });
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };

  it('that the storage is full is told as quota', async () => {
    const storage = await open();
    await storage.create(aLab());
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
    await expect(storage.putCommands('busy', progress, [given(0)])).rejects.toEqual(kind('quota'));
  });

  it('that rows find no room leaves the commands durable', async () => {
    const bench = session();
    await bench.open();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    await bench.frame({ do: 'advance', to: SECOND });
    const notices = () => bench.responses.filter((response) => response.do === 'notice');
    await vi.waitFor(() => expect(notices()).toMatchObject([{ code: 'storage-low' }]), 5_000);
    vi.restoreAllMocks();
    await bench.reply({ do: 'command', command: put({ id: { S: 'mine' } }) });
    expect(await rowsOf('commands')).toHaveLength(1);
  });

  it('that there is no IndexedDB is told as denied', async () => {
    const nothing = openDatabase({ indexedDB: undefined as never, IDBKeyRange });
    await expect(nothing).rejects.toEqual(kind('denied'));
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await expect(open()).rejects.toEqual(kind('denied'));
  });

  it('that an older tab holds the database open is told as blocked', async () => {
    await new Promise((resolve) => {
      indexedDB.open(DATABASE_NAME, 1).onsuccess = resolve; // never closed
    });
    await expect(open(20)).rejects.toEqual(kind('blocked'));
  });

  it('that a newer version wrote it leaves it alone', async () => {
    const storage = await open();
    await storage.create(aLab());
    storage.close();
    await change('meta', { key: 'layout', value: 99 });
    await expect(open()).rejects.toEqual(kind('newer'));
  });

  it('that a row is damaged is told as corrupt, and can be mended by a fresh start', async () => {
    const storage = await open();
    await storage.create(aLab());
    storage.close();
    await change('labs', { ...aLab(), branches: 'nonsense' });
    await expect((await open()).load('busy')).rejects.toEqual(kind('corrupt'));
    const bench = session();
    expect(await bench.open()).toMatchObject({ ok: true });
    expect(bench.responses).toContainEqual(expect.objectContaining({ code: 'storage-corrupt' }));
    expect(await bench.open(busyLab, true)).toMatchObject({ ok: true });
    await bench.reply({ do: 'command', command: put({ id: { S: 'mine' } }) });
    expect(await session().open()).toMatchObject({ value: { resumed: true } });
  });

  it('that it is deleted under the lab leaves the lab working', async () => {
    const bench = session();
    await bench.open();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve;
    });
    const command = put({ id: { S: 'mine' } });
    expect(await bench.reply({ do: 'command', command })).toMatchObject({ ok: true });
    expect(bench.responses).toContainEqual(expect.objectContaining({ code: 'storage-closed' }));
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
  });

  function change(table: string, row: unknown): Promise<void> {
    return new Promise((resolve) => {
      const opening = indexedDB.open(DATABASE_NAME);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(table, 'readwrite');
        transaction.objectStore(table).put(row);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }
});
