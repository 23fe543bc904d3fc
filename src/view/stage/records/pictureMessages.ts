/** What the page and the worker that draws records tell each other. */
import type { ThemeColours } from '../../theme/themeColours.ts';
import type { PictureList } from './listPen.ts';

/** To the worker. */
export type PictureRequest =
  /** First of all. Two canvases: while one is seen, the other can be drawn for another place. */
  | { do: 'begin'; canvases: OffscreenCanvas[]; colours: ThemeColours }
  | { do: 'restyle'; colours: ThemeColours }
  /** `canvas`: its index. Of pictures that wait, only the newest is drawn. */
  | { do: 'draw'; picture: number; canvas: number; list: PictureList }
  /** This canvas is not seen any more. */
  | { do: 'empty'; canvas: number };

/** From the worker. */
export type PictureResponse =
  /** It has its faces, and can draw. */
  | { do: 'ready' }
  /** This picture, and every one before it, is drawn or was left out for a newer one. */
  | { do: 'drawn'; picture: number };
