/** The card of a function at one of its event source mappings: a slot for each shard it reads. */
import type { FaultState, World } from '../../engine/world.ts';
import { pendingOf, tableOfMapping } from '../comparison/backlog.ts';
import { matchText } from '../faultText.ts';
import { RETENTION_MS } from '../geometry/ageAxis.ts';
import { cardId } from '../scene/cardIds.ts';
import type { FunctionCard } from '../scene/scene.ts';
import { isBehind, isFailing, type Standing, standingOf } from '../standing.ts';
import { cardWords } from '../words/cardWords.ts';
import { slotOf } from './batchSlots.ts';
import { concurrencyOf, environmentsOf } from './concurrency.ts';
import { pipeStages } from './pipeStages.ts';

/** @param shownShards the shards that have a lane in the mapping's stream. */
export function functionCard(
  world: World,
  mapping: number,
  shownShards: readonly number[],
): FunctionCard {
  const { state } = world;
  const settings = state.mappings[mapping]!;
  const { function: number, batchSize, windowUs, consumers, meters } = settings;
  const active = activeFaults(world, number);
  const standings = shownShards
    .flatMap((shard) => consumers.filter((c) => state.consumers[c]!.shard === shard))
    .map((consumer) => standingOf(world, consumer));
  const schema = state.tables[tableOfMapping(world, mapping)]?.schema;
  return {
    type: 'function',
    id: cardId.mapping(mapping),
    ...named(world, number),
    mapping,
    uuid: settings.uuid,
    mappingState: settings.state,
    lastResult: settings.lastResult,
    batchSize,
    windowMs: windowUs / 1_000,
    slots: standings.map((standing) => slotOf(world, standing)),
    faults: active.map((fault) => describedFault(fault, schema)),
    invocations: meters.started,
    failed: meters.failed + meters.timedOut,
    throttled: meters.throttled,
    timeoutMs: world.state.functions[number]!.settings.timeoutMs,
    waiting: pendingOf(world, mapping),
    filtered: meters.filtered,
    discarded: meters.discarded,
    expired: meters.expired,
    iteratorAgeMs: Math.max(0, ...standings.map((standing) => standing.iteratorAgeMs)),
    retentionMs: retentionMsOf(world, mapping),
    environments: environmentsOf(world, number),
    concurrency: concurrencyOf(world, number),
    pipe: pipeStages(world, mapping),
    ...statusOf(world, mapping, standings, active),
  };
}

/** The card of a function for which no mapping has been made yet. */
export function idleFunctionCard(world: World, number: number): FunctionCard {
  return {
    type: 'function',
    id: cardId.idleFunction(number),
    ...named(world, number),
    mapping: -1,
    uuid: '',
    mappingState: '',
    lastResult: '',
    batchSize: 0,
    windowMs: 0,
    slots: [],
    environments: environmentsOf(world, number),
    concurrency: concurrencyOf(world, number),
    timeoutMs: world.state.functions[number]!.settings.timeoutMs,
    iteratorAgeMs: 0,
    retentionMs: RETENTION_MS,
    pipe: null,
    faults: activeFaults(world, number).map((fault) => describedFault(fault, undefined)),
    ...{ invocations: 0, failed: 0, throttled: 0 },
    ...{ waiting: 0, filtered: 0, discarded: 0, expired: 0 },
    status: cardWords.noMapping,
    tone: 'plain',
  };
}

function named(
  world: World,
  number: number,
): Pick<FunctionCard, 'title' | 'logicalId' | 'function'> {
  const { name, id } = world.state.functions[number]!;
  return { title: name, logicalId: id, function: number };
}

const activeFaults = ({ state }: World, number: number): FaultState[] =>
  state.functions[number]!.faults.map((fault) => state.faults[fault]!);

function describedFault(
  { kind, probability, factor, match }: FaultState,
  schema: Parameters<typeof matchText>[0],
): FunctionCard['faults'][number] {
  const detail = cardWords.faultDetail(kind, probability, factor, matchText(schema, match));
  return { kind, detail };
}

/** After so long records fall off the source of a mapping. */
export function retentionMsOf(world: World, mapping: number): number {
  const { sourceKind, stream } = world.state.mappings[mapping]!;
  if (sourceKind === 'DynamoDbStream') return RETENTION_MS;
  return world.state.kinesisStreams[stream]!.retentionUs / 1_000;
}

function statusOf(
  world: World,
  mapping: number,
  standings: readonly Standing[],
  faults: readonly FaultState[],
): Pick<FunctionCard, 'status' | 'tone'> {
  const { enabled, denied, meters } = world.state.mappings[mapping]!;
  if (!enabled) return { status: cardWords.disabled, tone: 'plain' };
  if (denied) return { status: cardWords.denied, tone: 'bad' };
  const given = meters.discarded + meters.expired;
  const failing = standings.filter(isFailing);
  if (failing.length > 0) {
    const attempts = Math.max(...failing.map((s) => s.failedAttempts));
    return { status: cardWords.failing(attempts, given), tone: 'bad' };
  }
  if (faults.some((fault) => fault.kind === 'Throttle')) {
    return { status: cardWords.throttled, tone: 'bad' };
  }
  const behind = standings.filter((s) => isBehind(world, s));
  if (behind.length > 0) {
    const age = Math.max(...behind.map((s) => s.iteratorAgeMs));
    return { status: cardWords.behindBy(age), tone: 'behind' };
  }
  if (given > 0)
    return { status: cardWords.givenUp(meters.discarded, meters.expired), tone: 'bad' };
  const pending = pendingOf(world, mapping);
  if (pending > 0) return { status: cardWords.onTheWay(pending), tone: 'plain' };
  if (meters.started === 0) return { status: cardWords.noRecordYet, tone: 'plain' };
  return { status: cardWords.upToDate, tone: 'good' };
}
