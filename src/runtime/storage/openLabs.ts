/** Opens what keeps labs in this browser: the database, with a second copy of every lab beside it where there are files. */
import type { DexieOptions } from 'dexie';
import { type BroughtBack, bringBack } from './bringBack.ts';
import { CopiedStorage } from './copiedStorage.ts';
import { browserPlace, type CopyPlace } from './copyFiles.ts';
import { openDatabase } from './database.ts';
import { SecondCopies } from './secondCopies.ts';
import type { LabStorage } from './storage.ts';

/** Who is told of a database that had been lost. */
export interface LossListener {
  /** @param part 0 to 1 of bringing back; not told where there is nothing to be brought back. */
  tell(part: number): void;
  ended(): void;
  broughtBack(what: BroughtBack): void;
  /** Rows of a lab that were damaged are as they were in its copy. */
  healed(): void;
}

/**
 * @returns what opens the storage, as often as it is asked: see {@link openDatabase}.
 * @param place where the copies are; null: there are none.
 */
export function labsOpener(
  breathe: () => Promise<void>,
  listener: LossListener,
  place: CopyPlace | null = browserPlace(),
  options: DexieOptions = {},
): () => Promise<LabStorage> {
  if (place === null) return () => openDatabase(options);
  const copies = new SecondCopies(place, breathe);
  return async () => {
    const database = await openDatabase(options);
    try {
      const what = await bringBack(database, place, breathe, listener.tell);
      if (what !== null) listener.broughtBack(what);
    } catch (problem) {
      database.close();
      throw problem;
    } finally {
      listener.ended();
    }
    return new CopiedStorage(database, copies, () => listener.healed());
  };
}
