/** As `swarm.test.ts`, over many more seeds. */
import { expect, it } from 'vitest';
import { expectToSettle } from '../testing/settling.ts';

const CHUNK = 50;
const chunks = Array.from({ length: 40 }, (_, i) => 10_000 + i * CHUNK);

it.each(chunks)(
  '[R20] of 2,000 random labs those from seed %i on keep the laws and settle',
  async (from) => {
    const failed: string[] = [];
    for (let seed = from; seed < from + CHUNK; seed++) {
      await expectToSettle(seed).catch((error: Error) => {
        const again = `SWARM_SEED=${seed} npx vitest run src/engine/laws/swarm.test.ts`;
        failed.push(`${again}: ${error.message}`);
      });
    }
    expect(failed).toEqual([]);
  },
);
