/** Chaos, healing, settlement: what every random lab has to come through. */
import { expect } from 'vitest';
import { openSimulation } from '../index.ts';
import { judgeLaws } from '../laws/laws.ts';
import type { World } from '../world.ts';
import { atSeconds } from './definitions.ts';
import { swarmLab } from './swarm.ts';

const broken = (world: World) => judgeLaws(world).filter(({ verdict }) => verdict === 'broken');

/** Requests without an end. */
const unanswered = (world: World): string[] =>
  Array.from({ length: world.requests.sentAt.length }, (_, request) => request)
    .filter((request) => world.outcomes.request.get(request) === 0)
    .map((request) => `request ${request} is not answered`);

/** What has not settled: consumers with records left, batches still in hand. */
function unsettled(world: World): string[] {
  const { consumers, shards, running } = world.state;
  const left = consumers
    .filter(({ phase }) => phase !== 'drained')
    .filter(({ checkpoint, shard, phase }) => {
      return checkpoint < shards[shard]!.count || phase === 'backingOff';
    })
    .map(({ mapping, shard, phase }) => `mapping ${mapping} at shard ${shard} is ${phase}`);
  if (running.length > 0 && unanswered(world).length === 0) {
    left.push(`${running.length} invocations run`);
  }
  return left;
}

/** Invocations beyond the most attempts that their mapping ever had. */
function tooManyAttempts({ invocations, state, definition }: World): number[] {
  const most = state.mappings.map(({ id }) => {
    const asked = definition.commands
      .filter(({ command }) => (command.input as { UUID?: string }).UUID === id)
      .map(
        ({ command }) => (command.input as { MaximumRetryAttempts?: number }).MaximumRetryAttempts,
      );
    const first = definition.eventSourceMappings.find((one) => one.id === id);
    const all = [first?.maximumRetryAttempts, ...asked].filter((n) => n !== undefined);
    return all.includes(-1) ? Infinity : Math.max(...all) + 1;
  });
  return Array.from({ length: invocations.attempt.length }, (_, row) => row).filter((row) => {
    const { mapping } = state.consumers[invocations.consumer.get(row)]!;
    return invocations.attempt.get(row) > most[mapping]!;
  });
}

/** Runs a random lab through its faults and an hour of peace, and looks at the laws all the way. */
export async function expectToSettle(seed: number): Promise<void> {
  const simulation = await openSimulation(swarmLab(seed));
  for (const instant of [60, 150, 241, 3_600]) {
    simulation.runUntil(atSeconds(instant));
    expect(broken(simulation.world)).toEqual([]);
  }
  expect(unsettled(simulation.world)).toEqual([]);
  // Lambda keeps an asynchronous event that is throttled for up to six hours.
  if (unanswered(simulation.world).length > 0) {
    simulation.runUntil(atSeconds(25_200));
    expect(broken(simulation.world)).toEqual([]);
    expect([...unsettled(simulation.world), ...unanswered(simulation.world)]).toEqual([]);
  }
  expect(tooManyAttempts(simulation.world)).toEqual([]);
}
