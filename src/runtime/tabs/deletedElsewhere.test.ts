import { describe, expect, it, vi } from 'vitest';
import type { ReplyBody } from '../messages.ts';
import type { ShelfWish } from '../storage/shelf.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { give, oneBrowser, sameAs, type Tab } from '../testing/tabsBench.ts';
import { words } from '../words.ts';

const SECOND = 1_000_000;

async function shelf(tab: Tab, wish: ShelfWish): Promise<unknown> {
  const body: ReplyBody = await tab.reply({ do: 'shelf', wish });
  if (!body.ok) throw new Error(body.error);
  return body.value;
}
const remove = (tab: Tab) => shelf(tab, { act: 'remove', labId: 'busy' });
const titles = async (tab: Tab) =>
  ((await shelf(tab, { act: 'list' })) as { labId: string }[]).map(({ labId }) => labId);

/** Resolves when a tab has said that its lab is gone, and that it goes on in memory. */
const isTold = ({ responses }: Tab) =>
  vi.waitFor(() => {
    const text = expect.stringMatching(/deleted in another tab/);
    const state = { kind: 'memory', because: 'removed', why: text };
    expect(responses).toContainEqual({ re: -1, do: 'storage', state });
    expect(responses).toContainEqual(expect.objectContaining({ code: 'storage-removed', text }));
  }, 2_000);

/** Three tabs: one owns a lab in which something was done, another follows it, the third has another lab open. */
async function threeTabs() {
  const { tab } = oneBrowser();
  const [owner, follower, third] = [tab(), tab(), tab()];
  await owner.open();
  await follower.open();
  await third.open(busyLab, false, 'other');
  await owner.frame({ do: 'advance', to: 3 * SECOND });
  expect(await give(owner, 'mine')).toMatchObject({ ok: true });
  await sameAs(follower, owner);
  return { owner, follower, third, tab };
}

describe('[B9] [B15] a lab that several tabs have open', () => {
  for (const who of ['owner', 'follower', 'third'] as const) {
    it(`is deleted everywhere by the ${who}, and the others go on in memory`, async () => {
      const tabs = await threeTabs();
      const digest = await tabs.owner.digest();
      const others = [tabs.owner, tabs.follower].filter((each) => each !== tabs[who]);
      await remove(tabs[who]);
      for (const other of others) await isTold(other);
      expect(await titles(tabs.third)).toEqual(['other']);
      for (const other of others) {
        expect(await other.digest()).toBe(digest);
        await other.frame({ do: 'advance', to: 5 * SECOND });
        expect(await give(other, 'more')).toMatchObject({ ok: true });
      }
      expect(await titles(tabs.third)).toEqual(['other']);
      if (who === 'owner') expect(await give(tabs.owner, 'x')).toMatchObject({ ok: false });
    });
  }

  it('is brought back with all that was acknowledged, and what others kept meanwhile stays', async () => {
    const { owner, third, tab } = await threeTabs();
    const digest = await owner.digest();
    await remove(third);
    await isTold(owner);
    await give(owner, 'after');
    const kept = await shelf(owner, { act: 'keep', labId: 'busy', title: 'Kept' });
    const restored = await shelf(third, { act: 'restore' });
    expect(new Set([kept, restored]).size).toBe(2);
    const [one, other] = [tab(), tab()];
    const open = { do: 'open', definition: null, fresh: false } as const;
    expect(await one.reply({ ...open, labId: String(restored) })).toMatchObject({ ok: true });
    expect(await one.digest()).toBe(digest);
    const opened = await other.reply({ ...open, labId: String(kept) });
    expect(opened).toMatchObject({ ok: true, value: { title: 'Kept' } });
    expect(await other.digest()).toBe(await owner.digest());
  });

  it('that is brought back is said to be in the others, which go on in memory', async () => {
    const { owner, follower, third } = await threeTabs();
    await remove(third);
    for (const other of [owner, follower]) await isTold(other);
    await shelf(third, { act: 'restore' });
    for (const { responses } of [owner, follower]) {
      const notice = { do: 'notice', code: 'restored', text: words.restored };
      expect(responses).toContainEqual(expect.objectContaining(notice));
    }
    expect(await give(owner, 'more')).toMatchObject({ ok: true });
    await owner.open(busyLab, false, 'other'); // and hears of it no more
    const heard = owner.responses.length;
    await remove(third).then(() => shelf(third, { act: 'restore' }));
    expect(JSON.stringify(owner.responses.slice(heard))).not.toContain('"restored"');
  });

  it('is found to be gone by one that has heard nothing', async () => {
    const { tab } = oneBrowser();
    const deaf = tab({ openChannel: () => ({ tell() {}, close() {} }) });
    await deaf.open();
    await remove(tab());
    await deaf.frame({ do: 'advance', to: SECOND });
    await isTold(deaf);
  });
});
