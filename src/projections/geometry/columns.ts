/** How the width of the stage is shared among the columns of cards. */
import type { Card } from '../scene/scene.ts';
import { WIDE_FROM } from './measures.ts';

export type ColumnType = Exclude<Card['type'], 'poller' | 'alarm'>;

/** The column a card stands in: an alarm stands under the targets. */
export const columnOf = (card: Pick<Card, 'type'>): ColumnType | 'poller' =>
  card.type === 'alarm' ? 'target' : card.type;

interface ColumnRule {
  min: number;
  max: number;
  /** Its share of what is left when all have their least width. */
  share: number;
}

const rules: Record<ColumnType, ColumnRule> = {
  writers: { min: 126, max: 176, share: 0.8 },
  table: { min: 160, max: 300, share: 1.6 },
  stream: { min: 240, max: Number.POSITIVE_INFINITY, share: 3.4 },
  function: { min: 200, max: 264, share: 0.9 },
  target: { min: 130, max: 240, share: 1.4 },
};

/** Columns from left to right. */
export const columnOrder: readonly ColumnType[] = [
  'writers',
  'table',
  'stream',
  'function',
  'target',
];

/** Space between columns: records are seen crossing it, so it grows with the stage. */
export const columnGap = (width: number): number =>
  Math.round(Math.min(52, 16 + Math.max(0, width - WIDE_FROM) * 0.06));

/**
 * Widths of the given columns so that they and the gaps between them fill `width` exactly; wider
 * than `width` only when it is below their least widths.
 */
export function columnWidths(columns: readonly ColumnType[], width: number, gap: number): number[] {
  const widths = columns.map((c) => rules[c].min);
  let left = width - gap * Math.max(0, columns.length - 1) - sum(widths);
  const open = new Set(columns.keys());
  while (left > 0.5 && open.size > 0) {
    const shares = sum([...open].map((i) => rules[columns[i]!].share));
    let used = 0;
    for (const i of [...open]) {
      const rule = rules[columns[i]!];
      const grown = Math.min(rule.max, widths[i]! + (left * rule.share) / shares);
      used += grown - widths[i]!;
      widths[i] = grown;
      if (grown >= rule.max) open.delete(i);
    }
    left -= used;
  }
  const whole = widths.map(Math.floor);
  const widest = whole.indexOf(Math.max(...whole));
  const rest = Math.floor(width - gap * Math.max(0, columns.length - 1) - sum(whole));
  if (rest > 0 && open.size > 0) whole[widest] = whole[widest]! + rest;
  return whole;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
