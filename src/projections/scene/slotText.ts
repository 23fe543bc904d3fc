/** What a reader does, in a few words: the same on the card and in the inspector. */

import { FUNCTION } from '../geometry/measures.ts';
import { mappingWords as words } from '../words/mappingWords.ts';
import type { BatchSlot, FunctionCard } from './scene.ts';

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
      return `${words.inFlight(slot.total)} · ${attempt}`;
    case 'backingOff':
      return slot.throttled ? words.throttled(leftMs) : words.next(attempt, leftMs);
    default:
      return slot.waiting > 0 ? words.toRead(slot.waiting) : words.nothing;
  }
}

/** The same below the slot, where there may be no room for more than the records of a first attempt. */
export function slotLine(slot: BatchSlot, { slots, batchSize }: FunctionCard, now: number): string {
  const isNarrow = slots.length > FUNCTION.slotsInOneColumn;
  const isFirst = slot.state === 'invoking' && slot.attempt === 1 && slot.total > 0;
  return isNarrow && isFirst ? words.inFlight(slot.total) : slotText(slot, batchSize, now);
}
