import { expect, it } from 'vitest';
import { withInView } from './timelineView.ts';

const HOUR = 3_600e6;

it('[N6] an instant that is gone to comes into view; the view keeps its width, and its place where it can', () => {
  const shown = { from: HOUR, to: 2 * HOUR };
  expect(withInView(shown, 1.5 * HOUR, 24 * HOUR)).toBeNull();
  expect(withInView(shown, 20 * HOUR, 24 * HOUR)).toEqual({ from: 19.5 * HOUR, to: 20.5 * HOUR });
  const first = withInView(shown, 0, 24 * HOUR)!;
  expect(first.from).toBeLessThan(0);
  expect(first.to - first.from).toBe(HOUR);
});
