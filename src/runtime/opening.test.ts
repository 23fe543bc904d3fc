import { expect, it } from 'vitest';
import { put } from '../engine/testing/definitions.ts';
import { StorageProblem, type WorkFollow } from './storage/storage.ts';
import { MemoryStorage } from './testing/memoryStorage.ts';
import { busyLab, sessionBench } from './testing/sessionBench.ts';
import { storageWords } from './words.ts';

/** Reads in four parts, and says so. */
class SlowStorage extends MemoryStorage {
  /** Is called with every part that has been read. */
  onPart = () => {};

  override async load(labId: string, follow?: WorkFollow) {
    for (const part of [0.25, 0.5, 0.75, 0.999]) {
      this.onPart();
      if (follow?.isCancelled()) throw new StorageProblem('cancelled', '');
      follow?.tell(part);
    }
    return super.load(labId);
  }
}

const command = put({ id: { S: 'mine' } });

it('[B15] reading a stored lab can be cancelled, and the lab can be opened afterwards', async () => {
  const bench = sessionBench({}, new SlowStorage());
  await bench.open();
  await bench.reply({ do: 'command', command });
  const storage = bench.storage as SlowStorage;
  storage.onPart = () => bench.session.receive({ id: 99, do: 'stop' });
  expect(await bench.open()).toEqual({ ok: false, error: storageWords.cancelled });
  storage.onPart = () => {};
  expect(await bench.open()).toMatchObject({ ok: true, value: { resumed: true } });
});

it('[B15] opening a lab of a name that others have shows one bar, which only rises', async () => {
  const storage = new SlowStorage();
  for (const seed of [1, 2, 3]) {
    const bench = sessionBench({}, storage);
    await bench.open({ ...busyLab, seed }, false, 'file:mine');
    await bench.reply({ do: 'command', command });
  }
  const bench = sessionBench({}, storage);
  await bench.open({ ...busyLab, seed: 3 }, false, 'file:mine');
  const parts = bench.responses.flatMap((response) =>
    response.do === 'progress' && response.of === 'open' ? response.part : [],
  );
  expect(parts.length).toBeGreaterThan(8);
  expect(parts).toEqual([...new Set(parts)].sort((a, b) => a - b));
  expect(parts.at(-1)).toBe(1);
});
