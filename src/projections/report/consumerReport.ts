/** The report on what reads streams: one entry per event source mapping. */
import type { World } from '../../engine/world.ts';
import type { JournalOutcomes } from './outcomes.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

export interface ConsumerReport {
  kind: 'EventSourceMapping';
  /** Logical id of the table or Kinesis stream. */
  source: string;
  records: {
    received: number;
    distinct: number;
    redelivered: number;
    succeeded: number;
    discarded: number;
    expired: number;
    pending: number;
    duplicates: number;
  };
  invocations: {
    started: number;
    succeeded: number;
    failed: number;
    timedOut: number;
    inFlight: number;
    throttled: number;
    retries: number;
  };
  orderViolations: number;
  iteratorAgeMs: Percentiles;
  latencyMs: Percentiles;
}

export function consumerReport(
  world: World,
  mapping: number,
  outcomes: JournalOutcomes,
): ConsumerReport {
  const { state, definition } = world;
  const { meters } = state.mappings[mapping]!;
  const { succeeded, filtered, discarded, expired, received, distinct } = meters;
  const settled = succeeded + filtered + discarded + expired;
  const ended = meters.succeededInvocations + meters.failed + meters.partial + meters.timedOut;
  return {
    kind: 'EventSourceMapping',
    source: definition.eventSourceMappings[mapping]!.source,
    records: {
      ...{ received, distinct },
      redelivered: received - distinct,
      ...{ succeeded, discarded, expired },
      pending: sourceChanges(world, mapping) - settled,
      duplicates: meters.duplicates,
    },
    invocations: {
      started: meters.started,
      succeeded: meters.succeededInvocations,
      failed: meters.failed,
      timedOut: meters.timedOut,
      inFlight: meters.started - ended,
      throttled: meters.throttled,
      retries: meters.retries,
    },
    orderViolations: meters.orderViolations,
    iteratorAgeMs: percentiles(iteratorAges(world, mapping)),
    latencyMs: percentiles([...outcomes.latencies[mapping]!.values()].map((us) => us / 1_000)),
  };
}

/** Changes that the mapping's source has ever shown, each counted once. */
function sourceChanges({ state }: World, mapping: number): number {
  const { sourceKind, stream } = state.mappings[mapping]!;
  if (sourceKind === 'KinesisStream') {
    const { records, duplicates } = state.kinesisStreams[stream]!;
    return records - duplicates;
  }
  const { INSERT, MODIFY, REMOVE } = state.streams[stream]!.records;
  return INSERT + MODIFY + REMOVE;
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
