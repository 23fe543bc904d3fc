/** Paints one lane of the timeline: its life, its ticks or bars or their density, and its marks. */

import { itemHue } from '../../projections/scene/itemHue.ts';
import type { Axis } from '../../projections/timeline/axis.ts';
import { Axis as PlacedAxis } from '../../projections/timeline/axis.ts';
import { BarOutcome } from '../../projections/timeline/lane.ts';
import {
  type BarPicture,
  COLUMN_PX,
  type LanePicture,
  type TickPicture,
  type TimelineAnswer,
} from '../../projections/timeline/timelineAnswer.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import { paintGlyph, paintMarks } from './markPainter.ts';

export const LANE_HEIGHT = 20;
/** Ticks this far apart have room for their shape. */
const GLYPH_PX = 9;

export interface LaneScene {
  context: CanvasRenderingContext2D;
  colours: ThemeColours;
  axis: Axis;
  answer: TimelineAnswer;
  /** Where time stands, microseconds. */
  playhead: number;
  /** Change that is selected, or -1. */
  selected: number;
}

/** @param top upper edge of the lane, pixels. */
export function paintLane(scene: LaneScene, lane: LanePicture, top: number): void {
  paintLife(scene, lane, top);
  if (lane.bars !== null) paintBars(scene, lane, lane.bars, top);
  if (lane.ticks !== null) paintTicks(scene, lane.ticks, top);
  for (const marks of lane.marks) paintMarks(scene, marks, top + LANE_HEIGHT / 2);
}

/** A shard from its opening to its closing; what is past the trim horizon is hatched. */
function paintLife(
  { context, colours, axis, playhead }: LaneScene,
  lane: LanePicture,
  top: number,
) {
  if (lane.kind !== 'shard') return;
  const left = Math.max(-1, axis.xOf(lane.from));
  const right = Math.min(axis.width + 1, axis.xOf(Math.min(lane.closedAt ?? playhead, playhead)));
  if (right <= left) return;
  context.fillStyle = colours.lane;
  context.fillRect(left, top + 3, right - left, LANE_HEIGHT - 6);
  const horizon = axis.xOf(playhead - lane.retentionUs);
  if (horizon > left) {
    const edge = Math.min(horizon, right);
    hatch(context, colours.line, left, top + 3, edge - left, LANE_HEIGHT - 6);
    if (horizon <= axis.width) {
      context.fillStyle = colours.behind;
      context.fillRect(horizon - 1, top + 1, 2, LANE_HEIGHT - 2);
    }
  }
  if (lane.closedAt !== null && lane.closedAt <= playhead) {
    context.fillStyle = colours.muted;
    context.fillRect(right - 1, top + 3, 1.5, LANE_HEIGHT - 6);
  }
}

export function hatch(
  context: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (width <= 0) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  const first = Math.floor((x - height) / 6) * 6;
  for (let at = first; at < x + width; at += 6) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

/** Where the columns of an answer lie on the axis that is shown. */
function columnsAt({ axis, answer }: LaneScene): (column: number) => number {
  const own = new PlacedAxis(answer, answer.width, answer.gaps);
  return (column) => axis.xOf(own.atOf(column * COLUMN_PX));
}

function paintDensity(scene: LaneScene, columns: Uint32Array, colour: string, top: number): void {
  const { context } = scene;
  const xOf = columnsAt(scene);
  let most = 1;
  for (const count of columns) if (count > most) most = count;
  context.fillStyle = colour;
  const room = LANE_HEIGHT - 6;
  for (let i = 0; i < columns.length; i++) {
    const count = columns[i]!;
    if (count === 0) continue;
    const x = xOf(i);
    if (x > scene.axis.width) break;
    const width = Math.max(1, xOf(i + 1) - x);
    if (x + width < 0) continue;
    const height = Math.max(2, room * Math.sqrt(count / most));
    context.fillRect(x, top + LANE_HEIGHT - 3 - height, width + 0.2, height);
  }
}

function paintTicks(scene: LaneScene, ticks: TickPicture, top: number): void {
  const { context, colours, axis, playhead, selected } = scene;
  if (ticks.each === null) {
    if (ticks.columns !== null) paintDensity(scene, ticks.columns, colours.items[0]!, top);
    return;
  }
  const { at, change, item, kind } = ticks.each;
  const middle = top + LANE_HEIGHT / 2;
  let before = Number.NEGATIVE_INFINITY;
  let x = Number.NEGATIVE_INFINITY;
  let after = at.length === 0 ? 0 : axis.xOf(at[0]!);
  for (let i = 0; i < at.length; i++) {
    before = x;
    x = after;
    after = i + 1 < at.length ? axis.xOf(at[i + 1]!) : Number.POSITIVE_INFINITY;
    if (x < -6 || x > axis.width + 6) continue;
    const room = Math.min(x - before, after - x);
    const colour = colours.items[itemHue(item[i]!)]!;
    context.globalAlpha = at[i]! > playhead ? 0.35 : 1;
    context.fillStyle = colour;
    if (room < GLYPH_PX) context.fillRect(x - 0.75, middle - 6, 1.5, 12);
    else paintGlyph(context, kind[i]!, x, middle, colours.card);
    if (change[i] === selected) {
      context.strokeStyle = colours.ink;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x, middle, 7, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** Where a bar lies. Also used to find it under the pointer. */
export function barBox(
  axis: Axis,
  each: NonNullable<BarPicture['each']>,
  i: number,
  top: number,
  until: number,
): { x: number; y: number; width: number; height: number } {
  const room = LANE_HEIGHT - 6;
  const height = room / each.rows;
  const end = Number.isNaN(each.to[i]!) ? until : each.to[i]!;
  const x = axis.xOf(each.from[i]!);
  return {
    x,
    y: top + 3 + each.row[i]! * height,
    width: Math.max(1.5, axis.xOf(end) - x),
    height: Math.max(3, height - (each.rows > 1 ? 1 : 0)),
  };
}

function paintBars(scene: LaneScene, lane: LanePicture, bars: BarPicture, top: number): void {
  const { context, colours, axis, playhead, answer } = scene;
  if (bars.each === null) {
    if (bars.columns !== null) paintDensity(scene, bars.columns, colours.accent, top);
    return;
  }
  const { each } = bars;
  for (let i = 0; i < each.from.length; i++) {
    const until = Math.max(playhead, answer.knownUntil);
    const { x, y, width, height } = barBox(axis, each, i, top, until);
    if (x > axis.width || x + width < 0) continue;
    const isAhead = each.from[i]! > playhead;
    const isRunning = !isAhead && !(each.to[i]! <= playhead);
    const outcome = isRunning ? BarOutcome.running : each.outcome[i]!;
    const colour = barColour(colours, lane.kind, outcome);
    context.globalAlpha = isAhead ? 0.35 : 1;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    if (width < 4) {
      context.fillRect(x, y, width, height);
      continue;
    }
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(3, height / 2));
    context.globalAlpha *= outcome === BarOutcome.failed ? 0.9 : isRunning ? 0.35 : 0.75;
    context.fill();
    context.globalAlpha = isAhead ? 0.35 : 1;
    paintBarText(scene, each, i, { x, y, width, height });
  }
  context.globalAlpha = 1;
}

function barColour(colours: ThemeColours, kind: string, outcome: number): string {
  if (kind === 'lab') return colours.behind;
  if (outcome === BarOutcome.failed || outcome === BarOutcome.timedOut) return colours.bad;
  if (outcome === BarOutcome.partial) return colours.behind;
  return kind === 'poller' ? colours.muted : colours.accent;
}

/** How many records a batch has, and which attempt it is, where there is room. */
function paintBarText(
  { context, colours, axis }: LaneScene,
  each: NonNullable<BarPicture['each']>,
  i: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const note = each.note[i]!;
  if (note === 0 || height < 12) return;
  const records = Math.floor(note / 64);
  const attempt = note % 64;
  const text = attempt > 1 ? `${records} ·${attempt}.` : `${records}`;
  const left = Math.max(x, 0);
  if (Math.min(x + width, axis.width) - left < 8 + 6 * text.length) return;
  context.fillStyle = colours.card;
  context.font = `600 10px ${colours.text}`;
  context.fillText(text, left + 5, y + height / 2 + 0.5);
}
