/** Splits and rolls at random, and what must stay true of records, shards and everybody who reads them. */
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { judgeLaws } from '../laws/laws.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  someTraffic,
  startFault,
} from '../testing/definitions.ts';
import type { World } from '../world.ts';

const HOUR = 3_600;

/** Eleven hours with splits at random, two functions reading, one in lanes and now and then failing. */
async function eventfulDay(seed: number) {
  const simulation = await openSimulation(
    aDefinition({
      seed,
      functions: [aFunction(), aFunction({ id: 'Second', name: 'Second' })],
      eventSourceMappings: [
        aMapping(),
        aMapping({ id: 'Second', function: 'Second', parallelizationFactor: 3, batchSize: 7 }),
      ],
      traffic: [someTraffic({ perSecond: 0.2, arrival: 'Poisson' })],
    }),
  );
  const drawn = (ordinal: number, most: number) =>
    within(draw(seed, Purpose.crash, 77, ordinal), 0, most);
  const splits = Array.from({ length: 12 }, (_, i) => drawn(i, 10 * HOUR)).sort((a, b) => a - b);
  for (const [i, at] of splits.entries()) {
    simulation.submit(startFault({ kind: 'SplitPartition', target: 'Orders' }), atSeconds(at));
    if (i % 4 === 0) {
      simulation.submit(startFault({ kind: 'Error', target: 'Second', forMs: 600_000 }));
    }
  }
  simulation.runUntil(atSeconds(11 * HOUR));
  return simulation.world;
}

/** Each seed's day is run once; who looks at it changes nothing. */
const days = new Map<number, Promise<World>>();
function dayOf(seed: number): Promise<World> {
  const known = days.get(seed) ?? eventfulDay(seed);
  days.set(seed, known);
  return known;
}

/** A shard and all that come after it. */
function descendants(world: World, shard: number): number[] {
  const children = world.state.shards.flatMap((s, number) => (s.parent === shard ? [number] : []));
  return [shard, ...children.flatMap((child) => descendants(world, child))];
}

describe.each([1, 2, 3, 4])('with splits and rolls at random, seed %i,', (seed) => {
  it('[S1] [S4] [S5] every record is in one shard, and each item keeps its order over generations', async () => {
    const world = await dayOf(seed);
    expect(judgeLaws(world).filter((law) => law.verdict === 'broken')).toEqual([]);
    const { changes, state } = world;
    expect(state.shards.length).toBeGreaterThan(24);
    const lastShard = new Map<number, number>();
    for (let change = 0; change < changes.at.length; change++) {
      const item = changes.item.get(change);
      const shard = changes.shard.get(change);
      const before = lastShard.get(item);
      if (before !== undefined) expect(descendants(world, before)).toContain(shard);
      lastShard.set(item, shard);
    }
    for (const { parent, openedAt } of state.shards) {
      if (parent >= 0) expect(state.shards[parent]!.closedAt).toBe(openedAt);
    }
  });

  it('[E4] every consumer reads a parent to its end before a child', async () => {
    const world = await dayOf(seed);
    const { consumers, shards, mappings } = world.state;
    const drained = new Map<string, number>();
    for (const { a: number, kind, at } of entriesOf(
      world,
      Entry.shardDrained,
      Entry.consumerStarted,
    )) {
      const { mapping, shard } = consumers[number]!;
      if (kind === Entry.shardDrained) {
        const key = `${mapping} ${shard}`;
        drained.set(key, (drained.get(key) ?? 0) + 1);
        continue;
      }
      const { parent } = shards[shard]!;
      if (parent < 0) continue;
      const lanes = mappings[mapping]!.parallelizationFactor;
      expect([at, drained.get(`${mapping} ${parent}`)]).toEqual([at, lanes]);
    }
    for (const { meters } of mappings) expect(meters.orderViolations).toBe(0);
  });
});
