import type { PlacedFlight } from '../../../projections/geometry/placedFlights.ts';

/** From this many in motion on, what lies wholly under another is not drawn: nobody could see it. */
const CROWDED_FROM = 500;
/** Pixels of the stage: records nearer than this cover one another. */
const NEAR = 2;

/** Cells that are taken, each at its own number's place or the next that was free; a power of two, never half full. */
let taken = new Int32Array(16_384);
const FREE = -1;

/**
 * The single records of a crowd that others cover, which are painted after them.
 * @returns by index, 1 where it is covered; null where there is no crowd.
 */
export function coveredFlights(flights: readonly PlacedFlight[]): Uint8Array | null {
  const { length } = flights;
  if (length < CROWDED_FROM) return null;
  const covered = new Uint8Array(length);
  while (taken.length <= length * 2) taken = new Int32Array(taken.length * 2);
  taken.fill(FREE);
  for (let i = length - 1; i >= 0; i -= 1) {
    const { flight, x, y } = flights[i]!;
    if (flight.total > 1 || flight.note !== undefined) continue;
    if (!take(Math.round(x / NEAR), Math.round(y / NEAR))) covered[i] = 1;
  }
  return covered;
}

/** @returns false where it was taken before. */
function take(column: number, row: number): boolean {
  const cell = ((column & 0x7fff) << 15) | (row & 0x7fff);
  const last = taken.length - 1;
  let at = (Math.imul(cell, 0x9e3779b1) >>> 8) & last;
  while (taken[at] !== FREE) {
    if (taken[at] === cell) return false;
    at = (at + 1) & last;
  }
  taken[at] = cell;
  return true;
}
