import { expect, it } from 'vitest';
import type { PlacedFlight } from '../../../projections/geometry/placedFlights.ts';
import type { Flight } from '../../../projections/scene/scene.ts';
import { coveredFlights } from './coveredFlights.ts';

const at = (x: number, y: number, more: Partial<Flight> = {}): PlacedFlight => ({
  flight: { total: 1, ...more } as Flight,
  ...{ x, y, part: 0.5, records: 1, isPacked: false },
});

const coveredAmong = (flights: readonly PlacedFlight[]): number[] =>
  [...(coveredFlights(flights) ?? [])].flatMap((is, i) => (is === 1 ? [i] : []));

it('leaves out of a crowd only what a later record stands on', () => {
  const crowd = Array.from({ length: 600 }, (_, i) => at((i % 300) * 4, 10));
  expect(coveredAmong(crowd)).toEqual([...Array(300).keys()]);
  expect(coveredAmong(crowd.slice(0, 400))).toEqual([]);
  const trays = crowd.map(({ x, y }) => at(x, y, { total: 3 }));
  expect(coveredAmong(trays)).toEqual([]);
  const many = Array.from({ length: 30_000 }, (_, i) => at((i % 200) * 4 - 80, (i % 20_000) / 50));
  const places = new Set(many.map(({ x, y }) => `${Math.round(x / 2)} ${Math.round(y / 2)}`));
  expect(coveredAmong(many)).toHaveLength(many.length - places.size);
});
