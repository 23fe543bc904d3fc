/**
 * Seven ways to write a function's work, each run to the same instant in a world of its own, one after the
 * other, in short slices.
 */
import { GUARDS, guardedDefinition } from '../../lab/guards/guard.ts';
import { GuardTally } from '../../projections/guards/compareGuards.ts';
import type { GuardComparison } from '../../projections/guards/guardPicture.ts';
import { unpackCommands } from '../../projections/packedCommands.ts';
import { History } from '../history/history.ts';
import { runInSlices, type SliceSurroundings } from '../session/slices.ts';
import type { GuardSetup } from './laneMessages.ts';
import type { Opener } from './laneRun.ts';

/** @returns null where something newer came first. */
export async function runGuards(
  { log, function: fn, until }: GuardSetup,
  openSimulation: Opener,
  surroundings: SliceSurroundings,
  wishes: { isOvertaken(): boolean; tell(part: number): void },
): Promise<GuardComparison | null> {
  const commands = unpackCommands(log.commands).map((given, number) => ({
    ...given,
    ...{ branch: 0, number },
  }));
  const tally = new GuardTally(fn);
  for (const [place, guard] of GUARDS.entries()) {
    const simulation = await openSimulation(guardedDefinition(log.definition, fn, guard));
    const history = new History(simulation, undefined, commands);
    const options = {
      isOvertaken: wishes.isOvertaken,
      tell: (part: number) => wishes.tell((place + part) / GUARDS.length),
    };
    if (!(await runInSlices(history, until, surroundings, options))) return null;
    tally.add(guard, simulation.world);
    wishes.tell((place + 1) / GUARDS.length);
    await surroundings.breathe();
    if (wishes.isOvertaken()) return null;
  }
  return tally.comparison();
}
