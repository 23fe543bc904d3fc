/**
 * The database in IndexedDB, through Dexie. Its tables are named after what is in them, so that anyone
 * who opens the browser's developer tools can read the lab there. A command is one row and is written
 * at once; what the simulation makes is written in batches, each in one transaction that also says how
 * far it goes.
 */
import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import {
  type GivenCommand,
  type LabProgress,
  type LabStorage,
  StorageProblem,
  type StorageProblemKind,
  type StoredLab,
} from './storage.ts';
import type { CheckpointPortion, StoredCheckpoint, StoredPage } from './storedCheckpoint.ts';
import type { DerivedRows, ItemRow, PartitionRow, RecordChunk, ShardRow } from './storedRows.ts';
import { isStoredCheckpoint, isStoredCommand, isStoredLab } from './storedShape.ts';

export const DATABASE_NAME = 'shardscope';
/** Rises whenever rows change their meaning; what is newer than this is left alone. */
const LAYOUT = 1;
/** How long an older tab may hold up the opening. */
const BLOCKED_MS = 3_000;

type Of<Row> = Row & { labId: string };

class LabDatabase extends Dexie {
  labs!: EntityTable<StoredLab, 'labId'>;
  commands!: Table<Of<GivenCommand>, [string, number, number]>;
  items!: Table<Of<ItemRow>, [string, string, string]>;
  partitions!: Table<Of<PartitionRow>, [string, number]>;
  shards!: Table<Of<ShardRow>, [string, number]>;
  records!: Table<Of<RecordChunk>, [string, number, number]>;
  checkpoints!: Table<Of<StoredCheckpoint>, string>;
  checkpointPages!: Table<Of<StoredPage>, [string, number]>;
  meta!: EntityTable<{ key: string; value: unknown }, 'key'>;

  constructor(options: DexieOptions) {
    super(DATABASE_NAME, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({
      labs: 'labId',
      commands: '[labId+branch+number]',
      items: '[labId+table+label]',
      partitions: '[labId+partition]',
      shards: '[labId+shard]',
      records: '[labId+shard+chunk]',
      checkpoints: 'labId',
      checkpointPages: '[labId+page]',
      meta: 'key',
    });
  }

  /** What the simulation makes. */
  get derived(): Table[] {
    return [this.items, this.partitions, this.shards, this.records];
  }

  get resumption(): Table[] {
    return [this.checkpoints, this.checkpointPages];
  }
}

/**
 * Opens the database, making it where there is none.
 * @throws StorageProblem when the browser refuses, an older tab blocks it, or it is too new.
 */
export async function openDatabase(
  options: DexieOptions = {},
  blockedMs = BLOCKED_MS,
): Promise<LabStorage> {
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
  if (layout === undefined) await database.meta.put({ key: 'layout', value: LAYOUT });
  else if (typeof layout.value !== 'number' || layout.value > LAYOUT) {
    throw new StorageProblem('newer', `layout ${String(layout.value)}`);
  }
}

class DatabaseStorage implements LabStorage {
  private readonly database: LabDatabase;

  constructor(database: LabDatabase) {
    this.database = database;
  }

  load(labId: string) {
    const { database } = this;
    return guarded(async () => {
      const [lab, rows] = await database.transaction(
        'r',
        [database.labs, database.commands],
        async () => [
          await database.labs.get(labId),
          await ofLab(database.commands, labId).toArray(),
        ],
      );
      if (lab === undefined) return null;
      const commands = rows.map(({ branch, number, at, command }) => ({
        branch,
        number,
        at,
        command,
      }));
      if (!isStoredLab(lab) || !commands.every(isStoredCommand)) {
        throw new StorageProblem('corrupt', `lab ${labId} is not what was written`);
      }
      return { lab, commands };
    });
  }

  create(lab: StoredLab) {
    const { database } = this;
    const { labs, commands, checkpoints, checkpointPages, derived } = database;
    const tables: Table[] = [commands, checkpointPages, ...derived];
    return guarded(() =>
      database.transaction('rw', [labs, checkpoints, ...tables], async () => {
        for (const table of tables) await clearLab(table, lab.labId);
        await checkpoints.delete(lab.labId);
        await labs.put(lab);
      }),
    );
  }

  putCommands(labId: string, progress: LabProgress, given: GivenCommand[]) {
    const { database } = this;
    const { labs, commands } = database;
    const isFork = given.some(
      (command) =>
        command.number ===
        progress.branches.find((branch) => branch.branch === command.branch)?.firstCommand,
    );
    const rows = given.map((command) => ({ labId, ...command }));
    return guarded(async () => {
      if (!isFork) return addAtOnce(database.backendDB(), 'commands', rows);
      await database.transaction('rw', [labs, commands], async () => {
        await labs.update(labId, { ...progress });
        await commands.bulkAdd(rows);
      });
    });
  }

  save(labId: string, progress: LabProgress, rows: DerivedRows | null) {
    const { database } = this;
    const { labs, derived } = database;
    return guarded(async () => {
      if (rows === null) return void (await labs.update(labId, { ...progress }));
      await database.transaction('rw', [labs, ...derived], async () => {
        if (rows.replaceAll) for (const table of derived) await clearLab(table, labId);
        await this.putRows(labId, rows);
        await labs.update(labId, { ...progress, rowsUpTo: rows.cursor });
      });
    });
  }

  loadCheckpoint(labId: string) {
    const { database } = this;
    const { checkpoints, checkpointPages, resumption } = database;
    return guarded(() =>
      database.transaction('r', resumption, async () => {
        const row = await checkpoints.get(labId);
        if (row === undefined || !isStoredCheckpoint(row)) return null;
        const pages = await ofLab(checkpointPages, labId).toArray();
        return { row, pages: new Map(pages.map((page) => [page.page, page])) };
      }),
    );
  }

  saveCheckpoint(labId: string, { pages, row, gonePages }: CheckpointPortion) {
    const { database } = this;
    const { checkpoints, checkpointPages, resumption } = database;
    return guarded(() =>
      database.transaction('rw', resumption, async () => {
        await checkpointPages.bulkPut(pages.map((page) => ({ labId, ...page })));
        if (row === null) return;
        await checkpoints.put({ labId, ...row });
        await checkpointPages.bulkDelete(gonePages.map((page) => [labId, page]));
      }),
    );
  }

  close(): void {
    this.database.close({ disableAutoOpen: true });
  }

  private async putRows(labId: string, rows: DerivedRows): Promise<void> {
    const { items, partitions, shards, records } = this.database;
    const of = <Row>(list: Row[]): Of<Row>[] => list.map((row) => ({ labId, ...row }));
    await Promise.all([
      items.bulkPut(of(rows.items)),
      items.bulkDelete(rows.goneItems.map(({ table, label }) => [labId, table, label])),
      partitions.bulkPut(of(rows.partitions)),
      shards.bulkPut(of(rows.shards)),
      records.bulkPut(of(rows.records)),
      ...rows.firstChunks.map((first, shard) =>
        records.where(':id').between([labId, shard, 0], [labId, shard, first]).delete(),
      ),
    ]);
  }
}

/** What a person waits for goes to IndexedDB itself: Dexie's own work would double the wait. */
function addAtOnce(
  database: IDBDatabase | null,
  table: string,
  rows: readonly object[],
): Promise<void> {
  if (database === null) throw new StorageProblem('closed', 'there is no connection any more');
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    const store = transaction.objectStore(table);
    for (const row of rows) store.add(row);
    transaction.commit();
  });
}

const ofLab = <Row, Key>(table: Table<Row, Key>, labId: string) =>
  table.where(':id').between([labId, Dexie.minKey], [labId, Dexie.maxKey]);

const clearLab = (table: Table, labId: string): Promise<number> => ofLab(table, labId).delete();

async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error, 'unknown');
  }
}

const KINDS: Record<string, StorageProblemKind> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  VersionError: 'newer',
  SecurityError: 'denied',
  MissingAPIError: 'denied',
};

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

interface Cause {
  name?: string;
  message?: string;
  inner?: Cause;
}

/** Says in our words what IndexedDB or Dexie said, looking inside for the first cause. */
function problemOf(error: unknown, otherwise: StorageProblemKind): StorageProblem {
  if (error instanceof StorageProblem) return error;
  const causes: Cause[] = [];
  for (let cause = error as Cause | undefined; cause && causes.length < 5; cause = cause.inner) {
    causes.push(cause);
  }
  const known = causes.map(({ name }) => KINDS[name ?? '']).find((kind) => kind !== undefined);
  return new StorageProblem(known ?? otherwise, causes[0]?.message ?? String(error), error);
}
