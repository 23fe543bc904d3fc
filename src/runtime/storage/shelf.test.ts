import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { put } from '../../engine/testing/definitions.ts';
import { readLab } from '../../lab/readLab.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { labText } from '../labText.ts';
import { readAnyLab } from '../readAnyLab.ts';
import { busyLab, sessionBench } from '../testing/sessionBench.ts';
import { openDatabase } from './database.ts';
import type { ShelfWish } from './shelf.ts';
import { type ListedLab, StorageProblem } from './storage.ts';

const SECOND = 1_000_000;
let indexedDB: IDBFactory;
beforeEach(() => {
  indexedDB = new IDBFactory();
});
const session = () => sessionBench({ openStorage: () => openDatabase({ indexedDB, IDBKeyRange }) });
type Bench = ReturnType<typeof session>;

async function shelf<T = unknown>(bench: Bench, wish: ShelfWish): Promise<T> {
  const body = await bench.reply({ do: 'shelf', wish });
  if (!body.ok) throw new Error(body.error);
  return body.value as T;
}
const list = (bench: Bench) => shelf<ListedLab[]>(bench, { act: 'list' });
const give = (bench: Bench, id: string) =>
  bench.reply({ do: 'command', command: put({ id: { S: id } }) });

/** Opens a lab file's text, as the page does. */
async function openText(bench: Bench, text: string, name = 'mine.yaml') {
  const read = await readAnyLab({ text, name });
  if (!read.ok) throw new Error(read.error);
  const { ok: _, ...wanted } = read;
  return bench.reply({ do: 'open', ...wanted, fresh: false });
}

/** A lab with two futures, left on the first at 20 s. */
async function twoFutures(): Promise<Bench> {
  const bench = session();
  await bench.open();
  await bench.frame({ do: 'advance', to: 5 * SECOND });
  await give(bench, 'a');
  await bench.frame({ do: 'advance', to: 30 * SECOND });
  await bench.frame({ do: 'seek', to: 3 * SECOND });
  await give(bench, 'b');
  await bench.frame({ do: 'advance', to: 10 * SECOND });
  await bench.frame({ do: 'tree', wish: { do: 'name', branch: 1, name: 'With b' } });
  await bench.frame({ do: 'tree', wish: { do: 'change', branch: 0, at: 20 * SECOND } });
  return bench;
}

describe('[B15] labs that are kept', () => {
  it('are listed, the last written first, with what was done in them', async () => {
    const bench = await twoFutures();
    await bench.open(busyLab, false, 'other');
    expect(await list(bench)).toMatchObject([
      { labId: 'other', commands: 0, branches: 1 },
      { labId: 'busy', commands: 2, branches: 2, seed: busyLab.seed },
    ]);
  });

  it('can be named, duplicated and opened again', async () => {
    const bench = await twoFutures();
    const digest = await bench.digest();
    await shelf(bench, { act: 'rename', labId: 'busy', title: ' My lab ' });
    const copy = await shelf<string>(bench, { act: 'duplicate', labId: 'busy', title: 'A copy' });
    expect(copy).not.toBe('busy');
    expect((await list(bench)).map(({ title }) => title).toSorted()).toEqual(['A copy', 'My lab']);
    const opened = await bench.reply({ do: 'open', labId: copy, definition: null, fresh: false });
    expect(opened).toMatchObject({ ok: true, value: { labId: copy, title: 'A copy' } });
    expect(await bench.digest()).toBe(digest);
    const again = await shelf<string>(bench, { act: 'duplicate', labId: copy, title: 'Again' });
    expect(again).not.toBe(copy);
    await expect(shelf(bench, { act: 'rename', labId: copy, title: '  ' })).rejects.toThrow(/name/);
  });

  it('can be deleted, the open one too, and brought back as they were', async () => {
    const bench = await twoFutures();
    const digest = await bench.digest();
    await shelf(bench, { act: 'remove', labId: 'busy' });
    expect(await list(bench)).toEqual([]);
    expect(await bench.reply({ do: 'report' })).toMatchObject({ ok: false });
    const stored = { do: 'open', labId: 'busy', definition: null, fresh: false } as const;
    expect(await bench.reply(stored)).toMatchObject({ ok: false, error: /not stored/ });
    expect(await shelf(bench, { act: 'restore' })).toBe('busy');
    expect(await bench.reply(stored)).toMatchObject({ ok: true, value: { resumed: true } });
    expect(await bench.digest()).toBe(digest);
    await expect(shelf(bench, { act: 'restore' })).rejects.toThrow(/no deleted lab/);
  });

  it('are not written as a file that could not be read again', () => {
    const given = { branch: 0, at: 0, command: put({ id: { S: 'x'.repeat(400) } }) };
    const text = (count: number) =>
      labText({
        lab: { definition: busyLab, title: 'Long', branch: 0, branches: [FIRST_BRANCH], at: 0 },
        commands: Array.from({ length: count }, (_, number) => ({ ...given, number })),
      });
    expect(() => text(70_000)).toThrow(/at most 100,000 commands in 32 MiB/);
    expect(text(1_000)).toContain('Done:');
  });

  it('cannot be listed where storage is denied, and a sentence says so', async () => {
    const openStorage = () => Promise.reject(new StorageProblem('denied', 'no'));
    const bench = sessionBench({ openStorage });
    await expect(list(bench)).rejects.toThrow(/does not let the page store/);
  });
});

describe('[L18] a lab as one file', () => {
  it('brings every branch, and opens where it was left', async () => {
    const bench = await twoFutures();
    const digest = await bench.digest();
    const text = await shelf<string>(bench, { act: 'export', labId: 'busy' });
    const other = session();
    indexedDB = new IDBFactory();
    expect(await openText(other, text)).toMatchObject({ ok: true, value: { resumed: false } });
    const frame = await other.frame({ do: 'advance', to: 20 * SECOND });
    expect(frame.now).toBe(20 * SECOND);
    expect(await other.digest()).toBe(digest);
    await other.frame({ do: 'tree', wish: { do: 'change', branch: 1, at: 10 * SECOND } });
    await bench.frame({ do: 'tree', wish: { do: 'change', branch: 1, at: 10 * SECOND } });
    expect(await other.digest()).toBe(await bench.digest());
    const tree = other.responses.findLast((response) => response.do === 'branches');
    expect(tree).toMatchObject({ tree: { branches: [{}, { name: 'With b', commands: 1 }] } });
  });

  it('is the same file again when it is exported again, and is smaller than its data', async () => {
    const bench = await twoFutures();
    const text = await shelf<string>(bench, { act: 'export', labId: 'busy' });
    expect(text.length).toBeLessThan(5_000);
    await openText(bench, text);
    const again = await shelf<string>(bench, { act: 'export', labId: 'file:mine.yaml' });
    expect(again).toBe(text);
  });

  it('[L56] keeps where cards are: in storage, in copies, and in the file', async () => {
    const bench = await twoFutures();
    const layout = [{ card: 'Table', of: 'Orders', left: 0.25, top: 12 }] as const;
    await shelf(bench, { act: 'arrange', labId: 'busy', layout });
    await shelf(bench, { act: 'duplicate', labId: 'busy', title: 'Copy' });
    const text = await shelf<string>(bench, { act: 'export', labId: 'file:busy copy' });
    expect(readLab(text)).toMatchObject({ ok: true, layout });
    const open = { do: 'open', labId: 'busy', definition: null, fresh: false } as const;
    expect(await bench.ask(open)).toMatchObject({ body: { value: { layout, resumed: true } } });
    const more = await shelf<string>(bench, { act: 'export', labId: 'busy', layout: [] });
    expect(readLab(more)).not.toHaveProperty('layout');
  });

  it('replays without a page what the branch that was open shows', async () => {
    const bench = await twoFutures();
    const text = await shelf<string>(bench, { act: 'export', labId: 'busy' });
    const read = readLab(text);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const simulation = await openSimulation(read.definition);
    simulation.runUntil(instant(20 * SECOND));
    const straight = await openSimulation(busyLab);
    straight.submit(put({ id: { S: 'a' } }), instant(5 * SECOND));
    straight.runUntil(instant(20 * SECOND));
    expect(simulation.world.items.label.length).toBe(straight.world.items.label.length);
    expect(simulation.world.changes.at.length).toBe(straight.world.changes.at.length);
  });

  it('does not take the place of a lab of that name in which somebody has worked', async () => {
    const bench = await twoFutures();
    const text = await shelf<string>(bench, { act: 'export', labId: 'busy' });
    await openText(bench, text);
    await give(bench, 'mine');
    expect(await openText(bench, text)).toMatchObject({ value: { labId: 'file:mine.yaml (2)' } });
    expect(await openText(bench, text)).toMatchObject({ value: { labId: 'file:mine.yaml (2)' } });
    expect((await list(bench)).map(({ commands }) => commands).toSorted()).toEqual([2, 2, 3]);
  });

  it('that is damaged anywhere is refused in sentences, or is a lab that runs', async () => {
    const text = await shelf<string>(await twoFutures(), { act: 'export', labId: 'busy' });
    const place = fc.nat(text.length - 1);
    const damage = fc.oneof(
      place.map((end) => text.slice(0, end)),
      fc.tuple(place, fc.nat(80)).map(([at, n]) => text.slice(0, at) + text.slice(at + n)),
      fc
        .tuple(place, fc.constantFrom('\0', '\n', '{', ':', '\t', '"', '9', '- ', '&a ', '\ufffd'))
        .map(([at, sign]) => text.slice(0, at) + sign + text.slice(at + 1)),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        const read = await readAnyLab({ text: damaged, name: 'mine.yaml' });
        if (!read.ok) {
          expect(read.error).toMatch(/^\S.{8,}/);
          expect(read.error.length).toBeLessThan(4_000);
        } else if (read.definition !== null) {
          (await openSimulation(read.definition)).runUntil(instant(6 * SECOND));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('with a history that makes no sense is refused with a sentence that says where', async () => {
    const bench = await twoFutures();
    const text = await shelf<string>(bench, { act: 'export', labId: 'busy' });
    const broken = text.replace('Parent: 0', 'Parent: 4').replace('Branch: 0', 'Branch: 9');
    const read = readLab(broken);
    expect(read).toMatchObject({
      ok: false,
      errors: [
        { message: expect.stringMatching(/there is no branch 9/) },
        { message: expect.stringMatching(/4 is above the maximum 0/) },
      ],
    });
  });
});
