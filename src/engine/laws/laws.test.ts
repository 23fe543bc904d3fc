import { describe, expect, it } from 'vitest';
import { instant, minutes } from '../kernel/time.ts';
import { openSimulation } from '../simulation.ts';
import { aDefinition, aFunction, aMapping, someTraffic } from '../testing/definitions.ts';
import type { World } from '../world.ts';
import { judgeLaws } from './laws.ts';

async function someWorld(): Promise<World> {
  const pollers = [
    { id: 'Scan', table: 'Orders', everyMs: 5_000, watermark: 'updated_at', consistentRead: false },
  ];
  const definition = aDefinition({
    functions: [aFunction()],
    eventSourceMappings: [aMapping()],
    traffic: [someTraffic()],
    pollers,
  });
  const simulation = await openSimulation(definition);
  simulation.runUntil(instant(minutes(1)));
  return simulation.world;
}

const broken = (world: World): string[] =>
  judgeLaws(world)
    .filter(({ verdict, witness }) => verdict === 'broken' && witness !== null)
    .map(({ law }) => law);

describe('the laws', () => {
  it('[R9] hold in a world that nobody has touched', async () => {
    expect(broken(await someWorld())).toEqual([]);
  });

  it.each<[string, (world: World) => void]>([
    ['ImagesChain', ({ changes }) => changes.oldVersion.push(0) && changes.at.push(0)],
    [
      'OneRecordPerChange',
      ({ shardRecords, state }) => shardRecords[state.shards[0]!.count++ && 0]!.push(0),
    ],
    ['OrderPerItem', ({ state }) => (state.shards[0]!.openedAt = instant(minutes(2)))],
    ['CheckpointNeverSkips', ({ state }) => state.consumers[0]!.checkpoint--],
    ['ChangesAddUp', ({ state }) => state.mappings[0]!.meters.succeeded++],
    ['InvocationsAddUp', ({ state }) => state.mappings[0]!.meters.started++],
    ['ScanAddsUp', ({ state }) => state.pollers[0]!.missed.deletes++],
    ['ItemsAddUp', ({ state }) => state.tables[0]!.itemCount++],
  ])('[R9] %s is broken when the world is', async (law, spoil) => {
    const world = await someWorld();
    spoil(world);
    expect(broken(world)).toContain(law);
  });
});
