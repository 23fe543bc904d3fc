/**
 * The moments of one branch that can be returned to at once. Reaching any instant costs a restore and
 * at most `spacing` events. Most moments are kept as what they differ in from the one before. When they
 * hold too much memory, every second one goes, few at a time, and the spacing doubles, so that memory
 * stays bounded and going back stays equally cheap everywhere.
 */
import type { Checkpoint } from '../../engine/index.ts';
import {
  bothDifferences,
  type CheckpointDifference,
  differenceOf,
  ownBytes,
  withDifferences,
} from './checkpointDifference.ts';

export interface Kept {
  readonly checkpoint: Checkpoint;
  /** Events of the simulation that had happened by then. */
  readonly events: number;
  /** Commands of the branch that had been given by then. */
  readonly applied: number;
}

interface Limits {
  bytes: number;
  moments: number;
  /**
   * Differences in a row from which a moment is made: at most so many from one neighbour to the next,
   * and before them so many that reach as far as those. More cost less memory and a longer way.
   */
  neighbours: number;
  leaps: number;
}

const LIMITS: Limits = { bytes: 96e6, moments: 8_000, neighbours: 32, leaps: 16 };

/** A moment as it is kept: whole, or as what it differs in from an earlier one. */
class Moment implements Kept {
  readonly at: number;
  readonly events: number;
  readonly applied: number;
  bytes = 0;
  private whole: Checkpoint | null;
  private base: Moment | null = null;
  private difference: CheckpointDifference | null = null;
  /** Leaps and neighbours on the way to it from the last one that is whole. */
  private leaps = 0;
  private neighbours = 0;

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

  /** Whether others lean on it from far. */
  get isLeap(): boolean {
    return this.neighbours === 0;
  }

  /** The one that a leap after this one begins at. */
  get lastLeap(): Moment {
    let moment: Moment = this;
    while (!moment.isLeap) moment = moment.base!;
    return moment;
  }

  /** What the next one after it is to lean on; null where that one is to be kept whole. */
  baseOfNext({ neighbours, leaps }: Limits): Moment | null {
    if (this.neighbours + 1 < neighbours) return this;
    return this.leaps + 1 < leaps ? this.lastLeap : null;
  }

  /**
   * From now on only what it differs in from an earlier moment is kept.
   * @param wholeBase that moment's checkpoint.
   */
  leanOn(base: Moment, wholeBase: Checkpoint, isLeap: boolean): void {
    const difference = differenceOf(wholeBase, this.whole!, base.difference);
    this.base = base;
    this.difference = difference;
    this.bytes = difference.bytes;
    this.leaps = base.leaps + (isLeap ? 1 : 0);
    this.neighbours = isLeap ? 0 : base.neighbours + 1;
    this.whole = null;
  }

  /** Is kept whole; counts what it does not share with an earlier moment. */
  standAlone(earlier: Checkpoint | null): void {
    this.bytes = earlier === null ? 0 : ownBytes(earlier, this.whole!);
  }

  /** Stands without the one that it leans on, if that goes: which is never one that is whole. */
  outlive(gone: Moment): void {
    if (this.base !== gone) return;
    this.difference = bothDifferences(gone.difference!, this.difference!);
    this.bytes = this.difference.bytes;
    this.base = gone.base;
  }
}

/** When there are too many, so many go whenever one comes: letting them all go would take a while. */
const THINNED_AT_ONCE = 4;

export class Checkpoints {
  /** Earliest first; the first is instant 0 and never goes. */
  private kept: Moment[] = [];
  /** The latest that were kept, whole: most often the next one differs from one of these. */
  private latest: { moment: Moment; checkpoint: Checkpoint } | null = null;
  private latestLeap: { moment: Moment; checkpoint: Checkpoint } | null = null;
  private held = 0;
  /** Up to this place every second moment has gone; null while nothing has to go. */
  private thinnedTo: number | null = null;

  private spacing: number;
  private readonly limits: Limits;

  /** @param spacing events between two moments: as many as a run takes at once, or it is never so few. */
  constructor(spacing = 2_000, limits: Partial<Limits> = {}) {
    this.spacing = spacing;
    this.limits = { ...LIMITS, ...limits };
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
    const neighbour = this.kept[before];
    const base = neighbour?.baseOfNext(this.limits) ?? null;
    if (base !== null) moment.leanOn(base, this.checkpointOf(base), base !== neighbour);
    else moment.standAlone(neighbour === undefined ? null : this.checkpointOf(neighbour));
    this.latest = { moment, checkpoint: kept.checkpoint };
    if (moment.isLeap) this.latestLeap = this.latest;
    this.kept.splice(before + 1, 0, moment);
    this.held += moment.bytes;
    const { bytes, moments } = this.limits;
    if (this.kept.length > moments || this.held > bytes) this.beginThinning();
    for (let i = 0; i < THINNED_AT_ONCE && this.thinnedTo !== null; i++) this.thin();
  }

  /** The last one at or before an instant (microseconds). */
  nearest(to: number): Kept & { readonly at: number } {
    return this.kept[this.placeOf(to)]!;
  }

  /** Forgets what lies after an instant or after so many commands: it belongs to another future. */
  dropAfter(at: number, applied: number): void {
    const isShared = (kept: Moment) => kept.at <= at && kept.applied <= applied;
    while (this.kept.length > 1 && !isShared(this.kept.at(-1)!)) {
      this.held -= this.kept.pop()!.bytes;
    }
    this.latest = null;
    this.latestLeap = null;
  }

  /** The last one at or before an instant, and with at most so many commands. */
  nearestShared(to: number, applied: number): Kept {
    const isBefore = (kept: Moment) => kept.at <= to && kept.applied <= applied;
    return this.kept.findLast(isBefore) ?? this.kept[0]!;
  }

  /** The last one of all. */
  get newest(): Kept {
    return this.kept.at(-1)!;
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

  private checkpointOf(moment: Moment): Checkpoint {
    const known = [this.latest, this.latestLeap].find((one) => one?.moment === moment);
    return known?.checkpoint ?? moment.checkpoint;
  }

  private beginThinning(): void {
    if (this.thinnedTo !== null) return;
    this.thinnedTo = 0;
    this.spacing *= 2;
  }

  /** Lets the next one go that others do not lean on from far, and passes over the one after it. */
  private thin(): void {
    const place = this.kept.findIndex((one, i) => i > this.thinnedTo! && !one.isLeap);
    if (place < 0 || place === this.kept.length - 1) {
      this.thinnedTo = null;
      return;
    }
    const [gone] = this.kept.splice(place, 1);
    this.held = 0;
    for (const moment of this.kept) {
      moment.outlive(gone!);
      this.held += moment.bytes;
    }
    this.thinnedTo = place;
  }
}
