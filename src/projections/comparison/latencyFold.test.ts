import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Entry } from '../../engine/kernel/journal.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { consumerOfEffect } from '../effectSteps.ts';
import { openOrders } from '../testing/labs.ts';
import { createLatencyFold, type LatencyFold } from './latencyFold.ts';
import { LatencySamples } from './latencySamples.ts';

/** By the book: every latency there is, sorted. */
function latenciesOf(world: World, mapping: number): number[] {
  const first = new Map<number, number>();
  for (let number = 0; number < world.journal.length; number++) {
    const { kind, at, a, c } = world.journal.read(number);
    if (kind !== Entry.effectCompleted || first.has(c)) continue;
    if (world.state.consumers[consumerOfEffect(world, a)]!.mapping !== mapping) continue;
    first.set(c, at - world.changes.at.get(c));
  }
  return [...first.values()].sort((a, b) => a - b);
}

const answers = (fold: LatencyFold) =>
  [1, 50, 90, 99, 100].flatMap((percent) => [
    fold.ofMapping(0, percent),
    fold.ofPoller(0, percent),
  ]);

function whole(world: World): LatencyFold {
  const fold = createLatencyFold();
  fold.follow(world);
  return fold;
}

describe('LatencySamples', () => {
  it('gives exact quantiles by nearest rank, whatever is taken back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90_000_000_000 }), { maxLength: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (latencies, cut, percent) => {
          const samples = new LatencySamples();
          latencies.forEach((latency, i) => {
            samples.add(i, latency, i);
          });
          const kept = latencies.slice(0, cut).sort((a, b) => a - b);
          const expected = kept[Math.max(0, Math.ceil((percent * kept.length) / 100) - 1)];
          samples.lookBackFrom(cut);
          expect(samples.quantile(percent)).toBe(expected === undefined ? null : expected / 1_000);
          samples.removeFrom(cut);
          expect(samples.quantile(percent)).toBe(expected === undefined ? null : expected / 1_000);
        },
      ),
    );
  });

  it('gives them of any beginning of very many, too', () => {
    const samples = new LatencySamples();
    const latency = (i: number) => (Math.imul(i, 7_919) >>> 8) % 4_000_000;
    const all = Array.from({ length: 40_000 }, (_, i) => latency(i));
    all.forEach((us, i) => {
      samples.add(i, us, i);
    });
    const expectFirst = (count: number) => {
      const sorted = Float64Array.from(all.slice(0, count)).sort();
      for (const percent of [1, 50, 99]) {
        const rank = Math.ceil((percent * count) / 100);
        expect(samples.quantile(percent)).toBe(sorted[rank - 1]! / 1_000);
      }
    };
    for (const count of [40_000, 33_000, 16_384, 15_000, 14_000, 9, 32_768]) {
      samples.lookBackFrom(count);
      expectFirst(count);
    }
    samples.removeFrom(20_000);
    samples.lookBackFrom(17_000);
    expectFirst(17_000);
  });

  it('counts a change once', () => {
    const samples = new LatencySamples();
    samples.add(5_000, 10, 1);
    samples.add(5_000, 99, 2);
    expect([samples.length, samples.quantile(100)]).toEqual([1, 0.01]);
  });
});

describe('the latency fold', () => {
  it('measures from the commit to the first completed effect', async () => {
    const simulation = await openOrders();
    simulation.runUntil(atSeconds(30));
    const { world } = simulation;
    const sorted = latenciesOf(world, 0);
    expect(sorted.length).toBeGreaterThan(200);
    expect(whole(world).ofMapping(0, 50)).toBe(sorted[Math.ceil(sorted.length / 2) - 1]! / 1_000);
  });

  it('is the same asked now and then as asked once, also after going back to another history', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        async (stops, back, poisoned, portion) => {
          const simulation = await openOrders();
          const fold = createLatencyFold();
          const readOn = () => {
            while (fold.follow(simulation.world, portion) > 0);
          };
          const checkpoints = [simulation.checkpoint()];
          let second = 0;
          for (const stop of stops) {
            second += stop;
            simulation.runUntil(atSeconds(second));
            readOn();
            expect(answers(fold)).toEqual(answers(whole(simulation.world)));
            checkpoints.push(simulation.checkpoint());
          }
          simulation.restore(checkpoints[Math.min(back, checkpoints.length - 1)]!);
          fold.follow(simulation.world, portion);
          expect(answers(fold)).toEqual(answers(whole(simulation.world)));
          if (poisoned) simulation.submit(startFault({ kind: 'Error', target: 'Processor' }));
          else simulation.submit(put({ id: { S: 'order#y' } }));
          simulation.runUntil(atSeconds(second + 3));
          readOn();
          expect(answers(fold)).toEqual(answers(whole(simulation.world)));
        },
      ),
      { numRuns: 12 },
    );
  });
});
