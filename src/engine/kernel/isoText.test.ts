import { expect, it } from 'vitest';
import { isoText } from './isoText.ts';

it('[C1] writes any instant as Date would', () => {
  for (const ms of [
    0, 1, 951_782_400_000, 1_767_603_600_123, 4_102_444_800_000, 1_709_164_799_999,
  ]) {
    expect(`${isoText(ms)}Z`).toBe(new Date(ms).toISOString());
  }
});
