/** Where the records are seen: a canvas over the cards, at the place in the stage's sheet that a picture is for. */
import type { Rect } from '../../projections/geometry/rect.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import { CanvasPen } from './canvasPen.ts';
import { type Picture, RecordPainter } from './recordPainter.ts';
import { RecordWords } from './recordWords.ts';

export class RecordBoard {
  private readonly canvas = document.createElement('canvas');
  private readonly pen: CanvasPen;
  private readonly painter: RecordPainter;

  /** @param holder lies in the sheet; what is seen stands in it. */
  constructor(holder: HTMLElement, colours: ThemeColours) {
    this.canvas.className = 'record-canvas';
    holder.append(this.canvas);
    this.pen = new CanvasPen(this.canvas, colours);
    this.painter = new RecordPainter(this.pen, new RecordWords(colours));
  }

  end(): void {
    this.canvas.remove();
  }

  /** Other colours, or other faces. */
  restyle(colours: ThemeColours): void {
    this.pen.restyle(colours);
    this.painter.reword(new RecordWords(colours));
  }

  /** @param place of the canvas in the sheet, in the sheet's pixels. */
  paint(picture: Picture, place: Rect): void {
    putAt(this.canvas, place);
    this.painter.paint(picture);
  }
}

function putAt({ style }: HTMLCanvasElement, { x, y, width, height }: Rect): void {
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}
