import { expect, it } from 'vitest';
import type { PlacedFlight } from '../../projections/geometry/placedFlights.ts';
import type { Flight } from '../../projections/scene.ts';
import { coveredFlights } from './coveredFlights.ts';

const at = (x: number, y: number, more: Partial<Flight> = {}): PlacedFlight => ({
  flight: { total: 1, ...more } as Flight,
  ...{ x, y, part: 0.5, records: 1 },
});

it('leaves out of a crowd only what a later record stands on', () => {
  const crowd = Array.from({ length: 600 }, (_, i) => at((i % 300) * 4, 10));
  expect([...coveredFlights(crowd)].sort((a, b) => a - b)).toEqual([...Array(300).keys()]);
  expect(coveredFlights(crowd.slice(0, 400)).size).toBe(0);
  const trays = crowd.map(({ x, y }) => at(x, y, { total: 3 }));
  expect(coveredFlights(trays).size).toBe(0);
});
