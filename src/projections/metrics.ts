/**
 * CloudWatch's series of a function, minute by minute, folded from the journal. Rules: [M1] in SPEC.md.
 */
import { metricsOf, statisticOf } from '../engine/cloudwatch/metrics.ts';
import type { MetricName, Statistic } from '../engine/definition.ts';
import { type Instant, instant, minutes } from '../engine/kernel/time.ts';
import type { World } from '../engine/world.ts';

export interface MetricPoint {
  /** When its period begins. */
  at: Instant;
  value: number;
}

export type MetricSeries = Record<MetricName, MetricPoint[]>;

/** The statistic that people look at, by metric. */
export const STATISTIC: Record<MetricName, Statistic> = {
  Invocations: 'Sum',
  Errors: 'Sum',
  Throttles: 'Sum',
  Duration: 'Average',
  ConcurrentExecutions: 'Maximum',
  IteratorAge: 'Maximum',
};

/**
 * The series of a function from the lab's beginning until now; a period without samples has no point.
 * @param periodUs microseconds; a minute where it is not given.
 */
export function metricSeries(
  world: World,
  fn: number,
  periodUs: number = minutes(1),
): MetricSeries {
  const series: MetricSeries = {
    Invocations: [],
    Errors: [],
    Throttles: [],
    Duration: [],
    ConcurrentExecutions: [],
    IteratorAge: [],
  };
  const end = instant(world.now + 1);
  for (const { from, metrics } of metricsOf(world, fn, instant(0), end, periodUs, 0)) {
    for (const name of Object.keys(STATISTIC) as MetricName[]) {
      const value = statisticOf(metrics[name], STATISTIC[name]);
      if (value !== null) series[name].push({ at: from, value });
    }
  }
  return series;
}
