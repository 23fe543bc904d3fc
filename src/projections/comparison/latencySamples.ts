/**
 * Latencies in the order in which they were measured, at most one for each change, that can be taken
 * back from the end. They lie in narrow buckets, and how many lay in each group of buckets is noted now
 * and then, so that an exact quantile, of all or of those measured before some entry, is a walk over
 * the groups and a sort of one bucket.
 */
import { float64State, int32Log } from '../../engine/kernel/columns.ts';

/** Buckets for each doubling: the samples of one are few enough to be sorted when asked. */
const PER_OCTAVE = 256;
/** Buckets of a group, as a shift; no latency lies in a group beyond the last. */
const GROUP_SHIFT = 4;
const GROUPS = (64 * PER_OCTAVE) >> GROUP_SHIFT;
/** Samples between two notes of how many lie in each group: half as many are counted at most when time has jumped. */
const NOTE_EVERY = 4_096;

export class LatencySamples {
  private count = 0;
  private readonly latencies = float64State();
  private readonly changes = int32Log();
  /** Journal entry of the measurement. */
  private readonly entries = int32Log();
  private seen = new Uint8Array(1_024);
  /** Numbers of samples by bucket, in the order of measurement. */
  private readonly buckets: number[][] = [];
  /** Samples by group: of all, and of the first so many times `NOTE_EVERY`. */
  private readonly inGroup = new Uint32Array(GROUPS);
  private readonly notes: Uint32Array[] = [];
  /** Of those counted, once somebody has asked. */
  private countedInGroup: Uint32Array | null = null;
  /** Quantiles are of so many samples, from the first. */
  private counted = 0;
  /** Answers that still hold. */
  private readonly quantiles = new Map<number, number>();

  get length(): number {
    return this.count;
  }

  /** Adds a latency in microseconds, unless the change has one already. */
  add(change: number, latencyUs: number, entry: number): void {
    if (this.seen[change]) return;
    if (change >= this.seen.length) this.seen = grown(this.seen, change + 1);
    this.seen[change] = 1;
    this.latencies.set(this.count, latencyUs);
    this.changes.push(change);
    this.entries.push(entry);
    this.count++;
    const bucket = bucketOf(latencyUs);
    this.buckets[bucket] ??= [];
    this.buckets[bucket].push(this.count - 1);
    this.inGroup[bucket >> GROUP_SHIFT]!++;
    if (this.count % NOTE_EVERY === 0) this.notes.push(this.inGroup.slice());
    this.countOnly(this.count);
  }

  /** From now on quantiles are of what was measured by entries before this one. */
  lookBackFrom(entry: number): void {
    const counted = lowerBound((place) => this.entries.get(place), this.count, entry);
    if (counted !== this.counted) this.countOnly(counted);
  }

  /** Takes back everything measured by entries from this one on. */
  removeFrom(entry: number): void {
    while (this.count > 0 && this.entries.get(this.count - 1) >= entry) {
      this.count--;
      this.seen[this.changes.get(this.count)] = 0;
      const bucket = bucketOf(this.latencies.get(this.count));
      this.buckets[bucket]!.pop();
      this.inGroup[bucket >> GROUP_SHIFT]!--;
    }
    for (const log of [this.changes, this.entries]) {
      log.restore({ ...log.snapshot(), length: this.count });
    }
    this.notes.length = Math.floor(this.count / NOTE_EVERY);
    this.countOnly(Math.min(this.counted, this.count));
  }

  /** The smallest latency that at least so many percent of all do not exceed, ms; null if there is none. */
  quantile(percent: number): number | null {
    const { counted, latencies } = this;
    if (counted === 0) return null;
    const known = this.quantiles.get(percent);
    if (known !== undefined) return known;
    let rank = Math.max(1, Math.ceil((percent * counted) / 100));
    this.countedInGroup ??= this.groupsOfCounted();
    let bucket = 0;
    for (const held of this.countedInGroup) {
      if (rank <= held) break;
      rank -= held;
      bucket += 1 << GROUP_SHIFT;
    }
    for (let held = this.countedIn(bucket); rank > held; held = this.countedIn(bucket)) {
      rank -= held;
      bucket++;
    }
    const within = new Float64Array(this.countedIn(bucket));
    for (let i = 0; i < within.length; i++) within[i] = latencies.get(this.buckets[bucket]![i]!);
    const answer = within.sort()[rank - 1]! / 1_000;
    this.quantiles.set(percent, answer);
    return answer;
  }

  private countOnly(counted: number): void {
    this.counted = counted;
    this.countedInGroup = null;
    this.quantiles.clear();
  }

  /** How many of those counted lie in a bucket. */
  private countedIn(bucket: number): number {
    const samples = this.buckets[bucket];
    if (samples === undefined || samples.length === 0) return 0;
    return samples.at(-1)! < this.counted
      ? samples.length
      : lowerBound((place) => samples[place]!, samples.length, this.counted);
  }

  private groupsOfCounted(): Uint32Array {
    const { counted, notes } = this;
    if (counted === this.count) return this.inGroup;
    const nearest = Math.min(notes.length, Math.round(counted / NOTE_EVERY));
    const groups = nearest === 0 ? new Uint32Array(GROUPS) : notes[nearest - 1]!.slice();
    const noted = nearest * NOTE_EVERY;
    for (let i = noted; i < counted; i++) groups[this.groupOf(i)]!++;
    for (let i = counted; i < noted; i++) groups[this.groupOf(i)]!--;
    return groups;
  }

  private groupOf(sample: number): number {
    return bucketOf(this.latencies.get(sample)) >> GROUP_SHIFT;
  }
}

/** How many of the first `length` of some rising numbers are below a limit. */
function lowerBound(at: (place: number) => number, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy with room for at least `size` numbers. */
function grown(array: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
}

/** Rising with the latency, evenly within each octave. */
function bucketOf(latencyUs: number): number {
  // Beyond 35 minutes the octaves are counted in units of 2^20 µs.
  if (latencyUs > 0x7fff_ffff) return 31 * PER_OCTAVE + bucketOf(Math.floor(latencyUs / 2 ** 20));
  const above = Math.max(1, latencyUs);
  const octave = 31 - Math.clz32(above);
  const low = 2 ** octave;
  return octave * PER_OCTAVE + Math.floor(((above - low) / low) * PER_OCTAVE);
}
