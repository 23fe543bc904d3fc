import type { PlacedFlight } from '../../projections/geometry/placedFlights.ts';

/** From this many in motion on, what lies wholly under another is not drawn: nobody could see it. */
const CROWDED_FROM = 500;
/** Pixels of the stage: records nearer than this cover one another. */
const NEAR = 2;

/**
 * The single records of a crowd that others cover, which are painted after them.
 * @returns by index; empty where there is no crowd.
 */
export function coveredFlights(flights: readonly PlacedFlight[]): ReadonlySet<number> {
  const covered = new Set<number>();
  if (flights.length < CROWDED_FROM) return covered;
  const taken = new Set<number>();
  for (let i = flights.length - 1; i >= 0; i -= 1) {
    const { flight, x, y } = flights[i]!;
    if (flight.total > 1 || flight.note !== undefined) continue;
    const cell = Math.round(x / NEAR) * 65_536 + Math.round(y / NEAR);
    if (taken.has(cell)) covered.add(i);
    else taken.add(cell);
  }
  return covered;
}
