import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { put } from '../../engine/testing/definitions.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { MemoryPlace } from '../testing/memoryPlace.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { openDatabase } from './database.ts';
import { DatabaseStorage } from './databaseStorage.ts';
import { LabDatabase } from './databaseTables.ts';
import { LabCopy } from './labCopy.ts';
import { labsOpener } from './openLabs.ts';
import { type GivenCommand, type LabProgress, StorageProblem, type StoredLab } from './storage.ts';

const SECOND = 1_000_000;
let indexedDB: IDBFactory;
let place: MemoryPlace;
let told: unknown[];
let breaths: number;

beforeEach(() => {
  indexedDB = new IDBFactory();
  place = new MemoryPlace();
  told = [];
  breaths = 0;
});

const breathe = async () => void breaths++;
const opener = (where = place) =>
  labsOpener(
    breathe,
    {
      tell: () => {},
      ended() {},
      broughtBack: (what) => void told.push(what),
      healed: () => void told.push('healed'),
    },
    where,
    { indexedDB, IDBKeyRange },
  );
const open = () => opener()();

/** The browser is killed, and where `loses` is true it finds its database damaged. */
function kill(loses: boolean): void {
  place = place.killed();
  if (loses) indexedDB = new IDBFactory();
}
const reopened = (loses = true) => {
  kill(loses);
  return open();
};

const progress: LabProgress = {
  ...{ engineVersion: '1', branch: 0, branches: [FIRST_BRANCH] },
  ...{ at: 0, furthest: 0, commandCount: 0 },
};
const aLab = (labId = 'busy'): StoredLab => ({
  ...{ labId, title: 'Busy', definition: busyLab },
  ...progress,
});
const given = (number: number, branch = 0, id = `item ${number}`): GivenCommand => ({
  ...{ branch, number, at: number * SECOND },
  command: put({ id: { S: id } }),
});
const forkedAt = (branch: number, at: number): LabProgress => ({
  ...progress,
  branch,
  branches: [FIRST_BRANCH, { branch, parent: 0, forkedAt: at, firstCommand: 1 }],
});

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const onlyName = () => [...place.files.keys()][0]!;
const onlyText = () => textOf(place.files.get(onlyName())!);
const append = (text: string) => {
  const bytes = new TextEncoder().encode(onlyText() + text);
  place.files.set(onlyName(), bytes);
};

describe('[B17] a lab of which the browser loses the database', () => {
  it('comes back with commands, branches, name and cards, and this is told once', async () => {
    const storage = await open();
    const strange = 'file:../orders:1 \ud800\n*';
    await storage.create(aLab(strange));
    await storage.putCommands(strange, progress, [given(0), given(1)]);
    await storage.putCommands(strange, forkedAt(1, SECOND), [given(1, 1)]);
    await storage.rename(strange, 'Mine');
    const layout = [{ id: 'table', x: 1, y: 2 }] as unknown as NonNullable<StoredLab['layout']>;
    await storage.arrange(strange, layout);
    const forth = { ...forkedAt(1, SECOND), at: 7 * SECOND, furthest: 9 * SECOND };
    await storage.save(strange, { ...forth, branch: 0 }, null);
    const before = (await storage.load(strange))!;
    const after = (await (await reopened()).load(strange))!;
    expect(after).toEqual({ ...before, lab: { ...before.lab, changedAtMs: expect.any(Number) } });
    expect(after.commands).toHaveLength(3);
    expect(after.lab).toMatchObject({ title: 'Mine', layout, branch: 0, at: 7 * SECOND });
    expect(told).toEqual([{ labs: 1, unreadable: 0 }]);
    await reopened(false);
    expect(told).toHaveLength(1);
  });

  it('comes back as it went on afterwards, when the database is lost again', async () => {
    const first = await open();
    await first.create(aLab(), [given(0)]);
    const second = await reopened();
    await second.putCommands('busy', progress, [given(1)]);
    const third = await reopened();
    expect((await third.load('busy'))!.commands).toEqual([given(0), given(1)]);
  });

  it('loses nothing by a line that was torn off, and the later line holds', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    append('\n{"given":{"branch":0,"number":1,"at":1,"comm');
    await storage.putCommands('busy', progress, [given(1)]);
    append(`\n${JSON.stringify({ given: given(1, 0, 'later') })}`);
    const { commands } = (await (await reopened()).load('busy'))!;
    expect(commands).toEqual([given(0), given(1, 0, 'later')]);
  });

  it('does not come back half made, nor when it was deleted, or was about to be', async () => {
    const storage = await open();
    for (const labId of ['half', 'deleted', 'kept']) await storage.create(aLab(labId));
    const half = [...place.files.keys()][0]!;
    expect(textOf(place.files.get(half)!)).toMatch(/^1 /);
    place.files.get(half)!.set([48]); // it was being made when all ended
    await storage.remove('deleted');
    expect(place.files.size).toBe(2);
    const after = await reopened();
    expect((await after.list()).map(({ labId }) => labId)).toEqual(['kept']);
    place.remove = () => new Promise(() => {}); // killed when the database has no longer got it
    void after.remove('kept');
    const signs = () => [...place.files.values()].map(([sign]) => String.fromCharCode(sign!));
    await vi.waitFor(() => expect(signs()).toEqual(['0', '0']));
    expect(await (await reopened()).list()).toEqual([]);
  });

  it('stays where a tab had it brought back already, or brings it back with this one', async () => {
    const storage = await open();
    for (const labId of ['one', 'two']) await storage.create(aLab(labId), [given(0)]);
    kill(true);
    const tabs = await Promise.all([opener()(), opener()()]);
    for (const tab of tabs) expect((await tab.load('two'))!.commands).toEqual([given(0)]);
    expect(told).toEqual([{ labs: 2, unreadable: 0 }]);
  });

  it('comes back when bringing back was cut short, and all are told of', async () => {
    const storage = await open();
    for (const labId of ['one', 'two', 'three']) await storage.create(aLab(labId), [given(0)]);
    kill(true);
    const ends = place;
    const reading = ends.open.bind(ends);
    let left = 2;
    ends.open = (...of) => (left-- > 0 ? reading(...of) : new Promise(() => {})); // killed here
    void open();
    const database = await openDatabase({ indexedDB, IDBKeyRange });
    await vi.waitFor(async () => expect(await database.list()).toHaveLength(2));
    expect(told).toEqual([]);
    expect(await (await reopened(false)).list()).toHaveLength(3);
    expect(told).toEqual([{ labs: 3, unreadable: 0 }]);
  });
});

describe('[B17] a command', () => {
  const neverArrives = () =>
    vi.spyOn(DatabaseStorage.prototype, 'addCommands').mockReturnValue(new Promise(() => {}));
  afterEach(() => vi.restoreAllMocks());

  it('is acknowledged when the file has it, and the database gets it from there after a kill', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    neverArrives();
    await storage.putCommands('busy', progress, [given(1)]);
    await storage.putCommands('busy', progress, [given(2)]);
    expect(storage.isBehind('busy')).toBe(true);
    expect((await storage.look('busy'))!.commands).toEqual([given(0)]);
    kill(false);
    vi.restoreAllMocks();
    const reopened = await open();
    expect((await reopened.load('busy'))!.commands).toEqual([given(0), given(1), given(2)]);
    expect((await reopened.look('busy'))!.commands).toHaveLength(3);
    expect(reopened.isBehind('busy')).toBe(false);
    expect(told).toEqual([]);
  });

  it('is in the database when anything else is written there, with those that came meanwhile', async () => {
    const storage = await open();
    await storage.create(aLab());
    const puts = vi.spyOn(DatabaseStorage.prototype, 'addCommands');
    const all = Array.from({ length: 9 }, (_, number) => given(number));
    for (const one of all) await storage.putCommands('busy', progress, [one]);
    expect(puts.mock.calls.length).toBeLessThan(9);
    await storage.save('busy', progress, null);
    expect((await storage.look('busy'))!.commands).toEqual(all);
  });

  it('that the database does not take is told with the next writing', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    const full = new StorageProblem('quota', 'full');
    vi.spyOn(DatabaseStorage.prototype, 'addCommands').mockRejectedValueOnce(full);
    await storage.putCommands('busy', progress, [given(1)]);
    await expect(storage.save('busy', progress, null)).rejects.toBe(full);
  });

  it('of the file alone is not taken where the database has gone on another way since', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    neverArrives();
    await storage.putCommands('busy', progress, [given(1, 0, 'one way')]);
    await storage.putCommands('busy', progress, [given(2, 0, 'one way')]);
    kill(false);
    vi.restoreAllMocks();
    const elsewhere = await openDatabase({ indexedDB, IDBKeyRange });
    await elsewhere.putCommands('busy', progress, [given(1, 0, 'other way')]);
    const { commands } = (await (await open()).load('busy'))!;
    expect(commands).toEqual([given(0), given(1, 0, 'other way')]);
  });
});

describe('[B8] [B17] rows of a lab that are damaged', () => {
  const damage = async (table: 'labs' | 'commands', key: string | unknown[], what: object) => {
    const raw = new LabDatabase({ indexedDB, IDBKeyRange });
    await raw.table(table).update(key, what);
    raw.close();
  };

  it('are what they were again where the second copy has them, and it is told', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0), given(1)]);
    await storage.rename('busy', 'Mine');
    await storage.save('busy', { ...progress, at: 5, furthest: 7 }, null);
    const whole = (await storage.load('busy'))!;
    await damage('labs', 'busy', { branches: 'nonsense' });
    const again = await open();
    const changedAtMs = expect.any(Number);
    expect((await again.load('busy'))!.lab).toEqual({ ...whole.lab, changedAtMs });
    await damage('labs', 'busy', { at: 'nonsense', commandCount: -1 });
    expect((await again.load('busy'))!.lab).toMatchObject({ title: 'Mine', at: 0, furthest: 0 });
    told.shift();
    expect(told).toEqual(['healed']);
    await damage('commands', ['busy', 0, 1], { command: 'nonsense' });
    expect((await again.load('busy'))!.commands).toEqual(whole.commands);
    expect(told).toEqual(['healed', 'healed']);
    expect(await again.list()).toHaveLength(1);
  });

  it('stay as they are where it has not all of them', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0), given(1)]);
    place.files.set(onlyName(), new TextEncoder().encode(onlyText().replace('item 1', '"')));
    await damage('commands', ['busy', 0, 1], { command: 'nonsense' });
    await expect(storage.load('busy')).rejects.toMatchObject({ kind: 'corrupt' });
    place.files.clear();
    await damage('labs', 'busy', { branches: 'nonsense' });
    await expect(storage.load('busy')).rejects.toMatchObject({ kind: 'corrupt' });
    expect(told).toEqual([]);
  });
});

describe('[B17] a second copy', () => {
  it('that is garbage, or of which lines are, is left out, and told', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    append(
      '\nnull\n7\n{"given":{"branch":-1}}\n{"change":{"branches":5}}\n{"change":{"at":"x"}}\n\0\xff',
    );
    for (const text of ['', '0', '1 0000000000\n{"lab":{"labId":"x"}}', 'nonsense '.repeat(9)]) {
      place.files.set(`other ${text.length}`, new TextEncoder().encode(text));
    }
    const after = await reopened();
    expect((await after.load('busy'))!.commands).toEqual([given(0)]);
    expect(await after.list()).toHaveLength(1);
    expect(told).toEqual([{ labs: 1, unreadable: 2 }]);
  });

  it('is made of a lab that has none, and is made the same again where a kill left it different', async () => {
    const database = await openDatabase({ indexedDB, IDBKeyRange });
    await database.create(aLab(), [given(0), given(1), given(2)]); // by an earlier version
    const storage = await open();
    expect(place.files.size).toBe(0);
    await storage.save('busy', progress, null);
    expect(place.files.size).toBe(1);
    // Here and not in the database, and the other way round.
    append(`\n${JSON.stringify({ given: given(3, 0, 'never acknowledged') })}`);
    kill(false);
    const later = await openDatabase({ indexedDB, IDBKeyRange });
    await later.putCommands('busy', progress, [given(4)]);
    const again = await open();
    await again.save('busy', progress, null);
    const { commands } = (await (await reopened()).load('busy'))!;
    expect(commands.map(({ number }) => number)).toEqual([0, 1, 2, 4]);
  });

  it('that finds no room costs the lab nothing, and is made the same again when there is some', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    place.room = onlyText().length + 10;
    await storage.putCommands('busy', progress, [given(1)]);
    await storage.putCommands('busy', forkedAt(1, SECOND), [given(1, 1)]);
    expect((await storage.load('busy'))!.commands).toHaveLength(3);
    const again = await reopened(false);
    await again.save('busy', forkedAt(1, SECOND), null);
    const after = (await (await reopened()).load('busy'))!;
    expect(after.commands).toEqual([given(0), given(1), given(1, 1)]);
    expect(after.lab).toMatchObject({ branch: 1 });
  });

  it('is what it was where making a lab in its place, or deleting it, is cancelled', async () => {
    const storage = await open();
    await storage.create(aLab(), [given(0)]);
    const many = [given(0), given(1)];
    const cancelled = { tell() {}, isCancelled: () => true };
    await expect(storage.create(aLab(), many, cancelled)).rejects.toMatchObject({
      kind: 'cancelled',
    });
    const { commands } = (await (await reopened()).load('busy'))!;
    expect(commands).toEqual([given(0)]);
  });

  it('takes of a tree what is new', async () => {
    const storage = await open();
    await storage.create(aLab());
    const branches = Array.from({ length: 40 }, (_, branch) => ({ ...FIRST_BRANCH, branch }));
    const before = onlyText().length;
    for (let branch = 1; branch <= 40; branch++) {
      await storage.save('busy', { ...progress, branches: branches.slice(0, branch) }, null);
      await storage.save('busy', { ...progress, branches: branches.slice(0, branch), at: 9 }, null);
    }
    expect(onlyText().length - before).toBeLessThan(40 * 250);
    expect((await (await reopened()).load('busy'))!.lab.branches).toEqual(branches);
  });

  it('of a long history is written and read in slices', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => given(number));
    const copy = new LabCopy((await place.open('a', true))!, breathe);
    copy.clear();
    await copy.fill(aLab(), many);
    expect(breaths).toBe(4);
    expect(await copy.read()).toEqual({ lab: aLab(), commands: many });
    expect(breaths).toBe(4 + Math.floor(copy.bytes / (1 << 19)));
    await copy.match({ lab: aLab(), commands: many.slice(1) });
    expect((await copy.read())!.commands).toEqual(many.slice(1));
    expect(copy.head).toEqual({ state: 'settled', commands: 9_999 });
  });
});
