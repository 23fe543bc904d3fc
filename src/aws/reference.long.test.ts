import { describe, it } from 'vitest';
import { checkAgainstReference } from './testing/againstReference.ts';

/** A million calls. */
const SEEDS = Array.from({ length: 250 }, (_, i) => 1_000 + i);

describe('a million random calls', () => {
  it.each(SEEDS)('[T2] [S5] [P5] leave what the reference says, with seed %i', async (seed) => {
    await checkAgainstReference(seed, 4_000);
  });
});
