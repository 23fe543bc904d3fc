/** Long runs in short slices, between which messages are received and newer wishes can overtake. */
import type { History } from './history/history.ts';

/** Real time between two looks at whether something newer has come. */
export const SLICE_MS = 8;
const SLICE_EVENTS = 2_000;
const TELL_EVERY_MS = 60;

export interface SliceSurroundings {
  /** Real milliseconds, monotonic. */
  clock(): number;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
  /** Events between two looks at the clock, where the usual number takes too long. */
  events?: number;
}

/**
 * Runs a history forward to an instant (microseconds).
 * @returns whether it was reached before something newer came.
 */
export async function runInSlices(
  history: History,
  to: number,
  { clock, breathe, events = SLICE_EVENTS }: SliceSurroundings,
  /** `tell` hears now and then which part is done, 0 to 1, and at the end of a long run 1. */
  {
    isOvertaken,
    tell,
    looks,
  }: {
    isOvertaken(): boolean;
    tell(part: number): void;
    /** Looks at what a slice has brought, before anything else does. @returns true to stop there. */
    looks?(): boolean;
  },
): Promise<boolean> {
  const from = history.now;
  let toldMs = clock();
  let hasTold = false;
  let reached = true;
  for (let sliceEndMs = toldMs + SLICE_MS; ; ) {
    const isThere = history.advance(to, events);
    if (looks?.() === true || isThere) break;
    const nowMs = clock();
    if (nowMs < sliceEndMs) continue;
    if (nowMs - toldMs >= TELL_EVERY_MS) {
      toldMs = nowMs;
      hasTold = true;
      tell(to > from ? Math.min(0.999, (history.now - from) / (to - from)) : 0);
    }
    await breathe();
    reached = !isOvertaken();
    if (!reached) break;
    sliceEndMs = clock() + SLICE_MS;
  }
  if (hasTold) tell(1);
  return reached;
}
