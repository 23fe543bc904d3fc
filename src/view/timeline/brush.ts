/** The stretch that is chosen on the timeline, as pointers and keys move its ends. */
import type { Span } from '../../projections/timeline/axis.ts';

/** A finger that rests so long chooses a stretch from there; one that moves at once moves the view. */
export const HOLD_MS = 350;

/** From where it was begun to where it is moved, whichever comes first. */
export const brushBetween = (begun: number, at: number): Span => ({
  from: Math.min(begun, at),
  to: Math.max(begun, at),
});

/**
 * The stretch whose moving end goes on by so many microseconds, over its beginning where it must.
 * @param begun where it was begun; any other stretch is taken on from its first instant.
 */
export function brushMovedBy(brush: Span | null, begun: number, us: number): Span {
  if (brush === null) return brushBetween(begun, begun + us);
  const moving = brush.to === begun ? brush.from : brush.to;
  const fixed = brush.to === begun ? begun : brush.from;
  return brushBetween(fixed, moving + us);
}
