/** What the numbers of a mapping may be. Rules: [E10] ranges. */
import { ItemError } from '../item/itemError.ts';
import type { CallInput } from '../kernel/call.ts';

export const invalid = (message: string): ItemError =>
  new ItemError('InvalidParameterValueException', message);

/** AWS's ranges of a mapping's members [E10]. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  BatchSize: [1, 10_000],
  MaximumBatchingWindowInSeconds: [0, 300],
  ParallelizationFactor: [1, 10],
  MaximumRetryAttempts: [-1, 10_000],
  MaximumRecordAgeInSeconds: [-1, 604_800],
  TumblingWindowInSeconds: [0, 900],
};

/** @throws ItemError where a member lies outside of its range. */
export function checkRanges(input: CallInput): void {
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const value = input[name];
    if (value == null) continue;
    const isAge = name === 'MaximumRecordAgeInSeconds';
    const fits =
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= low &&
      value <= high &&
      !(isAge && value >= 0 && value < 60);
    if (fits) continue;
    const range = isAge ? '-1, or from 60 to 604800' : `from ${low} to ${high}`;
    throw invalid(`${name} must be a whole number ${range}.`);
  }
}
