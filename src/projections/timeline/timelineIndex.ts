/**
 * Everything that the timeline, its plots, its steps and its breakpoints know of a history, kept up to
 * date as the journal grows. Where the simulation went back, what lies ahead is still known; after a
 * command in the past it is not history any more, and is forgotten.
 */
import { type Int32Log, int32Log, type Uint8Log, uint8Log } from '../../engine/kernel/columns.ts';
import type { World } from '../../engine/world.ts';
import { KnownJournal } from '../journal/knownJournal.ts';
import { Lanes, laneFolds } from './laneFold.ts';
import { MetricFold } from './metricFold.ts';

export class TimelineIndex {
  readonly lanes = new Lanes();
  readonly metrics = new MetricFold();
  /** The instant up to which the history is known, microseconds. */
  knownUntil = 0;
  private readonly journal = new KnownJournal();
  private readonly items: Int32Log = int32Log();
  private readonly kinds: Uint8Log = uint8Log();

  /**
   * Reads on, at most so many entries.
   * @returns how many are left to read.
   */
  follow(world: World, mostEntries = Number.POSITIVE_INFINITY): number {
    const { journal } = world;
    const stillTrue = this.journal.stillTrue(journal);
    if (stillTrue < this.journal.length) this.cut(stillTrue, world);
    const from = this.journal.length;
    const end = Math.min(journal.length, from + mostEntries);
    for (let number = from; number < end; number++) {
      const entry = journal.read(number);
      laneFolds[entry.kind]?.(this.lanes, world, entry, number);
      this.metrics.take(world, entry, number);
    }
    if (end > from || from === 0) {
      this.items.restore(world.changes.item.snapshot());
      this.kinds.restore(world.changes.kind.snapshot());
    }
    this.journal.note(journal, end);
    if (this.journal.length === journal.length) {
      this.knownUntil = Math.max(this.knownUntil, world.now);
    }
    this.lanes.complete(world);
    return Math.max(0, journal.length - this.journal.length);
  }

  /** The item of a change, and what the change did to it (see `ChangeKind`). */
  itemOf(change: number): number {
    return this.items.get(change);
  }

  kindOf(change: number): number {
    return this.kinds.get(change);
  }

  private cut(entry: number, world: World): void {
    const at = entry < world.journal.length ? world.journal.atOf(entry) : world.now;
    this.lanes.cut(entry, at);
    this.metrics.cut(entry);
    this.journal.cut(entry);
    this.knownUntil = Math.min(this.knownUntil, world.now);
  }
}

const indexes = new WeakMap<World, TimelineIndex>();

/** The index of a world's history, up to date. */
export function timelineIndexOf(world: World): TimelineIndex {
  const index = knownIndexOf(world);
  index.follow(world);
  return index;
}

/**
 * Reads on for the index of a world's history, at most so many entries.
 * @returns how many are left to read.
 */
export const followTimeline = (world: World, mostEntries?: number): number =>
  knownIndexOf(world).follow(world, mostEntries);

function knownIndexOf(world: World): TimelineIndex {
  const index = indexes.get(world) ?? new TimelineIndex();
  indexes.set(world, index);
  return index;
}
