/**
 * Where more is in motion than can be drawn one by one, the busiest ways become counted streams: one
 * for each way, with the departure and the arrival of every record on it, so that at each instant it
 * says exactly how many are under way. Quiet ways keep their records.
 */
import { edgeId } from '../geometry/edges.ts';
import type { Flight } from '../scene/scene.ts';

/** This many things are drawn one by one. */
export const DRAWN_SINGLY = 4_000;

/**
 * The same flights, at most `most` of them single.
 * @param flights in any order; those that are streams already stay.
 */
export function countedFlights(flights: readonly Flight[], most = DRAWN_SINGLY): Flight[] {
  if (flights.length <= most) return [...flights];
  const ways = new Map<string, Flight[]>();
  const counted: Flight[] = [];
  for (const flight of flights) {
    if (flight.stream !== undefined) {
      counted.push(flight);
      continue;
    }
    const way = edgeId(flight.from, flight.to);
    const own = ways.get(way);
    if (own === undefined) ways.set(way, [flight]);
    else own.push(flight);
  }
  let single = flights.length - counted.length;
  const quietLast = [...ways.values()].sort((a, b) => b.length - a.length);
  const kept: Flight[] = [];
  for (const own of quietLast) {
    if (single > most) {
      counted.push(streamOf(own));
      single -= own.length;
    } else kept.push(...own);
  }
  return [...kept.sort((a, b) => a.entry - b.entry), ...counted];
}

/** One stream of all flights of a way. A batch counts with all its records. */
function streamOf(flights: readonly Flight[]): Flight {
  const inOrder = [...flights].sort((a, b) => a.departAt - b.departAt || a.entry - b.entry);
  const first = inOrder[0]!;
  const departAt = Float64Array.from(inOrder, (flight) => flight.departAt);
  const arriveAt = Float64Array.from(inOrder, (flight) => flight.arriveAt);
  const records = Uint32Array.from(inOrder, (flight) => flight.total);
  return {
    entry: first.entry,
    departAt: first.departAt,
    arriveAt: arriveAt.reduce((latest, at) => Math.max(latest, at), 0),
    from: first.from,
    to: first.to,
    marks: [],
    total: records.reduce((sum, n) => sum + n, 0),
    stream: { departAt, arriveAt, records },
  };
}

/** Records of a stream that travel close together. */
export interface Swarm {
  /** 0 to 1: how much of the way is done, in the middle. */
  part: number;
  records: number;
}

/** From one swarm to the next, of the way's own time. */
const SWARMS = 12;

/** Who of a stream is in motion at an instant, microseconds, in swarms from the first to the last that left. */
export function swarmsOf({ departAt, arriveAt, records }: CountedStream, at: number): Swarm[] {
  const swarms: Swarm[] = [];
  let slot = Number.NaN;
  let sum = 0;
  let count = 0;
  let things = 0;
  const flush = (): void => {
    if (things > 0) swarms.push({ part: sum / things, records: count });
    sum = count = things = 0;
  };
  for (let i = 0; i < departAt.length; i += 1) {
    const from = departAt[i]!;
    if (from > at) break;
    const to = arriveAt[i]!;
    if (to <= at) continue;
    const span = Math.max(1, to - from);
    const own = Math.floor((from * SWARMS) / span);
    if (own !== slot) flush();
    slot = own;
    sum += (at - from) / span;
    count += records[i]!;
    things += 1;
  }
  flush();
  return swarms;
}

export type CountedStream = NonNullable<Flight['stream']>;
