/** What is written again and again goes to IndexedDB itself: Dexie's own work would double the wait. */
import type { LabDatabase } from './databaseTables.ts';
import { StorageProblem } from './storage.ts';

/** What is to be done in one table. */
export interface Changes {
  /** Rows that are not there yet. */
  add?: readonly object[];
  put?: readonly object[];
  /** Keys. */
  gone?: readonly IDBValidKey[];
}

/**
 * Changes tables in one transaction.
 * @param durability strict: it resolves when all is on the disk; relaxed: when the system has it, which a
 *   browser that is killed does not undo.
 */
export function atOnce(
  database: LabDatabase,
  durability: IDBTransactionDurability,
  changes: readonly (readonly [table: string, changes: Changes])[],
): Promise<void> {
  const backend = database.backendDB() as IDBDatabase | null;
  if (backend === null) throw new StorageProblem('closed', 'there is no connection any more');
  return new Promise((resolve, reject) => {
    const names = changes.map(([table]) => table);
    const transaction = backend.transaction(names, 'readwrite', { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    for (const [table, { add = [], put = [], gone = [] }] of changes) {
      const store = transaction.objectStore(table);
      for (const row of add) store.add(row);
      for (const row of put) store.put(row);
      for (const key of gone) store.delete(key);
    }
    transaction.commit();
  });
}
