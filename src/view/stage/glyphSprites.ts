/**
 * Records drawn once and stamped many times: a picture for each colour × shape × size, with or
 * without the dashed ring, and one for each label. Stamping is what keeps thousands in motion at 60
 * frames a second without a GPU.
 */
import { ITEM_HUES, itemHue } from '../theme/itemColour.ts';
import type { ThemeColours } from '../theme/themeColours.ts';

/** Where a picture lies in its sheet, in the sheet's own pixels, and its size on the stage. */
export interface Sprite {
  sheet: HTMLCanvasElement;
  x: number;
  y: number;
  pixelWidth: number;
  pixelHeight: number;
  width: number;
  height: number;
}

const KINDS = 3;
const SHEET = 1024;
const LABEL_HEIGHT = 16;

export class GlyphSprites {
  private readonly colours: ThemeColours;
  private readonly ratio: number;
  private readonly sprites = new Map<number, Sprite>();
  private readonly labels = new Map<string, Sprite>();
  private labelSheet: HTMLCanvasElement | null = null;
  private labelX = 0;
  private labelY = 0;

  constructor(colours: ThemeColours, ratio: number) {
    this.colours = colours;
    this.ratio = ratio;
  }

  /** The picture of a record. @param size diameter of its circle, stage pixels. */
  mark(item: number, kind: number, size: number, duplicate: boolean): Sprite {
    const key = ((itemHue(item) * (KINDS + 1) + kind) * 64 + size) * 2 + (duplicate ? 1 : 0);
    let sprite = this.sprites.get(key);
    if (sprite === undefined) {
      sprite = this.drawMark(itemHue(item) % ITEM_HUES, kind, size, duplicate);
      this.sprites.set(key, sprite);
    }
    return sprite;
  }

  private drawMark(hue: number, kind: number, size: number, duplicate: boolean): Sprite {
    const side = duplicate ? size + 14 : size + 6;
    const { sheet, context } = newSheet(side * this.ratio, side * this.ratio);
    context.scale(this.ratio, this.ratio);
    context.translate(side / 2, side / 2);
    context.strokeStyle = this.colours.lane;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    traceShape(context, kind, size);
    context.stroke();
    context.fillStyle = this.colours.items[hue] ?? '#888';
    context.strokeStyle = context.fillStyle;
    if (kind === 3) {
      context.fillStyle = this.colours.lane;
      context.fill();
      drawCrossedSquare(context, size);
    } else {
      context.fill();
    }
    if (duplicate) {
      context.lineWidth = 1.4;
      context.setLineDash([2.4, 2]);
      context.beginPath();
      context.arc(0, 0, size / 2 + 4.5, 0, Math.PI * 2);
      context.stroke();
    }
    return wholeSheet(sheet, side);
  }

  /** The picture of a short text, 12 px, in the face of identifiers. */
  label(text: string): Sprite {
    let sprite = this.labels.get(text);
    if (sprite === undefined) {
      sprite = this.drawLabel(text);
      this.labels.set(text, sprite);
    }
    return sprite;
  }

  private drawLabel(text: string): Sprite {
    const font = `500 12px ${this.colours.mono}`;
    if (this.labelSheet === null) this.labelSheet = newSheet(SHEET, SHEET).sheet;
    let context = contextOf(this.labelSheet);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.font = font;
    const width = Math.min(220, Math.ceil(context.measureText(text).width) + 4);
    const pixelWidth = Math.ceil(width * this.ratio);
    const pixelHeight = Math.ceil(LABEL_HEIGHT * this.ratio);
    if (this.labelX + pixelWidth > SHEET) {
      this.labelX = 0;
      this.labelY += pixelHeight;
    }
    if (this.labelY + pixelHeight > SHEET) {
      this.labels.clear();
      this.labelSheet = newSheet(SHEET, SHEET).sheet;
      context = contextOf(this.labelSheet);
      this.labelX = 0;
      this.labelY = 0;
    }
    context.setTransform(this.ratio, 0, 0, this.ratio, this.labelX, this.labelY);
    context.font = font;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = this.colours.ground;
    context.strokeText(text, 2, LABEL_HEIGHT / 2, width);
    context.fillStyle = this.colours.ink;
    context.fillText(text, 2, LABEL_HEIGHT / 2, width);
    const sprite: Sprite = {
      sheet: this.labelSheet,
      x: this.labelX,
      y: this.labelY,
      pixelWidth,
      pixelHeight,
      width: pixelWidth / this.ratio,
      height: pixelHeight / this.ratio,
    };
    this.labelX += pixelWidth;
    return sprite;
  }
}

function traceShape(context: CanvasRenderingContext2D, kind: number, size: number): void {
  const r = size / 2;
  context.beginPath();
  if (kind === 1) {
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

function drawCrossedSquare(context: CanvasRenderingContext2D, size: number): void {
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

function newSheet(width: number, height: number) {
  const sheet = document.createElement('canvas');
  sheet.width = Math.ceil(width);
  sheet.height = Math.ceil(height);
  return { sheet, context: contextOf(sheet) };
}

function contextOf(sheet: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('This browser offers no 2D canvas.');
  return context;
}

const wholeSheet = (sheet: HTMLCanvasElement, side: number): Sprite => ({
  sheet,
  x: 0,
  y: 0,
  pixelWidth: sheet.width,
  pixelHeight: sheet.height,
  width: side,
  height: side,
});
