/** What of a lab is missing in the database, or damaged, is put in as another place has it. */
import { type LabDatabase, ofLab } from './databaseTables.ts';
import { type GivenCommand, StorageProblem, type StoredLab } from './storage.ts';
import { isStoredCommand, isStoredLab } from './storedShape.ts';

/** @throws StorageProblem where something is damaged that is not there either; nothing has changed then. */
export function mendLab(
  database: LabDatabase,
  lab: StoredLab,
  given: readonly GivenCommand[],
): Promise<void> {
  const { labId } = lab;
  const { labs, commands } = database;
  return database.transaction('rw', [labs, commands], async () => {
    const found = await labs.get(labId);
    if (!isStoredLab(found)) await labs.put({ ...standingAs(found, lab), changedAtMs: Date.now() });
    const rows = await ofLab(commands, labId).toArray();
    const there = new Set(rows.filter(isStoredCommand).map(placeOf));
    const missing = given.filter((one) => !there.has(placeOf(one)));
    await commands.bulkPut(missing.map((one) => ({ labId, ...one })));
    for (const one of missing) there.add(placeOf(one));
    if (rows.every((row) => there.has(placeOf(row)))) return;
    throw new StorageProblem('corrupt', `lab ${labId} is not what was written`);
  });
}

/** The playhead, which another place need not know, is where a damaged row says, if that can be read. */
function standingAs(damaged: Partial<StoredLab> | undefined, lab: StoredLab): StoredLab {
  const { branch, at = lab.at, furthest = at } = damaged ?? {};
  const standing = { ...lab, at, furthest: Math.max(at, furthest) };
  return branch === lab.branch && isStoredLab(standing) ? standing : lab;
}

const placeOf = ({ branch, number }: GivenCommand): string => `${branch} ${number}`;
