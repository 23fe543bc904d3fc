/**
 * Short texts on the canvas, 12 px, in the face of identifiers. They are drawn where they stand and
 * not kept as pictures: at a fast speed nearly every text is a new one, and each that is added to a
 * sheet makes the browser copy the whole sheet before it stamps from it again.
 */
import type { ThemeColours } from '../../theme/themeColours.ts';

/** What is longer is set closer, pixels of the stage. */
export const WIDEST_WORDS = 220;
/** Widths of so many texts are remembered. */
const KNOWN_AT_MOST = 2_000;

export const wordsFont = ({ mono }: Pick<ThemeColours, 'mono'>): string => `500 12px ${mono}`;

/** How wide texts are in one face, which the page has loaded. */
export class RecordWords {
  private readonly font: string;
  private readonly measuring = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();

  constructor(colours: ThemeColours) {
    this.font = wordsFont(colours);
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

  private measure(text: string): number {
    if (this.measuring === null) return text.length * 7.3;
    this.measuring.font = this.font;
    return Math.min(WIDEST_WORDS, Math.ceil(this.measuring.measureText(text).width));
  }
}
