/** What is said beside records that travel. */
import { countOf } from '../spanText.ts';

export const flightWords = {
  tooOld: 'too old: discarded',
  exhausted: 'attempts exhausted: discarded',
  pointer: (n: number): string => `pointer to ${countOf(n, 'record')}`,
  records: (n: number): string => `${countOf(n, 'whole record')}`,
  items: (n: number): string => (n === 0 ? 'no item' : countOf(n, 'item')),
  noRecords: 'no records',
};
