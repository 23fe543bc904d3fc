import { expect, it } from 'vitest';
import { Axis } from '../../projections/timeline/axis.ts';
import { axisLabels, axisTicks } from './axisTicks.ts';

const HOUR = 3_600e6;
const START_MS = Date.UTC(2026, 0, 5, 9);
const widthOf = (name: string): number => 6 * name.length;

it('[N3] no instant on the axis is cut by a folded stretch, by the end or by another', () => {
  const cut: string[] = [];
  let written = 0;
  for (let shift = 0; shift < 60; shift += 1) {
    const begun = (1 + shift / 20) * HOUR;
    const gaps = [
      { from: begun, to: begun + 6 * HOUR },
      { from: begun + 6.2 * HOUR, to: begun + 15 * HOUR },
    ];
    const axis = new Axis({ from: -0.1 * HOUR, to: 24 * HOUR }, 1_200 - 7 * shift, gaps);
    const { folds } = axis;
    let before = 0;
    for (const { left, name } of axisLabels(axis, axisTicks(axis, START_MS), widthOf)) {
      const right = left + widthOf(name);
      const isWhole = left > before && right < axis.width;
      if (!isWhole || folds.some((fold) => left <= fold.right && right >= fold.left)) {
        cut.push(`${name} at ${left}`);
      }
      before = right;
      written += 1;
    }
  }
  expect(cut).toEqual([]);
  // Most of them yield by a few pixels and are not left out.
  expect(written).toBeGreaterThan(60 * 6);
});
