/** The comparison's figures, one row each: which, how it is written, and what it means. */

import type { ComparisonRow } from '../../projections/comparisonRow.ts';
import { countText, spanText } from '../../projections/spanText.ts';
import { comparisonWords as words } from '../words/comparison.ts';

export interface Figure {
  name: string;
  meaning: string;
  /** @param at the instant, microseconds. */
  text(row: ComparisonRow, at: number): string;
  /** A figure above zero that is a loss. */
  hurts?(row: ComparisonRow): boolean;
}

const { rows } = words;
const MONTH_US = 30 * 86_400e6;

/** `2.5`, `1,648` */
const unitsText = (units: number): string =>
  units < 10 ? String(Math.round(units * 10) / 10) : countText(units);

const count = (
  [name, meaning]: readonly [string, string],
  of: (row: ComparisonRow) => number,
  hurts = false,
): Figure => ({
  name,
  meaning,
  text: (row) => countText(of(row)),
  ...(hurts ? { hurts: (row: ComparisonRow) => of(row) > 0 } : {}),
});
const span = (
  [name, meaning]: readonly [string, string],
  of: (row: ComparisonRow) => number | null,
): Figure => ({
  name,
  meaning,
  text: (row) => {
    const ms = of(row);
    return ms === null ? words.noneYet : spanText(ms);
  },
});

/** `$0.0041`: two digits that mean something. */
export function usdText(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 0.1) return `$${usd.toFixed(2)}`;
  return `$${usd.toFixed(Math.min(9, 1 - Math.floor(Math.log10(usd))))}`;
}

export const figureGroups: readonly { title: string; figures: readonly Figure[] }[] = [
  {
    title: words.groups.noticed,
    figures: [count(rows.seen, (r) => r.seen), count(rows.waiting, (r) => r.waiting)],
  },
  {
    title: words.groups.missed,
    figures: [
      count(rows.deletes, (r) => r.missedDeletes, true),
      count(rows.collapsed, (r) => r.missedCollapsed, true),
      count(rows.race, (r) => r.missedRace, true),
      count(rows.noWatermark, (r) => r.missedNoWatermark, true),
      count(rows.filtered, (r) => r.missedFiltered),
      count(rows.lost, (r) => r.lost, true),
    ],
  },
  {
    title: words.groups.quality,
    figures: [
      count(rows.repeated, (r) => r.repeated),
      count(rows.outOfOrder, (r) => r.outOfOrder, true),
      span(rows.median, (r) => r.latencyP50Ms),
      span(rows.slowest, (r) => r.latencyP99Ms),
    ],
  },
  {
    title: words.groups.price,
    figures: [
      { name: rows.reads[0], meaning: rows.reads[1], text: (r) => `${unitsText(r.readUnits)} RRU` },
      {
        name: rows.usd[0],
        meaning: rows.usd[1],
        text: (r, at) => (at === 0 ? words.noneYet : usdText((r.readUsd / at) * MONTH_US)),
      },
    ],
  },
];
