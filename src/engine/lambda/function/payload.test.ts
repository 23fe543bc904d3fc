import { expect, it } from 'vitest';
import { openSimulation } from '../../index.ts';
import { aDefinition, atSeconds, someTraffic } from '../../testing/definitions.ts';
import { mostRecordBytes, recordBytes } from './payload.ts';

it('[E38] knows of a size that no record exceeds, as long as nobody has gone back', async () => {
  const simulation = await openSimulation(aDefinition({ traffic: [someTraffic()] }));
  simulation.runUntil(atSeconds(60));
  const { world } = simulation;
  const sizes = world.state.shards.flatMap(({ count }, shard) =>
    Array.from({ length: count }, (_, ordinal) => recordBytes(world, shard, ordinal)),
  );
  const most = mostRecordBytes(world);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
  expect(most).toBeLessThan(3 * Math.max(...sizes));
  simulation.restore(simulation.checkpoint());
  expect(mostRecordBytes(world)).toBe(Number.POSITIVE_INFINITY);
});
