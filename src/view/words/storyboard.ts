/** What the storyboard says, which stands for motion where none is wanted. */
import { countOf, countText } from '../../projections/spanText.ts';

export const storyboardWords = {
  title: 'Storyboard',
  steps: 'The latest steps; the arrow keys step through time',
  empty: 'Nothing has happened yet. Play, or step with the right arrow key.',
  number: (entry: number) => countText(entry + 1),
  records: (n: number) => countOf(n, 'record'),
  leaves: (what: string, n: number) => `${what} ${n > 1 ? 'set' : 'sets'} out.`,
  underWay: (n: number) =>
    n === 0 ? 'Nothing is in motion' : `In motion now: ${countOf(n, 'record')}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  count: countText,
  under: (span: string) => `of ${span}`,
  way: (way: { what: string; from: string; to: string; span: string; part: number }) =>
    `${way.what}, from ${way.from} to ${way.to}: ${
      way.part >= 1
        ? `arrived after ${way.span}`
        : `on the way, ${Math.floor(way.part * 100)} % of ${way.span}`
    }`,
} as const;
