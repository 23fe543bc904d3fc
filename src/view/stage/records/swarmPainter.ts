import type { PlacedFlight } from '../../../projections/geometry/placedFlights.ts';
import type { Pen } from './recordPen.ts';

/** A counted stream: a dot for each swarm on the way, larger with each doubling. */
export function paintSwarms(pen: Pen, { swarms = [] }: PlacedFlight, opacity: number): void {
  pen.opacity(opacity);
  pen.dots(
    swarms.map(({ x, y, records }) => ({
      ...{ x, y },
      radius: 2 + Math.min(6, Math.log2(1 + records) / 2),
    })),
  );
  pen.opacity(1);
}
