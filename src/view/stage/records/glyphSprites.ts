/**
 * Records drawn once and stamped many times: a picture for each colour × shape × size, with or
 * without the dashed ring. One stamp for each record is what keeps thousands in motion
 * at 60 frames a second without a GPU.
 */
import { itemHue } from '../../../projections/scene/itemHue.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import { type Sprite, SpriteSheets } from './spriteSheets.ts';

/** The part of a mark that its picture shows. */
export interface GlyphLook {
  item: number;
  kind: number;
  duplicate: boolean;
  byTimeToLive?: boolean | undefined;
  /** Read: its colour is mixed with the lane's, but it still covers what lies behind it. */
  pale?: boolean;
}

export class GlyphSprites {
  private readonly colours: ThemeColours;
  private readonly sheets: SpriteSheets;
  private readonly glyphs = new Map<number, Sprite>();

  /** @param ratio canvas pixels for each pixel of the stage. */
  constructor(colours: ThemeColours, ratio: number) {
    this.colours = colours;
    this.sheets = new SpriteSheets(ratio);
  }

  /** A record. @param number see {@link glyphNumber}. */
  glyph(number: number): Sprite {
    let sprite = this.glyphs.get(number);
    if (sprite === undefined) {
      const look = glyphOf(number);
      const side = look.size + (look.duplicate ? 14 : 6);
      sprite = this.sheets.draw(side, side, (context) => this.drawGlyph(context, look));
      this.glyphs.set(number, sprite);
    }
    return sprite;
  }

  private drawGlyph(context: OffscreenCanvasRenderingContext2D, look: DrawnGlyph): void {
    const { size } = look;
    const own = this.colours.items[look.hue] ?? this.colours.ink;
    const colour = look.pale ? `color-mix(in srgb, ${own} 36%, ${this.colours.lane})` : own;
    context.strokeStyle = this.colours.lane;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    traceShape(context, look.kind, size);
    context.stroke();
    context.strokeStyle = colour;
    context.fillStyle = look.kind === 3 || look.kind === 0 ? this.colours.lane : colour;
    context.fill();
    if (look.kind === 0) drawAnswer(context, size, colour);
    else if (look.byTimeToLive) drawClockSquare(context, size);
    else if (look.kind === 3) drawCrossedSquare(context, size);
    if (!look.duplicate) return;
    context.lineWidth = 1.4;
    context.setLineDash([2.4, 2]);
    context.beginPath();
    context.arc(0, 0, size / 2 + 4.5, 0, Math.PI * 2);
    context.stroke();
  }
}

const SIZES = 64;

/** All that a picture of a record depends on, as a whole number. @param size diameter of its circle, stage pixels, below 64. */
export const glyphNumber = (look: GlyphLook, size: number, pale = look.pale === true): number =>
  ((itemHue(look.item) * 4 + look.kind) * 8 +
    (look.byTimeToLive ? 4 : 0) +
    (look.duplicate ? 2 : 0) +
    (pale ? 1 : 0)) *
    SIZES +
  size;

interface DrawnGlyph {
  hue: number;
  kind: number;
  size: number;
  byTimeToLive: boolean;
  duplicate: boolean;
  pale: boolean;
}

function glyphOf(number: number): DrawnGlyph {
  const look = Math.floor(number / SIZES);
  return {
    hue: Math.floor(look / 32),
    kind: Math.floor(look / 8) % 4,
    size: number % SIZES,
    byTimeToLive: (look & 4) > 0,
    duplicate: (look & 2) > 0,
    pale: (look & 1) > 0,
  };
}

function traceShape(context: OffscreenCanvasRenderingContext2D, kind: number, size: number): void {
  const r = size / 2;
  context.beginPath();
  if (kind === 1 || kind === 0) {
    context.arc(0, 0, r, 0, Math.PI * 2);
  } else if (kind === 2) {
    const d = r * 1.22;
    context.moveTo(0, -d);
    context.lineTo(d, 0);
    context.lineTo(0, d);
    context.lineTo(-d, 0);
    context.closePath();
  } else {
    context.rect(-r * 0.92, -r * 0.92, r * 1.84, r * 1.84);
  }
}

/** An answer to a read: hollow, with a dot, for it is no record. */
function drawAnswer(
  context: OffscreenCanvasRenderingContext2D,
  size: number,
  colour: string,
): void {
  context.lineWidth = 1.8;
  context.stroke();
  context.beginPath();
  context.arc(0, 0, size / 5, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
}

/** The hands of a clock in place of the cross: the service deleted it, when its time was over. */
function drawClockSquare(context: OffscreenCanvasRenderingContext2D, size: number): void {
  const r = (size / 2) * 0.86;
  context.lineWidth = 1.6;
  context.lineJoin = 'miter';
  context.strokeRect(-r, -r, r * 2, r * 2);
  context.beginPath();
  context.moveTo(0, -r * 0.62);
  context.lineTo(0, 0);
  context.lineTo(r * 0.5, 0);
  context.stroke();
}

function drawCrossedSquare(context: OffscreenCanvasRenderingContext2D, size: number): void {
  const r = (size / 2) * 0.86;
  const c = r * 0.52;
  context.lineWidth = 1.6;
  context.lineJoin = 'miter';
  context.strokeRect(-r, -r, r * 2, r * 2);
  context.beginPath();
  context.moveTo(-c, -c);
  context.lineTo(c, c);
  context.moveTo(c, -c);
  context.lineTo(-c, c);
  context.stroke();
}
