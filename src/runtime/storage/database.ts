/**
 * Opens the database in IndexedDB, through Dexie. Its tables are named after what is in them, so that
 * anyone who opens the browser's developer tools can read the lab there.
 */
import type { DexieOptions } from 'dexie';
import { DatabaseStorage } from './databaseStorage.ts';
import { LabDatabase } from './databaseTables.ts';
import { StorageProblem } from './storage.ts';
import { problemOf } from './storageProblems.ts';

/** Rises whenever rows change their meaning; what is newer than this is left alone. */
const LAYOUT = 2;
/** How long an older tab may hold up the opening. */
const BLOCKED_MS = 3_000;

/**
 * Opens the database, making it where there is none.
 * @throws StorageProblem when the browser refuses, an older tab blocks it, or it is too new.
 */
export async function openDatabase(
  options: DexieOptions = {},
  blockedMs = BLOCKED_MS,
): Promise<DatabaseStorage> {
  const database = new LabDatabase(options);
  // Deleted or upgraded elsewhere: let go, and do not make an empty one in its place.
  const letGo = () => database.close({ disableAutoOpen: true });
  database.on('versionchange', () => {
    letGo();
    return false; // Dexie’s own handler would open it again
  });
  database.on('close', once(letGo)); // closing says that it closes
  let blocked: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      database.on('blocked', () => {
        const give = () => reject(new StorageProblem('blocked', 'held open by an older tab'));
        blocked ??= setTimeout(give, blockedMs);
        return false;
      });
      database.open().then(() => resolve(), reject);
    });
    await checkLayout(database);
  } catch (error) {
    database.close({ disableAutoOpen: true });
    const problem = problemOf(error, 'denied');
    throw problem.kind === 'closed' ? new StorageProblem('denied', problem.message) : problem;
  } finally {
    clearTimeout(blocked);
  }
  return new DatabaseStorage(database);
}

async function checkLayout(database: LabDatabase): Promise<void> {
  const layout = await database.meta.get('layout');
  const value = layout?.value ?? 0;
  if (typeof value !== 'number' || value > LAYOUT) {
    throw new StorageProblem('newer', `layout ${String(value)}`);
  }
  if (value < LAYOUT) await database.meta.put({ key: 'layout', value: LAYOUT });
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
