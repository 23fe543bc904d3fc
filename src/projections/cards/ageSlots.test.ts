import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { openOrders } from '../testing/labs.ts';
import { ageSlots, slotWidth } from './ageSlots.ts';

/** A world with one shard whose records were committed at these instants; only what slots look at. */
function shardOf(instants: readonly number[], now: number, trimmed = 0): World {
  const identity = { get: (i: number) => i };
  return {
    now: instant(now),
    state: { shards: [{ kind: 'DynamoDbStream', count: instants.length, trimmed }] },
    shardRecords: [identity],
    changes: { at: { get: (i: number) => instants[i] } },
  } as unknown as World;
}

const someInstants = fc
  .array(fc.integer({ min: 0, max: 3_600_000_000 }), { minLength: 1, maxLength: 400 })
  .map((list) => list.sort((a, b) => a - b));

const firsts = (world: World) => ageSlots(world, 0, []).map((slot) => slot.from);

describe('the slots of a shard', () => {
  it('hold each record that is left once, newest first', () => {
    fc.assert(
      fc.property(someInstants, fc.nat(5), fc.array(fc.nat(400)), (instants, cut, cuts) => {
        const trimmed = Math.min(cut, instants.length);
        const world = shardOf(instants, instants.at(-1)! + 1_000, trimmed);
        let to = instants.length;
        for (const slot of ageSlots(world, 0, cuts)) {
          expect(slot.to).toBe(to);
          expect(slot.from).toBeLessThan(to);
          to = slot.from;
        }
        expect(to).toBe(trimmed);
      }),
    );
  });

  it('[V10] lose marks to older ones as they age, and never show another', () => {
    fc.assert(
      fc.property(
        someInstants,
        fc.nat(90_000_000_000),
        fc.nat(90_000_000),
        (instants, age, more) => {
          const now = instants.at(-1)! + age;
          const before = new Set(firsts(shardOf(instants, now)));
          const after = firsts(shardOf(instants, now + more));
          expect(after.filter((from) => !before.has(from))).toEqual([]);
        },
      ),
    );
  });

  it('end where the state of records changes', () => {
    const world = shardOf([10, 20, 30, 40], 50);
    expect(ageSlots(world, 0, [1, 3])).toEqual([
      { from: 3, to: 4 },
      { from: 1, to: 3 },
      { from: 0, to: 1 },
    ]);
  });

  it('widen with age, each width a multiple of the ones before', () => {
    let width = slotWidth(0);
    for (let age = 0; age < 86_400_000_000; age += 7_000_000) {
      const next = slotWidth(age);
      expect(next % width).toBe(0);
      width = next;
    }
    expect(slotWidth(86_400_000_000) / 3_600_000_000).toBeLessThan(12);
  });

  it('are few, however many records there are', async () => {
    const simulation = await openOrders();
    simulation.runUntil(instant(900_000_000));
    const { world } = simulation;
    world.state.shards.forEach(({ count }, shard) => {
      expect(count).toBeGreaterThan(1_000);
      expect(ageSlots(world, shard, []).length).toBeLessThan(60);
    });
  });
});
