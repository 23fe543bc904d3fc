/**
 * Latencies in the order in which they were measured, at most one for each change, that can be taken
 * back from the end. A histogram finds the bucket in which a quantile lies; the samples themselves
 * give its exact value.
 */

/** Buckets for each doubling. */
const PER_OCTAVE = 64;

export class LatencySamples {
  private count = 0;
  private latencies = new Float64Array(256);
  private changes = new Int32Array(256);
  /** Journal entry of the measurement. */
  private entries = new Float64Array(256);
  private seen = new Uint8Array(1_024);
  private readonly buckets: number[] = [];

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
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
  }

  /** Takes back everything measured by entries from this one on. */
  removeFrom(entry: number): void {
    while (this.count > 0 && this.entries[this.count - 1]! >= entry) {
      this.count--;
      this.seen[this.changes[this.count]!] = 0;
      this.buckets[bucketOf(this.latencies[this.count]!)]!--;
    }
  }

  /** The smallest latency that at least so many percent of all do not exceed, ms; null if there is none. */
  quantile(percent: number): number | null {
    if (this.count === 0) return null;
    let rank = Math.max(1, Math.ceil((percent * this.count) / 100));
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      const held = this.buckets[bucket] ?? 0;
      if (rank <= held) return this.inBucket(bucket, rank) / 1_000;
      rank -= held;
    }
    return null;
  }

  private inBucket(bucket: number, rank: number): number {
    const members: number[] = [];
    for (let i = 0; i < this.count; i++) {
      const latency = this.latencies[i]!;
      if (bucketOf(latency) === bucket) members.push(latency);
    }
    members.sort((a, b) => a - b);
    return members[rank - 1]!;
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

/** Rising with the latency: 64 buckets an octave, by the number's own leading bits. */
function bucketOf(latencyUs: number): number {
  const octave = 31 - Math.clz32(Math.min(latencyUs, 0x7fff_ffff) | 1);
  // Beyond 35 minutes the octaves are counted in units of 2^20 µs.
  if (latencyUs > 0x7fff_ffff) return 31 * PER_OCTAVE + bucketOf(Math.floor(latencyUs / 2 ** 20));
  const low = 2 ** octave;
  return octave * PER_OCTAVE + Math.floor(((latencyUs - low) / low) * PER_OCTAVE);
}
