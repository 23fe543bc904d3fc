/** A property of the whole session, that holds in Node as in a browser: see {@link checkRandomForks}. */
import fc from 'fast-check';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { put } from '../../engine/testing/definitions.ts';
import type { Branch, GivenCommand } from '../storage/storage.ts';
import { MemoryStorage } from './memoryStorage.ts';
import { busyLab, sessionBench, treeOf } from './sessionBench.ts';

const SECOND = 1_000_000;
const END = 41 * SECOND;
type Bench = ReturnType<typeof sessionBench>;

type Act =
  | { do: 'give'; id: string }
  | { do: 'seek'; to: number }
  | { do: 'advance'; to: number }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'change'; branch: number; to: number };
const moment = fc.integer({ min: 0, max: 40 * SECOND });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('give' as const), id: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ do: fc.constant('seek' as const), to: moment }),
  fc.record({ do: fc.constant('advance' as const), to: moment }),
  fc.constantFrom<Act>({ do: 'undo' }, { do: 'redo' }),
  fc.record({ do: fc.constant('change' as const), branch: fc.nat(4), to: moment }),
);

/**
 * At random instants a person writes, goes back, changes the past, undoes, redoes, changes branches, and
 * opens the lab again: each time its journal is that of a fresh simulation with the same commands.
 * @throws Error with the seed, and the shortest acts that were found to differ.
 */
export async function checkRandomForks(options: { numRuns: number; seed?: number }): Promise<void> {
  const acts = fc.array(act, { minLength: 8, maxLength: 20 });
  const property = fc.asyncProperty(acts, async (some) => {
    const bench = await after(some);
    const { now } = await bench.frame({ do: 'seek', to: END });
    const { branches } = bench.storage.labs.get('busy')!;
    const given = lineOf(treeOf(bench).branch, branches, bench.storage.commands.get('busy')!);
    const simulation = await openSimulation(busyLab);
    for (const { at, command } of given) simulation.submit(command, instant(at));
    simulation.runUntil(instant(now));
    return (await bench.digest()) === simulation.world.journal.digest();
  });
  await fc.assert(property, options);
}

/** A session after some acts; every seventh finds the lab opened again. */
async function after(acts: readonly Act[]): Promise<Bench> {
  let bench = openable();
  await bench.open();
  for (const [i, one] of acts.entries()) {
    if (i % 7 === 6) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      bench = openable(copyOf(bench.storage));
      await bench.open();
    }
    await carryOut(bench, one);
  }
  return bench;
}

/** Breathes as Node and browsers can. */
const openable = (storage?: MemoryStorage): Bench =>
  sessionBench({ breathe: () => new Promise((resolve) => setTimeout(resolve)) }, storage);

function carryOut(bench: Bench, one: Act): Promise<unknown> {
  switch (one.do) {
    case 'give':
      return bench.reply({ do: 'command', command: put({ id: { S: one.id } }) });
    case 'undo':
    case 'redo':
      return bench.ask({ do: 'tree', wish: { do: one.do } });
    case 'change':
      return bench.ask({ do: 'tree', wish: { do: 'change', branch: one.branch, at: one.to } });
    default:
      return bench.ask({ do: one.do, to: one.to });
  }
}

/** What is stored at this moment: the session that is left can write no more into it, however slow it was. */
const copyOf = (storage: MemoryStorage): MemoryStorage =>
  Object.assign(new MemoryStorage(), structuredClone({ ...storage }));

/** The line of a branch, found without the code under test. */
function lineOf(
  branch: number,
  branches: readonly Branch[],
  all: readonly GivenCommand[],
): GivenCommand[] {
  const { parent, firstCommand } = branches.find((each) => each.branch === branch)!;
  const own = all.filter((given) => given.branch === branch);
  return parent < 0 ? own : [...lineOf(parent, branches, all).slice(0, firstCommand), ...own];
}
