/**
 * Latencies in the order in which they were measured, at most one for each change, that can be taken
 * back from the end. They lie in narrow buckets, so that an exact quantile, of all or of those measured
 * before some entry, is a walk over the buckets and a sort of one of them.
 */

/** Buckets for each doubling: the samples of one are few enough to be sorted when asked. */
const PER_OCTAVE = 256;

export class LatencySamples {
  private count = 0;
  private latencies = new Float64Array(256);
  private changes = new Int32Array(256);
  /** Journal entry of the measurement. */
  private entries = new Float64Array(256);
  private seen = new Uint8Array(1_024);
  /** Numbers of samples by bucket, in the order of measurement. */
  private readonly buckets: number[][] = [];
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
    if (this.count === this.latencies.length) this.grow();
    this.latencies[this.count] = latencyUs;
    this.changes[this.count] = change;
    this.entries[this.count] = entry;
    this.count++;
    const bucket = bucketOf(latencyUs);
    this.buckets[bucket] ??= [];
    this.buckets[bucket].push(this.count - 1);
    this.counted = this.count;
    this.quantiles.clear();
  }

  /** From now on quantiles are of what was measured by entries before this one. */
  lookBackFrom(entry: number): void {
    const counted = lowerBound(this.entries, this.count, entry);
    if (counted !== this.counted) this.quantiles.clear();
    this.counted = counted;
  }

  /** Takes back everything measured by entries from this one on. */
  removeFrom(entry: number): void {
    while (this.count > 0 && this.entries[this.count - 1]! >= entry) {
      this.count--;
      this.seen[this.changes[this.count]!] = 0;
      this.buckets[bucketOf(this.latencies[this.count]!)]!.pop();
      this.quantiles.clear();
    }
    this.counted = Math.min(this.counted, this.count);
  }

  /** The smallest latency that at least so many percent of all do not exceed, ms; null if there is none. */
  quantile(percent: number): number | null {
    const { counted, latencies } = this;
    if (counted === 0) return null;
    const known = this.quantiles.get(percent);
    if (known !== undefined) return known;
    let rank = Math.max(1, Math.ceil((percent * counted) / 100));
    let held = 0;
    const bucket = this.buckets.find((samples) => {
      if (samples === undefined) return false;
      held = samples.length;
      if (held > 0 && samples[held - 1]! >= counted) held = lowerBound(samples, held, counted);
      if (rank <= held) return true;
      rank -= held;
      return false;
    })!;
    const within = bucket.slice(0, held).map((sample) => latencies[sample]!);
    const answer = within.sort((a, b) => a - b)[rank - 1]! / 1_000;
    this.quantiles.set(percent, answer);
    return answer;
  }

  private grow(): void {
    const size = this.count * 2;
    this.latencies = grown(this.latencies, size);
    this.changes = grown(this.changes, size);
    this.entries = grown(this.entries, size);
  }
}

/** How many of the first `length` of some rising numbers are below a limit. */
function lowerBound(rising: ArrayLike<number>, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy with room for at least `size` numbers. */
function grown<T extends Float64Array | Int32Array | Uint8Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (n: number) => T)(Math.max(size, array.length * 2));
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
