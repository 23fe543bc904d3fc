/**
 * Paints one lane: a line for what is written above, a line for the copy below, and each change as a
 * slanted way from the one to the other. The steeper, the sooner. What will never arrive ends on its way,
 * with a sign for why; what came twice has a ring, what came after a newer one a thick red way.
 */

import { MissReason } from '../../../engine/kernel/journal.ts';
import { Fate } from '../../../projections/lanes/laneFold.ts';
import type { LaneMark, LanePicture } from '../../../projections/lanes/lanePicture.ts';
import { itemHue } from '../../../projections/scene/itemHue.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';

const TOP = 16;
const GLYPH = 9;
const RIGHT = 10;

export interface LaneView {
  width: number;
  height: number;
  /** The instant at the right edge, µs. */
  at: number;
  windowUs: number;
  chosen: number | null;
}

const bottomOf = (view: LaneView): number => view.height - 14;
const xOf = (view: LaneView, at: number): number =>
  view.width - RIGHT - ((view.at - at) / view.windowUs) * (view.width - RIGHT);

export function paintLane(
  context: CanvasRenderingContext2D,
  colours: ThemeColours,
  picture: LanePicture,
  view: LaneView,
): void {
  const bottom = bottomOf(view);
  context.clearRect(0, 0, view.width, view.height);
  context.lineWidth = 1;
  context.strokeStyle = colours.line;
  for (const y of [TOP, bottom]) line(context, 0, y, view.width, y);
  context.setLineDash([2, 3]);
  for (const at of picture.looks) line(context, xOf(view, at), TOP, xOf(view, at), bottom);
  context.setLineDash([]);
  for (const mark of picture.marks) paintWay(context, colours, mark, view);
  for (const mark of picture.marks) paintEnds(context, colours, mark, view);
}

/** The way of a change: to the copy, still hanging, or broken off. */
function paintWay(
  context: CanvasRenderingContext2D,
  colours: ThemeColours,
  mark: LaneMark,
  view: LaneView,
): void {
  const bottom = bottomOf(view);
  const x = xOf(view, mark.at);
  const isChosen = view.chosen === mark.change;
  context.lineWidth = isChosen ? 2.5 : 1;
  context.globalAlpha = view.chosen === null || isChosen ? 0.75 : 0.2;
  context.strokeStyle = colours.items[itemHue(mark.item)]!;
  if (mark.arrivedAt >= 0 && mark.arrivedAt <= view.at) {
    if (mark.outOfOrder) {
      context.strokeStyle = colours.bad;
      context.lineWidth = 2;
    }
    line(context, x, TOP, xOf(view, mark.arrivedAt), bottom);
  } else if (mark.fate > Fate.arrived) {
    const y = TOP + (bottom - TOP) * 0.42;
    context.strokeStyle = colours.bad;
    line(context, x, TOP, x, y);
    paintLoss(context, mark.fate - Fate.arrived, x, y);
  } else {
    context.setLineDash([3, 3]);
    line(context, x, TOP, x, TOP + (bottom - TOP) * 0.3);
    context.setLineDash([]);
  }
  if (mark.torn) {
    context.strokeStyle = colours.bad;
    for (const y of [TOP + 8, TOP + 11]) line(context, x - 4, y + 1, x + 4, y - 1);
  }
  context.globalAlpha = 1;
}

/** Why a change never arrives, by `MissReason`: a cross, a bar, a slash, or a circle. */
function paintLoss(context: CanvasRenderingContext2D, reason: number, x: number, y: number): void {
  if (reason === MissReason.delete) {
    line(context, x - 3, y - 3, x + 3, y + 3);
    line(context, x - 3, y + 3, x + 3, y - 3);
  } else if (reason === MissReason.collapsed) line(context, x - 3.5, y, x + 3.5, y);
  else if (reason === MissReason.race) line(context, x - 4, y + 4, x + 4, y - 4);
  else {
    context.beginPath();
    context.arc(x, y + 3, 3, 0, Math.PI * 2);
    context.stroke();
  }
}

function paintEnds(
  context: CanvasRenderingContext2D,
  colours: ThemeColours,
  mark: LaneMark,
  view: LaneView,
): void {
  context.globalAlpha = view.chosen === null || view.chosen === mark.change ? 1 : 0.35;
  const colour = colours.items[itemHue(mark.item)]!;
  glyph(context, mark.kind, xOf(view, mark.at), TOP, colour, colours.lane);
  if (mark.arrivedAt >= 0 && mark.arrivedAt <= view.at) {
    const x = xOf(view, mark.arrivedAt);
    glyph(context, mark.kind, x, bottomOf(view), colour, colours.lane);
    if (mark.repeated) {
      context.strokeStyle = colours.ink;
      context.beginPath();
      context.arc(x, bottomOf(view), 7, 0, Math.PI * 2);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function line(c: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  c.beginPath();
  c.moveTo(x1, y1);
  c.lineTo(x2, y2);
  c.stroke();
}

/** Circle INSERT, diamond MODIFY, crossed square REMOVE, as everywhere. */
function glyph(
  context: CanvasRenderingContext2D,
  kind: number,
  x: number,
  y: number,
  colour: string,
  ground: string,
): void {
  const r = GLYPH / 2;
  context.fillStyle = kind === 3 ? ground : colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.beginPath();
  if (kind === 1) context.arc(x, y, r, 0, Math.PI * 2);
  else if (kind === 2) {
    const d = r * 1.22;
    context.moveTo(x, y - d);
    context.lineTo(x + d, y);
    context.lineTo(x, y + d);
    context.lineTo(x - d, y);
    context.closePath();
  } else context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  context.fill();
  if (kind !== 3) return;
  context.stroke();
  line(context, x - 2, y - 2, x + 2, y + 2);
  line(context, x + 2, y - 2, x - 2, y + 2);
}

/** The change whose beginning or end lies nearest to a point, within reach; or null. */
export function changeAt(
  picture: LanePicture,
  view: LaneView,
  x: number,
  y: number,
): number | null {
  let best: number | null = null;
  let least = 14;
  for (const mark of picture.marks) {
    const ends = [[mark.at, TOP]] as [number, number][];
    if (mark.arrivedAt >= 0) ends.push([mark.arrivedAt, bottomOf(view)]);
    for (const [at, end] of ends) {
      const distance = Math.hypot(xOf(view, at) - x, end - y);
      if (distance >= least) continue;
      least = distance;
      best = mark.change;
    }
  }
  return best;
}
