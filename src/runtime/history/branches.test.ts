import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { put } from '../../engine/testing/definitions.ts';
import { MemoryStorage } from '../testing/memoryStorage.ts';
import { checkRandomForks } from '../testing/randomForks.ts';
import { busyLab, sessionBench, treeOf } from '../testing/sessionBench.ts';
import type { BranchComparison } from './branchComparison.ts';

const SECOND = 1_000_000;
const anItem = (id: string) => put({ id: { S: id } });
type Bench = ReturnType<typeof sessionBench>;

const give = (bench: Bench, id: string) => bench.reply({ do: 'command', command: anItem(id) });
const advance = (bench: Bench, seconds: number) =>
  bench.frame({ do: 'advance', to: seconds * SECOND });
const seek = (bench: Bench, seconds: number) => bench.frame({ do: 'seek', to: seconds * SECOND });
const change = (bench: Bench, branch: number, at: number) =>
  bench.frame({ do: 'tree', wish: { do: 'change', branch, at: at * SECOND } });
const undo = (bench: Bench) => bench.frame({ do: 'tree', wish: { do: 'undo' } });
const redo = (bench: Bench) => bench.frame({ do: 'tree', wish: { do: 'redo' } });

async function openBench(): Promise<Bench> {
  const bench = sessionBench();
  await bench.open();
  return bench;
}

/** Branch 0 was given `a` at 5 s and ran to 20 s; branch 1 has been given `b` at 3 s, and stands there. */
async function withBothFutures(): Promise<Bench> {
  const bench = await openBench();
  await advance(bench, 5);
  await give(bench, 'a');
  await advance(bench, 20);
  await seek(bench, 3);
  await give(bench, 'b');
  return bench;
}

/** Branch 0 was given nothing and ran to 9 s; branch 1 has been given `b` at 3 s, and stands there. */
async function withOneGiven(): Promise<Bench> {
  const bench = await openBench();
  await advance(bench, 9);
  await seek(bench, 3);
  await give(bench, 'b');
  return bench;
}

/** What a fresh simulation makes of the same commands. */
async function straight(to: number, ...commands: [number, string][]): Promise<string> {
  const simulation = await openSimulation(busyLab);
  for (const [at, id] of commands) simulation.submit(anItem(id), instant(at * SECOND));
  simulation.runUntil(instant(to * SECOND));
  return simulation.world.journal.digest();
}

describe('both futures', () => {
  it('[B3] are kept, and each is there again when it is changed to', async () => {
    const bench = await withBothFutures();
    await advance(bench, 10);
    expect(await bench.digest()).toBe(await straight(10, [3, 'b']));
    expect(treeOf(bench)).toMatchObject({
      branch: 1,
      branches: [
        { branch: 0, parent: -1, commands: 1, first: null },
        { branch: 1, parent: 0, commands: 1, first: { given: true, at: 3 * SECOND } },
      ],
    });
    expect(await change(bench, 0, 20)).toMatchObject({ now: 20 * SECOND, jumped: true });
    expect(await bench.digest()).toBe(await straight(20, [5, 'a']));
    await change(bench, 1, 20);
    expect(await bench.digest()).toBe(await straight(20, [3, 'b']));
  });

  it('go on where they were left when no instant is given', async () => {
    const bench = await withOneGiven();
    const frame = await bench.frame({ do: 'tree', wish: { do: 'change', branch: 0 } });
    expect(frame).toMatchObject({ now: 3 * SECOND, furthest: 9 * SECOND });
  });

  it('[B3] are there after the lab is opened again, with their names', async () => {
    const bench = await withOneGiven();
    await bench.frame({ do: 'tree', wish: { do: 'name', branch: 1, name: ' With b ' } });
    await change(bench, 0, 9);
    const again = sessionBench({}, bench.storage);
    await again.open();
    expect(treeOf(again)).toMatchObject({
      branch: 0,
      branches: [{ name: null }, { name: 'With b' }],
    });
    await change(again, 1, 9);
    expect(await again.digest()).toBe(await straight(9, [3, 'b']));
  });
});

describe('[B3] side by side', () => {
  const compare = async (bench: Bench, branch: number): Promise<BranchComparison> => {
    const answer = await bench.reply({ do: 'compareBranches', branch });
    if (!answer.ok) throw new Error(answer.error);
    return answer.value as BranchComparison;
  };

  it('part where the first thing happened on one alone', async () => {
    const bench = await withBothFutures();
    expect(await compare(bench, 0)).toMatchObject({ at: 3 * SECOND, firstAt: 3 * SECOND });
    await advance(bench, 10);
    const { here, there, firstAt } = await compare(bench, 0);
    expect([here.branch, there.branch, firstAt]).toEqual([1, 0, 3 * SECOND]);
    expect(here.report).toEqual({ digest: await straight(10, [3, 'b']) });
    expect(there.report).toEqual({ digest: await straight(10, [5, 'a']) });
    expect(await bench.digest()).toBe(await straight(10, [3, 'b']));
  });

  it('part where they were told different things, though both journals number them alike', async () => {
    const bench = await openBench();
    await advance(bench, 3);
    const told = (n: string) => put({ id: { S: 'same' }, n: { N: n } });
    await bench.reply({ do: 'command', command: told('1') });
    await undo(bench);
    await bench.reply({ do: 'command', command: told('2') });
    await advance(bench, 10);
    const other = treeOf(bench).branches.find(
      ({ branch, commands }) => branch !== treeOf(bench).branch && commands > 0,
    )!;
    expect(await compare(bench, other.branch)).toMatchObject({
      firstAt: 3 * SECOND,
      here: { first: { at: 3 * SECOND } },
      there: { first: { at: 3 * SECOND } },
    });
  });
});

describe('[B14] undoing', () => {
  it('stores nowhere that the playhead passes on the way there', async () => {
    const at: number[] = [];
    class SlowStorage extends MemoryStorage {
      override async save(...row: Parameters<MemoryStorage['save']>) {
        at.push(row[1].at);
        if (row[2] === null) await new Promise((resolve) => setTimeout(resolve, 700)); // longer than writes wait
        await super.save(...row);
      }
    }
    const bench = sessionBench({}, new SlowStorage());
    await bench.open();
    await advance(bench, 12);
    await give(bench, 'a');
    await seek(bench, 20);
    await undo(bench);
    await seek(bench, 20);
    const first = at.indexOf(20 * SECOND);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(at.slice(first).filter((place) => place !== 20 * SECOND)).toEqual([]);
  });

  it('makes the command not given, without moving the playhead; redoing gives it again', async () => {
    const bench = await openBench();
    await advance(bench, 5);
    await give(bench, 'a');
    await advance(bench, 8);
    await give(bench, 'b');
    await advance(bench, 12);
    expect(await undo(bench)).toMatchObject({ now: 12 * SECOND });
    expect(await bench.digest()).toBe(await straight(12, [5, 'a']));
    await undo(bench);
    expect(await bench.digest()).toBe(await straight(12));
    expect(treeOf(bench)).toMatchObject({ undo: null, redo: anItem('a') });
    await redo(bench);
    expect(await bench.digest()).toBe(await straight(12, [5, 'a']));
    await redo(bench);
    expect(await bench.digest()).toBe(await straight(12, [5, 'a'], [8, 'b']));
    expect(treeOf(bench)).toMatchObject({ redo: null, undo: anItem('b') });
  });

  it('over and over makes no more branches, and survives being opened again', async () => {
    const bench = await openBench();
    await advance(bench, 5);
    await give(bench, 'a');
    for (let i = 0; i < 5; i++) {
      await undo(bench);
      await redo(bench);
    }
    await undo(bench);
    expect(treeOf(bench).branches).toHaveLength(2);
    const again = sessionBench({}, bench.storage);
    await again.open();
    expect(await again.digest()).toBe(await straight(5));
    await redo(again);
    expect(await again.digest()).toBe(await straight(5, [5, 'a']));
  });

  it('says so when there is nothing to undo or redo', async () => {
    const bench = await openBench();
    expect(await bench.reply({ do: 'tree', wish: { do: 'undo' } })).toMatchObject({ ok: false });
    expect(await bench.reply({ do: 'tree', wish: { do: 'redo' } })).toMatchObject({ ok: false });
    const wish = { do: 'change', branch: 7 } as const;
    expect(await bench.reply({ do: 'tree', wish })).toMatchObject({ ok: false });
  });

  it('is not redone once something else was done instead', async () => {
    const bench = await openBench();
    await advance(bench, 5);
    await give(bench, 'a');
    await undo(bench);
    await give(bench, 'b');
    await advance(bench, 5);
    expect(treeOf(bench).redo).toBeNull();
    expect(await bench.digest()).toBe(await straight(5, [5, 'b']));
  });
});

it(
  '[B4] at random instants of random forks, with undoing, redoing and opening again, each state is that of a straight run',
  () => checkRandomForks({ numRuns: 12 }),
  60_000,
);
