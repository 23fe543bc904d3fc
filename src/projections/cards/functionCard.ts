/** The card of a function at one of its event source mappings: a slot for each shard it reads. */
import { isInLane } from '../../engine/lambda/batch.ts';
import { changeOf, readableAt } from '../../engine/streams/shard.ts';
import type { FaultState, World } from '../../engine/world.ts';
import { pendingOf, tableOfMapping } from '../backlog.ts';
import { cardId } from '../cardIds.ts';
import { matchText } from '../faultText.ts';
import { markOf } from '../marks.ts';
import type { BatchSlot, FunctionCard, Mark } from '../scene.ts';
import { shardLabel } from '../shardLabel.ts';
import { isBehind, isFailing, type Standing, standingOf } from '../standing.ts';
import { cardWords } from '../words/cardWords.ts';
import { stateFor } from './shardLanes.ts';

const MOST_MARKS = 12;

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
    batchSize,
    windowMs: windowUs / 1_000,
    slots: standings.map((standing) => slotOf(world, standing)),
    faults: active.map((fault) => describedFault(fault, schema)),
    invocations: meters.started,
    failed: meters.failed + meters.timedOut,
    waiting: pendingOf(world, mapping),
    discarded: meters.discarded,
    expired: meters.expired,
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
    batchSize: 0,
    windowMs: 0,
    slots: [],
    faults: activeFaults(world, number).map((fault) => describedFault(fault, undefined)),
    ...{ invocations: 0, failed: 0, waiting: 0, discarded: 0, expired: 0 },
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

function slotOf(world: World, standing: Standing): BatchSlot {
  const consumer = world.state.consumers[standing.consumer]!;
  const { phase } = standing;
  const state =
    phase === 'buffering' || phase === 'invoking' || phase === 'backingOff' ? phase : 'empty';
  const { from, to } =
    state === 'buffering'
      ? { from: consumer.checkpoint, to: collectedUntil(world, standing) }
      : state === 'empty'
        ? { from: 0, to: 0 }
        : { from: Math.max(consumer.from, consumer.checkpoint), to: consumer.to };
  const marks: Mark[] = [];
  const deliveries = world.deliveries[standing.mapping]!;
  for (let ordinal = from; ordinal < to && marks.length < MOST_MARKS; ordinal++) {
    if (!isInBatch(world, standing, ordinal)) continue;
    const change = changeOf(world, standing.shard, ordinal);
    const times = deliveries.get(change) >> 3;
    const duplicate = isFailing(standing) || times > (state === 'invoking' ? 1 : 0);
    marks.push(markOf(world, change, stateFor(world, standing, ordinal), { duplicate }));
  }
  return {
    consumer: standing.consumer,
    shardLabel: laneLabel(world, standing),
    marks,
    total: Math.max(0, to - from),
    state,
    attempts: standing.failedAttempts,
    nextAttemptAt: state === 'buffering' ? consumer.wakeAt : standing.nextAttemptAt,
    backoffMs: standing.backoffMs,
  };
}

/** `shard 2`, or `shard 2·3` for the third lane of a mapping that reads a shard in parallel. */
function laneLabel(world: World, { consumer, shard }: Standing): string {
  const { lane, lanes } = world.state.consumers[consumer]!;
  const label = shardLabel(world, shard);
  return lanes === 1 ? label : `${label}·${lane + 1}`;
}

const FILTERED_OUT = 2;

/** Whether a record is the consumer's own: of its lane, and not known to be filtered out. */
function isInBatch(world: World, { consumer, mapping, shard }: Standing, ordinal: number): boolean {
  if (!isInLane(world, world.state.consumers[consumer]!, ordinal)) return false;
  const change = changeOf(world, shard, ordinal);
  return (world.filtered[mapping]!.get(change) & 3) !== FILTERED_OUT;
}

/** While a window is open: ordinal after the last record that the batch has collected. */
function collectedUntil(world: World, standing: Standing): number {
  const { checkpoint } = world.state.consumers[standing.consumer]!;
  const { batchSize } = world.state.mappings[standing.mapping]!;
  const { count } = world.state.shards[standing.shard]!;
  let low = checkpoint;
  let high = Math.min(count, checkpoint + batchSize);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readableAt(world, standing.shard, middle) <= world.now) low = middle + 1;
    else high = middle;
  }
  return low;
}

function statusOf(
  world: World,
  mapping: number,
  standings: readonly Standing[],
  faults: readonly FaultState[],
): Pick<FunctionCard, 'status' | 'tone'> {
  const { enabled, meters } = world.state.mappings[mapping]!;
  if (!enabled) return { status: cardWords.disabled, tone: 'plain' };
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
  if (meters.started === 0) return { status: cardWords.noRecordYet, tone: 'plain' };
  return { status: cardWords.upToDate, tone: 'good' };
}
