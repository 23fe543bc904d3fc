/** A condition as one line: `added streams.Todos.records.INSERT >= 1`. */
import type { Condition } from '../lesson.ts';

const SIGNS = { is: '=', atLeast: '>=', atMost: '<=' } as const;
type Bound = keyof typeof SIGNS;
const BOUNDS = Object.keys(SIGNS) as Bound[];

/** Of what a learner or a world did in this very step. */
const ADDED = 'added ';

/** What would be accepted, for sentences. */
export const CONDITION_EXAMPLE =
  'streams.Todos.records.INSERT = 1, or added streams.Todos.records.MODIFY >= 2';

/** @returns undefined where the condition has not exactly one bound: it is not well made. */
export function conditionText({ measure, since, ...bounds }: Condition): string | undefined {
  const given = BOUNDS.filter((bound) => bounds[bound] !== undefined);
  const [bound] = given;
  if (bound === undefined || given.length > 1) return undefined;
  return `${since === 'step' ? ADDED : ''}${measure} ${SIGNS[bound]} ${bounds[bound]}`;
}

/** @returns undefined where it is none. */
export function readCondition(text: string): Condition | undefined {
  const [, measured, sign, number] =
    /^([^<>=]*[^<>=\s])\s*(>=|<=|=)\s*(-?[\d.]+(?:e[+-]?\d+)?)$/u.exec(text.trim()) ?? [];
  const bound = BOUNDS.find((one) => SIGNS[one] === sign);
  const value = Number(number);
  if (measured === undefined || bound === undefined || Number.isNaN(value)) return undefined;
  const isAdded = measured.startsWith(ADDED);
  const measure = (isAdded ? measured.slice(ADDED.length) : measured).trim();
  if (measure === '' || measure === ADDED.trim()) return undefined;
  return { measure, ...(isAdded && { since: 'step' as const }), [bound]: value };
}
