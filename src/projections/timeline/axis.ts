/**
 * Where an instant lies on the timeline. Time runs evenly from left to right, but for idle stretches
 * that are folded: each of them is a narrow band, and the rest shares the room.
 */

export interface Span {
  /** Microseconds. */
  from: number;
  to: number;
}

interface Segment extends Span {
  left: number;
  right: number;
  folded: boolean;
}

/** Width of a folded stretch, pixels. */
const FOLD_PX = 22;
/** Folds never take more than this part of the room. */
const MOST_FOLDED = 0.5;

/** The part of what is shown, in so many pixels, from which on folding an idle stretch wins room: two bands. */
export const leastFolded = (width: number): number => (2 * FOLD_PX) / width;

export class Axis {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  private readonly segments: Segment[];

  /** @param gaps idle stretches to fold, in order, within the range. */
  constructor({ from, to }: Span, width: number, gaps: readonly Span[] = []) {
    this.from = from;
    this.to = to;
    this.width = width;
    const foldPx = Math.min(FOLD_PX, (MOST_FOLDED * width) / Math.max(1, gaps.length));
    const folded = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
    const perUs = (width - foldPx * gaps.length) / Math.max(1, to - from - folded);
    this.segments = [];
    let at = from;
    let left = 0;
    const add = (end: number, px: number, isFolded: boolean): void => {
      if (end <= at) return;
      this.segments.push({ from: at, to: end, left, right: left + px, folded: isFolded });
      at = end;
      left += px;
    };
    for (const gap of gaps) {
      add(gap.from, (gap.from - at) * perUs, false);
      add(gap.to, foldPx, true);
    }
    add(to, (to - at) * perUs, false);
  }

  /** The folded stretches and where they lie. */
  get folds(): readonly Readonly<Segment>[] {
    return this.segments.filter(({ folded }) => folded);
  }

  /** Microseconds that a pixel is wide where nothing is folded. */
  get usPerPx(): number {
    const open = this.segments.find(({ folded }) => !folded);
    if (open === undefined) return (this.to - this.from) / this.width;
    return (open.to - open.from) / (open.right - open.left);
  }

  /** Pixels from the left; beyond the ends it goes on at the same pace. */
  xOf(at: number): number {
    if (at <= this.from) return (at - this.from) / this.usPerPx;
    if (at >= this.to) return this.width + (at - this.to) / this.usPerPx;
    const { from, to, left, right } = this.segmentWhere((segment) => at < segment.to);
    return left + ((at - from) / (to - from)) * (right - left);
  }

  /** The instant at a place, microseconds, with a fraction. */
  atOf(x: number): number {
    if (x <= 0) return this.from + x * this.usPerPx;
    if (x >= this.width) return this.to + (x - this.width) * this.usPerPx;
    const { from, to, left, right } = this.segmentWhere((segment) => x < segment.right);
    return from + ((x - left) / (right - left)) * (to - from);
  }

  private segmentWhere(isBefore: (segment: Segment) => boolean): Segment {
    return this.segments.find(isBefore) ?? this.segments[this.segments.length - 1]!;
  }
}
