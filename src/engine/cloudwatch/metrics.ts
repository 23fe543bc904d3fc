/**
 * A function's metrics by CloudWatch's names, folded from the journal: nothing is counted while the lab
 * runs.
 *
 * Rules: [M1] what each metric counts.
 */
import type { MetricName, Statistic } from '../definition.ts';
import { Entry, FailureReason, type JournalEntry } from '../kernel/journal.ts';
import { type Instant, instant } from '../kernel/time.ts';
import { invokeTransit } from '../lambda/mapping/sendBatch.ts';
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
    if (functionOf(world, read) !== fn) continue;
    const metrics = periodOf(periods, from, read.at, periodUs);
    if (STARTED.has(kind)) concurrent++;
    else if (!THROTTLED.has(kind)) concurrent--;
    count(world, metrics, read);
    add(metrics.ConcurrentExecutions, concurrent);
  }
  return periods;
}

type Kinds = ReadonlySet<number>;
const STARTED: Kinds = new Set([Entry.invocationStarted, Entry.requestStarted]);
const FAILED: Kinds = new Set([Entry.invocationFailed, Entry.requestFailed]);
const THROTTLED: Kinds = new Set([Entry.invocationThrottled, Entry.requestThrottled]);
/** Entries of invocations that no mapping made. */
const OF_REQUESTS: Kinds = new Set([
  Entry.requestStarted,
  Entry.requestSucceeded,
  Entry.requestFailed,
  Entry.requestThrottled,
]);
const COUNTED: Kinds = new Set([
  ...OF_REQUESTS,
  Entry.invocationStarted,
  Entry.invocationSucceeded,
  Entry.invocationFailed,
  Entry.invocationThrottled,
]);

function functionOf({ state }: World, { kind, a, b }: JournalEntry): number {
  if (OF_REQUESTS.has(kind)) return b;
  const consumer = kind === Entry.invocationThrottled ? a : b;
  return state.mappings[state.consumers[consumer]!.mapping]!.function;
}

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
function count(world: World, metrics: FunctionMetrics, entry: JournalEntry): void {
  const { invocations } = world;
  const { kind, a: invocation, c: reason, at } = entry;
  if (THROTTLED.has(kind)) {
    add(metrics.Throttles, 1);
    return;
  }
  if (STARTED.has(kind)) {
    add(metrics.Invocations, 1);
    if (kind === Entry.requestStarted) return; // it is of no stream
    const isEmpty = invocations.from.get(invocation) === invocations.to.get(invocation);
    if (!isEmpty) add(metrics.IteratorAge, invocations.iteratorAgeMs.get(invocation));
    return;
  }
  add(metrics.Errors, FAILED.has(kind) && reason !== FailureReason.partial ? 1 : 0);
  add(metrics.Duration, (at - begunAt(world, entry)) / 1_000);
}

function begunAt(world: World, { kind, a: number, b: consumer }: JournalEntry): number {
  if (OF_REQUESTS.has(kind)) return world.outcomes.begunAt.get(number);
  return world.invocations.sentAt.get(number) + invokeTransit(world, consumer, number);
}
