/**
 * Where the records are seen: canvases over the cards, at the place in the stage's sheet that a picture
 * is for. Few are drawn here, in the frame in which they are placed; many in a worker, a frame later,
 * so that neither script nor the drawing itself holds the page up. Where there is no such worker, or
 * none yet, all are drawn here. Who finds records under the pointer asks where they were placed, not
 * what was drawn (`recordLoop.ts`).
 */
import type { Rect } from '../../../projections/geometry/rect.ts';
import { requestFrame } from '../../frameLoop.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import { CanvasPen } from './canvasPen.ts';
import { ListPen } from './listPen.ts';
import { PictureWorker, putAt } from './pictureWorker.ts';
import { type Picture, RecordPainter } from './recordPainter.ts';
import { RecordWords } from './recordWords.ts';

/** From so many records on, the worker draws, until there are few again: it is not to and fro at every frame. */
const MANY = 60;
const FEW = 30;

export class RecordBoard {
  private readonly holder: HTMLElement;
  private colours: ThemeColours;
  private readonly canvas = document.createElement('canvas');
  private readonly pen: CanvasPen;
  private readonly listPen = new ListPen();
  private readonly painter: RecordPainter;
  /** Undefined until there are many for the first time; null where there is none. */
  private worker: PictureWorker | null | undefined;

  private isCrowd = false;
  /** The next picture cannot wait for the worker. */
  private isHurried = false;
  private readonly onLost: () => void;

  /** @param holder lies in the sheet; what is seen stands in it. @param onLost the picture is to be painted again. */
  constructor(holder: HTMLElement, colours: ThemeColours, onLost: () => void) {
    this.holder = holder;
    this.onLost = onLost;
    this.colours = colours;
    this.canvas.className = 'record-canvas';
    holder.append(this.canvas);
    this.pen = new CanvasPen(this.canvas, colours);
    this.painter = new RecordPainter(this.pen, new RecordWords(colours));
  }

  end(): void {
    this.worker?.end();
    this.canvas.remove();
  }

  /** Other colours, or other faces. */
  restyle(colours: ThemeColours): void {
    this.colours = colours;
    this.pen.restyle(colours);
    this.worker?.restyle(colours);
    this.painter.reword(new RecordWords(colours));
  }

  /** Whether a picture can be taken now. If not, a frame is asked for as soon as it can. */
  isFree(place: Rect): boolean {
    return this.isHurried || (this.worker?.isFree(place) ?? true);
  }

  /** The window has another size, and all cards stand elsewhere: the next picture is drawn in its own frame. */
  hurry(): void {
    this.isHurried = true;
  }

  /** @param place of the canvas in the sheet, in the sheet's pixels. */
  paint(picture: Picture, place: Rect): void {
    this.isCrowd = recordsOf(picture) >= (this.isCrowd ? FEW : MANY);
    if (this.isCrowd && this.worker === undefined) this.worker = this.startWorker();
    const canWait = !this.isHurried;
    this.isHurried = false;
    if (this.isCrowd && canWait && this.worker?.isReady) {
      this.painter.paint(picture, this.listPen);
      this.worker.draw(this.listPen.take(), place);
      return;
    }
    putAt(this.canvas, place);
    this.canvas.hidden = false;
    this.painter.paint(picture, this.pen);
    this.worker?.hide();
  }

  /** The stage is shown so many times larger: what is not drawn at once follows it. */
  stretch(factor: number): void {
    this.worker?.stretch(factor);
  }

  private startWorker(): PictureWorker | null {
    try {
      return new PictureWorker(this.holder, this.colours, {
        drawn: requestFrame,
        seen: () => {
          this.canvas.hidden = true;
          requestFrame();
        },
        failed: () => this.drawHere(),
      });
    } catch {
      return null;
    }
  }

  private drawHere(): void {
    this.worker?.end();
    this.worker = null;
    this.onLost();
  }
}

/** All that is drawn one by one; of a counted stream, its swarms. */
const recordsOf = ({ marks, flights }: Picture): number =>
  flights.reduce((sum, { swarms }) => sum + (swarms?.length ?? 1), marks.length);
