/** Counted things in German, and parts in a row. */
import { countText } from '../../spanText.ts';

/** `1 Record`, `4 Records`. */
export const many = (n: number, one: string, more: string): string =>
  `${countText(n)} ${n === 1 ? one : more}`;

export const records = (n: number): string => many(n, 'Record', 'Records');
export const items = (n: number): string => many(n, 'Item', 'Items');

/** `a`, `a und b`, `a, b und c`. */
export const inARow = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`;
