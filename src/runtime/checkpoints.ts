/**
 * The moments of one branch that can be returned to at once. Reaching any instant costs a restore and
 * at most `spacing` events. Most moments are kept as what they differ in from the one before. When they
 * hold too much memory, every second one goes and the spacing doubles, so that memory stays bounded and
 * going back stays equally cheap everywhere.
 */
import type { Checkpoint } from '../engine/index.ts';
import {
  bothDifferences,
  type CheckpointDifference,
  differenceOf,
  withDifferences,
} from './checkpointDifference.ts';

export interface Kept {
  readonly checkpoint: Checkpoint;
  /** Events of the simulation that had happened by then. */
  readonly events: number;
  /** Commands of the branch that had been given by then. */
  readonly applied: number;
}

/** Differences in a row: more cost less memory and a longer way to a moment. */
const MOST_DIFFERENCES = 64;

/** A moment as it is kept: whole, or as what it differs in from an earlier one. */
class Moment implements Kept {
  readonly at: number;
  readonly events: number;
  readonly applied: number;
  bytes = 0;
  private whole: Checkpoint | null;
  private base: Moment | null = null;
  private difference: CheckpointDifference | null = null;

  constructor({ checkpoint, events, applied }: Kept) {
    this.at = checkpoint.at;
    this.events = events;
    this.applied = applied;
    this.whole = checkpoint;
  }

  get checkpoint(): Checkpoint {
    const way: CheckpointDifference[] = [];
    let moment: Moment = this;
    for (; moment.base !== null; moment = moment.base) way.push(moment.difference!);
    return withDifferences(moment.whole!, way.reverse());
  }

  /** From now on only what it differs in from an earlier moment is kept. */
  leanOn(base: Moment, whole: Checkpoint): void {
    const difference = differenceOf(whole, this.whole!);
    this.bytes = difference.bytes;
    if (base.depth + 1 >= MOST_DIFFERENCES) return;
    this.base = base;
    this.difference = difference;
    this.whole = null;
  }

  /** Stands without moments that go. */
  outlive(gone: ReadonlySet<Moment>): void {
    while (this.base !== null && gone.has(this.base)) {
      const { base } = this;
      if (base.base === null) {
        this.whole = withDifferences(base.whole!, [this.difference!]);
        this.bytes = Math.max(this.bytes, base.bytes);
        this.difference = null;
      } else {
        this.difference = bothDifferences(base.difference!, this.difference!);
        this.bytes = this.difference.bytes;
      }
      this.base = base.base;
    }
  }

  private get depth(): number {
    let depth = 0;
    for (let moment: Moment = this; moment.base !== null; moment = moment.base) depth++;
    return depth;
  }
}

export class Checkpoints {
  /** Earliest first; the first is instant 0 and never goes. */
  private kept: Moment[] = [];
  /** The latest that was kept, whole: most often the next one differs from this. */
  private latest: { moment: Moment; checkpoint: Checkpoint } | null = null;

  private spacing: number;
  private readonly limits: { bytes: number; moments: number };

  constructor(spacing = 6_000, limits = { bytes: 96e6, moments: 4_000 }) {
    this.spacing = spacing;
    this.limits = limits;
  }

  get count(): number {
    return this.kept.length;
  }

  /** Whether a simulation that is at an instant, after so many events, is far from any kept before. */
  isDue(at: number, events: number): boolean {
    return this.kept.length === 0 || events >= this.kept[this.placeOf(at)]!.events + this.spacing;
  }

  keep(kept: Kept): void {
    const moment = new Moment(kept);
    const before = this.kept.findLastIndex(({ at }) => at <= moment.at);
    const base = this.kept[before];
    if (base !== undefined) {
      const { latest } = this;
      moment.leanOn(base, latest?.moment === base ? latest.checkpoint : base.checkpoint);
    }
    this.latest = { moment, checkpoint: kept.checkpoint };
    this.kept.splice(before + 1, 0, moment);
    const { bytes, moments } = this.limits;
    const held = this.kept.reduce((sum, one) => sum + one.bytes, 0);
    if (this.kept.length > moments || held > bytes) this.thin();
  }

  /** The last one at or before an instant (microseconds). */
  nearest(to: number): Kept & { readonly at: number } {
    return this.kept[this.placeOf(to)]!;
  }

  /** Forgets what lies after an instant or after so many commands: it belongs to another future. */
  dropAfter(at: number, applied: number): void {
    const isShared = (kept: Moment) => kept.at <= at && kept.applied <= applied;
    while (this.kept.length > 1 && !isShared(this.kept.at(-1)!)) this.kept.pop();
    this.latest = null;
  }

  /** The last one at or before an instant, and with at most so many commands. */
  nearestShared(to: number, applied: number): Kept {
    const isBefore = (kept: Moment) => kept.at <= to && kept.applied <= applied;
    return this.kept.findLast(isBefore) ?? this.kept[0]!;
  }

  /** The first one after so many events, or null. */
  firstFrom(events: number): Kept | null {
    return this.kept.find((kept) => kept.events >= events) ?? null;
  }

  private placeOf(to: number): number {
    let low = 0;
    let high = this.kept.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.kept[middle]!.at <= to) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private thin(): void {
    const gone = new Set(this.kept.filter((_, place) => place % 2 === 1));
    this.kept = this.kept.filter((moment) => !gone.has(moment));
    for (const moment of this.kept) moment.outlive(gone);
    this.spacing *= 2;
  }
}
