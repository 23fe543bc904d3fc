/** What many lessons and questions say of a history and of other worlds, in a few letters. */
import type { Condition } from './lesson.ts';

export const is = (measure: string, n: number): Condition => ({ measure, is: n });
export const atLeast = (measure: string, n: number): Condition => ({ measure, atLeast: n });
export const atMost = (measure: string, n: number): Condition => ({ measure, atMost: n });
/** What has been added since the step began, or the question was asked. */
export const added = (measure: string, n: number): Condition => ({ measure, since: 'step', is: n });
export const addedAtLeast = (measure: string, n: number): Condition => ({
  measure,
  since: 'step',
  atLeast: n,
});

/** A world in which these calls are made in the place of the lab's. */
export const calls = (...instead: readonly object[]): string[] => [
  `Metadata.Shardscope.Commands=${JSON.stringify(instead)}`,
];
