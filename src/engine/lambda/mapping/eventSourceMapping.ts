/**
 * The event source mapping: Lambda's poller between a stream and a function. Here it is made, told of
 * shards and changed; its consumers, one per shard and lane, do the work (`consumer.ts`).
 *
 * Rules: [E4] parents first, [E10] ranges, [E27] lanes, [E32] starting positions.
 */
import type { EventSourceMappingDefinition } from '../../definition.ts';
import { int32State } from '../../kernel/columns.ts';
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { epochMs, milliseconds, never } from '../../kernel/time.ts';
import { recordAt } from '../../streams/shard.ts';
import type { ConsumerMeters, World } from '../../world.ts';
import { startConsumer } from './consumer.ts';
import { NOTHING_PROCESSED } from './lastResult.ts';
import { pollInterval } from './pollGrid.ts';

/** Makes a mapping of the lab's file and lets it read every shard that its source has. */
export function createMapping(world: World, definition: EventSourceMappingDefinition): void {
  const { tables, kinesisStreams } = world.state;
  const { source } = definition;
  const stream =
    definition.sourceKind === 'DynamoDbStream'
      ? tables.find((t) => t.id === source)!.stream
      : kinesisStreams.findIndex((k) => k.id === source);
  const number = addMapping(world, definition, stream);
  world.state.mappings[number]!.state = definition.enabled ? 'Enabled' : 'Disabled';
  beginToRead(world, number);
}

/** Makes a mapping that reads nothing yet, and returns its number. */
export function addMapping(
  world: World,
  definition: EventSourceMappingDefinition,
  stream: number,
): number {
  const { state } = world;
  const number = state.mappings.length;
  const functionNumber = state.functions.findIndex((f) => f.id === definition.function);
  state.mappings.push({
    id: definition.id,
    uuid: uuidOf(world, number),
    state: 'Creating',
    lastModifiedAt: world.now,
    function: functionNumber,
    sourceKind: definition.sourceKind,
    stream,
    enabled: definition.enabled,
    batchSize: definition.batchSize,
    windowUs: milliseconds(definition.maximumBatchingWindowMs),
    maximumRetryAttempts: definition.maximumRetryAttempts,
    maximumRecordAgeMs: definition.maximumRecordAgeMs,
    bisect: definition.bisectBatchOnFunctionError,
    parallelizationFactor: definition.parallelizationFactor,
    reportBatchItemFailures: definition.reportBatchItemFailures,
    filters: [...definition.filters],
    filterVersion: 0,
    tumblingUs: milliseconds(definition.tumblingWindowMs ?? 0),
    update: null,
    isPipe: definition.pipe !== undefined,
    enrichment: state.functions.findIndex((f) => f.id === definition.pipe?.enrichment),
    denied: false,
    lastResult: NOTHING_PROCESSED,
    readsSince: never,
    startingPosition: definition.startingPosition,
    startingPositionTimestampMs: definition.startingPositionTimestampMs ?? 0,
    onFailureTarget: state.targets.findIndex((t) => t.id === definition.onFailureDestination),
    passedOver: 0,
    consumers: [],
    meters: noMeters(),
  });
  state.functions[functionNumber]!.mappings.push(number);
  if (world.deliveries.length === number) {
    // Made while the lab runs: nothing was delivered to it yet.
    world.deliveries.push(int32State());
    world.latestDelivered.push(int32State());
    world.filtered.push(int32State());
  }
  return number;
}

const noMeters = (): ConsumerMeters => ({
  received: 0,
  distinct: 0,
  succeeded: 0,
  filtered: 0,
  discarded: 0,
  expired: 0,
  started: 0,
  succeededInvocations: 0,
  failed: 0,
  partial: 0,
  timedOut: 0,
  throttled: 0,
  bisects: 0,
  retries: 0,
  onFailure: 0,
  duplicates: 0,
  orderViolations: 0,
  readThrottles: 0,
});

/** From now on a mapping knows of the shards of its source. */
export function beginToRead(world: World, number: number): void {
  const { sourceKind, stream } = world.state.mappings[number]!;
  const { streams, kinesisStreams } = world.state;
  const source = sourceKind === 'DynamoDbStream' ? streams[stream]! : kinesisStreams[stream]!;
  source.mappings.push(number);
  world.state.mappings[number]!.readsSince = world.now;
  for (const shard of source.shards) onShardDiscovered(world, number, shard);
}

function uuidOf(world: World, number: number): string {
  const hex = [21, 22, 23, 24]
    .map((part) => draw(world.definition.seed, Purpose.identifier, number, part))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
  const head = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...head, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** [E4] A new shard gets a consumer per lane, which waits where there is a parent still to be read. */
export function onShardDiscovered(world: World, mapping: number, shard: number): void {
  const { state } = world;
  const { parent } = state.shards[shard]!;
  const { consumers, parallelizationFactor } = state.mappings[mapping]!;
  const waits = consumers.some((other) => {
    const consumer = state.consumers[other]!;
    return consumer.shard === parent && consumer.phase !== 'drained';
  });
  const from = startingOrdinal(world, mapping, shard);
  for (let lane = 0; lane < parallelizationFactor; lane++) {
    const number = addConsumer(world, mapping, shard, lane, from);
    if (!waits) startConsumer(world, number);
  }
}

/** Adds a lane's consumer that waits. */
export function addConsumer(
  world: World,
  mapping: number,
  shard: number,
  lane: number,
  checkpoint: number,
): number {
  const { state } = world;
  const drawn = draw(world.definition.seed, Purpose.pollPhase, mapping, shard);
  const number = state.consumers.length;
  state.consumers.push({
    mapping,
    shard,
    lane,
    lanes: state.mappings[mapping]!.parallelizationFactor,
    phase: 'waitingForParent',
    retired: false,
    begins: checkpoint,
    relanedBelow: 0,
    tumbling: null,
    checkpoint,
    fetched: checkpoint,
    highestDelivered: checkpoint,
    lastFrom: -1,
    from: checkpoint,
    to: checkpoint,
    attempts: 0,
    halves: [],
    failedFrom: -1,
    invocation: -1,
    lastInvocation: -1,
    wakeAt: never,
    turn: 0,
    pollOffset: within(drawn, 0, pollInterval(world, mapping) - 1),
    idleSince: world.now,
  });
  state.mappings[mapping]!.consumers.push(number);
  return number;
}

/** [E32] Where reading begins: shards that open later are always read from their beginning. */
export function startingOrdinal(world: World, mapping: number, number: number): number {
  const { startingPosition, startingPositionTimestampMs } = world.state.mappings[mapping]!;
  const shard = world.state.shards[number]!;
  if (startingPosition === 'LATEST') return shard.count;
  if (startingPosition === 'TRIM_HORIZON') return shard.trimmed;
  let ordinal = shard.trimmed;
  const { startAtMs } = world.definition;
  while (
    ordinal < shard.count &&
    epochMs(startAtMs, recordAt(world, number, ordinal)) < startingPositionTimestampMs
  ) {
    ordinal++;
  }
  return ordinal;
}

/** The patterns of AWS's `FilterCriteria`, or null where it is not given. */
export function filtersOf(criteria: unknown): string[] | null {
  if (typeof criteria !== 'object' || criteria === null) return null;
  const { Filters } = criteria as { Filters?: unknown };
  if (!Array.isArray(Filters)) return [];
  return Filters.map((filter) => String((filter as { Pattern?: unknown } | null)?.Pattern ?? ''));
}
