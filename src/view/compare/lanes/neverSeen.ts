import type { ComparisonRow } from '../../../projections/comparison/comparisonRow.ts';

/** Changes that a watcher will never see, whyever; what its own filter leaves out is meant to be. */
export const neverSeen = (row: ComparisonRow): number =>
  row.missedDeletes + row.missedCollapsed + row.missedRace + row.missedNoWatermark + row.lost;
