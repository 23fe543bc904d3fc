/** Room for small pictures on a few large sheets, given out row by row. */

/** Where a picture lies in its sheet, in the sheet's own pixels, and its size on the stage. */
export interface Sprite {
  sheet: SpriteSheet;
  x: number;
  y: number;
  pixelWidth: number;
  pixelHeight: number;
  width: number;
  height: number;
}

const SIDE = 512;

/**
 * A canvas while something is added to it, a bitmap while it is stamped from: of a canvas the browser
 * makes a picture at each stamp, which takes a quarter of the time of stamping.
 */
class SpriteSheet {
  private readonly context = contextOf(new OffscreenCanvas(SIDE, SIDE));
  private kept: ImageBitmap | null = null;

  /** What is stamped from. */
  get bitmap(): ImageBitmap {
    this.kept ??= this.context.canvas.transferToImageBitmap();
    return this.kept;
  }

  /** What is drawn on. */
  begin(): OffscreenCanvasRenderingContext2D {
    if (this.kept !== null) {
      this.context.drawImage(this.kept, 0, 0);
      this.kept.close();
      this.kept = null;
    }
    return this.context;
  }
}

export class SpriteSheets {
  private readonly ratio: number;
  private sheet: SpriteSheet | null = null;
  private nextX = 0;
  private nextY = 0;
  private rowHeight = 0;

  /** @param ratio canvas pixels for each pixel of the stage. */
  constructor(ratio: number) {
    this.ratio = ratio;
  }

  /** Draws a picture of a size, in stage pixels; its middle is the context's origin. */
  draw(
    width: number,
    height: number,
    paint: (context: OffscreenCanvasRenderingContext2D) => void,
  ): Sprite {
    const pixelWidth = Math.ceil(width * this.ratio);
    const pixelHeight = Math.ceil(height * this.ratio);
    if (this.nextX + pixelWidth > SIDE) {
      this.nextX = 0;
      this.nextY += this.rowHeight;
      this.rowHeight = 0;
    }
    if (this.sheet === null || this.nextY + pixelHeight > SIDE) this.beginSheet();
    const sheet = this.sheet!;
    const context = sheet.begin();
    context.save();
    context.beginPath();
    context.rect(this.nextX, this.nextY, pixelWidth, pixelHeight);
    context.clip();
    context.translate(this.nextX + pixelWidth / 2, this.nextY + pixelHeight / 2);
    context.scale(this.ratio, this.ratio);
    paint(context);
    context.restore();
    const sprite: Sprite = {
      sheet,
      x: this.nextX,
      y: this.nextY,
      pixelWidth,
      pixelHeight,
      width: pixelWidth / this.ratio,
      height: pixelHeight / this.ratio,
    };
    this.nextX += pixelWidth;
    this.rowHeight = Math.max(this.rowHeight, pixelHeight);
    return sprite;
  }

  private beginSheet(): void {
    this.sheet = new SpriteSheet();
    this.nextX = 0;
    this.nextY = 0;
    this.rowHeight = 0;
  }
}

/** The 2D context of a canvas that has no other. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D;
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D;
export function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas) {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser offers no 2D canvas.');
  return context;
}
