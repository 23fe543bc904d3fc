import { expect, it } from 'vitest';
import { currentVersion, itemNow } from './dynamodb/items.ts';
import { splitPartition } from './dynamodb/partition.ts';
import { openSimulation } from './index.ts';
import { aDefinition, atSeconds, put, someTraffic } from './testing/definitions.ts';
import type { World } from './world.ts';

const busy = aDefinition({
  traffic: [someTraffic({ mix: { insert: 20, modify: 40, remove: 30, noOp: 10 } })],
});

const rows = (world: World) =>
  Array.from({ length: world.items.table.length }, (_, item) => itemNow(world, item));

/** The rows as the logs have them. */
function rowsAnew(world: World) {
  world.itemRows.forget();
  return rows(world);
}

it('says of every item what the logs say: after writes, deletes, splits and restores; and of every key whether it is there', async () => {
  const simulation = await openSimulation(busy);
  const { world } = simulation;
  const [keys, present] = [world.trafficItems[0]!, world.presentKeys[0]!];
  const seen = new Set<number>();
  const check = () => {
    const known = rows(world);
    for (const { item, image, partition } of known) {
      expect(currentVersion(world, item) >= 0).toBe(image >= 0);
      seen.add(partition);
    }
    expect(known).toEqual(rowsAnew(world));
    const items = Array.from({ length: keys.length }, (_, key) => keys.get(key) - 1);
    expect(items.map((_, key) => present.itemOf(key))).toEqual(items);
    const there = () => Array.from({ length: keys.length }, (_, key) => present.mayBeThere(key));
    expect(there()).toEqual(items.map((item) => known[item]!.image >= 0));
    expect(keys.length).toBeGreaterThan(20);
  };
  simulation.runUntil(atSeconds(10));
  check();
  const checkpoint = simulation.checkpoint();
  simulation.runUntil(atSeconds(20));
  simulation.submit(put({ id: { S: 'another' } })); // from here on keys and items are further apart
  simulation.runUntil(atSeconds(30));
  check();
  splitPartition(world, world.state.tables[0]!.partitions[0]!);
  check();
  simulation.runUntil(atSeconds(40));
  check();
  const partitions = seen.size;
  simulation.restore(checkpoint);
  check();
  expect(partitions).toBeGreaterThan(world.state.tables[0]!.partitions.length);
});
