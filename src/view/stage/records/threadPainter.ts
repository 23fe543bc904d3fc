import { MARK } from '../../../projections/geometry/measures.ts';
import { marksOfFlight, type PlacedFlight } from '../../../projections/geometry/placedFlights.ts';
import type { PlacedMark } from '../../../projections/geometry/placedMarks.ts';
import { transactionThreads } from '../../../projections/geometry/threads.ts';
import type { Pen } from './recordPen.ts';

/** Between the parts of a transaction, under the records. */
export function paintThreads(
  pen: Pen,
  { marks, flights }: { marks: readonly PlacedMark[]; flights: readonly PlacedFlight[] },
): void {
  const travelling = flights
    .filter(({ flight }) => flight.marks.some(({ transaction }) => transaction !== undefined))
    .flatMap((placed) => marksOfFlight(placed).map((mark) => ({ ...mark, pale: false })));
  for (const { points } of transactionThreads([...marks, ...travelling])) {
    pen.thread(points, MARK.size / 2 + 4);
  }
}
