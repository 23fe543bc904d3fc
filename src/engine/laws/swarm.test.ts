/**
 * Chaos, then everything heals, then everything must settle. A failure names its seed; run it alone with
 * `SWARM_SEED=<seed> npx vitest run src/engine/laws/swarm.test.ts`, and keep it in `REGRESSIONS`.
 */
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import { atSeconds } from '../testing/definitions.ts';
import { expectToSettle } from '../testing/settling.ts';
import { swarmLab } from '../testing/swarm.ts';

/** Seeds that once found something. */
const REGRESSIONS: readonly number[] = [];

const { SWARM_SEED } = process.env;
const seeds = SWARM_SEED
  ? [Number(SWARM_SEED)]
  : [...REGRESSIONS, ...Array.from({ length: 50 }, (_, i) => 1_000 + i)];

describe('random labs under random faults', () => {
  it.each(seeds)('[R20] keep the laws, and settle when all is healed, with seed %i', (seed) =>
    expectToSettle(seed),
  );

  it.each(seeds)('[E7] never exceed the attempts of their mapping, with seed %i', async (seed) => {
    const simulation = await openSimulation(swarmLab(seed));
    simulation.runUntil(atSeconds(600));
    const { invocations, state } = simulation.world;
    for (let row = 0; row < invocations.attempt.length; row++) {
      const { mapping } = state.consumers[invocations.consumer.get(row)]!;
      const { maximumRetryAttempts } = state.mappings[mapping]!;
      if (maximumRetryAttempts < 0) continue;
      expect(invocations.attempt.get(row)).toBeLessThanOrEqual(maximumRetryAttempts + 1);
    }
  });
});
