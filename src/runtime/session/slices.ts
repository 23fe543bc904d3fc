/** Long runs in short slices, between which messages are received and newer wishes can overtake. */
import type { History } from '../history/history.ts';

/** Real time between two looks at whether something newer has come. */
export const SLICE_MS = 8;
const SLICE_EVENTS = 2_000;
/** Entries of a resumed history that are read between two looks at the clock. */
const SLICE_ENTRIES = 4_000;
const TELL_EVERY_MS = 60;

export interface SliceSurroundings {
  /** Real milliseconds, monotonic. */
  clock(): number;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
  /** Events between two looks at the clock, where the usual number takes too long. */
  events?: number;
}

export interface RunWishes {
  isOvertaken(): boolean;
  /** Hears now and then which part is done, 0 to 1, and at the end of a long run 1. */
  tell(part: number): void;
  /** Reads what the journal has, at most so many entries. @returns how many are left to read. */
  follow?(mostEntries?: number): number;
  /** Looks at what a slice has brought, before anything else does. @returns true to stop there. */
  looks?(): boolean;
}

/**
 * Runs a history forward to an instant (microseconds). What a resumed history brings along is read first.
 * @returns whether it was reached before something newer came.
 */
export async function runInSlices(
  history: History,
  to: number,
  surroundings: SliceSurroundings,
  { follow = () => 0, looks = () => false, ...wishes }: RunWishes,
): Promise<boolean> {
  const unread = follow(SLICE_ENTRIES);
  let left = unread;
  const read = () => {
    left = left === 0 ? 0 : follow(SLICE_ENTRIES);
    return left === 0;
  };
  if (!(await inSlices(read, () => 1 - left / unread, surroundings, wishes))) return false;
  const from = history.now;
  const run = () => {
    const isThere = history.advance(to, surroundings.events ?? SLICE_EVENTS);
    follow();
    return looks() || isThere;
  };
  const part = () => (to > from ? (history.now - from) / (to - from) : 0);
  return inSlices(run, part, surroundings, wishes);
}

/**
 * Takes steps until one is the last.
 * @param step returns whether it was the last.
 * @param part which part is done, 0 to 1.
 * @returns false when something newer came before.
 */
async function inSlices(
  step: () => boolean,
  part: () => number,
  { clock, breathe }: SliceSurroundings,
  { isOvertaken, tell }: RunWishes,
): Promise<boolean> {
  let toldMs = clock();
  let hasTold = false;
  let reached = true;
  for (let sliceEndMs = toldMs + SLICE_MS; !step(); ) {
    const nowMs = clock();
    if (nowMs < sliceEndMs) continue;
    if (nowMs - toldMs >= TELL_EVERY_MS) {
      toldMs = nowMs;
      hasTold = true;
      tell(Math.min(0.999, part()));
    }
    await breathe();
    reached = !isOvertaken();
    if (!reached) break;
    sliceEndMs = clock() + SLICE_MS;
  }
  if (hasTold) tell(1);
  return reached;
}
