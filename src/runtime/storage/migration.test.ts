import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { atSeconds, put } from '../../engine/testing/definitions.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { busyLab, sessionBench } from '../testing/sessionBench.ts';
import { openDatabase } from './database.ts';
import { DATABASE_NAME } from './databaseTables.ts';
import { CheckpointWriter } from './storedCheckpoint.ts';

/** Writes a database as the first version of the page did. @returns the digest of the lab in it. */
async function writeFirstVersion(indexedDB: IDBFactory): Promise<string> {
  const database = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  database.version(1).stores({
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
  const simulation = await openSimulation(busyLab);
  simulation.runUntil(atSeconds(20));
  const writer = new CheckpointWriter();
  const [branch, applied, engineVersion] = [0, 0, '2'];
  const { events } = simulation.world.state;
  writer.begin(simulation.checkpoint(), { engineVersion, branch, applied, events });
  const { pages, row } = writer.portion()!;
  const { moment: _, ...firstRow } = row!;
  const command = put({ id: { S: 'mine' } });
  simulation.submit(command, atSeconds(30));
  await database.table('meta').put({ key: 'layout', value: 1 });
  await database.table('labs').put({
    ...{ labId: 'busy', title: busyLab.title, definition: busyLab, engineVersion, branch },
    branches: [FIRST_BRANCH],
    ...{ at: atSeconds(30), furthest: atSeconds(30), commandCount: 1 },
  });
  await database
    .table('commands')
    .put({ labId: 'busy', branch, number: 0, at: atSeconds(30), command });
  await database.table('checkpoints').put({ labId: 'busy', ...firstRow });
  await database
    .table('checkpointPages')
    .bulkPut(pages.map((page) => ({ labId: 'busy', ...page })));
  database.close();
  return simulation.world.journal.digest();
}

it('[B13] a database that the first version wrote is carried over, with lab, commands and checkpoint', async () => {
  const indexedDB = new IDBFactory();
  const digest = await writeFirstVersion(indexedDB);
  const storage = await openDatabase({ indexedDB, IDBKeyRange });
  expect(await storage.list()).toMatchObject([{ labId: 'busy', commands: 1, branches: 1 }]);
  const { rows, pages } = await storage.loadCheckpoints('busy');
  expect(rows).toMatchObject([{ moment: 0, at: atSeconds(20) }]);
  expect(pages.size).toBe(rows[0]!.pages.length);
  storage.close();
  const bench = sessionBench({ openStorage: () => openDatabase({ indexedDB, IDBKeyRange }) });
  expect(await bench.open()).toMatchObject({ ok: true, value: { resumed: true } });
  expect(await bench.digest()).toBe(digest);
});

it('[B13] the first version refuses what this one wrote, instead of misreading it', async () => {
  const indexedDB = new IDBFactory();
  (await openDatabase({ indexedDB, IDBKeyRange })).close();
  const older = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  await older.open();
  expect(await older.table('meta').get('layout')).toMatchObject({ value: 2 });
  older.close();
});
