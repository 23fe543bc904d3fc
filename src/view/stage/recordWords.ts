/**
 * Short texts on the canvas, 12 px, in the face of identifiers. They are drawn where they stand and
 * not kept as pictures: at a fast speed nearly every text is a new one, and each that is added to a
 * sheet makes the browser copy the whole sheet before it stamps from it again.
 */
import type { ThemeColours } from '../theme/themeColours.ts';

const WIDEST = 220;
/** Widths of so many texts are remembered. */
const KNOWN_AT_MOST = 2_000;

export class RecordWords {
  private readonly colours: ThemeColours;
  private readonly measuring = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();

  constructor(colours: ThemeColours) {
    this.colours = colours;
  }

  /** Of a text, in pixels of the stage. */
  widthOf(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      width = this.measure(text);
      if (this.widths.size >= KNOWN_AT_MOST) this.widths.clear();
      this.widths.set(text, width);
    }
    return width;
  }

  /** Draws a text whose middle is at a point, with the ground around its letters. */
  draw(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
    const left = x - this.widthOf(text) / 2;
    context.font = this.font;
    context.textBaseline = 'middle';
    context.setLineDash([]);
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = this.colours.ground;
    context.strokeText(text, left, y + 0.5, WIDEST);
    context.fillStyle = this.colours.ink;
    context.fillText(text, left, y + 0.5, WIDEST);
  }

  private measure(text: string): number {
    if (this.measuring === null) return text.length * 7.3;
    this.measuring.font = this.font;
    return Math.min(WIDEST, Math.ceil(this.measuring.measureText(text).width));
  }

  private get font(): string {
    return `500 12px ${this.colours.mono}`;
  }
}
