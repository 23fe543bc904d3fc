/** Another branch beside the present one: both at the same instant, and where they part. */
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import type { LogLine } from '../../projections/scene/scene.ts';
import type { AskedPictures, Pictures } from '../session/pictures.ts';
import { runInSlices, type SliceSurroundings } from '../session/slices.ts';
import { words } from '../words.ts';
import { branchNumbered, sharedPast } from './commandTree.ts';
import { History } from './history.ts';

export interface BranchComparison {
  /** The present branch, and the one beside it. */
  here: Side;
  there: Side;
  /** The instant at which both are looked at, microseconds. */
  at: number;
  /** The first instant at which something happened on one that did not on the other; null: none yet. */
  firstAt: number | null;
}

export interface Side {
  branch: number;
  /** What happened first that did not on the other side, or null. */
  first: LogLine | null;
  report: unknown;
}

export interface ComparisonSurroundings extends SliceSurroundings {
  openSimulation(
    definition: SimulationDefinition,
    commands: readonly Command[],
  ): Promise<Simulation>;
  pictures: Pictures;
  askedPictures(): Promise<AskedPictures>;
}

/** Entries looked through for one that has a sentence. */
const MOST_ENTRIES = 2_000;

/**
 * Runs the other branch up to the present instant and looks at both.
 * @throws Error with a sentence when there is no such branch, or something newer was wanted first.
 */
export async function compareBranches(
  history: History,
  other: number,
  surroundings: ComparisonSurroundings,
  follow: { isOvertaken(): boolean; tell(part: number): void },
): Promise<BranchComparison> {
  if (branchNumbered(history.branches, other) === undefined) throw new Error(words.noSuchBranch);
  const { branch, branches, allCommands, now } = history;
  const { world } = history.simulation;
  const given = allCommands.map(({ command }) => command);
  const simulation = await surroundings.openSimulation(world.definition, given);
  const beside = new History(simulation, { branch: other, branches }, allCommands);
  const shared = sharedPast(branches, branch, other);
  beside.know(history.momentBefore(Math.min(shared.at, now), shared.applied));
  beside.jump(Math.min(shared.at, now));
  if (!(await runInSlices(beside, now, surroundings, follow))) throw new Error(words.superseded);
  const entry = firstDifference(world, simulation.world, Math.min(shared.at, now));
  const atOf = ({ journal }: World) =>
    entry < journal.length ? journal.atOf(entry) : Number.POSITIVE_INFINITY;
  const firstAt = Math.min(atOf(world), atOf(simulation.world));
  const { report } = await surroundings.askedPictures();
  const side = (number: number, one: Simulation): Side => ({
    branch: number,
    first: firstSentence(one.world, entry, surroundings.pictures),
    report: report(one),
  });
  return {
    here: side(branch, history.simulation),
    there: side(other, simulation),
    at: now,
    firstAt: Number.isFinite(firstAt) ? firstAt : null,
  };
}

/**
 * The number of the first entry that is not the same in both journals, or the length of the shorter.
 * Entries name commands and items by number, so what a command said is looked at, too.
 */
function firstDifference(here: World, there: World, from: number): number {
  const [one, other] = [here.journal, there.journal];
  const end = Math.min(one.length, other.length);
  let entry = Math.min(one.firstAtOrAfter(instant(from)), end);
  const saidTheSame = (number: number): boolean =>
    JSON.stringify(here.commands.get(number)) === JSON.stringify(there.commands.get(number));
  const isSame = (): boolean => {
    const [a, b] = [one.read(entry), other.read(entry)];
    const isAlike =
      a.at === b.at &&
      a.kind === b.kind &&
      a.a === b.a &&
      a.b === b.b &&
      a.c === b.c &&
      a.d === b.d;
    return isAlike && (a.kind !== Entry.commandGiven || saidTheSame(a.a));
  };
  while (entry < end && isSame()) entry++;
  return entry;
}

function firstSentence(world: World, entry: number, pictures: Pictures): LogLine | null {
  const end = Math.min(world.journal.length, entry + MOST_ENTRIES);
  return pictures.logLines(world, entry, end)[0] ?? null;
}
