/**
 * The tables in IndexedDB and how they came to be as they are: each version says what it changed, and
 * carries over what an earlier one wrote. Never change a version that people have.
 */
import Dexie, { type DexieOptions, type EntityTable, type Table, type Transaction } from 'dexie';
import type { GivenCommand, StoredLab } from './storage.ts';
import type { StoredCheckpoint, StoredPage } from './storedCheckpoint.ts';
import type { ItemRow, PartitionRow, RecordChunk, ShardRow } from './storedRows.ts';

export const DATABASE_NAME = 'shardscope';

export type Of<Row> = Row & { labId: string };

/** Dexie’s version 1 is IndexedDB’s 10, and so on. */
export class LabDatabase extends Dexie {
  labs!: EntityTable<StoredLab, 'labId'>;
  commands!: Table<Of<GivenCommand>, [string, number, number]>;
  items!: Table<Of<ItemRow>, [string, string, string]>;
  partitions!: Table<Of<PartitionRow>, [string, number]>;
  shards!: Table<Of<ShardRow>, [string, number]>;
  records!: Table<Of<RecordChunk>, [string, number, number]>;
  moments!: Table<Of<StoredCheckpoint>, [string, number]>;
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
    // Several checkpoints of a lab instead of one.
    this.version(2)
      .stores({ checkpoints: null, moments: '[labId+moment]' })
      .upgrade((transaction) => carryCheckpointsOver(transaction));
  }

  /** What the simulation makes. */
  get derived(): Table[] {
    return [this.items, this.partitions, this.shards, this.records];
  }

  get resumption(): Table[] {
    return [this.moments, this.checkpointPages];
  }
}

async function carryCheckpointsOver(transaction: Transaction): Promise<void> {
  const rows = await transaction.table('checkpoints').toArray();
  await transaction.table('moments').bulkAdd(rows.map((row) => ({ ...row, moment: 0 })));
}

export const ofLab = <Row, Key>(table: Table<Row, Key>, labId: string) =>
  table.where(':id').between([labId, Dexie.minKey], [labId, Dexie.maxKey]);

/** Where a command is kept; also a place between two. */
export type CommandKey = [labId: string, branch: number, number: number];

/** The commands of a lab that are kept after a place. */
export const commandsAfter = (table: LabDatabase['commands'], after: CommandKey) =>
  table.where(':id').between(after, [after[0], Dexie.maxKey, Dexie.maxKey], false, true);

export const clearLab = (table: Table, labId: string): Promise<number> =>
  ofLab(table, labId).delete();
