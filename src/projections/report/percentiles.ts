/** Exact percentiles of a set of samples. */

/** Milliseconds; null where there is no sample. */
export interface Percentiles {
  p50: number | null;
  p99: number | null;
  max: number | null;
}

/** By nearest rank: the smallest sample that at least so many percent of all do not exceed. */
export function percentiles(samplesMs: readonly number[] | Float64Array): Percentiles {
  if (samplesMs.length === 0) return { p50: null, p99: null, max: null };
  const sorted = new Float64Array(samplesMs).sort();
  const rank = (percent: number): number =>
    sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]!;
  return { p50: rank(50), p99: rank(99), max: sorted[sorted.length - 1]! };
}
