/** What many practice questions say, in a few letters. */
import type { ExamTag } from './exams.ts';

/** All records of the stream of `Orders`. */
export const RECORDS =
  'streams.Orders.records.INSERT + streams.Orders.records.MODIFY + streams.Orders.records.REMOVE';

export const DEVELOPER: ExamTag = { exam: 'DVA-C02', domain: 1 };
export const INTERVIEW: ExamTag = { exam: 'Interview', domain: 1 };
