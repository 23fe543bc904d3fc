/** As `swarm.test.ts`, over many more seeds. */
import { it } from 'vitest';
import { expectToSettle } from '../testing/settling.ts';

it('[R20] 2,000 random labs keep the laws and settle', async () => {
  for (let seed = 10_000; seed < 12_000; seed++) {
    try {
      await expectToSettle(seed);
    } catch (error) {
      const again = `SWARM_SEED=${seed} npx vitest run src/engine/laws/swarm.test.ts`;
      throw new Error(again, { cause: error });
    }
  }
});
