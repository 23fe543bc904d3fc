/** A ring: where a part of its round lies, and how an arc of it is drawn. It begins at the top, and runs clockwise. */
import type { Point } from './rect.ts';

const SIDES = 2 * Math.PI;

/** The point of a part (0 to 1) of the round, at a radius, around the origin. */
export function ringPoint(part: number, radius: number): Point {
  const angle = part * SIDES - Math.PI / 2;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** An SVG path of the arc between two parts and two radii, narrowed by half a gap (pixels) at each end. */
export function ringArc(
  from: number,
  to: number,
  inner: number,
  outer: number,
  gap: number,
): string {
  const narrow = Math.min((to - from) / 3, gap / 2 / (SIDES * inner));
  // An arc from a point to itself is none: a whole round stops just short of it.
  const end = Math.min(to - narrow, from + narrow + 0.9999);
  const a = ringPoint(from + narrow, outer);
  const b = ringPoint(end, outer);
  const c = ringPoint(end, inner);
  const d = ringPoint(from + narrow, inner);
  const large = end - from - narrow > 0.5 ? 1 : 0;
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  return `M${at(a)}A${outer} ${outer} 0 ${large} 1 ${at(b)}L${at(c)}A${inner} ${inner} 0 ${large} 0 ${at(d)}Z`;
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Radius of a token's face. */
export const FACE = 5;

/** A sector of a face, from the top clockwise, as an SVG path. @param part of the whole, 0 to 1. */
export function sector(part: number): string {
  const { x, y } = ringPoint(Math.min(part, 0.99), FACE);
  return `M0 0V${-FACE}A${FACE} ${FACE} 0 ${part > 0.5 ? 1 : 0} 1 ${round(x)} ${round(y)}Z`;
}
