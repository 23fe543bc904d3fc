/** What the rows of two reports side by side are called. */
import type { ReportRow } from '../../projections/report/reportDifferences.ts';
import { reportFigureWords as words } from '../words/reportFigures.ts';

/** Names by their keys; a figure of a report that nobody has named yet is called as it is there. */
const named = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

export const groupText = (group: string): string => named(words.groups, group);

/** `OrderProcessor · Invocations that failed` */
export function rowText({ group, of, figure }: ReportRow): string {
  const whose = group === 'cost' ? of.map(billText) : of;
  return [...whose, named(words.figures, figure)].join(' · ');
}

/** `Orders reads`: what a line of the bill is for stands after the id of what caused it. */
function billText(purpose: string): string {
  const [id, ...what] = purpose.split(' ');
  return `${id} · ${named(words.bill, what.join(' '))}`;
}
