/** The comparison's figures, one row each: which, how it is written, and what it means. */

import type { ComparisonRow } from '../../projections/comparison/comparisonRow.ts';
import { countText, spanText } from '../../projections/spanText.ts';
import type { LedgerFigure } from '../../projections/why/whyAnswer.ts';
import { comparisonWords as words } from '../words/comparison.ts';

export interface Figure {
  name: string;
  meaning: string;
  /** @param at the instant, microseconds. */
  text(row: ComparisonRow, at: number): string;
  /** A figure above zero that is a loss. */
  hurts?(row: ComparisonRow): boolean;
  /** What can be asked of it where it is above zero. */
  why?: { figure: LedgerFigure; of(row: ComparisonRow): number };
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
  why?: LedgerFigure,
): Figure => ({
  name,
  meaning,
  text: (row) => countText(of(row)),
  ...(hurts ? { hurts: (row: ComparisonRow) => of(row) > 0 } : {}),
  ...(why === undefined ? {} : { why: { figure: why, of } }),
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
      count(rows.deletes, (r) => r.missedDeletes, true, 'deletes'),
      count(rows.collapsed, (r) => r.missedCollapsed, true, 'collapsed'),
      count(rows.race, (r) => r.missedRace, true, 'race'),
      count(rows.noWatermark, (r) => r.missedNoWatermark, true, 'noWatermark'),
      count(rows.filtered, (r) => r.missedFiltered, false, 'filtered'),
      count(rows.lost, (r) => r.lost, true, 'lost'),
    ],
  },
  {
    title: words.groups.quality,
    figures: [
      count(rows.repeated, (r) => r.repeated, false, 'repeated'),
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
