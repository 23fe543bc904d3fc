/**
 * Processor time, from Linux's own count: what a machine that does nothing else would take. Where a
 * machine has other work, the clock on the wall counts that, too.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that a thread has had so far. */
export function threadMs(process: number, thread: number): number {
  const counts = readFileSync(`/proc/${process}/task/${thread}/schedstat`, 'utf8');
  return Number(counts.split(' ')[0]) / 1e6;
}

/** Milliseconds that the main thread of this process has had so far. */
export const ownMs = (): number => threadMs(process.pid, process.pid);

/** The thread of a name's beginning that has had most, or null. */
export function busiestThread(process: number, name: string): number | null {
  let busiest: number | null = null;
  for (const thread of readdirSync(`/proc/${process}/task`).map(Number)) {
    const named = readFileSync(`/proc/${process}/task/${thread}/comm`, 'utf8').trim();
    if (!named.startsWith(name)) continue;
    if (busiest === null || threadMs(process, thread) > threadMs(process, busiest)) {
      busiest = thread;
    }
  }
  return busiest;
}

/** Some durations, in order of size. */
export interface Spread {
  median: number;
  p95: number;
  worst: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort();
  const part = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return { median: part(0.5), p95: part(0.95), worst: sorted.at(-1)! };
}
