import { expect, it } from 'vitest';
import { brushMovedBy } from './brush.ts';

it('[N6] a stretch grows, shrinks and turns over about where it was begun', () => {
  let brush = brushMovedBy(null, 100, 10);
  expect(brush).toEqual({ from: 100, to: 110 });
  brush = brushMovedBy(brush, 100, -10);
  expect(brush).toEqual({ from: 100, to: 100 });
  brush = brushMovedBy(brush, 100, -10);
  expect(brush).toEqual({ from: 90, to: 100 });
  brush = brushMovedBy(brush, 100, 30);
  expect(brush).toEqual({ from: 100, to: 120 });
});

it('[N6] a stretch that was drawn elsewhere keeps its first instant', () => {
  expect(brushMovedBy({ from: 5, to: 9 }, 100, 1)).toEqual({ from: 5, to: 10 });
});
