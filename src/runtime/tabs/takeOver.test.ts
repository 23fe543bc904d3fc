import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { give, mortalTab, oneBrowser, sameAs, type Tab, twoTabs } from '../testing/tabsBench.ts';

const SECOND = 1_000_000;

const hasSaid = ({ responses }: Tab, code: string) =>
  vi.waitFor(
    () => expect(responses).toContainEqual(expect.objectContaining({ do: 'notice', code })),
    { timeout: 5_000, interval: 5 },
  );
const stateOf = ({ responses }: Tab) =>
  responses.filter((response) => response.do === 'storage').at(-1)?.state.kind;
const takeOver = async (tab: Tab) => {
  expect(await tab.reply({ do: 'takeOver' })).toMatchObject({ ok: true });
  await hasSaid(tab, 'takenOver');
};

describe('[B9] a follower that takes its lab over', () => {
  it('has all that was done, and the tab that had it follows, back and forth', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    await owner.frame({ do: 'advance', to: 3 * SECOND });
    await give(owner, 'mine');
    const digest = await owner.digest();
    await takeOver(follower);
    expect([stateOf(owner), stateOf(follower)]).toEqual(['follower', 'durable']);
    await hasSaid(owner, 'handedOver');
    expect(await follower.digest()).toBe(digest);
    expect(await give(follower, 'yours')).toMatchObject({ ok: true });
    expect(await give(owner, 'not any more')).toMatchObject({ ok: false });
    await follower.frame({ do: 'advance', to: 5 * SECOND });
    await sameAs(owner, follower);
    await takeOver(owner);
    expect(await give(owner, 'again')).toMatchObject({ ok: true });
    expect(owner.storage.commands.get('busy')!.map(({ number }) => number)).toEqual([0, 1, 2]);
  });

  it('has it before those that have waited longer, and of two that ask each has it once', async () => {
    const { tab } = oneBrowser();
    const [owner, waiting, asking] = [tab(), tab(), tab()];
    for (const each of [owner, waiting, asking]) await each.open();
    await takeOver(asking);
    expect([owner, waiting, asking].map(stateOf)).toEqual(['follower', 'follower', 'durable']);
    expect(waiting.responses).not.toContainEqual(expect.objectContaining({ code: 'takenOver' }));
    await Promise.all([takeOver(owner), takeOver(waiting)]);
    await hasSaid(asking, 'handedOver');
    expect([owner, waiting, asking].map(stateOf).toSorted()).toEqual([
      'durable',
      'follower',
      'follower',
    ]);
  });

  it('does not wait for a long run of its owner', async () => {
    const { owner, follower } = twoTabs();
    await owner.open();
    await follower.open();
    const run = owner.ask({ do: 'seek', to: 90_000 * SECOND });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await takeOver(follower);
    expect(await run).toMatchObject({ body: { ok: false } });
    expect((await follower.frame({ do: 'advance', to: 0 })).now).toBeLessThan(90_000 * SECOND);
    await sameAs(owner, follower);
  });

  it('says so when the owner does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { tab } = oneBrowser();
    const owner = tab({ openChannel: () => ({ tell() {}, close() {} }) });
    const follower = tab();
    await owner.open();
    await follower.open();
    await follower.reply({ do: 'takeOver' });
    vi.advanceTimersByTime(11_000);
    vi.useRealTimers();
    await hasSaid(follower, 'notGiven');
    expect(await give(owner, 'still mine')).toMatchObject({ ok: true });
  });

  for (const who of ['owner', 'heir'] as const) {
    for (const afterMs of [0, 2, 6]) {
      it(`loses nothing when the ${who} is killed ${afterMs} ms after it was asked for`, async () => {
        const indexedDB = new IDBFactory();
        const browser = oneBrowser();
        const { owner: mortal, kill } = mortalTab(browser, indexedDB);
        const openStorage = () => openDatabase({ indexedDB, IDBKeyRange });
        const [one, other] = [browser.tab({ openStorage }), browser.tab({ openStorage })];
        const [owner, heir] = who === 'owner' ? [mortal, one] : [one, mortal];
        for (const each of [owner, heir, other]) await each.open();
        const acknowledged: string[] = [];
        for (const id of ['a', 'b', 'c']) {
          void give(owner, id).then(({ ok }) => ok && acknowledged.push(id));
        }
        void heir.ask({ do: 'takeOver' });
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        kill();
        const kept = [...acknowledged];
        const living = who === 'owner' ? [heir, other] : [owner, other];
        // Asked for again and again, it is given by whichever of them owns the lab now.
        for (let n = 0; ; n = 1 - n) {
          if ((await give(living[n]!, 'after')).ok) break;
          await new Promise((resolve) => setTimeout(resolve));
        }
        const { commands } = (await (await openStorage()).load('busy'))!;
        expect(commands.map(({ number }) => number)).toEqual(commands.map((_, i) => i));
        const ids = commands.map(
          ({ command }) => (command.input.Item as { id: { S: string } }).id.S,
        );
        expect(ids).toEqual(expect.arrayContaining([...kept, 'after']));
        expect(new Set(ids).size).toBe(ids.length);
        await sameAs(living[0]!, living[1]!);
        expect(living.map(stateOf).toSorted()).toEqual(['durable', 'follower']);
      });
    }
  }
});
