import { expect, it } from 'vitest';
import { spanText } from './spanText.ts';

it.each([
  [-5, '0 s'],
  [0, '0 s'],
  [400, '0.4 s'],
  [9_949, '9.9 s'],
  [12_400, '12 s'],
  [59_700, '1 min'],
  [108_000, '1 min 48 s'],
  [3_600_000, '1 h'],
  [86_280_000, '23 h 58 min'],
  [86_400_000, '1 d'],
  [180_000_000, '2 d 2 h'],
])('says %d ms as %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});
