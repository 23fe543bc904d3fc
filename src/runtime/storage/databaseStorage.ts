/**
 * Labs in the database. A command is one row and is written at once; what the simulation makes is
 * written in batches, each in one transaction that also says how far it goes.
 */
import type { Table } from 'dexie';
import type { PlacedCard } from '../../lab/layout.ts';
import { atOnce } from './atOnce.ts';
import { mendLab } from './databaseMending.ts';
import {
  type CommandKey,
  clearLab,
  commandsAfter,
  type LabDatabase,
  type Of,
  ofLab,
} from './databaseTables.ts';
import {
  type GivenCommand,
  halfOf,
  type LabProgress,
  type LabStorage,
  StorageProblem,
  type Stored,
  type StoredLab,
  type WorkFollow,
} from './storage.ts';
import { guarded } from './storageProblems.ts';
import { type CheckpointPortion, type StoredPage, takeBack } from './storedCheckpoint.ts';
import type { DerivedRows } from './storedRows.ts';
import { isStoredCheckpoint, isStoredCommand, isStoredLab } from './storedShape.ts';

/** Pages of checkpoints read at once. */
const PAGES_AT_ONCE = 400;
/** Commands read or written at once. */
const COMMANDS_AT_ONCE = 2_000;

export class DatabaseStorage implements LabStorage {
  private readonly database: LabDatabase;

  constructor(database: LabDatabase) {
    this.database = database;
  }

  load(labId: string, follow?: WorkFollow) {
    const { labs, commands } = this.database;
    return guarded(() =>
      this.database.transaction('r', [labs, commands], () => this.read(labId, follow)),
    );
  }

  look(labId: string) {
    return this.load(labId);
  }

  isBehind(): boolean {
    return false;
  }

  list() {
    const { labs, commands } = this.database;
    return guarded(async () => {
      const rows = (await labs.toArray()).filter(isStoredLab);
      const listed = await Promise.all(
        rows.map(async ({ labId, title, definition, branches, at, changedAtMs }) => ({
          labId,
          title,
          at,
          ...(changedAtMs === undefined ? {} : { changedAtMs }),
          seed: definition.seed,
          branches: branches.length,
          commands: await ofLab(commands, labId).count(),
        })),
      );
      return listed.sort((a, b) => (b.changedAtMs ?? 0) - (a.changedAtMs ?? 0));
    });
  }

  create(lab: StoredLab, given: readonly GivenCommand[] = [], follow?: WorkFollow) {
    const { labId } = lab;
    const { labs, commands } = this.database;
    return guarded(() =>
      this.database.transaction('rw', this.everything, async () => {
        await this.clear(labId);
        await labs.put({ ...lab, changedAtMs: Date.now() });
        for (let from = 0; from < given.length; from += COMMANDS_AT_ONCE) {
          const some = given.slice(from, from + COMMANDS_AT_ONCE);
          await commands.bulkAdd(some.map((command) => ({ labId, ...command })));
          told(follow, (from + some.length) / given.length);
        }
      }),
    );
  }

  countCommands(labId: string): Promise<number> {
    return guarded(() => ofLab(this.database.commands, labId).count());
  }

  has(labId: string): Promise<boolean> {
    return guarded(async () => (await this.database.labs.where({ labId }).count()) > 0);
  }

  /** Something that the database says of itself; undefined where it does not. */
  fact(key: string): Promise<unknown> {
    return guarded(async () => (await this.database.meta.get(key))?.value);
  }

  putFact(key: string, value: unknown): Promise<void> {
    return guarded(async () => void (await this.database.meta.put({ key, value })));
  }

  rename(labId: string, title: string) {
    return guarded(async () => void (await this.database.labs.update(labId, { title })));
  }

  arrange(labId: string, layout: readonly PlacedCard[]) {
    return guarded(
      async () => void (await this.database.labs.update(labId, { layout: [...layout] })),
    );
  }

  remove(labId: string, follow?: WorkFollow) {
    return guarded(() =>
      this.database.transaction('rw', this.everything, async () => {
        const found = await this.read(labId, follow && halfOf(follow, 0));
        await this.clear(labId, follow && halfOf(follow, 0.5));
        await this.database.labs.delete(labId);
        return found;
      }),
    );
  }

  private get everything(): Table[] {
    const { labs, commands, resumption, derived } = this.database;
    return [labs, commands, ...resumption, ...derived];
  }

  /** All that was made of a lab goes. */
  private async clear(labId: string, follow?: WorkFollow): Promise<void> {
    const tables = this.everything.slice(1);
    for (const [i, table] of tables.entries()) {
      const cleared = await clearLab(table, labId);
      if (cleared >= COMMANDS_AT_ONCE) told(follow, (i + 1) / tables.length);
    }
  }

  private async read(labId: string, follow?: WorkFollow): Promise<Stored | null> {
    const { labs, commands } = this.database;
    const lab = await labs.get(labId);
    if (lab === undefined) return null;
    const given: GivenCommand[] = [];
    let isWhole = isStoredLab(lab);
    let count = 0;
    for (let after: CommandKey = [labId, -1, -1]; isWhole; ) {
      const rows = await commandsAfter(commands, after).limit(COMMANDS_AT_ONCE).toArray();
      isWhole = rows.every(isStoredCommand);
      for (const { labId: _, ...command } of rows) given.push(command);
      if (rows.length < COMMANDS_AT_ONCE) break;
      count ||= await ofLab(commands, labId).count();
      told(follow, given.length / count);
      const { branch, number } = rows.at(-1)!;
      after = [labId, branch, number];
    }
    if (isWhole) return { lab, commands: given };
    throw new StorageProblem('corrupt', `lab ${labId} is not what was written`);
  }

  /** Changes what is said of a lab. @throws StorageProblem where it has been deleted meanwhile. */
  private async update(labId: string, changed: Partial<StoredLab>): Promise<void> {
    const { labs } = this.database;
    if ((await labs.update(labId, changed)) > 0) return;
    if ((await labs.where('labId').equals(labId).count()) > 0) return; // it is so already
    throw new StorageProblem('removed', `lab ${labId} is not there any more`);
  }

  putCommands(labId: string, progress: LabProgress, given: GivenCommand[]) {
    if (!areFork(progress, given)) return this.addCommands(labId, given);
    const { labs, commands } = this.database;
    const rows = given.map((command) => ({ labId, ...command }));
    return guarded(() =>
      this.database.transaction('rw', [labs, commands], async () => {
        await this.update(labId, { ...progress, changedAtMs: Date.now() });
        await commands.bulkAdd(rows);
      }),
    );
  }

  /** Makes commands of branches that are known durable. */
  addCommands(labId: string, given: readonly GivenCommand[]): Promise<void> {
    const rows = given.map((command) => ({ labId, ...command }));
    return guarded(async () => atOnce(this.database, 'strict', [['commands', { add: rows }]]));
  }

  /**
   * Puts in what of a lab is missing or damaged, as another place has it; what can be read stays.
   * @throws StorageProblem where something is damaged that is not there either; nothing has changed then.
   */
  mend(lab: StoredLab, given: readonly GivenCommand[]): Promise<void> {
    return guarded(() => mendLab(this.database, lab, given));
  }

  save(labId: string, progress: LabProgress, rows: DerivedRows | null) {
    const { database } = this;
    const { labs, derived } = database;
    return guarded(async () => {
      const changed = { ...progress, changedAtMs: Date.now() };
      if (rows === null) return this.update(labId, changed);
      await database.transaction('rw', [labs, ...derived], async () => {
        if (rows.replaceAll) for (const table of derived) await clearLab(table, labId);
        await this.putRows(labId, rows);
        await this.update(labId, { ...changed, rowsUpTo: rows.cursor });
      });
    });
  }

  loadCheckpoints(labId: string, follow?: WorkFollow) {
    const { database } = this;
    const { moments, checkpointPages, resumption } = database;
    return guarded(() =>
      database.transaction('r', resumption, async () => {
        const rows = (await ofLab(moments, labId).toArray()).filter(isStoredCheckpoint);
        const wanted = [...new Set(rows.flatMap(({ pages }) => pages))];
        const pages = new Map<number, StoredPage>();
        for (let from = 0; from < wanted.length; from += PAGES_AT_ONCE) {
          const keys = wanted.slice(from, from + PAGES_AT_ONCE).map((page) => [labId, page]);
          const read = await checkpointPages.bulkGet(keys as [string, number][]);
          // What has been read may leave memory before more is.
          for (const page of read) {
            if (page !== undefined && takeBack(page)) pages.set(page.page, page);
          }
          told(follow, (from + PAGES_AT_ONCE) / wanted.length);
        }
        return { rows: rows.map(({ labId: _, ...row }) => row), pages };
      }),
    );
  }

  /** It can be made again: nobody waits until it is on the disk. */
  saveCheckpoint(labId: string, { pages, row, goneMoments, gonePages }: CheckpointPortion) {
    const keys = (numbers: number[]) => numbers.map((n): [string, number] => [labId, n]);
    return guarded(() =>
      atOnce(this.database, 'relaxed', [
        [
          'checkpointPages',
          { put: pages.map((page) => ({ labId, ...page })), gone: keys(gonePages) },
        ],
        ['moments', { put: row === null ? [] : [{ labId, ...row }], gone: keys(goneMoments) }],
      ]),
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

/** Whether a branch begins with one of these commands. */
export function areFork({ branches }: LabProgress, given: readonly GivenCommand[]): boolean {
  return given.some(
    ({ branch, number }) =>
      branches.find((each) => each.branch === branch)?.firstCommand === number,
  );
}

/** @throws StorageProblem when nobody wants it any more. */
function told(follow: WorkFollow | undefined, part: number): void {
  if (follow?.isCancelled()) throw new StorageProblem('cancelled', 'nobody waits for it');
  follow?.tell(Math.min(part, 0.999));
}
