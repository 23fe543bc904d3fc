/** A record as it looks everywhere: colour by item, shape by kind, dashed ring when seen before. */
import type { Pen } from './pen.ts';
import { short } from './pen.ts';
import { itemColour, mixed } from './posterColours.ts';

export interface GlyphLook {
  item: number;
  kind: number;
  duplicate?: boolean;
  byTimeToLive?: boolean | undefined;
  pale?: boolean;
}

/** @param size diameter of its circle. @param label what it is, for those who read the file. */
export function drawGlyph(pen: Pen, look: GlyphLook, x: number, y: number, size: number): void {
  const { lane } = pen.colours;
  const own = itemColour(pen.colours, look.item);
  const colour = look.pale === true ? mixed(own, 0.36, lane) : own;
  const isHollow = look.kind === 3 || look.kind === 0;
  const fill = isHollow ? lane : colour;
  const rim = { stroke: lane, 'stroke-width': 2.5, 'stroke-linejoin': 'round', fill };
  pen.path(shapeOf(look.kind, x, y, size), { ...rim, 'paint-order': 'stroke' });
  if (isHollow) {
    const signs = signOf(look, x, y, size);
    pen.path(signs, { fill: 'none', stroke: colour, 'stroke-width': look.kind === 0 ? 1.8 : 1.6 });
  }
  if (look.kind === 0) pen.circle(x, y, size / 5, { fill: colour });
  if (look.duplicate === true) {
    const ring = { fill: 'none', stroke: colour, 'stroke-width': 1.4, 'stroke-dasharray': '2.4 2' };
    pen.circle(x, y, size / 2 + 4.5, ring);
  }
}

function shapeOf(kind: number, x: number, y: number, size: number): string {
  const r = size / 2;
  if (kind === 1 || kind === 0) return circlePath(x, y, r);
  if (kind === 2) {
    const d = r * 1.22;
    return `M${at(x, y - d)}L${at(x + d, y)}L${at(x, y + d)}L${at(x - d, y)}Z`;
  }
  return squarePath(x, y, r * 0.92);
}

/** What is drawn into a hollow shape: a cross, or a clock's hands; an answer's own outline. */
function signOf({ kind, byTimeToLive }: GlyphLook, x: number, y: number, size: number): string {
  if (kind === 0) return circlePath(x, y, size / 2);
  const r = (size / 2) * 0.86;
  const square = squarePath(x, y, r);
  if (byTimeToLive) return `${square}M${at(x, y - r * 0.62)}L${at(x, y)}L${at(x + r * 0.5, y)}`;
  const c = r * 0.52;
  return `${square}M${at(x - c, y - c)}L${at(x + c, y + c)}M${at(x + c, y - c)}L${at(x - c, y + c)}`;
}

const at = (x: number, y: number): string => `${short(x)} ${short(y)}`;
const squarePath = (x: number, y: number, r: number): string =>
  `M${at(x - r, y - r)}h${short(2 * r)}v${short(2 * r)}h${short(-2 * r)}Z`;
const circlePath = (x: number, y: number, r: number): string =>
  `M${at(x - r, y)}a${short(r)} ${short(r)} 0 1 1 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 1 ${short(-2 * r)} 0Z`;
