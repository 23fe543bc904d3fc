/**
 * The ways along which records travel: from one card or lane to another, at constant speed. A path
 * is a list of points with the distance to each, so that a place on it is arithmetic.
 */
import type { Anchor, Flight } from '../scene/scene.ts';
import { shardLaneParts } from './cardBox.ts';
import { TILE } from './measures.ts';
import { bottom, middle, type Point, type Rect, right } from './rect.ts';
import type { StageLayout } from './stageLayout.ts';

export interface Path {
  points: readonly Point[];
  /** Distance from the start to each point. */
  distances: readonly number[];
  /** As an SVG path. */
  d: string;
}

/** A place where a path can begin or end. */
export interface Port {
  rect: Rect;
  /** The card that the rectangle belongs to. */
  card: Rect;
  /** Where an arriving record comes to rest, when that is not the rectangle's edge. */
  restX: number | null;
}

/** The port of an anchor; null when its card is not on the stage. */
export function portOf(layout: StageLayout, anchor: Anchor): Port | null {
  const box = layout.boxes.get(anchor.card);
  if (box === undefined) return null;
  const lane = 'lane' in anchor ? box.lanes.find((l) => l.lane === anchor.lane) : undefined;
  if (lane === undefined) return { rect: box.rect, card: box.rect, restX: null };
  const restX = box.type === 'stream' ? shardLaneParts(lane.rect, 1).axis.fromX : null;
  return { rect: lane.rect, card: box.rect, restX };
}

/** The path between two anchors; null when one of them is not on the stage. */
export function pathBetween(layout: StageLayout, from: Anchor, to: Anchor): Path | null {
  const a = portOf(layout, from);
  const b = portOf(layout, to);
  if (a === null || b === null) return null;
  if (from.card === to.card) return pathOf([middle(a.rect), middle(b.rect)]);
  if (layout.detail === 'far') return betweenTiles(a.card, b.card);
  if (layout.mode === 'tall') return alongMargin(a, b);
  if (right(a.card) <= b.card.x) return sideways(a, b);
  // An answer goes back the way that its question came.
  if (right(b.card) <= a.card.x) return reversed(sideways(b, a));
  return downwards(a, b);
}

/** Leaves at the right, arrives at the left, level at both ends. */
function sideways(a: Port, b: Port): Path {
  const start = { x: right(a.rect), y: middle(a.rect).y };
  const out = { x: right(a.card), y: start.y };
  const into = { x: b.card.x, y: middle(b.rect).y };
  const end = { x: b.restX ?? b.rect.x, y: into.y };
  const bend = (into.x - out.x) / 2;
  const curve = cubic(out, { x: out.x + bend, y: out.y }, { x: into.x - bend, y: into.y }, into);
  return pathOf([start, ...curve, end]);
}

const reversed = ({ points }: Path): Path => pathOf(points.toReversed());

/**
 * Leaves at the bottom (or top), arrives at the facing side: straight down the middle of what the two
 * cards share of the width, or from middle to middle where they share nothing.
 */
function downwards(a: Port, b: Port): Path {
  const down = a.card.y <= b.card.y;
  const sharedFrom = Math.max(a.card.x, b.card.x);
  const sharedTo = Math.min(right(a.card), right(b.card));
  const shared = sharedFrom < sharedTo ? (sharedFrom + sharedTo) / 2 : null;
  const x1 = shared ?? middle(a.card).x;
  const x2 = shared ?? middle(b.card).x;
  const start = { x: x1, y: down ? bottom(a.card) : a.card.y };
  const end = { x: x2, y: down ? b.card.y : bottom(b.card) };
  const bend = (end.y - start.y) / 2;
  return pathOf(
    cubic(start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end),
  );
}

/** In the tall story: out at the left, down the margin, in at the left. */
function alongMargin(a: Port, b: Port): Path {
  const x = a.card.x / 2;
  const y1 = middle(a.rect).y;
  const y2 = middle(b.rect).y;
  return pathOf([
    { x: a.rect.x, y: y1 },
    { x, y: y1 },
    { x, y: y2 },
    { x: b.restX ?? b.rect.x, y: y2 },
  ]);
}

/**
 * From afar: down the space beside the tiles, and on over (or under) those of the row in which it ends, so
 * that nothing that moves covers a name.
 */
function betweenTiles(a: Rect, b: Rect): Path {
  if (right(b) <= a.x) return reversed(betweenTiles(b, a));
  const [from, to] = [middle(a).y, middle(b).y];
  const beside = b.x - TILE.beside / 2;
  const end = [
    { x: beside, y: to },
    { x: b.x, y: to },
  ];
  if (right(a) > b.x) return pathOf([{ x: a.x, y: from }, { x: beside, y: from }, ...end]);
  const out = [
    { x: right(a), y: from },
    { x: right(a) + TILE.beside / 2, y: from },
  ];
  const [{ x }] = out.slice(-1) as [Point];
  if (beside - x < TILE.beside) return pathOf([...out, ...end]);
  const over = from > to ? bottom(b) + TILE.over / 2 : b.y - TILE.over / 2;
  return pathOf([...out, { x, y: over }, { x: beside, y: over }, ...end]);
}

const STEPS = 20;

function cubic(p0: Point, p1: Point, p2: Point, p3: Point): Point[] {
  if (Math.abs(p0.y - p3.y) < 0.5 || Math.abs(p0.x - p3.x) < 0.5) return [p0, p3];
  const points: Point[] = [];
  for (let i = 0; i <= STEPS; i += 1) {
    const t = i / STEPS;
    const u = 1 - t;
    const at = (a: number, b: number, c: number, d: number): number =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    points.push({ x: at(p0.x, p1.x, p2.x, p3.x), y: at(p0.y, p1.y, p2.y, p3.y) });
  }
  return points;
}

/** A path through points; neighbours that coincide are one. */
export function pathOf(all: readonly Point[]): Path {
  const points = all.filter((p, i) => i === 0 || distance(p, all[i - 1]!) > 0.01);
  const distances = [0];
  for (let i = 1; i < points.length; i += 1) {
    distances.push(distances[i - 1]! + distance(points[i - 1]!, points[i]!));
  }
  const d = points
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`)
    .join('');
  return { points, distances, d };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The point that lies at a part (0 to 1) of the path's length. */
export function pointAlong(path: Path, part: number): Point {
  const total = path.distances.at(-1) ?? 0;
  const wanted = Math.min(1, Math.max(0, part)) * total;
  let i = 1;
  while (i < path.points.length - 1 && path.distances[i]! < wanted) i += 1;
  const a = path.points[i - 1]!;
  const b = path.points[i] ?? a;
  const from = path.distances[i - 1]!;
  const length = (path.distances[i] ?? from) - from;
  const t = length === 0 ? 0 : (wanted - from) / length;
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/**
 * Where a flight is.
 * @param at the playhead, microseconds.
 * @returns null before it departs and once it has arrived.
 */
export function flightPosition(flight: Flight, path: Path, at: number): Point | null {
  if (at < flight.departAt || at >= flight.arriveAt) return null;
  const span = flight.arriveAt - flight.departAt;
  return pointAlong(path, span <= 0 ? 1 : (at - flight.departAt) / span);
}
