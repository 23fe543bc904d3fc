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
  context.beginPath();
  for (const { x, y, records } of swarms) {
    const radius = 2 + Math.min(6, Math.log2(1 + records) / 2);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, Math.PI * 2);
  }
  context.fill(); // one path for all: to fill each by itself took a fifth of a crowded frame
  context.globalAlpha = 1;
}
