/** What a benchmark reports: rows of a table, each figure beside the peer or limit that it is judged by. */

export interface BenchRow {
  what: string;
  /** With its unit. */
  value: string;
  /** The peer or limit, with its own figure; empty where there is none. */
  beside: string;
  /** What was aimed at; empty where nothing was. */
  aim: string;
}

export interface BenchSection {
  title: string;
  rows: BenchRow[];
  /** What a reader has to know to judge the figures. */
  notes: string[];
}

const grouping = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A number to three digits, with its unit. */
export const figure = (value: number, unit: string): string => `${grouping.format(value)} ${unit}`;

export const times = (factor: number): string =>
  `${factor >= 10 ? Math.round(factor) : factor.toFixed(1)} ×`;

/** The best of some runs, as `perSecond` of a count: noise only ever slows. */
export function bestPerSecond(runs: number, run: () => number): number {
  let best = 0;
  for (let i = 0; i < runs; i++) {
    const begun = performance.now();
    const count = run();
    best = Math.max(best, (count / (performance.now() - begun)) * 1_000);
  }
  return best;
}
