/** The slots of a function's card: what each reader has in hand, and what it waits for. */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf, readableAt } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { markOf } from '../scene/marks.ts';
import type { BatchSlot, Mark } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { isFailing, type Standing } from '../standing.ts';
import { stateFor } from './shardLanes.ts';

const MOST_MARKS = 12;

/** How one reader stands, as its slot in the card shows it. */
export function slotOf(world: World, standing: Standing): BatchSlot {
  const consumer = world.state.consumers[standing.consumer]!;
  const { phase } = standing;
  const state = phase === 'idle' || phase === 'drained' ? 'empty' : phase;
  const { from, to } =
    state === 'buffering'
      ? { from: consumer.checkpoint, to: collectedUntil(world, standing) }
      : state === 'empty' || state === 'waitingForParent'
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
  const total = ownBetween(world, standing, from, to);
  const { batchSize } = world.state.mappings[standing.mapping]!;
  return {
    consumer: standing.consumer,
    shardLabel: laneLabel(world, standing),
    marks,
    total,
    state,
    ...attemptsOf(world, standing),
    nextAttemptAt: state === 'buffering' ? consumer.wakeAt : standing.nextAttemptAt,
    backoffMs: standing.backoffMs,
    waiting: ownWaiting(world, standing),
    sizePart: state === 'buffering' ? Math.min(1, total / batchSize) : 0,
    windowPart: state === 'buffering' ? windowPart(world, standing) : 0,
    halves: consumer.halves
      .map((half) => ownBetween(world, standing, Math.max(half.from, consumer.checkpoint), half.to))
      .filter((records) => records > 0)
      .reverse(),
  };
}

type Attempts = Pick<BatchSlot, 'attempts' | 'attempt' | 'attemptsMost' | 'throttled'>;

/** Which attempt is under way or comes next; a throttled one has used up none [E9]. */
function attemptsOf(world: World, standing: Standing): Attempts {
  const { attempts, phase } = world.state.consumers[standing.consumer]!;
  const { maximumRetryAttempts } = world.state.mappings[standing.mapping]!;
  return {
    attempts: standing.failedAttempts,
    attempt: phase === 'invoking' ? attempts : attempts + 1,
    attemptsMost: maximumRetryAttempts < 0 ? 0 : maximumRetryAttempts + 1,
    throttled: phase === 'backingOff' && standing.failedAttempts === 0,
  };
}

/** How much of the batching window has gone by. */
function windowPart(world: World, standing: Standing): number {
  const { windowUs } = world.state.mappings[standing.mapping]!;
  const { wakeAt } = world.state.consumers[standing.consumer]!;
  return Math.min(1, Math.max(0, 1 - (wakeAt - world.now) / windowUs));
}

/** Records looked at one by one where a mapping reads a shard in lanes. */
const MOST_COUNTED = 1_000;

/** A reader's own records that are not done with; of its lane alone where there are several. */
export function ownWaiting(world: World, standing: Standing): number {
  const consumer = world.state.consumers[standing.consumer]!;
  if (consumer.lanes === 1) return standing.waiting;
  const { count, trimmed } = world.state.shards[standing.shard]!;
  return ownBetween(world, standing, Math.max(consumer.checkpoint, trimmed), count);
}

/** Own records of a stretch, as far as the first thousand of it go. */
function ownBetween(world: World, standing: Standing, from: number, to: number): number {
  const { lanes } = world.state.consumers[standing.consumer]!;
  const { filters } = world.state.mappings[standing.mapping]!;
  if (lanes === 1 && filters.length === 0) return Math.max(0, to - from);
  let own = 0;
  const end = Math.min(to, from + MOST_COUNTED);
  for (let ordinal = from; ordinal < end; ordinal++) {
    if (isInBatch(world, standing, ordinal)) own++;
  }
  return own;
}

/** `shard 2`, or `shard 2·3` for the third lane of a mapping that reads a shard in parallel. */
export function laneLabel(world: World, { consumer, shard }: Standing): string {
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
