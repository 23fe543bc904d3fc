import { describe, it } from 'vitest';
import { checkAgainstReference, checkReplay } from './testing/againstReference.ts';

/** Ten times 2,000 calls. A seed that ever fails, here or in the long run, joins the list. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('random calls', () => {
  it.each(SEEDS)('[T2] [S5] [P5] leave what the reference says, with seed %i', async (seed) => {
    await checkAgainstReference(seed, 2_000);
  });

  it.each(SEEDS.slice(0, 4))(
    '[C3] [C4] handed in again are the same history, with seed %i',
    async (seed) => {
      await checkReplay(seed, 800);
    },
  );
});
