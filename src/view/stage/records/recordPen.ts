/**
 * What the records are painted with. All places and sizes are the stage's pixels. One pen draws on a
 * canvas (`canvasPen.ts`), one writes a list that is drawn from later, in a worker (`listPen.ts`).
 */
import type { Point } from '../../../projections/geometry/rect.ts';

/** The canvas that a picture is for. */
export interface Shot {
  /** Its size, in its own pixels. */
  width: number;
  height: number;
  /** Its pixels for each pixel of the stage. */
  ratio: number;
  /** Where it begins on the stage, in its own pixels. */
  originX: number;
  originY: number;
  /** Glyphs are set on whole pixels: quicker, and among many nobody can tell. */
  wholePixels: boolean;
}

/** Colours of circles. */
export const CIRCLE_COLOURS = ['bad', 'accent', 'ink'] as const;
export type CircleColour = (typeof CIRCLE_COLOURS)[number];

export interface Pen {
  /** Begins a picture on an empty canvas. */
  begin(shot: Shot): void;
  /** Of all that is drawn until it is set again; 1 where a picture begins. Labels keep none. */
  opacity(opacity: number): void;
  /** A record, its middle at a point. @param look see `glyphNumber`. */
  glyph(look: number, x: number, y: number, scale: number): void;
  /** A text from a left edge on, `y` its middle, with the ground around its letters. */
  words(text: string, left: number, y: number): void;
  /** How many a mark stands for. */
  bar(x: number, y: number, width: number, height: number): void;
  /** What a label stands on. */
  plate(x: number, y: number, width: number, height: number): void;
  /** What a batch travels on. */
  tray(x: number, y: number, width: number, height: number): void;
  /** Part of a circle, in radians from the right, clockwise. */
  arc(
    colour: CircleColour,
    lineWidth: number,
    x: number,
    y: number,
    radius: number,
    from: number,
    to: number,
  ): void;
  /** The swarms of a counted stream. */
  dots(dots: readonly { x: number; y: number; radius: number }[]): void;
  /** Between the parts of a transaction. @param radius of the circle around each. */
  thread(points: readonly Point[], radius: number): void;
}
