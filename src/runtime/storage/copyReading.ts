/** What a second copy says, beside what the database says. Whoever asks has its name for itself, unless it is said otherwise. */
import type { CopyPlace } from './copyFiles.ts';
import type { DatabaseStorage } from './databaseStorage.ts';
import { LabCopy } from './labCopy.ts';
import type { GivenCommand, LabStorage, Stored } from './storage.ts';

/** So long is waited for a tab that may have ended a moment ago. */
const LEFT_MS = 300;

/**
 * Whether a tab has ended in the middle of writing a lab: its copy may have more than the database.
 * Waits until nobody else has the name. Never rejects.
 */
export async function isLeftInUse(
  place: CopyPlace,
  name: string,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const look = async (): Promise<boolean> => {
    const file = await place.open(name, false);
    if (file === null) return false;
    try {
      return isInUse(new LabCopy(file, breathe));
    } finally {
      file.close();
    }
  };
  try {
    return await place.alone(name, look, LEFT_MS);
  } catch {
    return false; // another tab has it, and goes on
  }
}

/** Null: it is no copy, because it was never finished or is meant to go. */
export async function readCopy(
  place: CopyPlace,
  name: string,
  breathe: () => Promise<void>,
): Promise<Stored | null | 'unreadable'> {
  const file = await place.open(name, false).catch(() => null);
  if (file === null) return 'unreadable';
  try {
    const copy = new LabCopy(file, breathe);
    if (copy.head?.state === 'begun') return null;
    return (await copy.read()) ?? 'unreadable';
  } catch {
    return 'unreadable';
  } finally {
    file.close();
  }
}

export const isInUse = (copy: LabCopy): boolean => copy.head?.state === 'inUse';

/** The lab as it is in the database, once all that was kept in its copy first is there too. */
export async function inBoth(
  labId: string,
  copy: LabCopy,
  database: Pick<LabStorage, 'load'> & Pick<DatabaseStorage, 'mend'>,
): Promise<Stored | null> {
  const stored = await database.load(labId);
  if (stored === null) return null;
  const ahead = aheadOf(stored, (await copy.read())?.commands ?? []);
  if (ahead.length === 0) return stored;
  await database.mend(stored.lab, ahead);
  return database.load(labId);
}

/** Commands that go on where those of the database end; none where the two have gone different ways. */
function aheadOf({ lab, commands }: Stored, copied: readonly GivenCommand[]): GivenCommand[] {
  const ends = new Map(lab.branches.map(({ branch, firstCommand }) => [branch, firstCommand]));
  const known = new Map<string, GivenCommand>();
  for (const given of commands) {
    known.set(`${given.branch} ${given.number}`, given);
    ends.set(given.branch, Math.max(ends.get(given.branch) ?? 0, given.number + 1));
  }
  const ahead: GivenCommand[] = [];
  for (const given of copied) {
    const { branch, number } = given;
    const same = known.get(`${branch} ${number}`);
    if (same !== undefined && JSON.stringify(same) !== JSON.stringify(given)) ends.delete(branch);
    if (ends.get(branch) !== number) continue;
    ahead.push(given);
    ends.set(branch, number + 1);
  }
  return ahead;
}
