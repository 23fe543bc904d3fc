/**
 * The moments of one branch that can be returned to at once. Reaching any instant costs a restore and
 * at most `spacing` events. When there are too many, every second one goes and the spacing doubles,
 * so that memory stays bounded and going back stays equally cheap everywhere.
 */
import type { Checkpoint } from '../engine/index.ts';

export interface Kept {
  readonly checkpoint: Checkpoint;
  /** Events of the simulation that had happened by then. */
  readonly events: number;
  /** Commands of the branch that had been given by then. */
  readonly applied: number;
}

export class Checkpoints {
  /** Earliest first; the first is instant 0 and never goes. */
  private kept: Kept[] = [];

  private spacing: number;
  private readonly most: number;

  constructor(spacing = 6_000, most = 700) {
    this.spacing = spacing;
    this.most = most;
  }

  get count(): number {
    return this.kept.length;
  }

  /** Whether a simulation that is at an instant, after so many events, is far from any kept before. */
  isDue(at: number, events: number): boolean {
    return this.kept.length === 0 || events >= this.nearest(at).events + this.spacing;
  }

  keep(kept: Kept): void {
    const later = this.kept.findLastIndex(({ checkpoint }) => checkpoint.at <= kept.checkpoint.at);
    this.kept.splice(later + 1, 0, kept);
    if (this.kept.length <= this.most) return;
    this.kept = this.kept.filter((_, place) => place % 2 === 0);
    this.spacing *= 2;
  }

  /** The last one at or before an instant (microseconds). */
  nearest(to: number): Kept {
    let low = 0;
    let high = this.kept.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.kept[middle]!.checkpoint.at <= to) low = middle;
      else high = middle - 1;
    }
    return this.kept[low]!;
  }

  /** Forgets what lies after an instant or after so many commands: it belongs to another future. */
  dropAfter(at: number, applied: number): void {
    const isShared = (kept: Kept) => kept.checkpoint.at <= at && kept.applied <= applied;
    while (this.kept.length > 1 && !isShared(this.kept.at(-1)!)) this.kept.pop();
  }

  /** The last one at or before an instant, and with at most so many commands. */
  nearestShared(to: number, applied: number): Kept {
    const isBefore = (kept: Kept) => kept.checkpoint.at <= to && kept.applied <= applied;
    return this.kept.findLast(isBefore) ?? this.kept[0]!;
  }

  /** The first one after so many events, or null. */
  firstFrom(events: number): Kept | null {
    return this.kept.find((kept) => kept.events >= events) ?? null;
  }
}
