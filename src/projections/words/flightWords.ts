/** What is said beside records that travel. */
import { countOf } from '../spanText.ts';

export const flightWords = {
  tooOld: 'too old: discarded',
  exhausted: 'attempts exhausted: discarded',
  pointer: (n: number): string => `pointer to ${countOf(n, 'record')}`,
  records: (n: number): string => `${countOf(n, 'whole record')}`,
};
