/** Where everything that travels is at an instant: single records, and batches as trays. */

import { swarmsOf } from '../flights/counted.ts';
import type { Anchor, Flight, Mark } from '../scene/scene.ts';
import { edgeId } from './edges.ts';
import { FUNCTION } from './measures.ts';
import { flightPosition, type Path, pathBetween, pointAlong } from './paths.ts';
import type { Point, Rect } from './rect.ts';
import type { StageLayout } from './stageLayout.ts';

export interface PlacedFlight {
  flight: Flight;
  /** Its middle. */
  x: number;
  y: number;
  /** 0 to 1: how much of the way is done. */
  part: number;
  /** Of a counted stream: its swarms along the way; it stands itself in the middle of the way. */
  swarms?: { x: number; y: number; records: number }[];
  /** Records in motion. */
  records: number;
  /** There is no room for a batch's records side by side: the first stands for all of them. */
  isPacked: boolean;
}

/** A record of a flight, for painting and for the pointer. */
export interface TravellingMark {
  mark: Mark;
  x: number;
  y: number;
}

/** The paths of one layout, found once each. */
export class Paths {
  readonly layout: StageLayout;
  private readonly known = new Map<string, Path | null>();
  private readonly ofFlights = new WeakMap<Flight, Path | null>();

  constructor(layout: StageLayout) {
    this.layout = layout;
  }

  /** The path of a flight: known from frame to frame without its name being spelled out. */
  of(flight: Flight): Path | null {
    let path = this.ofFlights.get(flight);
    if (path === undefined) {
      path = this.between(flight.from, flight.to);
      this.ofFlights.set(flight, path);
    }
    return path;
  }

  between(from: Anchor, to: Anchor): Path | null {
    const id = edgeId(from, to);
    let path = this.known.get(id);
    if (path === undefined) {
      path = pathBetween(this.layout, from, to);
      this.known.set(id, path);
    }
    return path;
  }
}

/** Lanes beside the path, so that records that left together can be told apart on the way. */
const SPREAD = [0, -1, 1, -2, 2] as const;
const SPREAD_PX = 5;
/** From afar they must not leave the space between the tiles. */
const SPREAD_PX_FAR = 1.5;

/**
 * All flights that are in motion at an instant, microseconds.
 * @param within what is seen: flights outside are left out.
 */
export function placeFlights(
  paths: Paths,
  flights: readonly Flight[],
  at: number,
  within: Rect | null = null,
): PlacedFlight[] {
  const placed: PlacedFlight[] = [];
  const streams: Flight[] = [];
  const isPacked = paths.layout.detail === 'far';
  const spread = isPacked ? SPREAD_PX_FAR : SPREAD_PX;
  for (const flight of flights) {
    if (at < flight.departAt || at >= flight.arriveAt) continue;
    if (flight.stream !== undefined) {
      streams.push(flight);
      continue;
    }
    const path = paths.of(flight);
    const point = path === null ? null : flightPosition(flight, path, at);
    if (point === null || (within !== null && isFarFrom(point, within))) continue;
    const part = (at - flight.departAt) / Math.max(1, flight.arriveAt - flight.departAt);
    const aside = SPREAD[flight.entry % SPREAD.length]! * spread * 4 * part * (1 - part);
    placed.push({
      flight,
      x: isPacked ? point.x : Math.max(point.x, leastX(flight)),
      y: point.y + aside,
      part,
      records: flight.total,
      isPacked,
    });
  }
  placed.push(...placeStreams(paths, streams, at, within));
  return placed;
}

/** Counted streams, one for each way however many tell of it. */
function placeStreams(
  paths: Paths,
  streams: readonly Flight[],
  at: number,
  within: Rect | null,
): PlacedFlight[] {
  const placed = new Map<string, PlacedFlight>();
  for (const flight of streams) {
    const path = paths.of(flight);
    if (path === null) continue;
    const middle = pointAlong(path, 0.5);
    if (within !== null && isFarFrom(middle, within)) continue;
    const way = edgeId(flight.from, flight.to);
    const own = placed.get(way) ?? {
      flight,
      ...middle,
      part: 0.5,
      swarms: [],
      records: 0,
      isPacked: false,
    };
    for (const { part, records } of swarmsOf(flight.stream!, at)) {
      own.swarms!.push({ ...pointAlong(path, part), records });
      own.records += records;
    }
    if (own.records > 0) placed.set(way, own);
  }
  return [...placed.values()];
}

/** Half of the widest tray or label: what is farther away is not seen. */
const REACH_PX = 200;

const isFarFrom = ({ x, y }: Point, { x: left, y: top, width, height }: Rect): boolean =>
  x < left - REACH_PX || x > left + width + REACH_PX || y < top - 40 || y > top + height + 40;

/** A tray is never cut off at the stage's left edge, where records travel on a phone. */
const leastX = ({ marks, total }: Flight): number =>
  total > 1 ? trayWidth(marks.length, total > marks.length) / 2 + 3 : 0;

/** Width of a batch's tray. */
export const trayWidth = (marks: number, hasMore: boolean): number =>
  marks * FUNCTION.markPitch + 11 + (hasMore ? 26 : 0);

/** The records of a flight, side by side in its tray; a single record, or one for all, stands alone. */
export function marksOfFlight(placed: PlacedFlight): TravellingMark[] {
  const { flight, x, y } = placed;
  if (flight.stream !== undefined) return [];
  const isAlone = placed.isPacked || (flight.marks.length === 1 && flight.total <= 1);
  if (isAlone) return flight.marks.slice(0, 1).map((mark) => ({ mark, x, y }));
  const left = x - trayWidth(flight.marks.length, flight.total > flight.marks.length) / 2 + 12;
  return flight.marks.map((mark, i) => ({ mark, x: left + i * FUNCTION.markPitch, y }));
}
