/**
 * Which records of a shard are a consumer's own: those of its lane, where the mapping reads a shard in
 * parallel, and those that the mapping's filters let through.
 *
 * Rules: [E27] lanes keep an item (DynamoDB) or a partition key (Kinesis) together, [E28] filters.
 */
import { finish } from '../../kernel/hash.ts';
import { changeOf } from '../../streams/shard.ts';
import type { ConsumerState, World } from '../../world.ts';
import { filteredRecord } from '../events/eventRecord.ts';
import { type EventPattern, parsePatterns } from '../events/filter.ts';

/** [E27] Whether a record belongs to the consumer's lane. */
export function isInLane(world: World, consumer: ConsumerState, ordinal: number): boolean {
  if (consumer.lanes === 1) return true;
  const item = world.changes.item.get(changeOf(world, consumer.shard, ordinal));
  return finish(item ^ 0x1a9e) % consumer.lanes === consumer.lane;
}

const PASSES = 1;
const FAILS = 2;

/** [E28] Whether a record passes the mapping's filters; decided once per change and filter. */
export function passesFilter(world: World, consumer: ConsumerState, ordinal: number): boolean {
  const mapping = world.state.mappings[consumer.mapping]!;
  if (mapping.filters.length === 0) return true;
  const change = changeOf(world, consumer.shard, ordinal);
  const known = world.filtered[consumer.mapping]!;
  const packed = known.get(change);
  if (packed >> 2 === mapping.filterVersion && (packed & 3) !== 0) return (packed & 3) === PASSES;
  const passes = patternOf(mapping.filters)(filteredRecord(world, consumer.shard, ordinal));
  known.set(change, (mapping.filterVersion << 2) | (passes ? PASSES : FAILS));
  return passes;
}

const parsed = new Map<string, EventPattern>();

/** Parsed once per text: derived, so not part of the state. */
function patternOf(filters: readonly string[]): EventPattern {
  const key = filters.join('\n');
  let pattern = parsed.get(key);
  if (!pattern) {
    if (parsed.size > 100) parsed.clear();
    pattern = parsePatterns(filters);
    parsed.set(key, pattern);
  }
  return pattern;
}

/** Whether a record of the shard goes into this consumer's batches. */
export const isMember = (world: World, consumer: ConsumerState, ordinal: number): boolean =>
  isInLane(world, consumer, ordinal) && passesFilter(world, consumer, ordinal);

/** The ordinals of a batch: those of `from` up to, not including, `to` that are the consumer's own. */
export function membersOf(
  world: World,
  consumer: ConsumerState,
  from: number,
  to: number,
): number[] {
  const members: number[] = [];
  for (let ordinal = from; ordinal < to; ordinal++) {
    if (isMember(world, consumer, ordinal)) members.push(ordinal);
  }
  return members;
}

/** The ordinals that an invocation was given. */
export function recordsOfInvocation(world: World, invocation: number): number[] {
  const { invocations, state } = world;
  const consumer = state.consumers[invocations.consumer.get(invocation)]!;
  return membersOf(
    world,
    consumer,
    invocations.from.get(invocation),
    invocations.to.get(invocation),
  );
}
