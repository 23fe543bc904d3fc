/** A made-up history of a few orders: what is asked of the table, one call after another. */
import { put, remove, update } from '../practice/ordersLab.ts';
import type { Dice } from './dice.ts';

export interface Asked {
  atMs: number;
  id: string;
  /** What the item is to be; null: deleted. */
  status: string | null;
  /** By UpdateItem rather than PutItem. */
  isUpdate: boolean;
}

const STATUSES = ['placed', 'paid', 'shipped'] as const;

/** Calls of which some change nothing: the same status once more, a delete of what is not there. */
export function madeUpHistory(roll: Dice, calls: number, spanMs: number): Asked[] {
  const ids = Array.from({ length: roll.whole(2, 4) }, (_, n) => `order#${n + 1}`);
  const gap = Math.floor(spanMs / calls);
  return Array.from({ length: calls }, (_, n) => {
    const atMs = 500 + n * gap + roll.whole(0, Math.floor(gap / 3));
    const status = roll.percent(20) ? null : roll.pick(STATUSES);
    return { atMs, id: roll.pick(ids), status, isUpdate: roll.percent(40) };
  });
}

/** As the commands of a lab file. */
export const commandsOf = (history: readonly Asked[]): ReturnType<typeof put>[] =>
  history.map(({ atMs, id, status, isUpdate }) => {
    const at = `${atMs}ms`;
    if (status === null) return remove(at, id);
    return isUpdate ? update(at, id, { status }) : put(at, id, { status });
  });

/** As sentences, in their order. */
export const historyText = (history: readonly Asked[]): string =>
  history
    .map(({ id, status, isUpdate }, n) => {
      if (status === null) return `${n + 1}. DeleteItem \`${id}\``;
      return `${n + 1}. ${isUpdate ? 'UpdateItem' : 'PutItem'} \`${id}\`, status ${status}`;
    })
    .join('; ');
