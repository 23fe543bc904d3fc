/** What a lesson asks of a world: numbers of its measures, by their paths. Rule: [Q7] in SPEC.md. */
import { didYouMean } from '../lab/nearest.ts';
import { numberText } from '../projections/spanText.ts';
import type { Condition } from './lesson.ts';
import { wrongRefusal } from './measures/journalMeasures.ts';

/** The measures (`measures.ts`), read only by paths; as they cross from the worker to the page. */
export type Measured = object;

/**
 * @returns NaN, which no condition holds for, where there is nothing to measure yet.
 * @throws Error with a sentence when one of the paths leads to no number.
 */
export function measureOf(measured: Measured, measure: string): number {
  return measure
    .split('+')
    .reduce((sum, path) => sum + numberAt(measured, path.trim(), path.trim()), 0);
}

/** Ids may hold dots, so any beginning of what is left of the path may be a key. */
function numberAt(holder: unknown, rest: string, path: string): number {
  if (typeof holder === 'object' && holder !== null) {
    for (const [key, value] of Object.entries(holder)) {
      if (key === rest && typeof value === 'number') return value;
      if (key === rest && value === null) return Number.NaN;
      if (rest.startsWith(`${key}.`)) return numberAt(value, rest.slice(key.length + 1), path);
    }
    if (path.startsWith('refused.')) return notRefused(path);
    const keys = Object.keys(holder);
    const guess = didYouMean(rest.split('.')[0]!, keys);
    throw new Error(
      `${path} is no number of the report${guess === '' ? ';' : `${guess};`} beside ${rest} there are ${keys.join(', ')}.`,
    );
  }
  throw new Error(`${path} is no number of the report.`);
}

/** Only refusals that there were are counted; any other that can be has been no time. */
function notRefused(path: string): number {
  const wrong = wrongRefusal(path.slice('refused.'.length));
  if (wrong === undefined) return 0;
  throw new Error(`${path} is no number of the report; ${wrong}`);
}

/** The value of a measure at the end of a step, or what the step added to it. */
export function countOver(
  { measure, since }: Pick<Condition, 'measure' | 'since'>,
  end: Measured,
  begin: Measured,
): number {
  const value = measureOf(end, measure);
  return since === 'step' ? value - measureOf(begin, measure) : value;
}

/** Whether all of the conditions hold at an instant of a step. */
export function holds(conditions: readonly Condition[], end: Measured, begin: Measured): boolean {
  return conditions.every((condition) => {
    const value = countOver(condition, end, begin);
    const { is, atLeast, atMost } = condition;
    return (
      (is === undefined || value === is) &&
      (atLeast === undefined || value >= atLeast) &&
      (atMost === undefined || value <= atMost)
    );
  });
}

/**
 * A text with what the engine counts in the place of each `{measure}`; a dash where nothing is measured
 * yet. Braces in backquotes are code.
 * @param measured null: before the engine has counted, every number is a dash.
 */
export function filled(text: string, measured: Measured | null): string {
  return text.replace(/(`[^`]*`)|\{([^}]+)\}/gu, (whole, code: string | undefined, measure) => {
    if (code !== undefined) return whole;
    const value = measured === null ? Number.NaN : measureOf(measured, measure as string);
    return Number.isNaN(value) ? '–' : numberText(value);
  });
}
