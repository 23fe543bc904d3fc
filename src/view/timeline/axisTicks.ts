/** Ticks of the time axis: as close as can be read, at round distances, named by the clock. */

import type { Axis } from '../../projections/timeline/axis.ts';
import { clockText } from '../parts/clockText.ts';

const MS = 1_000;
const SECOND = 1_000 * MS;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[100, 200, 500, MS, 2 * MS, 5 * MS, 10 * MS, 20 * MS, 50 * MS, 100 * MS, 200 * MS, 500 * MS],
  ...[SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND],
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR],
];
const LEAST_PX = 84;

export interface AxisTick {
  x: number;
  name: string;
}

export function axisTicks(axis: Axis, startAtMs: number): AxisTick[] {
  const step = STEPS.find((us) => us / axis.usPerPx >= LEAST_PX) ?? STEPS[STEPS.length - 1]!;
  const ticks: AxisTick[] = [];
  let lastX = Number.NEGATIVE_INFINITY;
  const first = Math.max(0, Math.ceil(axis.from / step) * step);
  for (let at = first; at <= axis.to && ticks.length < 100; at += step) {
    if (axis.folds.some((fold) => at > fold.from && at < fold.to)) continue;
    const x = axis.xOf(at);
    if (x - lastX < LEAST_PX * 0.8) continue;
    lastX = x;
    ticks.push({ x, name: nameOf(startAtMs, at, step) });
  }
  return ticks;
}

/** `09:00`, `09:00:05`, `09:00:05.250`, to the microsecond below a millisecond. */
export function nameOf(startAtMs: number, at: number, step: number): string {
  const { date, time } = clockText(startAtMs, at);
  const day = date === '' ? '' : `${date} `;
  if (step >= MINUTE) return `${day}${time.slice(0, 5)}`;
  if (step >= SECOND) return `${day}${time.slice(0, 8)}`;
  if (step >= MS) return time;
  return `${time}${String(Math.floor(at) % 1_000).padStart(3, '0')}`;
}

/** Left free between two instants that are written, and beside a folded stretch, pixels. */
const LABEL_GAP = 10;
const FOLD_GAP = 3;
/** Left free at the axis's ends. */
const EDGE_GAP = 2;

export interface AxisLabel {
  left: number;
  name: string;
}

/**
 * Where the ticks' names are written: over their tick, or beside it where a folded stretch, the axis's
 * end or another name lies. A name that has no room is left out, so that none is cut.
 * @param widthOf a name, as it is written, pixels.
 */
export function axisLabels(
  { width, folds }: Pick<Axis, 'width' | 'folds'>,
  ticks: readonly AxisTick[],
  widthOf: (name: string) => number,
): AxisLabel[] {
  const labels: AxisLabel[] = [];
  let free = EDGE_GAP;
  for (const { x, name } of ticks) {
    const wide = widthOf(name);
    const last = width - wide - EDGE_GAP;
    const isFree = (left: number): boolean =>
      left >= free &&
      left <= last &&
      folds.every((fold) => left + wide < fold.left - FOLD_GAP || left > fold.right + FOLD_GAP);
    const middle = Math.min(Math.max(EDGE_GAP, x - wide / 2), last);
    const left = [middle, x + EDGE_GAP + FOLD_GAP, x - wide - EDGE_GAP - FOLD_GAP].find(isFree);
    if (left === undefined) continue;
    labels.push({ left, name });
    free = left + wide + LABEL_GAP;
  }
  return labels;
}
