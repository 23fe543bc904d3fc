/**
 * A picture of the records as a list: what the pen was told, as numbers and texts that can be handed to
 * a worker. `replay` tells another pen the same.
 */
import type { Point } from '../../../projections/geometry/rect.ts';
import { CIRCLE_COLOURS, type CircleColour, type Pen, type Shot } from './recordPen.ts';

export interface PictureList {
  shot: Shot;
  /** Each stroke's number and what it takes, one after another; exact, so that whoever draws them draws the same. */
  numbers: Float64Array<ArrayBuffer>;
  /** In the order in which they are written. */
  texts: string[];
}

const Stroke = {
  opacity: 0,
  glyph: 1,
  words: 2,
  bar: 3,
  plate: 4,
  tray: 5,
  arc: 6,
  dots: 7,
  thread: 8,
} as const;

export class ListPen implements Pen {
  private shot: Shot | null = null;
  private numbers = new Float64Array(8_192);
  private length = 0;
  private texts: string[] = [];

  /** The list of the picture. */
  take(): PictureList {
    if (this.shot === null) throw new Error('No picture was begun.');
    const { shot, texts } = this;
    return { shot, texts, numbers: this.numbers.slice(0, this.length) };
  }

  begin(shot: Shot): void {
    this.shot = shot;
    this.length = 0;
    this.texts = [];
  }

  opacity(opacity: number): void {
    this.stroke(Stroke.opacity, 1);
    this.put(opacity);
  }

  glyph(look: number, x: number, y: number, scale: number): void {
    this.stroke(Stroke.glyph, 4);
    this.putPlace(look, x, y, scale);
  }

  words(text: string, left: number, y: number): void {
    this.stroke(Stroke.words, 2);
    this.texts.push(text);
    this.put(left);
    this.put(y);
  }

  bar(x: number, y: number, width: number, height: number): void {
    this.stroke(Stroke.bar, 4);
    this.putPlace(x, y, width, height);
  }

  plate(x: number, y: number, width: number, height: number): void {
    this.stroke(Stroke.plate, 4);
    this.putPlace(x, y, width, height);
  }

  tray(x: number, y: number, width: number, height: number): void {
    this.stroke(Stroke.tray, 4);
    this.putPlace(x, y, width, height);
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
    this.stroke(Stroke.arc, 7);
    this.put(CIRCLE_COLOURS.indexOf(colour));
    this.putPlace(lineWidth, x, y, radius);
    this.put(from);
    this.put(to);
  }

  dots(dots: readonly { x: number; y: number; radius: number }[]): void {
    this.stroke(Stroke.dots, 1 + dots.length * 3);
    this.put(dots.length);
    for (const { x, y, radius } of dots) {
      this.put(x);
      this.put(y);
      this.put(radius);
    }
  }

  thread(points: readonly Point[], radius: number): void {
    this.stroke(Stroke.thread, 2 + points.length * 2);
    this.put(radius);
    this.put(points.length);
    for (const { x, y } of points) {
      this.put(x);
      this.put(y);
    }
  }

  /** Begins a stroke, and makes room for so many numbers after its own. */
  private stroke(stroke: number, takes: number): void {
    if (this.length + takes + 1 > this.numbers.length) {
      const more = new Float64Array((this.length + takes + 1) * 2);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.put(stroke);
  }

  private put(value: number): void {
    this.numbers[this.length] = value;
    this.length += 1;
  }

  private putPlace(a: number, b: number, c: number, d: number): void {
    const { numbers, length } = this;
    numbers[length] = a;
    numbers[length + 1] = b;
    numbers[length + 2] = c;
    numbers[length + 3] = d;
    this.length = length + 4;
  }
}

/** Draws a listed picture. */
export function replay({ shot, numbers, texts }: PictureList, pen: Pen): void {
  let at = 0;
  let text = 0;
  const next = (): number => numbers[at++]!;
  const points = (count: number): Point[] =>
    Array.from({ length: count }, () => ({ x: next(), y: next() }));
  pen.begin(shot);
  while (at < numbers.length) {
    const stroke = next();
    if (stroke === Stroke.glyph) pen.glyph(next(), next(), next(), next());
    else if (stroke === Stroke.words) pen.words(texts[text++]!, next(), next());
    else if (stroke === Stroke.opacity) pen.opacity(next());
    else if (stroke === Stroke.bar) pen.bar(next(), next(), next(), next());
    else if (stroke === Stroke.plate) pen.plate(next(), next(), next(), next());
    else if (stroke === Stroke.tray) pen.tray(next(), next(), next(), next());
    else if (stroke === Stroke.arc) {
      pen.arc(CIRCLE_COLOURS[next()]!, next(), next(), next(), next(), next(), next());
    } else if (stroke === Stroke.dots) {
      pen.dots(Array.from({ length: next() }, () => ({ x: next(), y: next(), radius: next() })));
    } else {
      const radius = next();
      pen.thread(points(next()), radius);
    }
  }
}
