import { expect, it } from 'vitest';
import { ringArc, ringPoint, sector } from './ring.ts';

it('begins at the top and runs clockwise', () => {
  const near = ({ x, y }: { x: number; y: number }) => [Math.round(x) + 0, Math.round(y) + 0];
  expect(near(ringPoint(0, 10))).toEqual([0, -10]);
  expect(near(ringPoint(0.25, 10))).toEqual([10, 0]);
  expect(near(ringPoint(0.5, 10))).toEqual([0, 10]);
});

it('draws a long arc the long way round, and a whole ring as one', () => {
  expect(ringArc(0, 0.25, 8, 10, 0)).toBe('M0 -10A10 10 0 0 1 10 0L8 0A8 8 0 0 0 0 -8Z');
  expect(ringArc(0, 0.75, 8, 10, 0)).toContain('0 1 1');
  expect(ringArc(0, 1, 8, 10, 0)).not.toContain('NaN');
  expect(ringArc(0, 1, 8, 10, 0)).toContain('0 1 1 -0.01 -10');
});

it('a sector of the whole face is one that can be seen, and half of it ends at the foot', () => {
  expect(sector(0.5)).toMatch(/ 0 0 1 0 5Z$/);
  expect(sector(1)).toMatch(/ 0 1 1 -0\.3\d -4\.99Z$/);
});
