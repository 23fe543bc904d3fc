import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Flight } from '../scene/scene.ts';
import { countedFlights, swarmsOf } from './counted.ts';

const flights = fc
  .array(
    fc.record({
      way: fc.integer({ min: 0, max: 4 }),
      departAt: fc.integer({ min: 0, max: 1_000 }),
      span: fc.integer({ min: 1, max: 300 }),
      total: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 80 },
  )
  .map((all) =>
    all.map(
      ({ way, departAt, span, total }, entry): Flight => ({
        ...{ entry, departAt, arriveAt: departAt + span, total, marks: [] },
        ...{ from: { card: `from ${way}` }, to: { card: 'to' } },
      }),
    ),
  );

const recordsAt = (all: readonly Flight[], at: number): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { departAt, arriveAt, from, total, stream } of all) {
    const n =
      stream !== undefined
        ? swarmsOf(stream, at).reduce((sum, swarm) => sum + swarm.records, 0)
        : departAt <= at && arriveAt > at
          ? total
          : 0;
    if (n > 0) counts[from.card] = (counts[from.card] ?? 0) + n;
  }
  return counts;
};

it('[V92] a counted stream says at every instant how many records are on its way', () => {
  fc.assert(
    fc.property(flights, fc.integer({ min: 0, max: 20 }), fc.nat(1_400), (all, most, at) => {
      const counted = countedFlights(all, most);
      expect(recordsAt(counted, at)).toEqual(recordsAt(all, at));
      expect(counted.filter(({ stream }) => stream === undefined).length).toBeLessThanOrEqual(
        Math.max(most, 0),
      );
      for (const { stream } of counted) {
        if (stream === undefined) continue;
        for (const { part } of swarmsOf(stream, at)) expect(part >= 0 && part < 1).toBe(true);
      }
    }),
  );
});
