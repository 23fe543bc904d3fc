/**
 * A function's metrics by CloudWatch's names, folded from the journal: nothing is counted while the lab
 * runs.
 *
 * Rules: [M1] what each metric counts.
 */
import type { MetricName, Statistic } from '../definition.ts';
import { Entry, FailureReason, type JournalEntry } from '../kernel/journal.ts';
import { type Instant, instant } from '../kernel/time.ts';
import { invokeTransit } from '../lambda/sendBatch.ts';
import type { World } from '../world.ts';

/** A set of samples, as CloudWatch keeps it. */
export interface StatisticSet {
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
}

export type FunctionMetrics = Record<MetricName, StatisticSet>;

/** One period of one function. */
export interface MetricPeriod {
  from: Instant;
  metrics: FunctionMetrics;
}

const noSamples = (): StatisticSet => ({ count: 0, sum: 0, minimum: 0, maximum: 0 });

const noMetrics = (): FunctionMetrics => ({
  Invocations: noSamples(),
  Errors: noSamples(),
  Throttles: noSamples(),
  Duration: noSamples(),
  ConcurrentExecutions: noSamples(),
  IteratorAge: noSamples(),
});

function add(to: StatisticSet, value: number): void {
  to.minimum = to.count === 0 ? value : Math.min(to.minimum, value);
  to.maximum = to.count === 0 ? value : Math.max(to.maximum, value);
  to.count++;
  to.sum += value;
}

/** One statistic of a set, or null where it has no samples. */
export function statisticOf(set: StatisticSet, statistic: Statistic): number | null {
  if (set.count === 0) return null;
  if (statistic === 'SampleCount') return set.count;
  if (statistic === 'Sum') return set.sum;
  if (statistic === 'Average') return set.sum / set.count;
  return statistic === 'Minimum' ? set.minimum : set.maximum;
}

/**
 * A function's metrics from one instant up to, not including, another, in periods; those in which
 * nothing happened are left out.
 * @param periodUs microseconds; periods are counted from `from`.
 * @param running invocations that ran at `from`.
 */
export function metricsOf(
  world: World,
  fn: number,
  from: Instant,
  to: Instant,
  periodUs: number,
  running: number,
): MetricPeriod[] {
  const { journal } = world;
  const periods: MetricPeriod[] = [];
  let concurrent = running;
  for (let entry = journal.firstAtOrAfter(from); entry < journal.length; entry++) {
    const kind = journal.kindOf(entry);
    if (!COUNTED.has(kind)) {
      if (journal.atOf(entry) >= to) break;
      continue;
    }
    const read = journal.read(entry);
    if (read.at >= to) break;
    const consumer = kind === Entry.invocationThrottled ? read.a : read.b;
    if (functionOf(world, consumer) !== fn) continue;
    const metrics = periodOf(periods, from, read.at, periodUs);
    if (kind === Entry.invocationStarted) concurrent++;
    else if (kind !== Entry.invocationThrottled) concurrent--;
    count(world, metrics, read, consumer);
    add(metrics.ConcurrentExecutions, concurrent);
  }
  return periods;
}

const COUNTED: ReadonlySet<number> = new Set([
  Entry.invocationStarted,
  Entry.invocationSucceeded,
  Entry.invocationFailed,
  Entry.invocationThrottled,
]);

const functionOf = ({ state }: World, consumer: number): number =>
  state.mappings[state.consumers[consumer]!.mapping]!.function;

function periodOf(
  periods: MetricPeriod[],
  from: Instant,
  at: Instant,
  periodUs: number,
): FunctionMetrics {
  const begins = instant(from + Math.floor((at - from) / periodUs) * periodUs);
  const last = periods[periods.length - 1];
  if (last?.from === begins) return last.metrics;
  const metrics = noMetrics();
  periods.push({ from: begins, metrics });
  return metrics;
}

/** [M1] A reported item failure is no error; a throttled invocation is no invocation. */
function count(world: World, metrics: FunctionMetrics, entry: JournalEntry, consumer: number) {
  const { invocations } = world;
  const { kind, a: invocation, c: reason, at } = entry;
  if (kind === Entry.invocationThrottled) {
    add(metrics.Throttles, 1);
    return;
  }
  if (kind === Entry.invocationStarted) {
    add(metrics.Invocations, 1);
    const isEmpty = invocations.from.get(invocation) === invocations.to.get(invocation);
    if (!isEmpty) add(metrics.IteratorAge, invocations.iteratorAgeMs.get(invocation));
    return;
  }
  const isError = kind === Entry.invocationFailed && reason !== FailureReason.partial;
  add(metrics.Errors, isError ? 1 : 0);
  const begun = invocations.sentAt.get(invocation) + invokeTransit(world, consumer, invocation);
  add(metrics.Duration, (at - begun) / 1_000);
}
