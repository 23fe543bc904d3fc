/**
 * Which moment of a history is stored next. The newest comes first, so that whoever opens the lab again
 * need not wait for a long run once more; then those in the gaps before it, so that there are some all
 * along the way.
 */
import type { Kept } from '../history/checkpoints.ts';

/**
 * @param stored at how many events there is a stored one, in any order.
 * @param spacing so many events lie between two of them, at least.
 * @param momentFrom the first moment after so many events, or null.
 * @returns the moment, or null where none is needed.
 */
export function nextToStore(
  stored: readonly number[],
  spacing: number,
  newest: Kept,
  momentFrom: (events: number) => Kept | null,
): Kept | null {
  const inOrder = [0, ...stored].sort((a, b) => a - b);
  if (newest.events >= inOrder.at(-1)! + spacing) return newest;
  for (const [place, after] of inOrder.slice(1).entries()) {
    const kept = momentFrom(inOrder[place]! + spacing);
    if (kept !== null && kept.events + spacing <= after) return kept;
  }
  return null;
}
