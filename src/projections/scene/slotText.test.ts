import { expect, it } from 'vitest';
import type { BatchSlot, FunctionCard } from './scene.ts';
import { slotLine } from './slotText.ts';

const slot = { state: 'invoking', total: 12, attempt: 1, attemptsMost: 3, nextAttemptAt: 0 };
const lineOf = (slots: number, more: Partial<BatchSlot> = {}): string => {
  const card = { slots: Array(slots).fill(slot), batchSize: 100 } as unknown as FunctionCard;
  return slotLine({ ...slot, ...more } as BatchSlot, card, 0);
};

it('in two columns a slot leaves out only that an attempt is the first', () => {
  expect(lineOf(4)).toBe('12 in flight · attempt 1 of 3');
  expect(lineOf(8)).toBe('12 in flight');
  expect(lineOf(8, { attempt: 2 })).toBe('12 in flight · attempt 2 of 3');
});
