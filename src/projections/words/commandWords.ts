/** What somebody has done, in a few words. */
import { countOf } from '../spanText.ts';

export const commandWords = {
  put: (item: string): string => `put ${item}`,
  update: (item: string): string => `update ${item}`,
  delete: (item: string): string => `delete ${item}`,
  batch: (n: number, table: string): string => `${countOf(n, 'write')} to ${table}`,
  fault: (kind: string, target: string): string => `${kind} at ${target}`,
  faultEnded: (kind: string, target: string): string => `no more ${kind} at ${target}`,
  behaviour: (fn: string): string => `behaviour of ${fn}`,
  traffic: (table: string, perSecond: number): string =>
    perSecond > 0 ? `${perSecond} writes a second to ${table}` : `no traffic to ${table}`,
  code: (fn: string, isCode: boolean): string =>
    isCode ? `other code for ${fn}` : `${fn}’s effects again`,
  test: (fn: string): string => `test event for ${fn}`,
  other: (operation: string, of: string): string => (of === '' ? operation : `${operation} ${of}`),
};
