/**
 * Latencies in the order in which they were measured, at most one for each change, that can be taken
 * back from the end. They lie in narrow buckets, so that an exact quantile is a walk over the buckets
 * and a sort of one of them.
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
  /** Samples by bucket, in the order of measurement. */
  private readonly buckets: number[][] = [];
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
    this.buckets[bucket].push(latencyUs);
    this.quantiles.clear();
  }

  /** Takes back everything measured by entries from this one on. */
  removeFrom(entry: number): void {
    while (this.count > 0 && this.entries[this.count - 1]! >= entry) {
      this.count--;
      this.seen[this.changes[this.count]!] = 0;
      this.buckets[bucketOf(this.latencies[this.count]!)]!.pop();
      this.quantiles.clear();
    }
  }

  /** The smallest latency that at least so many percent of all do not exceed, ms; null if there is none. */
  quantile(percent: number): number | null {
    if (this.count === 0) return null;
    const known = this.quantiles.get(percent);
    if (known !== undefined) return known;
    let rank = Math.max(1, Math.ceil((percent * this.count) / 100));
    const bucket = this.buckets.find((samples) => {
      const held = samples?.length ?? 0;
      if (rank <= held) return true;
      rank -= held;
      return false;
    });
    const answer = bucket!.toSorted((a, b) => a - b)[rank - 1]! / 1_000;
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
