import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { put } from '../../engine/testing/definitions.ts';
import { openDatabase } from '../storage/database.ts';
import { busyLab } from '../testing/sessionBench.ts';
import {
  give,
  isTakenOver,
  Locks,
  mortalTab,
  oneBrowser,
  sameAs,
  twoTabs,
} from '../testing/tabsBench.ts';
import { claimLab } from './ownership.ts';

const SECOND = 1_000_000;

describe('a claim', () => {
  it('is granted to the first, and to the next when the first lets go', async () => {
    const locks = new Locks();
    const first = await claimLab('lab', locks, 20);
    const second = await claimLab('lab', locks, 20);
    expect([first.isOwner, second.isOwner]).toEqual([true, false]);
    first.release();
    await second.granted;
  });

  it('waits a moment for a tab that is being reloaded', async () => {
    const locks = new Locks();
    const first = await claimLab('lab', locks, 20);
    setTimeout(() => first.release(), 20);
    expect((await claimLab('lab', locks, 500)).isOwner).toBe(true);
  });

  it('that was given up does not stand in the way', async () => {
    const locks = new Locks();
    const first = await claimLab('lab', locks, 20);
    (await claimLab('lab', locks, 20)).release();
    first.release();
    expect((await claimLab('lab', locks, 500)).isOwner).toBe(true);
  });

  it('is granted where the browser has no locks, or refuses them', async () => {
    expect((await claimLab('lab', undefined, 20)).isOwner).toBe(true);
    const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    expect((await claimLab('lab', refusing as never, 20)).isOwner).toBe(true);
  });
});

describe('a second tab', () => {
  it('[B9] follows the one that owns the lab, also back and onto another branch', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    expect(follower.responses).toContainEqual({
      re: -1,
      do: 'storage',
      state: { kind: 'follower' },
    });
    const same = () =>
      vi.waitFor(async () => expect(await follower.digest()).toBe(await owner.digest()), 5_000);
    await owner.frame({ do: 'advance', to: 10 * SECOND });
    await owner.reply({ do: 'command', command: put({ id: { S: 'mine' } }) });
    await owner.frame({ do: 'advance', to: 12 * SECOND });
    await same();
    await owner.frame({ do: 'seek', to: 5 * SECOND });
    await same();
    await owner.reply({ do: 'command', command: put({ id: { S: 'other' } }) });
    await owner.frame({ do: 'advance', to: 6 * SECOND });
    await same();
  });

  it('[B9] is told where cards are put and how the lab is named, by whatever tab', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    const layout = [{ card: 'Table', part: 0.5, y: 40 }] as never;
    await owner.reply({ do: 'shelf', wish: { act: 'arrange', labId: 'busy', layout } });
    await follower.reply({ do: 'shelf', wish: { act: 'rename', labId: 'busy', title: ' Ours ' } });
    const told = (look: object) => ({ re: -1, do: 'look', look });
    expect(follower.responses).toContainEqual(told({ layout }));
    expect(owner.responses).toContainEqual(told({ title: 'Ours' }));
    await owner.open(busyLab, false, 'another lab');
    await owner.reply({ do: 'shelf', wish: { act: 'rename', labId: 'busy', title: 'Mine' } });
    expect(follower.responses).toContainEqual(told({ title: 'Mine' }));
  });

  it('[B9] writes nothing and says why', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    const command = put({ id: { S: 'mine' } });
    for (const asked of [
      { do: 'command', command } as const,
      { do: 'advance', to: SECOND } as const,
      { do: 'seek', to: SECOND } as const,
    ]) {
      const answer = await follower.reply(asked);
      expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/another tab/) });
    }
    expect(follower.storage.commands.get('busy')).toEqual([]);
  });

  it('[B9] takes over when the first closes, with all that was acknowledged', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    await owner.frame({ do: 'advance', to: 3 * SECOND });
    await owner.reply({ do: 'command', command: put({ id: { S: 'mine' } }) });
    const digest = await owner.digest();
    await owner.open(busyLab, false, 'another lab'); // lets the first one go
    await vi.waitFor(
      () =>
        expect(follower.responses).toContainEqual(expect.objectContaining({ code: 'takenOver' })),
      5_000,
    );
    expect(await follower.digest()).toBe(digest);
    const command = put({ id: { S: 'after' } });
    expect(await follower.reply({ do: 'command', command })).toMatchObject({ ok: true });
    expect(follower.storage.commands.get('busy')).toHaveLength(2);
  });

  it('[B9] hands the lab on, one after the other, where there are three', async () => {
    const { tab } = oneBrowser();
    const tabs = [tab(), tab(), tab()] as const;
    for (const each of tabs) await each.open();
    const [first, second, third] = tabs;
    expect(await give(first, 'one')).toMatchObject({ ok: true });
    await first.open(busyLab, false, 'another lab');
    await isTakenOver(second);
    expect(await give(second, 'two')).toMatchObject({ ok: true });
    expect(await give(third, 'not yet')).toMatchObject({ ok: false });
    await second.frame({ do: 'advance', to: SECOND });
    await sameAs(third, second);
    const digest = await second.digest();
    await second.open(busyLab, false, 'a third lab');
    await isTakenOver(third);
    expect(await third.digest()).toBe(digest);
    expect(await give(third, 'three')).toMatchObject({ ok: true });
    expect(third.storage.commands.get('busy')!.map(({ number }) => number)).toEqual([0, 1, 2]);
  });

  for (const afterMs of [0, 2, 5, 10]) {
    it(`[B9] takes over from one that is killed while it writes, ${afterMs} ms after that began`, async () => {
      const indexedDB = new IDBFactory();
      const browser = oneBrowser();
      const { owner, kill } = mortalTab(browser, indexedDB);
      const openStorage = () => openDatabase({ indexedDB, IDBKeyRange });
      const [heir, other] = [browser.tab({ openStorage }), browser.tab({ openStorage })];
      for (const each of [owner, heir, other]) await each.open();
      const acknowledged: string[] = [];
      for (const id of ['a', 'b', 'c', 'd']) {
        void give(owner, id).then(({ ok }) => ok && acknowledged.push(id));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      kill();
      const kept = [...acknowledged, 'after'];
      // Asked for again and again, it is given as soon as the lab is the heir's, and no sooner.
      while (!(await give(heir, 'after')).ok) await new Promise((resolve) => setTimeout(resolve));
      await isTakenOver(heir);
      const { commands } = (await (await openStorage()).load('busy'))!;
      expect(commands.map(({ number }) => number)).toEqual(commands.map((_, i) => i));
      const ids = commands.map(({ command }) => (command.input.Item as { id: { S: string } }).id.S);
      expect(ids).toEqual(expect.arrayContaining(kept));
      expect(new Set(ids).size).toBe(ids.length);
      await sameAs(other, heir);
      expect(heir.responses.filter((one) => one.do === 'storage').at(-1)).toMatchObject({
        state: { kind: 'durable' },
      });
    });
  }
});
