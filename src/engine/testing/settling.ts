/** Chaos, healing, settlement: what every random lab has to come through. */
import { expect } from 'vitest';
import { openSimulation } from '../index.ts';
import { judgeLaws } from '../laws/laws.ts';
import type { World } from '../world.ts';
import { atSeconds } from './definitions.ts';
import { swarmLab } from './swarm.ts';

const broken = (world: World) => judgeLaws(world).filter(({ verdict }) => verdict === 'broken');

/** What has not settled: consumers with records left, or batches still in hand. */
function unsettled(world: World): string[] {
  const { consumers, shards, running } = world.state;
  const left = consumers
    .filter(({ phase }) => phase !== 'drained')
    .filter(({ checkpoint, shard, phase }) => {
      return checkpoint < shards[shard]!.count || phase === 'backingOff';
    })
    .map(({ mapping, shard, phase }) => `mapping ${mapping} at shard ${shard} is ${phase}`);
  return running.length > 0 ? [...left, `${running.length} invocations run`] : left;
}

/** Runs a random lab through its faults and an hour of peace, and looks at the laws all the way. */
export async function expectToSettle(seed: number): Promise<void> {
  const simulation = await openSimulation(swarmLab(seed));
  for (const instant of [60, 150, 241, 3_600]) {
    simulation.runUntil(atSeconds(instant));
    expect(broken(simulation.world)).toEqual([]);
  }
  expect(unsettled(simulation.world)).toEqual([]);
}
