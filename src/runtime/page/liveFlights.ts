/** What has departed and may still be in motion, as the page holds it between two frames. */
import { countedFlights } from '../../projections/flights/counted.ts';
import type { Flight } from '../../projections/scene/scene.ts';

export class LiveFlights {
  private flights: Flight[] = [];

  get all(): readonly Flight[] {
    return this.flights;
  }

  /** @param only forget what was held before. */
  add(arrivals: readonly Flight[], only: boolean, playhead: number): void {
    const held = only ? [] : this.flights.filter((flight) => flight.arriveAt >= playhead);
    const known = new Set(held.map((flight) => flight.entry));
    for (const flight of arrivals) if (!known.has(flight.entry)) held.push(flight);
    this.flights = countedFlights(held);
  }
}
