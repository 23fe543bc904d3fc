/**
 * Threads: lines that hold the parts of one transaction together while they are apart, on their way or
 * in shards of their own; calls that travel to the table are no parts yet. Once every part has been read there is nothing left to hold.
 */
import type { Mark } from '../scene/scene.ts';
import type { Point } from './rect.ts';

/** At most so many; beyond that nobody can tell them apart. */
const MOST_THREADS = 24;

export interface Thread {
  transaction: number;
  /** One for each part that can be seen, from top to bottom; at least two. */
  points: Point[];
}

/** @param marks all that stand or travel; `pale` ones have been read. */
export function transactionThreads(
  marks: readonly { mark: Mark; x: number; y: number; pale: boolean }[],
): Thread[] {
  const byTransaction = new Map<number, { points: Point[]; held: boolean; changes: Set<number> }>();
  for (const { mark, x, y, pale } of marks) {
    if (mark.transaction === undefined || mark.change < 0) continue;
    const known = byTransaction.get(mark.transaction) ?? {
      points: [],
      held: false,
      changes: new Set<number>(),
    };
    byTransaction.set(mark.transaction, known);
    known.points.push({ x, y });
    known.changes.add(mark.change);
    if (!pale) known.held = true;
  }
  return [...byTransaction]
    .filter(([, { held, changes }]) => held && changes.size > 1)
    .slice(-MOST_THREADS)
    .map(([transaction, { points }]) => ({
      transaction,
      points: points.sort((a, b) => a.y - b.y || a.x - b.x),
    }));
}
