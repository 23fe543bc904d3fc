/** A stored lab's history: from its checkpoints where there are some that fit, else from the start. */

import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { commandsOfBranch } from '../../lab/history.ts';
import type { LoadFollow } from '../../sandbox/loading.ts';
import type { FoundLab } from '../session/foundLab.ts';
import type { StoredLab } from '../storage/storage.ts';
import type { StoredCheckpoint } from '../storage/storedCheckpoint.ts';
import { isOnTheWay } from './commandTree.ts';
import { History } from './history.ts';

/** Makes a simulation that can carry out these commands too. */
export type OpenSimulation = (
  definition: SimulationDefinition,
  commands?: readonly Command[],
  follow?: LoadFollow,
) => Promise<Simulation>;

/**
 * Makes the history at its newest checkpoint before the playhead; what is between them is still to be
 * run. It can return to every other checkpoint that is on its way. Without one it is at instant 0.
 */
export async function resumeHistory(
  found: FoundLab,
  openSimulation: OpenSimulation,
  engineVersion: string,
  follow: LoadFollow,
): Promise<History> {
  const { lab, commands, checkpoints } = found;
  const given = commands.map(({ command }) => command);
  const begin = async () =>
    new History(await openSimulation(lab.definition, given, follow), lab, commands);
  const line = commandsOfBranch(lab.branch, lab.branches, commands);
  const fitting = checkpoints.filter(
    ({ row }) => lab.engineVersion === engineVersion && fits(row, lab, line.length, engineVersion),
  );
  const history = await begin();
  if (fitting.length === 0) return history;
  try {
    for (const { row, checkpoint } of fitting) {
      history.know({ checkpoint, applied: row.applied, events: row.events });
    }
    history.jump(lab.at);
    return history;
  } catch {
    return begin(); // a damaged row: the commands give the same history
  }
}

/** Checkpoints of another engine, or of a branch that has been left, do not belong to this history. */
function fits(
  row: StoredCheckpoint,
  lab: StoredLab,
  count: number,
  engineVersion: string,
): boolean {
  return (
    row.engineVersion === engineVersion &&
    isOnTheWay(row, lab.branches, lab.branch) &&
    row.applied <= count &&
    row.at <= lab.furthest
  );
}
