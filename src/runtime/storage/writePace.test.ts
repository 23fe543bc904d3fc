import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WritePace } from './writePace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Writes that take 100 ms; notes when each began, and whether it had time at its end. */
function paced(isRunning = false) {
  const writes: { at: number; hadTime: boolean }[] = [];
  const begunMs = performance.now();
  const pace = new WritePace(
    { clock: () => performance.now() },
    { isRunning: () => isRunning },
    async () => {
      const at = performance.now() - begunMs;
      await new Promise((resolve) => setTimeout(resolve, 100));
      writes.push({ at, hadTime: pace.hasTime });
      return writes.length < 3;
    },
  );
  return { pace, writes };
}

it('rests after a write as long as it took, and ten times as long while a run is under way', async () => {
  for (const [isRunning, times] of [
    [false, [500, 700, 900]],
    [true, [500, 1_600, 2_700]],
  ] as const) {
    const { pace, writes } = paced(isRunning);
    pace.soon();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(writes).toEqual(times.map((at) => ({ at, hadTime: !isRunning })));
  }
});

it('cuts short the write that somebody waits for, and no other', async () => {
  const { pace, writes } = paced();
  pace.soon();
  await vi.advanceTimersByTimeAsync(550);
  void pace.settle();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(writes.map(({ hadTime }) => hadTime)).toEqual([false, false]);
  pace.soon();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(writes.at(-1)!.hadTime).toBe(true);
});
