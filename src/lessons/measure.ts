/** What a lesson asks of a world: numbers of the headless report, by their paths. */
import type { Condition } from './lesson.ts';

/** The headless report, read only by paths; as it crosses from the worker to the page. */
export type Measured = object;

/** @throws Error with a sentence when one of the paths leads to no number. */
export function measureOf(report: Measured, measure: string): number {
  return measure
    .split('+')
    .reduce((sum, path) => sum + numberAt(report, path.trim(), path.trim()), 0);
}

/** Ids may hold dots, so any beginning of what is left of the path may be a key. */
function numberAt(holder: unknown, rest: string, path: string): number {
  if (typeof holder === 'object' && holder !== null) {
    for (const [key, value] of Object.entries(holder)) {
      if (key === rest && typeof value === 'number') return value;
      if (rest.startsWith(`${key}.`)) return numberAt(value, rest.slice(key.length + 1), path);
    }
    const known = Object.keys(holder).join(', ');
    throw new Error(`${path} is no number of the report; beside ${rest} there are ${known}.`);
  }
  throw new Error(`${path} is no number of the report.`);
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

/** A text with what the engine counts in the place of each `{measure}`. */
export function filled(text: string, report: Measured): string {
  return text.replace(/\{([^}]+)\}/gu, (_, measure: string) =>
    measureOf(report, measure).toLocaleString('en'),
  );
}
