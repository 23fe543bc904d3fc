import { MARK } from '../../projections/geometry/measures.ts';
import { marksOfFlight, type PlacedFlight } from '../../projections/geometry/placedFlights.ts';
import type { PlacedMark } from '../../projections/geometry/placedMarks.ts';
import { transactionThreads } from '../../projections/geometry/threads.ts';

/** Between the parts of a transaction, under the records. */
export function paintThreads(
  context: CanvasRenderingContext2D,
  { marks, flights }: { marks: readonly PlacedMark[]; flights: readonly PlacedFlight[] },
  colour: string,
): void {
  const travelling = flights
    .filter(({ flight }) => flight.marks.some(({ transaction }) => transaction !== undefined))
    .flatMap((placed) => marksOfFlight(placed).map((mark) => ({ ...mark, pale: false })));
  for (const { points } of transactionThreads([...marks, ...travelling])) {
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    context.setLineDash([5, 3]);
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
    for (const { x, y } of points) {
      context.beginPath();
      context.arc(x, y, MARK.size / 2 + 4, 0, Math.PI * 2);
      context.stroke();
    }
  }
}
