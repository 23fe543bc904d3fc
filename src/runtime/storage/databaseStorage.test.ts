import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, it } from 'vitest';
import { keepPagesIn, LogPage } from '../../engine/kernel/logPage.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { openDatabase } from './database.ts';
import { PageSlots } from './pageSlots.ts';
import type { GivenCommand } from './storage.ts';
import { CheckpointWriter } from './storedCheckpoint.ts';

afterEach(() => keepPagesIn(null));

const PAGES = 1_000;
const PAGE_BYTES = 1_024;
const BYTES_IN_MEMORY = 20 * PAGE_BYTES;
const numbersOf = (page: number) => Int32Array.from({ length: 256 }, (_, i) => page * 1e5 + i);

it('[B15] a long history is stored, read and deleted whole or, where that is cancelled, not at all', async () => {
  const storage = await openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const lab = { ...{ labId: 'long', title: 'Long', definition: busyLab, engineVersion: '1' } };
  const row = { ...lab, branch: 0, branches: [FIRST_BRANCH], at: 0, furthest: 0, commandCount: 0 };
  const command = { call: 'dynamodb:PutItem', input: {} } as GivenCommand['command'];
  const commands = Array.from({ length: 5_000 }, (_, n) => {
    const branch = n < 3_000 ? 0 : 1;
    return { branch, number: branch === 0 ? n : n - 2_000, at: n, command };
  });
  const follow = (until = 2) => {
    const told: number[] = [];
    return {
      told,
      tell: (part: number) => told.push(part),
      isCancelled: () => told.length >= until,
    };
  };
  await expect(storage.create(row, commands, follow())).rejects.toMatchObject({
    kind: 'cancelled',
  });
  expect(await storage.load('long')).toBeNull();
  const stored = follow(9);
  await storage.create(row, commands, stored);
  expect(stored.told).toEqual([0.4, 0.8, 0.999]);
  const expected = { load: [0.4, 0.8], remove: [0.2, 0.4, 0.5 + 1 / 14] };
  for (const act of ['load', 'remove'] as const) {
    await expect(storage[act]('long', follow(1))).rejects.toMatchObject({ kind: 'cancelled' });
    const followed = follow(9);
    expect(await storage[act]('long', followed)).toMatchObject({ commands });
    expect(followed.told).toEqual(expected[act].map((part) => expect.closeTo(part, 3)));
  }
  expect(await storage.list()).toEqual([]);
});

it('[B16] pages of a stored history leave memory while the next ones are read', async () => {
  const storage = await openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const pages = Array.from({ length: PAGES }, (_, page) => new LogPage(numbersOf(page)));
  const writer = new CheckpointWriter();
  const checkpoint = { at: 0, log: { pages, length: PAGES * 256 } };
  writer.begin(checkpoint as never, { engineVersion: '1', branch: 0, applied: 0, events: 1 });
  for (let portion = writer.portion(); portion !== null; portion = writer.portion()) {
    await storage.saveCheckpoint('long', portion);
    writer.stored(portion);
  }
  const file = new Uint8Array(PAGES * 4_096);
  let left = 0;
  const write = (bytes: Uint8Array, at: number) => {
    file.set(bytes, at);
    left += bytes.length;
    return bytes.length;
  };
  const read = (bytes: Uint8Array, at: number) => {
    bytes.set(file.subarray(at, at + bytes.length));
    return bytes.length;
  };
  keepPagesIn(new PageSlots({ write, read }), BYTES_IN_MEMORY);
  const held: number[] = [];
  const tell = (part: number) => held.push(Math.round(part * PAGES) * PAGE_BYTES - left);
  const found = await storage.loadCheckpoints('long', { tell, isCancelled: () => false });
  expect(held.length).toBeGreaterThan(2); // it is told, and so looked at, on the way
  expect(Math.max(...held)).toBeLessThanOrEqual(BYTES_IN_MEMORY);
  for (const page of [0, 500, 999]) {
    const { content } = found.pages.get(found.rows[0]!.pages[page]!)!;
    expect((content as LogPage).numbers()).toEqual(numbersOf(page));
  }
  const cancelled = storage.loadCheckpoints('long', { tell, isCancelled: () => true });
  await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
  storage.close();
});
