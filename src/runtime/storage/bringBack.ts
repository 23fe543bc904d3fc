/**
 * A browser that has lost its database makes an empty one. What it had is brought back from the second
 * copies, once: a row in the database says that it has been.
 */
import type { CopyPlace } from './copyFiles.ts';
import { readCopy } from './copyReading.ts';
import type { DatabaseStorage } from './databaseStorage.ts';
import { StorageProblem } from './storage.ts';

/** What has come back. */
export interface BroughtBack {
  labs: number;
  /** Copies that could not be read. */
  unreadable: number;
}

/** The row that says it: how many labs so far, and whether these were all. */
const ROW = 'broughtBack';
/** Another tab may have much to bring back. */
const PATIENCE_MS = 60_000;
interface Row {
  labs: number;
  isWhole: boolean;
}

/**
 * Fills a database that is new from the copies, and knows afterwards that it has been.
 * @param tell hears which part has been done, where there is anything to be done.
 * @returns null where there was nothing to bring back.
 * @throws StorageProblem where the database does not take it: then nothing is to be written over the copies.
 */
export async function bringBack(
  database: DatabaseStorage,
  place: CopyPlace,
  breathe: () => Promise<void>,
  tell: (part: number) => void = () => {},
): Promise<BroughtBack | null> {
  if (((await database.fact(ROW)) as Row | undefined)?.isWhole) return null;
  const names = await place.names().catch(() => null);
  if (names === null) return null; // another time, perhaps
  let broughtBack: BroughtBack | null = null;
  const bring = async (): Promise<void> => {
    broughtBack = await bringAll(database, place, breathe, tell, names);
  };
  try {
    await place.alone('', bring, PATIENCE_MS);
  } catch (problem) {
    if (problem instanceof StorageProblem) throw problem;
    throw new StorageProblem('blocked', 'another tab is bringing labs back', problem);
  }
  return broughtBack;
}

async function bringAll(
  database: DatabaseStorage,
  place: CopyPlace,
  breathe: () => Promise<void>,
  tell: (part: number) => void,
  names: readonly string[],
): Promise<BroughtBack | null> {
  const row = ((await database.fact(ROW)) as Row | undefined) ?? { labs: 0, isWhole: false };
  if (row.isWhole) return null; // another tab has been quicker
  let { labs } = row;
  let unreadable = 0;
  for (const [index, name] of names.entries()) {
    const copied = await place.alone(name, () => readCopy(place, name, breathe));
    if (copied === 'unreadable') unreadable++;
    else if (copied !== null && !(await database.has(copied.lab.labId))) {
      const part = (of: number) => tell((index + of) / names.length);
      await database.create(copied.lab, copied.commands, { tell: part, isCancelled: () => false });
      await database.putFact(ROW, { labs: ++labs, isWhole: false });
    }
  }
  await database.putFact(ROW, { labs, isWhole: true });
  return labs + unreadable > 0 ? { labs, unreadable } : null;
}
