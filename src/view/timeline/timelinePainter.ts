/** Paints the timeline: axis, lanes, what is not known, the brush, and where time stands. */
import type { Axis, Span } from '../../projections/timeline/axis.ts';
import type { TimelineAnswer } from '../../projections/timeline/timelineAnswer.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import { axisLabels, axisTicks } from './axisTicks.ts';
import { hatch, LANE_HEIGHT, paintLane } from './lanePainter.ts';

export const AXIS_HEIGHT = 24;

export interface TimelineScene {
  axis: Axis;
  answer: TimelineAnswer | null;
  playhead: number;
  startAtMs: number;
  brush: Span | null;
  /** Under the pointer, microseconds, or null. */
  pointed: number | null;
  selected: number;
  colours: ThemeColours;
}

type Context = CanvasRenderingContext2D;

/** @param height of the canvas, pixels. */
export function paintLanes(context: Context, scene: TimelineScene, height: number): void {
  const { axis, answer, colours, playhead, pointed, selected } = scene;
  context.clearRect(0, 0, axis.width, height);
  context.textBaseline = 'middle';
  paintGrid(context, scene, height);
  if (answer !== null) {
    paintUnknown(context, scene, height);
    answer.lanes.forEach((lane, i) => {
      const top = i * LANE_HEIGHT;
      if (top > height) return;
      paintLane({ context, colours, axis, answer, playhead, selected }, lane, top);
    });
  }
  paintFolds(context, scene, height);
  paintBrush(context, scene, height);
  if (pointed !== null) line(context, colours.muted, axis.xOf(pointed), height, 1);
  line(context, colours.accent, axis.xOf(playhead), height, 2);
}

function line(context: Context, colour: string, x: number, height: number, width: number): void {
  context.fillStyle = colour;
  context.fillRect(x - width / 2, 0, width, height);
}

function paintGrid(
  context: Context,
  { axis, startAtMs, colours, answer }: TimelineScene,
  height: number,
) {
  context.fillStyle = colours.line;
  context.globalAlpha = 0.55;
  for (const { x } of axisTicks(axis, startAtMs)) context.fillRect(Math.round(x), 0, 1, height);
  const lanes = answer?.lanes.length ?? 0;
  for (let i = 1; i <= lanes; i++) context.fillRect(0, i * LANE_HEIGHT - 1, axis.width, 1);
  context.globalAlpha = 1;
}

/** What lies ahead and is known is washed; what nobody has run yet is hatched. */
function paintUnknown(context: Context, scene: TimelineScene, height: number): void {
  const { axis, answer, colours, playhead } = scene;
  const known = Math.max(playhead, answer!.knownUntil);
  const knownX = Math.max(0, axis.xOf(known));
  const nowX = Math.max(0, axis.xOf(playhead));
  if (knownX - nowX > 1) {
    context.fillStyle = colours.accent;
    context.globalAlpha = 0.07;
    context.fillRect(nowX, 0, Math.min(axis.width, knownX) - nowX, height);
    context.globalAlpha = 1;
  }
  context.globalAlpha = 0.6;
  hatch(context, colours.line, knownX, 0, axis.width - knownX, height);
  context.globalAlpha = 1;
  const startX = axis.xOf(0);
  if (startX > 0) {
    context.fillStyle = colours.ground;
    context.fillRect(0, 0, startX, height);
  }
}

/** A folded stretch is a torn band. */
function paintFolds(context: Context, { axis, colours }: TimelineScene, height: number): void {
  for (const { left, right } of axis.folds) {
    context.fillStyle = colours.ground;
    context.fillRect(left, 0, right - left, height);
    context.strokeStyle = colours.muted;
    context.lineWidth = 1;
    for (const x of [left + 1, right - 1]) {
      context.beginPath();
      for (let y = 0; y <= height; y += 4) context.lineTo(x + (y % 8 === 0 ? -2 : 2), y);
      context.stroke();
    }
  }
}

function paintBrush(
  context: Context,
  { axis, brush, colours }: TimelineScene,
  height: number,
): void {
  if (brush === null) return;
  const left = axis.xOf(brush.from);
  const right = axis.xOf(brush.to);
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.14;
  context.fillRect(left, 0, right - left, height);
  context.globalAlpha = 0.8;
  context.fillRect(left - 0.5, 0, 1, height);
  context.fillRect(right - 0.5, 0, 1, height);
  context.globalAlpha = 1;
}

export function paintAxis(context: Context, scene: TimelineScene): void {
  const { axis, colours, startAtMs, playhead } = scene;
  context.clearRect(0, 0, axis.width, AXIS_HEIGHT);
  context.textBaseline = 'middle';
  context.font = `500 11px ${colours.text}`;
  const ticks = axisTicks(axis, startAtMs);
  context.fillStyle = colours.line;
  for (const { x } of ticks) context.fillRect(Math.round(x), AXIS_HEIGHT - 6, 1, 6);
  context.fillStyle = colours.muted;
  const widthOf = (name: string): number => context.measureText(name).width;
  for (const { left, name } of axisLabels(axis, ticks, widthOf)) context.fillText(name, left, 10);
  paintFolds(context, scene, AXIS_HEIGHT);
  const x = axis.xOf(playhead);
  context.fillStyle = colours.accent;
  context.beginPath();
  context.moveTo(x - 6, AXIS_HEIGHT - 9);
  context.lineTo(x + 6, AXIS_HEIGHT - 9);
  context.lineTo(x, AXIS_HEIGHT);
  context.fill();
}
