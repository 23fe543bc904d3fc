/** Long work that comes in steps, in short slices: between two of them messages are received. */
import type { Steps } from '../../lab/steps.ts';
import type { WorkFollow } from '../storage/storage.ts';
import { SLICE_MS } from './slices.ts';

/** Who follows it, and lets messages in. */
export type StepsFollow = WorkFollow & { breathe(): Promise<void> };

const TELL_EVERY_MS = 60;

/**
 * Takes the steps of some work, and tells of it where it is long.
 * @param total how many things are dealt with in all.
 * @returns null where nobody wants it any more.
 */
export async function takeSteps<T>(
  steps: Steps<T>,
  total: number,
  { tell, isCancelled, breathe }: StepsFollow,
): Promise<T | null> {
  let toldMs = performance.now();
  let dealtWith = 0;
  for (let sliceEndMs = toldMs + SLICE_MS; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    dealtWith += step.value;
    const nowMs = performance.now();
    if (nowMs < sliceEndMs) continue;
    if (nowMs - toldMs >= TELL_EVERY_MS) {
      toldMs = nowMs;
      tell(Math.min(0.999, dealtWith / Math.max(1, total)));
    }
    await breathe();
    if (isCancelled()) return null;
    sliceEndMs = performance.now() + SLICE_MS;
  }
}
