/**
 * What happened of one kind in one place, in order: instants, the journal entries that say so, and a
 * number each (a change, an invocation, a count). How many lie between any two instants is a difference
 * of two places, so that a day is counted into columns as quickly as a second.
 */
import { float64Log, int32Log } from '../../engine/kernel/columns.ts';

/** Events in the order of time, each at a place. */
export interface Events {
  readonly length: number;
  at(place: number): number;
  ref(place: number): number;
  /** How many happened before an instant, looking from a place on that is not after it. */
  countBefore(at: number, from?: number): number;
}

export class EventList implements Events {
  private readonly ats = float64Log();
  private readonly entries = int32Log();
  private readonly refs = int32Log();
  /** Sums of the values up to and including each event; only where values are given. */
  private readonly sums = float64Log();
  /** The consumer that it happened to; only in lists of mappings. */
  private readonly consumers = int32Log();

  get length(): number {
    return this.ats.length;
  }

  /** A list has consumers throughout or not at all. */
  push(at: number, entry: number, ref: number, consumer = -1): void {
    this.ats.push(at);
    this.entries.push(entry);
    this.refs.push(ref);
    if (consumer >= 0) this.consumers.push(consumer);
  }

  /** As {@link push}, with a value that is added up. A list has values throughout or not at all. */
  pushValue(at: number, entry: number, ref: number, value: number): void {
    this.sums.push(this.sumBefore(this.length) + value);
    this.push(at, entry, ref);
  }

  at(place: number): number {
    return this.ats.get(place);
  }

  entry(place: number): number {
    return this.entries.get(place);
  }

  ref(place: number): number {
    return this.refs.get(place);
  }

  consumer(place: number): number {
    return this.consumers.get(place);
  }

  /** What the first `count` events add up to. */
  sumBefore(count: number): number {
    return count === 0 || this.sums.length === 0 ? 0 : this.sums.get(count - 1);
  }

  countBefore(at: number, from = 0): number {
    let low = from;
    let high = this.length;
    for (let step = 64; low + step < high; step *= 2) {
      if (this.ats.get(low + step) >= at) {
        high = low + step;
        break;
      }
      low += step;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ats.get(middle) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Forgets what entries from this one on have said. */
  cut(entry: number): void {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries.get(middle) < entry) low = middle + 1;
      else high = middle;
    }
    if (low === this.length) return;
    for (const column of [this.ats, this.entries, this.refs, this.sums, this.consumers]) {
      if (column.length > 0) column.restore({ ...column.snapshot(), length: low } as never);
    }
  }
}
