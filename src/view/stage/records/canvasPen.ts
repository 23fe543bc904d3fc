/** Draws pictures of the records on a canvas, on the page's own thread or in a worker. Knows no page and no time. */
import type { Point } from '../../../projections/geometry/rect.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import { GlyphSprites } from './glyphSprites.ts';
import type { CircleColour, Pen, Shot } from './recordPen.ts';
import { WIDEST_WORDS, wordsFont } from './recordWords.ts';
import { contextOf } from './spriteSheets.ts';

const PLATE_OPACITY = 0.85;

export class CanvasPen implements Pen {
  private readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  private colours: ThemeColours;
  private sprites: GlyphSprites;
  private ratio = 1;
  private wholePixels = false;
  private isEmpty = true;

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas, colours: ThemeColours) {
    this.context = contextOf(canvas as OffscreenCanvas);
    this.colours = colours;
    this.sprites = new GlyphSprites(colours, this.ratio);
  }

  /** Other colours, or other faces: from the next picture on. */
  restyle(colours: ThemeColours): void {
    this.colours = colours;
    this.sprites = new GlyphSprites(colours, this.ratio);
  }

  /** Nothing is seen any more. */
  empty(): void {
    if (this.isEmpty) return;
    this.isEmpty = true;
    const { canvas } = this.context;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, canvas.width, canvas.height);
  }

  begin({ width, height, ratio, originX, originY, wholePixels }: Shot): void {
    const { context } = this;
    const { canvas } = context;
    // To set a size empties the canvas, even when it is the same.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (ratio !== this.ratio) {
      this.ratio = ratio;
      this.sprites = new GlyphSprites(this.colours, ratio);
    }
    this.wholePixels = wholePixels;
    this.isEmpty = false;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(ratio, 0, 0, ratio, -originX, -originY);
    context.imageSmoothingEnabled = !wholePixels;
    context.globalAlpha = 1;
  }

  opacity(opacity: number): void {
    this.context.globalAlpha = opacity;
  }

  glyph(look: number, x: number, y: number, scale: number): void {
    const sprite = this.sprites.glyph(look);
    const width = sprite.width * scale;
    const height = sprite.height * scale;
    let left = x - width / 2;
    let top = y - height / 2;
    if (this.wholePixels) {
      left = Math.round(left * this.ratio) / this.ratio;
      top = Math.round(top * this.ratio) / this.ratio;
    }
    const { sheet, x: fromX, y: fromY, pixelWidth, pixelHeight } = sprite;
    const { bitmap } = sheet;
    const { context } = this;
    context.drawImage(bitmap, fromX, fromY, pixelWidth, pixelHeight, left, top, width, height);
  }

  words(text: string, left: number, y: number): void {
    const { context, colours } = this;
    context.font = wordsFont(colours);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = colours.ground;
    context.strokeText(text, left, y + 0.5, WIDEST_WORDS);
    context.fillStyle = colours.ink;
    context.fillText(text, left, y + 0.5, WIDEST_WORDS);
  }

  bar(x: number, y: number, width: number, height: number): void {
    this.context.fillStyle = this.colours.muted;
    this.context.fillRect(x, y, width, height);
  }

  plate(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.globalAlpha = PLATE_OPACITY;
    context.fillStyle = this.colours.ground;
    context.beginPath();
    context.roundRect(x, y, width, height, 4);
    context.fill();
    context.globalAlpha = 1;
  }

  tray(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.beginPath();
    context.roundRect(x, y, width, height, 6);
    context.fillStyle = this.colours.card;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = this.colours.muted;
    context.stroke();
  }

  arc(
    colour: CircleColour,
    lineWidth: number,
    x: number,
    y: number,
    radius: number,
    from: number,
    to: number,
  ): void {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, radius, from, to);
    context.lineWidth = lineWidth;
    context.strokeStyle = this.colours[colour];
    context.stroke();
  }

  dots(dots: readonly { x: number; y: number; radius: number }[]): void {
    const { context } = this;
    context.fillStyle = this.colours.muted;
    context.beginPath();
    for (const { x, y, radius } of dots) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, Math.PI * 2);
    }
    context.fill(); // one path for all: to fill each by itself took a fifth of a crowded frame
  }

  thread(points: readonly Point[], radius: number): void {
    const { context } = this;
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    context.setLineDash([5, 3]);
    context.lineWidth = 2;
    context.strokeStyle = this.colours.accent;
    context.stroke();
    context.setLineDash([]);
    for (const { x, y } of points) {
      context.beginPath();
      context.arc(x, y, radius, 0, Math.PI * 2);
      context.stroke();
    }
  }
}
