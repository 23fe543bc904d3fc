import { expect, it } from 'vitest';
import { endOfScale, instantAt, leadsOn, placeOf, ticksUntil } from './timeScale.ts';

const day = 86_400e6;

it('goes from the start to 24 hours, or as far as the lab has been', () => {
  expect(endOfScale(5e6)).toBe(day);
  expect(endOfScale(3 * day)).toBe(3 * day);
  expect([placeOf(0, day), placeOf(day, day)]).toEqual([0, 1]);
});

it('finds the instant of a place again', () => {
  for (const at of [0, 1e6, 59e6, 3_600e6, day]) {
    expect(Math.abs(instantAt(placeOf(at, day), day) - at)).toBeLessThan(2_000);
  }
});

it('gives the first minute a seventh of the room', () => {
  expect(placeOf(60e6, day)).toBeGreaterThan(0.14);
});

it('keeps ticks apart', () => {
  const places = ticksUntil(day).map(({ us }) => placeOf(us, day));
  places.slice(1).forEach((place, i) => {
    expect(place - places[i]!).toBeGreaterThan(0.03);
  });
});

it('goes to an instant once, be the pointer lifted there after it is shown, or before it is computed', () => {
  expect(leadsOn(5, 5, 60)).toBe(false);
  expect(leadsOn(6, 5, 60)).toBe(true);
  expect(leadsOn(70, 70, 60)).toBe(true);
});
