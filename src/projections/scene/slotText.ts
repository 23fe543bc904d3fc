/** What a reader does, in a few words: the same on the card and in the inspector. */

import { mappingWords as words } from '../words/mappingWords.ts';
import type { BatchSlot } from './scene.ts';

/** @param now microseconds. */
export function slotText(slot: BatchSlot, batchSize: number, now: number): string {
  const leftMs = Math.max(0, slot.nextAttemptAt - now) / 1_000;
  const attempt = words.attempt(slot.attempt, slot.attemptsMost);
  switch (slot.state) {
    case 'waitingForParent':
      return words.waitsForParent;
    case 'buffering':
      return words.filling(slot.total, batchSize, leftMs);
    case 'invoking':
      if (slot.total === 0) return words.finalInvocation;
      return words.inFlight(slot.total, attempt);
    case 'backingOff':
      return slot.throttled ? words.throttled(leftMs) : words.next(attempt, leftMs);
    default:
      return slot.waiting > 0 ? words.toRead(slot.waiting) : words.nothing;
  }
}
