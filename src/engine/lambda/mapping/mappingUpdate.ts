/**
 * New settings for a mapping. Its polling stops while they are put in place, and goes on from its
 * checkpoints; where there is no checkpoint yet, it begins again at its starting position.
 *
 * Rules: [E11] it takes seconds (assumed), [E37] settings that take effect at the end, [E39] lanes that
 * are divided anew, [E12] what LATEST passes over.
 */
import { Entry } from '../../kernel/journal.ts';
import { seconds } from '../../kernel/time.ts';
import type { ConsumerState, MappingState, World } from '../../world.ts';
import { startConsumer } from './consumer.ts';
import { addConsumer, filtersOf } from './eventSourceMapping.ts';

/** Puts the settings of an update in place. */
export function applyUpdate(world: World, number: number): void {
  const mapping = world.state.mappings[number]!;
  const { update } = mapping;
  mapping.update = null;
  if (!update) return;
  const { input, cause } = update;
  const lanes = mapping.parallelizationFactor;
  applySettings(mapping, input);
  if (typeof input.FunctionName === 'number') moveToFunction(world, number, input.FunctionName);
  world.journal.append(world.now, Entry.mappingUpdated, number, 0, 0, 0, cause);
  if (mapping.startingPosition === 'LATEST') beginAgainAtLatest(world, number);
  if (mapping.parallelizationFactor !== lanes) changeLanes(world, number);
}

/** [E37] A mapping as it will be when the update in progress is done: that is what AWS shows at once. */
export function settledMapping(mapping: MappingState): MappingState {
  const { update } = mapping;
  if (!update) return mapping;
  const settled = { ...mapping };
  applySettings(settled, update.input);
  const { FunctionName } = update.input;
  if (typeof FunctionName === 'number') settled.function = FunctionName;
  return settled;
}

function applySettings(mapping: MappingState, input: Record<string, unknown>): void {
  const numberOf = (name: string, otherwise: number): number => {
    const value = input[name];
    return typeof value === 'number' ? value : otherwise;
  };
  const filters = filtersOf(input.FilterCriteria);
  if (filters) {
    mapping.filters = filters;
    mapping.filterVersion++;
  }
  mapping.batchSize = numberOf('BatchSize', mapping.batchSize);
  const { windowUs, tumblingUs } = mapping;
  mapping.windowUs = seconds(numberOf('MaximumBatchingWindowInSeconds', windowUs / 1_000_000));
  mapping.tumblingUs = seconds(numberOf('TumblingWindowInSeconds', tumblingUs / 1_000_000));
  mapping.maximumRetryAttempts = numberOf('MaximumRetryAttempts', mapping.maximumRetryAttempts);
  mapping.parallelizationFactor = numberOf('ParallelizationFactor', mapping.parallelizationFactor);
  const age = numberOf('MaximumRecordAgeInSeconds', mapping.maximumRecordAgeMs / 1_000);
  mapping.maximumRecordAgeMs = age < 0 ? -1 : age * 1_000;
  const { BisectBatchOnFunctionError, FunctionResponseTypes } = input;
  if (typeof BisectBatchOnFunctionError === 'boolean') mapping.bisect = BisectBatchOnFunctionError;
  if (Array.isArray(FunctionResponseTypes)) {
    mapping.reportBatchItemFailures = FunctionResponseTypes.includes('ReportBatchItemFailures');
  }
  if (typeof input.OnFailure === 'number') mapping.onFailureTarget = input.OnFailure;
}

/** From now on the mapping invokes another function. */
function moveToFunction(world: World, number: number, fn: number): void {
  const { functions, mappings } = world.state;
  const mapping = mappings[number]!;
  if (mapping.function === fn) return;
  const before = functions[mapping.function]!;
  before.mappings = before.mappings.filter((other) => other !== number);
  mapping.function = fn;
  functions[fn]!.mappings.push(number);
}

/** The consumers of a mapping by their shard, those that are done left out. */
function readersByShard(world: World, number: number): Map<number, ConsumerState[]> {
  const byShard = new Map<number, ConsumerState[]>();
  for (const each of world.state.mappings[number]!.consumers) {
    const consumer = world.state.consumers[each]!;
    const lanes = byShard.get(consumer.shard) ?? [];
    lanes.push(consumer);
    byShard.set(consumer.shard, lanes);
  }
  for (const [shard, lanes] of byShard) {
    if (lanes.every(({ phase }) => phase === 'drained')) byShard.delete(shard);
  }
  return byShard;
}

/** [E12] Where nothing was ever read, there is no checkpoint: reading begins at the newest record again. */
function beginAgainAtLatest(world: World, number: number): void {
  const mapping = world.state.mappings[number]!;
  for (const [shard, lanes] of readersByShard(world, number)) {
    const { openedAt, count } = world.state.shards[shard]!;
    if (openedAt > mapping.readsSince) continue; // a child is always read from its beginning
    const { begins } = lanes[0]!;
    const isUntouched = lanes.every(
      ({ checkpoint, lastInvocation }) => checkpoint === begins && lastInvocation < 0,
    );
    if (!isUntouched || count === begins) continue;
    for (const lane of lanes) {
      lane.begins = count;
      lane.checkpoint = count;
      lane.fetched = count;
      lane.highestDelivered = count;
      if (lane.phase === 'buffering') lane.phase = 'idle';
    }
    mapping.passedOver += count - begins;
    world.journal.append(world.now, Entry.recordsPassedOver, number, shard, begins, count);
  }
}

/** [E39] Assumed: new lanes read from the lowest checkpoint, so some records come once more. */
function changeLanes(world: World, number: number): void {
  const { state, journal } = world;
  const mapping = state.mappings[number]!;
  for (const [shard, lanes] of readersByShard(world, number)) {
    const lowest = lanes.reduce((least, { checkpoint }) => Math.min(least, checkpoint), Infinity);
    const highest = lanes.reduce((most, { checkpoint }) => Math.max(most, checkpoint), 0);
    const delivered = lanes.reduce((most, lane) => Math.max(most, lane.highestDelivered), 0);
    const waits = lanes.every(({ phase }) => phase === 'waitingForParent');
    const { begins } = lanes[0]!;
    for (const lane of lanes) {
      lane.phase = 'drained';
      lane.retired = true;
      lane.turn++;
    }
    mapping.consumers = mapping.consumers.filter((each) => !state.consumers[each]!.retired);
    const factor = mapping.parallelizationFactor;
    journal.append(world.now, Entry.lanesChanged, number, shard, factor, lowest);
    for (let lane = 0; lane < factor; lane++) {
      const added = addConsumer(world, number, shard, lane, lowest);
      const consumer = state.consumers[added]!;
      consumer.begins = begins;
      consumer.relanedBelow = highest;
      consumer.highestDelivered = delivered;
      if (!waits) startConsumer(world, added);
    }
  }
}
