import { expect, it } from 'vitest';
import { lineAfterKey } from './useLogWalk.ts';

it('[V96] the log is gone through line by line, from the latest one on, and never beyond its ends', () => {
  expect(['ArrowUp', 'ArrowDown', 'End'].map((key) => lineAfterKey(key, -1, 50))).toEqual([
    49, 49, 49,
  ]);
  expect(lineAfterKey('ArrowUp', 49, 50)).toBe(48);
  expect(lineAfterKey('ArrowDown', 49, 50)).toBe(49);
  expect(lineAfterKey('PageUp', 4, 50)).toBe(0);
  expect(lineAfterKey('PageDown', 30, 50)).toBe(40);
  expect(lineAfterKey('Home', 30, 50)).toBe(0);
  expect(lineAfterKey('Tab', 30, 50)).toBeNull();
});
