/** The report on what reads streams: one entry per event source mapping. */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { Settled, type World } from '../../engine/world.ts';
import { type JournalOutcomes, latenciesMs } from './outcomes.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

export interface ConsumerReport {
  kind: 'EventSourceMapping' | 'Pipe';
  /** Logical id of the table or Kinesis stream. */
  source: string;
  records: {
    received: number;
    distinct: number;
    redelivered: number;
    succeeded: number;
    filtered: number;
    discarded: number;
    expired: number;
    pending: number;
    duplicates: number;
  };
  invocations: {
    started: number;
    succeeded: number;
    failed: number;
    partial: number;
    timedOut: number;
    inFlight: number;
    throttled: number;
    bisects: number;
    retries: number;
  };
  /** Documents sent to the on-failure destination. */
  onFailure: number;
  orderViolations: number;
  iteratorAgeMs: Percentiles;
  latencyMs: Percentiles;
}

export function consumerReport(
  world: World,
  mapping: number,
  outcomes: JournalOutcomes,
): ConsumerReport {
  const { state } = world;
  const { meters } = state.mappings[mapping]!;
  const { succeeded, filtered, discarded, expired, received, distinct } = meters;
  const ended = meters.succeededInvocations + meters.failed + meters.partial + meters.timedOut;
  return {
    kind: state.mappings[mapping]!.isPipe ? 'Pipe' : 'EventSourceMapping',
    source: sourceOf(world, mapping),
    records: {
      ...{ received, distinct },
      redelivered: received - distinct,
      ...{ succeeded, filtered, discarded, expired },
      pending: pendingChanges(world, mapping),
      duplicates: meters.duplicates,
    },
    invocations: {
      started: meters.started,
      succeeded: meters.succeededInvocations,
      failed: meters.failed,
      partial: meters.partial,
      timedOut: meters.timedOut,
      inFlight: meters.started - ended,
      throttled: meters.throttled,
      bisects: meters.bisects,
      retries: meters.retries,
    },
    onFailure: meters.onFailure,
    orderViolations: meters.orderViolations,
    iteratorAgeMs: percentiles(iteratorAges(world, mapping)),
    latencyMs: percentiles(latenciesMs(outcomes.latencies[mapping]!)),
  };
}

/** Also of a mapping that was made while the lab ran. */
function sourceOf({ state }: World, mapping: number): string {
  const { sourceKind, stream } = state.mappings[mapping]!;
  const { tables, streams, kinesisStreams } = state;
  return sourceKind === 'KinesisStream'
    ? kinesisStreams[stream]!.id
    : tables[streams[stream]!.table]!.id;
}

/** Changes at or behind the checkpoint of their shard that are not done with. */
function pendingChanges(world: World, mapping: number): number {
  const deliveries = world.deliveries[mapping]!;
  const pending = new Set<number>();
  for (const number of world.state.mappings[mapping]!.consumers) {
    const consumer = world.state.consumers[number]!;
    const { count } = world.state.shards[consumer.shard]!;
    for (let ordinal = consumer.checkpoint; ordinal < count; ordinal++) {
      if (!isInLane(world, consumer, ordinal)) continue;
      const change = changeOf(world, consumer.shard, ordinal);
      if ((deliveries.get(change) & 7) === Settled.pending) pending.add(change);
    }
  }
  return pending.size;
}

/** One sample per invocation that began: the age of its last record when it was sent. */
function iteratorAges({ state, invocations }: World, mapping: number): number[] {
  const ages: number[] = [];
  for (let i = 0; i < invocations.consumer.length; i++) {
    const consumer = state.consumers[invocations.consumer.get(i)]!;
    if (consumer.mapping === mapping) ages.push(invocations.iteratorAgeMs.get(i));
  }
  return ages;
}
