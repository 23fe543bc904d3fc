/** Values of plotted series at an instant, and over a stretch. */
import type { MetricPicture } from '../../../projections/timeline/timelineAnswer.ts';

export interface Reading {
  name: string;
  /** Milliseconds, a count or dollars. */
  value: number;
}

/** Names of all series, each once, in their order: a name looks the same in every plot. */
export const namesOf = (pictures: readonly MetricPicture[]): string[] => [
  ...new Set(pictures.flatMap(({ series }) => series.map(({ name }) => name))),
];

/** The sample whose column holds an instant. @param begins of the columns, in order. */
export function sampleAt(begins: Float64Array, at: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * What the series hold in a sample, greatest first. Ages and latencies are known only where something
 * happened: the last that was known counts. A series without any value is left out.
 */
export const readingsAt = ({ id, series }: MetricPicture, sample: number): Reading[] =>
  series
    .flatMap(({ name, values }) => {
      let place = sample;
      if (id === 'iteratorAge' || id === 'latency') {
        while (place > 0 && Number.isNaN(values[place])) place--;
      }
      const value = values[place];
      return value === undefined || Number.isNaN(value) ? [] : [{ name, value }];
    })
    .sort((a, b) => b.value - a.value);
