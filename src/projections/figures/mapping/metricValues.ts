/** CloudWatch metrics by name, each with its value [M1]. */
import { metricsOf, statisticOf } from '../../../engine/cloudwatch/metrics.ts';
import type { MetricName, Statistic } from '../../../engine/definition.ts';
import { instant, minutes } from '../../../engine/kernel/time.ts';
import type { World } from '../../../engine/world.ts';
import { STATISTIC } from '../../metrics.ts';
import { metricWords as words } from '../../words/metricWords.ts';
import type { Values } from './shapes.ts';

const NONE = '–';

/** A function's, over the last minute and the last five. */
export function functionMetrics(world: World, fn: number): Values {
  const spans = [1, 5].map((span) => statistics(world, fn, span));
  const names = Object.keys(STATISTIC) as MetricName[];
  return {
    kind: 'values',
    title: words.title,
    text: words.text(world.state.functions[fn]!.name),
    columns: [words.lastMinute, words.lastFive],
    rows: names.map((name) => ({
      name,
      detail: STATISTIC[name],
      values: spans.map((values) => {
        const value = values[name];
        return value === null ? NONE : words.value(name, value);
      }),
    })),
  };
}

function statistics(world: World, fn: number, span: number): Record<MetricName, number | null> {
  const length = minutes(span);
  const from = instant(Math.max(0, world.now - length));
  const [period] = metricsOf(world, fn, from, instant(world.now + 1), length + 1, 0);
  const read = (name: MetricName, statistic: Statistic): number | null =>
    period ? statisticOf(period.metrics[name], statistic) : null;
  return Object.fromEntries(
    Object.entries(STATISTIC).map(([name, statistic]) => [
      name,
      read(name as MetricName, statistic),
    ]),
  ) as Record<MetricName, number | null>;
}

const counted = (
  title: string,
  text: string,
  values: Readonly<Record<string, number>>,
): Values => ({
  kind: 'values',
  title,
  text,
  columns: [words.since],
  rows: Object.entries(values).map(([name, value]) => ({
    name,
    detail: '',
    values: [words.value(name, value)],
  })),
});

/** An event source mapping's own. Assumed: they are counted when a batch is settled. */
export function mappingMetrics(world: World, mapping: number): Values {
  const { meters, consumers } = world.state.mappings[mapping]!;
  const polled = consumers
    .map((number) => world.state.consumers[number]!)
    .reduce((sum, { fetched, checkpoint, begins, lane }) => {
      return lane === 0 ? sum + Math.max(fetched, checkpoint) - begins : sum;
    }, 0);
  return counted(words.title, words.mappingText, {
    PolledEventCount: polled,
    FilteredOutEventCount: meters.filtered,
    InvokedEventCount: meters.received,
    DroppedEventCount: meters.discarded + meters.expired,
    OnFailureDestinationDeliveredEventCount: meters.onFailure,
  });
}

export function tableMetrics(world: World, table: number): Values {
  const { writes, writeUnits, readUnits } = world.state.tables[table]!;
  return counted(words.title, words.tableText, {
    ConsumedWriteCapacityUnits: writeUnits,
    ConsumedReadCapacityUnits: readUnits,
    ConditionalCheckFailedRequests: writes.conditionFailed,
    WriteThrottleEvents: writes.throttled,
    TimeToLiveDeletedItemCount: writes.ttlDelete,
  });
}

/** A data stream's, and those that its table has for sending changes there. */
export function kinesisMetrics(world: World, stream: number): Values {
  const { records, changeDataCaptureUnits } = world.state.kinesisStreams[stream]!;
  return counted(words.title, words.tableText, {
    IncomingRecords: records,
    ConsumedChangeDataCaptureUnits: changeDataCaptureUnits,
  });
}

/** A DynamoDB stream's: what its mappings were given. */
export function streamMetrics(world: World, stream: number): Values {
  const { mappings } = world.state.streams[stream]!;
  const returned = mappings.map((mapping) => world.state.mappings[mapping]!.meters);
  return counted(words.title, words.tableText, {
    ReturnedRecordsCount: returned.reduce(
      (sum, { distinct, filtered }) => sum + distinct + filtered,
      0,
    ),
  });
}
