/** Paints what stands in a lane at one instant: records by their shape, and marks of what went wrong. */
import type { MarkPicture } from '../../projections/timeline/timelineAnswer.ts';
import type { LaneScene } from './lanePainter.ts';

/** INSERT circle, MODIFY diamond, REMOVE square with a cross: as on the stage. */
export function paintGlyph(
  context: CanvasRenderingContext2D,
  kind: number,
  x: number,
  y: number,
  ground: string,
): void {
  context.beginPath();
  if (kind === 1) context.arc(x, y, 4, 0, 2 * Math.PI);
  else if (kind === 2) {
    context.moveTo(x, y - 5);
    context.lineTo(x + 5, y);
    context.lineTo(x, y + 5);
    context.lineTo(x - 5, y);
  } else context.rect(x - 4, y - 4, 8, 8);
  context.fill();
  if (kind !== 3) return;
  context.strokeStyle = ground;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(x - 2.2, y - 2.2);
  context.lineTo(x + 2.2, y + 2.2);
  context.moveTo(x + 2.2, y - 2.2);
  context.lineTo(x - 2.2, y + 2.2);
  context.stroke();
}

const MARK_SHAPES: Readonly<Record<string, 'cross' | 'ring' | 'drop' | 'stop' | 'flag'>> = {
  failed: 'cross',
  refused: 'cross',
  givenUp: 'cross',
  missed: 'cross',
  duplicate: 'ring',
  stale: 'ring',
  expired: 'drop',
  throttled: 'stop',
  command: 'flag',
  alarm: 'flag',
};

/** @param y middle of the lane. */
export function paintMarks(scene: LaneScene, marks: MarkPicture, y: number): void {
  const { context, colours, axis, playhead } = scene;
  const shape = MARK_SHAPES[marks.event] ?? 'cross';
  const colour =
    shape === 'cross' ? colours.bad : shape === 'flag' ? colours.accent : colours.behind;
  context.lineWidth = 2;
  for (let i = 0; i < marks.at.length; i++) {
    const x = axis.xOf(marks.at[i]!);
    if (x < -6 || x > axis.width + 6) continue;
    context.globalAlpha = marks.at[i]! > playhead ? 0.35 : 1;
    paintMark(context, shape, colour, colours.card, x, y);
  }
  context.globalAlpha = 1;
}

function paintMark(
  context: CanvasRenderingContext2D,
  shape: 'cross' | 'ring' | 'drop' | 'stop' | 'flag',
  colour: string,
  ground: string,
  x: number,
  y: number,
): void {
  const path = new Path2D();
  if (shape === 'cross') {
    path.moveTo(x - 4, y - 4);
    path.lineTo(x + 4, y + 4);
    path.moveTo(x + 4, y - 4);
    path.lineTo(x - 4, y + 4);
  } else if (shape === 'ring') {
    path.arc(x, y, 5, 0, 2 * Math.PI);
  } else if (shape === 'drop') {
    path.moveTo(x - 4, y - 3);
    path.lineTo(x, y + 4);
    path.lineTo(x + 4, y - 3);
  } else if (shape === 'stop') {
    path.moveTo(x - 2, y - 5);
    path.lineTo(x - 2, y + 5);
    path.moveTo(x + 2.5, y - 5);
    path.lineTo(x + 2.5, y + 5);
  } else {
    path.moveTo(x, y + 7);
    path.lineTo(x, y - 6);
    path.lineTo(x + 6, y - 3);
    path.lineTo(x, y);
  }
  context.strokeStyle = ground;
  context.lineWidth = 4.5;
  context.stroke(path);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke(path);
}
