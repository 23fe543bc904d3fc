/** The still pictures that the build draws of each built-in lab: their instant, their shapes, their names. */
import { MEDIUM_FROM, PHONE_BELOW, WIDE_FROM } from '../geometry/measures.ts';
import type { PosterTheme } from './posterColours.ts';

/** By then every lab has something in motion or behind it. Also the instant of an embed that names none. */
export const STILL_AT_MS = 12_000;

/** Width of the picture in each shape, pixels. */
export const STILL_WIDTHS = { wide: 1_200, medium: MEDIUM_FROM, narrow: 400 } as const;
export type StillShape = keyof typeof STILL_WIDTHS;

/**
 * The shape for so much room, pixels. In a column of text the cards stand side by side and are drawn
 * smaller; one under the other they stand on a phone only.
 */
export function stillShape(width: number): StillShape {
  if (width >= WIDE_FROM) return 'wide';
  return width < PHONE_BELOW ? 'narrow' : 'medium';
}

/** Where a picture lies in the built folder. */
export const stillFile = (lab: string, theme: PosterTheme, shape: StillShape): string =>
  `stills/${encodeURIComponent(lab)}-${theme}-${shape}.svg`;
