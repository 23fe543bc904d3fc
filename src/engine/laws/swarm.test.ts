/**
 * Chaos, then everything heals, then everything must settle. A failure names its seed; run it alone with
 * `SWARM_SEED=<seed> npx vitest run src/engine/laws/swarm.test.ts`, and keep it in `REGRESSIONS`.
 */
import { describe, it } from 'vitest';
import { expectToSettle } from '../testing/settling.ts';

/** Seeds that once found something. */
const REGRESSIONS: readonly number[] = [10_927, 10_986, 11_078, 11_232, 11_246, 11_459, 11_992];

const { SWARM_SEED } = process.env;
const seeds = SWARM_SEED
  ? [Number(SWARM_SEED)]
  : [...REGRESSIONS, ...Array.from({ length: 50 }, (_, i) => 1_000 + i)];

describe('random labs under random faults', () => {
  it.each(seeds)(
    '[R20] [E7] keep the laws, exceed no attempts and settle when all is healed, with seed %i',
    expectToSettle,
  );
});
