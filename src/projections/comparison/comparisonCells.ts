/** The comparison as the poller's card shows it: a column for each watcher, three lines of cells. */

import { spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import type { ComparisonRow } from './comparisonRow.ts';

export interface ComparisonCells {
  heads: string[];
  lines: { name: string; cells: { text: string; isBad: boolean }[] }[];
}

const isPolling = ({ kind }: ComparisonRow): boolean => kind === 'scan' || kind === 'export';
const missedBy = (row: ComparisonRow): number =>
  row.missedDeletes +
  row.missedCollapsed +
  row.missedRace +
  row.missedNoWatermark +
  row.missedFiltered +
  row.lost;

export function comparisonCells(rows: readonly ComparisonRow[]): ComparisonCells {
  const changes = Math.max(0, ...rows.map((row) => row.changes));
  return {
    heads: rows.map(({ kind }) => words.watchers[kind]),
    lines: [
      {
        name: words.ofChanges(changes),
        cells: rows.map((row) => ({
          text: words.seenAndWaiting(row.seen, row.waiting),
          isBad: missedBy(row) > 0,
        })),
      },
      {
        name: words.medianDelay,
        cells: rows.map((row) => ({
          text: row.latencyP50Ms === null ? words.noneYet : spanText(row.latencyP50Ms),
          isBad: isPolling(row) && row.latencyP50Ms !== null,
        })),
      },
      {
        name: words.readsPaid,
        cells: rows.map((row) => ({ text: words.readUnits(row.readUnits), isBad: false })),
      },
    ],
  };
}
