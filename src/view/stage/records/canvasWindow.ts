/**
 * Which part of the stage its canvas covers: what is seen and a margin around it. The canvas lies in
 * the sheet and scrolls with the cards; only when the margin is used up is it set elsewhere. So a
 * stage of any length has a canvas of one size.
 */
import type { Rect } from '../../../projections/geometry/rect.ts';

/** Pixels of the page around what is seen. */
const MARGIN = 160;
/** When less of the margin than this is left, the canvas is set elsewhere: what is drawn in a worker comes a little later. */
const SPARE = 60;
/** The canvas begins at multiples of this: at every usual density they are whole pixels of the screen. */
const STEP = 4;
/** A canvas is never denser than this: a large window on a dense screen would not fit its memory. */
const MAX_PIXELS = 12_000_000;

export class CanvasWindow {
  /** In the sheet's own pixels, zoom included. */
  covered: Rect = { x: 0, y: 0, width: 0, height: 0 };
  /** Canvas pixels for each pixel of the sheet. */
  ratio = 1;
  /** What is seen of the sheet, in the same pixels. */
  seen: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private readonly holder: HTMLElement;

  /** @param holder what lies in the sheet and holds the canvas. */
  constructor(holder: HTMLElement) {
    this.holder = holder;
  }

  /** Reads what is seen, and covers it. @returns whether the canvas is to move or to change its size. */
  follow(sheet: { width: number; height: number }): boolean {
    const view = this.holder.closest<HTMLElement>('.stage-window');
    if (view === null || sheet.width === 0) return false;
    const size = { width: view.clientWidth, height: view.clientHeight };
    this.seen = { x: view.scrollLeft, y: view.scrollTop, ...size };
    const width = Math.min(sheet.width, size.width + 2 * MARGIN);
    const height = Math.min(sheet.height, size.height + 2 * MARGIN);
    const keeps = width === this.covered.width && height === this.covered.height;
    if (keeps && this.holdsSeen(sheet)) return this.measure(sheet);
    const x = beginning(this.seen.x, sheet.width - width);
    const y = beginning(this.seen.y, sheet.height - height);
    this.covered = { x, y, width, height };
    this.measure(sheet);
    return true;
  }

  /** The canvas's size in its own pixels. */
  get pixels(): { width: number; height: number } {
    const { covered, ratio } = this;
    return { width: Math.round(covered.width * ratio), height: Math.round(covered.height * ratio) };
  }

  private holdsSeen(sheet: { width: number; height: number }): boolean {
    const { x, y, width, height } = this.covered;
    const { seen } = this;
    return (
      x <= Math.max(0, seen.x - SPARE) &&
      y <= Math.max(0, seen.y - SPARE) &&
      x + width >= Math.min(Math.floor(sheet.width), seen.x + seen.width + SPARE) &&
      y + height >= Math.min(Math.floor(sheet.height), seen.y + seen.height + SPARE)
    );
  }

  /** Finds how dense the canvas is to be. @returns whether that has changed. */
  private measure(sheet: { width: number }): boolean {
    const { holder, covered } = this;
    // The page may be shown enlarged.
    const shown = (holder.parentElement?.getBoundingClientRect().width ?? 0) / sheet.width || 1;
    const most = Math.sqrt(MAX_PIXELS / (covered.width * covered.height));
    const ratio = Math.min(devicePixelRatio * shown, most);
    const changed = ratio !== this.ratio;
    this.ratio = ratio;
    return changed;
  }
}

const beginning = (seen: number, most: number): number =>
  Math.max(0, Math.min(Math.floor((seen - MARGIN) / STEP) * STEP, Math.floor(most)));
