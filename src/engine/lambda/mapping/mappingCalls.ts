/**
 * Event source mappings that come, change and go while the lab runs. AWS takes its time over each; what
 * is written to the source before a mapping that begins at LATEST is Enabled, it never sees.
 *
 * Left out for now: a function alias.
 * Rules: [E10] ranges, [E11] it takes seconds (assumed), [E12] what LATEST passes over, [E13] a
 * disabled mapping stands still, [E37] settings take effect when the update is done.
 */
import type { EventSourceMappingDefinition } from '../../definition.ts';
import {
  flagMember,
  listMember,
  optionalMembers,
  optionalText,
  optionalWhole,
  textMember,
} from '../../item/callInput.ts';
import { ItemError } from '../../item/itemError.ts';
import type { Call, CallInput, Calls } from '../../kernel/call.ts';
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { Entry } from '../../kernel/journal.ts';
import { after, type Duration } from '../../kernel/time.ts';
import { MAPPING_SETTLES_LEAST, MAPPING_SETTLES_MOST } from '../../limits.ts';
import { recordAt } from '../../streams/shard.ts';
import { isReadable } from '../../streams/streamCalls.ts';
import type { MappingStatus, World } from '../../world.ts';
import { parsePatterns } from '../events/filter.ts';
import { findFunction } from '../function/functionNames.ts';
import { resumeConsumer } from './consumer.ts';
import { addMapping, beginToRead, filtersOf, startingOrdinal } from './eventSourceMapping.ts';
import { checkRanges, checkStartingPosition, invalid, refuseUnsupported } from './mappingRanges.ts';
import { applyUpdate } from './mappingUpdate.ts';
import { redriveCall } from './redrive.ts';

/** The number of a mapping by its UUID, or by its id in the lab. @throws ItemError */
export function mappingNamed(world: World, name: string): number {
  const number = world.state.mappings.findIndex(
    ({ id, uuid, state }) => (uuid === name || id === name) && state !== 'Deleted',
  );
  if (number >= 0) return number;
  throw new ItemError('ResourceNotFoundException', 'The resource you requested does not exist.');
}

/** The function that a mapping is to invoke. @throws ItemError */
function functionToInvoke(world: World, name: string): number {
  const number = findFunction(world, name);
  if (number < 0) throw invalid('Function does not exist');
  return number;
}

interface Source {
  kind: EventSourceMappingDefinition['sourceKind'];
  /** Number in `streams` or in `kinesisStreams`. */
  stream: number;
}

/** The stream of a table, or a data stream; a table's own ARN is neither. */
const STREAM_ARN =
  /^arn:[^:]*:(dynamodb:[^:]*:[^:]*:table\/[^/]+\/stream\/.|kinesis:[^:]*:[^:]*:stream\/.)/;

/** @throws ItemError where there is no such stream to be read. */
export function sourceWithArn(world: World, arn: string): Source {
  const { streams, kinesisStreams } = world.state;
  const dynamoDb = streams.findIndex((stream) => stream.arn === arn);
  if (dynamoDb >= 0 && isReadable(world, dynamoDb)) {
    return { kind: 'DynamoDbStream', stream: dynamoDb };
  }
  const kinesis = kinesisStreams.findIndex((stream) => stream.arn === arn);
  if (kinesis >= 0) return { kind: 'KinesisStream', stream: kinesis };
  if (!STREAM_ARN.test(arn)) throw invalid('Unrecognized event source.');
  throw invalid(`Stream not found: ${arn}`);
}

/** Answers the mapping's number. */
const createMappingCall: Call = (world, input) => {
  checkRanges(input);
  refuseUnsupported(input);
  const arn = optionalText(input, 'EventSourceArn');
  if (arn === null) throw invalid('Unrecognized event source.');
  checkStartingPosition(world, input, arn);
  parsePatterns(filtersOf(input.FilterCriteria) ?? []);
  const fn = functionToInvoke(world, textMember(input, 'FunctionName'));
  const { kind, stream } = sourceWithArn(world, arn);
  const definition = readMapping(world, input, fn, kind);
  refuseSecond(world, fn, kind, stream, arn);
  return ({ entry }) => {
    const mapping = addMapping(world, definition, stream);
    world.state.mappings[mapping]!.enabled = false;
    world.journal.append(world.now, Entry.mappingCreated, mapping, 0, 0, 0, entry);
    settleLater(world, mapping, 'Creating', definition.enabled ? 1 : 0);
    return mapping;
  };
};

function readMapping(
  world: World,
  input: CallInput,
  fn: number,
  sourceKind: Source['kind'],
): EventSourceMappingDefinition {
  const { id, mappings } = world.state.functions[fn]!;
  const startingPosition = optionalText(input, 'StartingPosition');
  const timestamp = input.StartingPositionTimestamp;
  const filters = filtersOf(input.FilterCriteria) ?? [];
  const destination = onFailureTarget(world, input);
  const age = optionalWhole(input, 'MaximumRecordAgeInSeconds') ?? -1;
  return {
    id: mappings.length === 0 ? id : `${id}.${world.state.mappings.length + 1}`,
    function: id,
    source: '',
    sourceKind,
    batchSize: optionalWhole(input, 'BatchSize') ?? 100,
    maximumBatchingWindowMs: (optionalWhole(input, 'MaximumBatchingWindowInSeconds') ?? 0) * 1_000,
    startingPosition: startingPosition as EventSourceMappingDefinition['startingPosition'],
    ...(typeof timestamp === 'number' && { startingPositionTimestampMs: timestamp * 1_000 }),
    maximumRetryAttempts: optionalWhole(input, 'MaximumRetryAttempts') ?? -1,
    maximumRecordAgeMs: age < 0 ? -1 : age * 1_000,
    bisectBatchOnFunctionError: flagMember(input, 'BisectBatchOnFunctionError'),
    parallelizationFactor: optionalWhole(input, 'ParallelizationFactor') ?? 1,
    reportBatchItemFailures:
      Array.isArray(input.FunctionResponseTypes) &&
      input.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    filters,
    tumblingWindowMs: (optionalWhole(input, 'TumblingWindowInSeconds') ?? 0) * 1_000,
    ...(destination !== null && { onFailureDestination: destination }),
    enabled: input.Enabled !== false,
  };
}

const DESTINATIONS: readonly string[] = ['SQS', 'SNS', 'S3'];

/** The id of the target that takes on-failure documents, by the end of its ARN. */
function onFailureTarget(world: World, input: CallInput): string | null {
  const destinations = optionalMembers(input, 'DestinationConfig');
  const onFailure = destinations && optionalMembers(destinations, 'OnFailure');
  const arn = onFailure && optionalText(onFailure, 'Destination');
  if (!arn) return null;
  const [, , service = ''] = arn.split(':');
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  // Standard queues and topics only, and buckets.
  const takes = world.state.targets.find(
    ({ id, name: own, kind }) =>
      kind === service.toUpperCase() && (own === name || id === name) && !own.endsWith('.fifo'),
  );
  if (takes && DESTINATIONS.includes(takes.kind)) return takes.id;
  throw invalid(`The destination ARN ${arn} is invalid.`);
}

function refuseSecond(
  world: World,
  fn: number,
  kind: Source['kind'],
  stream: number,
  arn: string,
): void {
  const same = world.state.mappings.find(
    (m) =>
      m.function === fn && m.sourceKind === kind && m.stream === stream && m.state !== 'Deleted',
  );
  if (!same) return;
  const { name } = world.state.functions[fn]!;
  throw new ItemError(
    'ResourceConflictException',
    `The event source arn (" ${arn} ") and function (" ${name} ") provided mapping already exists. Please update or delete the existing mapping with UUID ${same.uuid}`,
  );
}

const shardsOf = (world: World, mapping: number): readonly number[] => {
  const { sourceKind, stream } = world.state.mappings[mapping]!;
  const { streams, kinesisStreams } = world.state;
  return (sourceKind === 'DynamoDbStream' ? streams : kinesisStreams)[stream]!.shards;
};

/** Answers the mapping's number. */
const updateMappingCall: Call = (world, input) => {
  checkRanges(input);
  refuseUnsupported(input);
  const mapping = mappingNamed(world, textMember(input, 'UUID'));
  refuseUnsettled(world, mapping, 'update');
  const filters = filtersOf(input.FilterCriteria);
  if (filters) parsePatterns(filters);
  listMember(optionalMembers(input, 'FilterCriteria') ?? {}, 'Filters');
  const resolved = { ...input };
  if (input.FunctionName != null) {
    resolved.FunctionName = functionToInvoke(world, textMember(input, 'FunctionName'));
  }
  if (input.DestinationConfig != null) {
    const destination = onFailureTarget(world, input);
    resolved.OnFailure = world.state.targets.findIndex(({ id }) => id === destination);
  }
  return ({ entry }) => {
    const settings = world.state.mappings[mapping]!;
    settings.update = { input: resolved, cause: entry };
    world.journal.append(world.now, Entry.mappingUpdating, mapping, 0, 0, 0, entry);
    const enabled = typeof input.Enabled === 'boolean' ? input.Enabled : settings.enabled;
    let status: MappingStatus = 'Updating';
    if (enabled !== settings.enabled) status = enabled ? 'Enabling' : 'Disabling';
    settleLater(world, mapping, status, enabled ? 1 : 0);
    return mapping;
  };
};

/** Answers the mapping's number. */
const deleteMappingCall: Call = (world, input) => {
  const mapping = mappingNamed(world, textMember(input, 'UUID'));
  refuseUnsettled(world, mapping, 'delete');
  return () => {
    settleLater(world, mapping, 'Deleting', 0);
    return mapping;
  };
};

function refuseUnsettled(world: World, mapping: number, what: 'update' | 'delete'): void {
  const { state } = world.state.mappings[mapping]!;
  if (state === 'Enabled' || state === 'Disabled') return;
  throw new ItemError(
    'ResourceInUseException',
    `Cannot ${what} the event source mapping because it is in use.`,
  );
}

/** [E11] Assumed: AWS needs some seconds, often more. */
function settleLater(world: World, mapping: number, status: MappingStatus, enabled: number): void {
  const settings = world.state.mappings[mapping]!;
  settings.state = status;
  settings.lastModifiedAt = world.now;
  const drawn = draw(world.definition.seed, Purpose.settling, 1_000_000 + mapping, world.now);
  const span = within(drawn, MAPPING_SETTLES_LEAST, MAPPING_SETTLES_MOST) as Duration;
  world.queue.schedule(after(world.now, span), EventKind.mappingSettles, mapping, enabled);
}

/** What was begun is done. */
export function onMappingSettles(world: World, number: number, enabled: number): void {
  const mapping = world.state.mappings[number]!;
  const was = mapping.state;
  mapping.enabled = enabled === 1;
  if (was === 'Deleting') mapping.state = 'Deleted';
  else mapping.state = mapping.enabled ? 'Enabled' : 'Disabled';
  const kind = was === 'Deleting' ? Entry.mappingDeleted : Entry.mappingDisabled;
  if (was !== 'Updating') {
    world.journal.append(world.now, mapping.enabled ? Entry.mappingEnabled : kind, number);
  }
  applyUpdate(world, number);
  if (was === 'Creating') {
    notePassedOver(world, number);
    beginToRead(world, number);
  } else if (mapping.enabled) {
    for (const consumer of mapping.consumers) resumeConsumer(world, consumer);
  }
}

/** [E12] What was written between the call and now lies before LATEST. */
function notePassedOver(world: World, number: number): void {
  const mapping = world.state.mappings[number]!;
  for (const shard of shardsOf(world, number)) {
    const begins = startingOrdinal(world, number, shard);
    mapping.passedOver += begins;
    if (mapping.startingPosition !== 'LATEST') continue;
    let from = begins;
    while (from > 0 && recordAt(world, shard, from - 1) >= mapping.lastModifiedAt) from--;
    if (from === begins) continue;
    world.journal.append(world.now, Entry.recordsPassedOver, number, shard, from, begins);
  }
}

export const mappingCalls: Calls = {
  'lambda:CreateEventSourceMapping': createMappingCall,
  'lambda:UpdateEventSourceMapping': updateMappingCall,
  'lambda:DeleteEventSourceMapping': deleteMappingCall,
  'shardscope:Redrive': redriveCall,
};
