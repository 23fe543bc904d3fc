import type { PlacedFlight } from '../../projections/geometry/placedFlights.ts';

/** A counted stream: a dot for each swarm on the way, larger with each doubling. */
export function paintSwarms(
  context: CanvasRenderingContext2D,
  { swarms = [] }: PlacedFlight,
  colour: string,
  opacity: number,
): void {
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  for (const { x, y, records } of swarms) {
    context.beginPath();
    context.arc(x, y, 2 + Math.min(6, Math.log2(1 + records) / 2), 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 1;
}
