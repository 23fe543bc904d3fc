import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { Attempt } from '../../lessons/practice/attempt.ts';
import { PracticeProgress } from './practiceDatabase.ts';

const attempt = (question: string, at: number): Attempt => ({
  question,
  at,
  right: true,
  confidence: 'fair',
  mode: 'practice',
});

it('[Q13] keeps attempts from one visit to the next, each once', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const first = new PracticeProgress(options);
  expect(await first.load()).toEqual([]);
  await first.add([attempt('b', 2)]);
  await first.add([attempt('a', 1), attempt('b', 2)]);
  first.close();
  const second = new PracticeProgress(options);
  expect(await second.load()).toEqual([attempt('a', 1), attempt('b', 2)]);
  expect(second.isKept).toBe(true);
  await second.clear();
  expect(await second.load()).toEqual([]);
  second.close();
});

it('[Q13] goes on without a database, and says so', async () => {
  const indexedDB = {
    open: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  } as unknown as IDBFactory;
  const progress = new PracticeProgress({ indexedDB, IDBKeyRange });
  expect(await progress.add([attempt('a', 1)])).toHaveLength(1);
  expect(await progress.load()).toHaveLength(1);
  expect(progress.isKept).toBe(false);
});
