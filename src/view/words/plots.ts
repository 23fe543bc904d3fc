/** What the plots on the timeline are called, in which unit each is, and how a value reads. */
import { countOf, countText, spanText } from '../../projections/spanText.ts';
import type { MetricPicture } from '../../projections/timeline/timelineAnswer.ts';

type Metric = MetricPicture['id'];

const NAMES: Readonly<Record<Metric, string>> = {
  iteratorAge: 'Iterator age',
  waiting: 'Records waiting',
  latency: 'Latency',
  duplicates: 'Duplicates',
  throttles: 'Throttles',
  cost: 'Cost so far',
};

const TITLES: Readonly<Record<Metric, string>> = {
  iteratorAge:
    'Age of the oldest record of the batches that began there: CloudWatch’s IteratorAge, its maximum',
  waiting: 'Records that a mapping has still to settle',
  latency: 'From a write until its first effect arrived, the mean of what arrived there',
  duplicates: 'Effects that arrived a second time',
  throttles: 'Calls, reads and invocations refused for going too fast',
  cost: 'What everything has cost so far, at the prices of us-east-1',
};

const isSpan = (metric: Metric): boolean => metric === 'iteratorAge' || metric === 'latency';

/** Whether a sample counts what happened in its stretch, rather than saying what held at its end. */
export const isCount = (metric: Metric): boolean =>
  metric === 'duplicates' || metric === 'throttles';

function valueText(metric: Metric, value: number): string {
  if (isSpan(metric)) return spanText(value);
  return metric === 'cost' ? usdText(value) : countText(value);
}

/** `$1.20`, `$0.00034`: two digits that count, however little it is. */
function usdText(usd: number): string {
  if (usd === 0 || usd >= 0.1) return `$${usd.toFixed(2)}`;
  return `$${usd.toFixed(Math.min(12, 1 - Math.floor(Math.log10(usd))))}`;
}

/** Numbers of the plot's own axis: as short as can be. */
function tickText(metric: Metric, value: number): string {
  if (metric === 'cost') return value === 0 ? '$0' : usdText(value);
  if (isSpan(metric)) return value === 0 ? '0' : spanText(value).replace(/ (min|h|d) .*/, ' $1');
  return countText(value);
}

export const plotWords = {
  region: 'Plots',
  name: (metric: Metric) => NAMES[metric],
  title: (metric: Metric) => TITLES[metric],
  value: valueText,
  tick: tickText,
  none: 'none',
  unknown: '–',
  more: (n: number) => `and ${countText(n)} more`,
  each: (stretchMs: number) => `in each ${spanText(stretchMs)}`,
  reading: (metric: Metric, parts: readonly string[]) =>
    `${NAMES[metric]}: ${parts.length === 0 ? 'none' : parts.join(', ')}`,
  table: 'What the plots hold',
  tableNote: (n: number) => `${countOf(n, 'sample')}, evenly over the stretch.`,
  from: 'From',
  column: (metric: Metric, series: string) =>
    series === '' ? NAMES[metric] : `${NAMES[metric]}, ${series}`,
} as const;
