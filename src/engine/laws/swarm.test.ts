/**
 * Chaos, then everything heals, then everything must settle. A failure names its seed; run it alone with
 * `SWARM_SEED=<seed> npx vitest run src/engine/laws/swarm.test.ts`, and keep it in `REGRESSIONS`.
 */
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import { atSeconds } from '../testing/definitions.ts';
import { swarmLab } from '../testing/swarm.ts';
import type { World } from '../world.ts';
import { judgeLaws } from './laws.ts';

/** Seeds that once found something. */
const REGRESSIONS: readonly number[] = [];

const { SWARM_SEED, SHARDSCOPE_LONG } = process.env;
const count = SHARDSCOPE_LONG ? 2_000 : 50;
const seeds = SWARM_SEED
  ? [Number(SWARM_SEED)]
  : [...REGRESSIONS, ...Array.from({ length: count }, (_, i) => 1_000 + i)];

const broken = (world: World) => judgeLaws(world).filter(({ verdict }) => verdict === 'broken');

/** What has not settled: consumers with records left, or batches still in hand. */
function unsettled(world: World): string[] {
  const { consumers, shards, running } = world.state;
  const left = consumers
    .filter(({ phase }) => phase !== 'drained')
    .filter(
      ({ checkpoint, shard, phase }) => checkpoint < shards[shard]!.count || phase === 'backingOff',
    )
    .map(({ mapping, shard, phase }) => `mapping ${mapping} at shard ${shard} is ${phase}`);
  return running.length > 0 ? [...left, `${running.length} invocations run`] : left;
}

describe('random labs under random faults', () => {
  it.each(seeds)(
    '[R20] keep the laws, and settle when all is healed, with seed %i',
    async (seed) => {
      const simulation = await openSimulation(swarmLab(seed));
      for (const instant of [60, 150, 241]) {
        simulation.runUntil(atSeconds(instant));
        expect(broken(simulation.world)).toEqual([]);
      }
      simulation.runUntil(atSeconds(3_600));
      expect(broken(simulation.world)).toEqual([]);
      expect(unsettled(simulation.world)).toEqual([]);
      for (const { meters, maximumRetryAttempts } of simulation.world.state.mappings) {
        if (maximumRetryAttempts < 0) continue;
        expect(meters.retries).toBeLessThanOrEqual(meters.started);
      }
    },
  );

  it.each(seeds)(
    '[E7] never try a batch more often than the mapping allows, with seed %i',
    async (seed) => {
      const simulation = await openSimulation(swarmLab(seed));
      simulation.runUntil(atSeconds(600));
      const { invocations, state } = simulation.world;
      for (let row = 0; row < invocations.attempt.length; row++) {
        const { mapping } = state.consumers[invocations.consumer.get(row)]!;
        const { maximumRetryAttempts } = state.mappings[mapping]!;
        if (maximumRetryAttempts < 0) continue;
        expect(invocations.attempt.get(row)).toBeLessThanOrEqual(maximumRetryAttempts + 1);
      }
    },
  );
});
