/** What many practice questions say: conditions, worlds and tags in a few letters. */
import type { Condition } from '../lesson.ts';
import type { ExamTag } from './exams.ts';

/** All records of the stream of `Orders`. */
export const RECORDS =
  'streams.Orders.records.INSERT + streams.Orders.records.MODIFY + streams.Orders.records.REMOVE';

export const is = (measure: string, n: number): Condition => ({ measure, is: n });
export const atLeast = (measure: string, n: number): Condition => ({ measure, atLeast: n });
/** So much, since the question was asked. */
export const added = (measure: string, n: number): Condition => ({ measure, since: 'step', is: n });

/** A world in which other calls are made. */
export const commands = (...calls: object[]): string[] => [
  `Metadata.Shardscope.Commands=${JSON.stringify(calls)}`,
];

export const DEVELOPER: ExamTag = { exam: 'DVA-C02', domain: 1 };
export const INTERVIEW: ExamTag = { exam: 'Interview', domain: 1 };
