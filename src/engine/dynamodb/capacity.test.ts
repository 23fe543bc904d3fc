import { describe, expect, it } from 'vitest';
import type { TableDefinition } from '../definition.ts';
import { openSimulation, type Simulation } from '../index.ts';
import { PARTITION_BYTES } from '../limits.ts';
import { aDefinition, aTable, atSeconds, put, someTraffic } from '../testing/definitions.ts';

const open = (table: Partial<TableDefinition>, more = {}) =>
  openSimulation(aDefinition({ tables: [aTable(table)], ...more }));
const stateOf = ({ world }: Simulation) => world.state.tables[0]!;
const provisioned = (units: number) => ({ readCapacityUnits: 5, writeCapacityUnits: units });

/** Writes at one instant until one is refused; how many went through. */
function writeUntilRefused(simulation: Simulation, item: (n: number) => Record<string, never>) {
  for (let n = 0; n < 5_000; n++) {
    try {
      simulation.execute(put(item(n)));
    } catch (error) {
      return { count: n, error: String(error) };
    }
  }
  return { count: 5_000, error: '' };
}

const same = (n: number) => ({ id: { S: 'same' }, n: { N: String(n) } }) as never;

describe('a partition', () => {
  it('[P2] takes 1,000 write units in a second, and then throttles', async () => {
    const simulation = await open({});
    const first = writeUntilRefused(simulation, same);
    expect(first.count).toBe(1_000);
    expect(first.error).toMatch(/^ThrottlingException: Throughput exceeds the current capacity/);
    expect(stateOf(simulation).writes.throttled).toBe(1);
    simulation.runUntil(atSeconds(1));
    expect(writeUntilRefused(simulation, same).count).toBe(1_000);
    const { writes } = stateOf(simulation);
    expect([writes.put, writes.throttled]).toEqual([2_000, 2]);
  });

  it('[P9] of a provisioned table lives on its rate once 300 seconds of it are used up', async () => {
    const simulation = await open({ billing: provisioned(2) });
    const first = writeUntilRefused(simulation, same);
    expect(first.count).toBe(600);
    expect(first.error).toMatch(/^ProvisionedThroughputExceededException: The level of configured/);
    simulation.runUntil(atSeconds(10));
    expect(writeUntilRefused(simulation, same).count).toBe(20);
  });

  it('[P10] splits beside its hot key when it has been hot for minutes', async () => {
    const traffic = someTraffic({
      perSecond: 2_000,
      keys: {
        count: 4,
        distribution: 'Hot',
        prefix: 'k',
        skew: 1,
        share: 0.9,
        hotKeys: 1,
      },
      mix: { insert: 1, modify: 5_000, remove: 0, noOp: 0 },
      itemBytes: 10,
    });
    const simulation = await open({ billing: provisioned(990) }, { traffic: [traffic] });
    simulation.runUntil(atSeconds(20.5));
    const [only] = simulation.world.state.partitions;
    expect(stateOf(simulation).writes.throttled).toBeGreaterThan(10_000);
    expect(only!.hotSeconds).toBe(20);
    only!.hotSeconds = 295; // as after minutes
    simulation.runUntil(atSeconds(24.5));
    expect(stateOf(simulation).partitions).toHaveLength(1);
    simulation.runUntil(atSeconds(27));
    const { partitions, shards } = simulation.world.state;
    const children = partitions.filter((p) => p.parent === 0);
    expect(children).toHaveLength(2);
    expect(children.map((p) => p.fromHash)).toContain(only!.hotHash);
    const counted = children.reduce((sum, p) => sum + p.itemCount, 0);
    expect(counted).toBe(stateOf(simulation).itemCount);
    expect(shards.filter((s) => s.parent === 0)).toHaveLength(2);
    const second = partitions.findIndex((p) => p.parent === 0 && p.fromHash === only!.hotHash);
    partitions[second]!.hotSeconds = 299;
    simulation.runUntil(atSeconds(30));
    const alone = partitions.filter((p) => p.parent === second && p.toHash - p.fromHash === 1);
    expect(alone).toHaveLength(1);
  });

  it('[P2] counts what each partition refuses, and when it last did', async () => {
    const simulation = await open({});
    writeUntilRefused(simulation, same);
    const { partitions } = simulation.world.state;
    const refused = partitions.map((p) => p.throttledWrites);
    expect(refused.toSorted()).toEqual([0, 0, 0, 1]);
    expect(partitions[refused.indexOf(1)]!.throttledAt).toBe(0);
  });

  it('[P10] of one partition key splits by sort key, but not where there is a local index', async () => {
    const sortKey = { name: 'n', type: 'N' } as const;
    const localIndexes = [
      {
        name: 'by',
        sortKey: { name: 'm', type: 'N' } as const,
        projection: { ProjectionType: 'ALL' },
      },
    ];
    for (const more of [{}, { localIndexes }]) {
      const simulation = await open({ sortKey, billing: provisioned(900), ...more });
      const { world } = simulation;
      for (let n = 0; n < 50; n++) simulation.execute(put(same(n)));
      const { partitions, shards } = world.state;
      const hot = () => {
        const those = stateOf(simulation).partitions;
        return those.reduce((a, b) =>
          partitions[a]!.itemCount >= partitions[b]!.itemCount ? a : b,
        );
      };
      for (let i = 0; i < 3; i++) heat(simulation, hot());
      const inOne = partitions[hot()]!.itemCount;
      expect(inOne).toBe('localIndexes' in more ? 50 : 25);
      for (let n = 50; n < 60; n++) simulation.execute(put(same(n)));
      for (let n = -10; n < 0; n++) simulation.execute(put(same(n)));
      const those = stateOf(simulation).partitions.map((p) => partitions[p]!);
      expect(those.reduce((sum, p) => sum + p.itemCount, 0)).toBe(70);
      expect(those.every((p) => p.open && shards[p.shard]!.closedAt === -1)).toBe(true);
    }
  });

  it('[P11] splits when it has come near 10 GB', async () => {
    const simulation = await open({ billing: provisioned(5) });
    simulation.execute(put(same(1)));
    expect(stateOf(simulation).partitions).toHaveLength(1);
    simulation.world.state.partitions[0]!.sizeBytes = PARTITION_BYTES;
    simulation.execute(put({ id: { S: 'another' } }));
    simulation.runUntil(atSeconds(1));
    expect(stateOf(simulation).partitions).toHaveLength(2);
  });
});

/** Lets a partition be hot for as long as it takes. */
function heat(simulation: Simulation, partition: number): void {
  const state = simulation.world.state.partitions[partition]!;
  state.second = Math.floor(simulation.now / 1e6);
  state.hotSeconds = 299;
  state.unitsThisSecond = 1_000;
  simulation.runUntil(atSeconds(Math.floor(simulation.now / 1e6) + 1));
  simulation.execute(put(same(1)));
  simulation.runUntil(atSeconds(Math.floor(simulation.now / 1e6) + 1));
}
