import { expect, it } from 'vitest';
import type { History } from '../history/history.ts';
import { runInSlices } from './slices.ts';

it('reads what a resumed history brings along in portions, tells how far it is, and can be overtaken there', async () => {
  let left = 60_000;
  let now = 0;
  let ms = 0;
  let isOvertaken = false;
  const told: number[] = [];
  const history = { now: 0, advance: () => ++now > 0 } as unknown as History;
  const run = () =>
    runInSlices(
      history,
      5,
      { clock: () => (ms += 50), breathe: async () => {} },
      {
        isOvertaken: () => isOvertaken,
        tell: (part) => told.push(part),
        follow: (most = Number.POSITIVE_INFINITY) => {
          left = Math.max(0, left - most);
          return left;
        },
      },
    );
  isOvertaken = true;
  expect(await run()).toBe(false);
  expect(now).toBe(0);
  isOvertaken = false;
  told.length = 0;
  expect(await run()).toBe(true);
  expect([left, now]).toEqual([0, 1]);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});
