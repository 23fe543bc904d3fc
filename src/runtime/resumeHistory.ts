/** A stored lab's history: from its newest checkpoint where there is one that fits, else from the start. */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { Checkpoint, Simulation } from '../engine/index.ts';
import { History } from './history.ts';
import type { FoundLab } from './keeper.ts';
import type { StoredLab } from './storage.ts';
import { assembleCheckpoint, type StoredCheckpoint } from './storedCheckpoint.ts';

/**
 * Makes the history at its newest checkpoint before the playhead; what is between them is still to be
 * run. Without a checkpoint it is at instant 0.
 */
export async function resumeHistory(
  found: FoundLab,
  openSimulation: (definition: SimulationDefinition) => Promise<Simulation>,
  engineVersion: string,
): Promise<History> {
  const { lab, commands } = found;
  const begin = async () => new History(await openSimulation(lab.definition), lab, [...commands]);
  const checkpoint = fittingCheckpoint(found, engineVersion);
  const history = await begin();
  if (checkpoint === null) return history;
  const { applied, events } = found.checkpoint!.row;
  try {
    history.know({ checkpoint, applied, events });
    history.jump(lab.at);
    return history;
  } catch {
    return begin(); // a damaged page: the commands give the same history
  }
}

/** Whether the way to the lab's branch led through the checkpoint, perhaps on an ancestor. */
function isOnTheWay(row: StoredCheckpoint, { branch, branches }: StoredLab): boolean {
  let current = branches.find((known) => known.branch === branch);
  while (current !== undefined && current.branch !== row.branch) {
    const { parent, forkedAt } = current;
    if (row.at > forkedAt) return false;
    current = branches.find((known) => known.branch === parent);
  }
  return current !== undefined;
}

/** Checkpoints of another engine, or of a branch that has been left, do not belong to this history. */
function fittingCheckpoint(found: FoundLab, engineVersion: string): Checkpoint | null {
  if (found.checkpoint === null) return null;
  const { row, pages } = found.checkpoint;
  const fits =
    row.engineVersion === engineVersion &&
    found.lab.engineVersion === engineVersion &&
    isOnTheWay(row, found.lab) &&
    row.applied <= found.commands.length &&
    row.at <= found.lab.furthest;
  return fits ? assembleCheckpoint(row, pages) : null;
}
