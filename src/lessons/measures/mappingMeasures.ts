/** How a mapping reads: its lanes, its batches, what waits for it now. */
import { Entry } from '../../engine/kernel/journal.ts';
import { isInLane, recordsOfInvocation } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { Settled, type World } from '../../engine/world.ts';

export interface MappingMeasures {
  /** 1 while AWS calls it Enabled. */
  enabled: number;
  /** Consumers that read for it now, one for each lane of each shard. */
  readers: number;
  /** Batches that were sent, attempts after the first ones too. */
  batches: number;
  /** Records in a batch; 0 before there is one. */
  largestBatch: number;
  smallestBatch: number;
  lastBatch: number;
  /** Attempts at the batch that needed most. */
  mostAttempts: number;
  /** Invocations that ran at the same time, at most. */
  mostAtOnce: number;
  /** Age of the oldest record that waits for it; 0 where none does. */
  oldestWaitingMs: number;
  /** Changes before its starting position, or that passed by while it was being created. */
  passedOver: number;
}

/** By the id of the mapping, as the report names consumers. */
export function mappingMeasures(world: World): Record<string, MappingMeasures> {
  const batches = batchMeasures(world);
  const atOnce = mostAtOnce(world);
  const entries = world.state.mappings.map((mapping, number): [string, MappingMeasures] => {
    const reading = mapping.consumers
      .map((consumer) => world.state.consumers[consumer]!)
      .filter(({ retired, phase }) => !retired && phase !== 'drained');
    return [
      mapping.id,
      {
        enabled: mapping.state === 'Enabled' ? 1 : 0,
        readers: reading.length,
        ...batches[number]!,
        mostAtOnce: atOnce[number]!,
        oldestWaitingMs: oldestWaitingMs(world, number),
        passedOver: mapping.passedOver,
      },
    ];
  });
  return Object.fromEntries(entries);
}

type BatchMeasures = Pick<
  MappingMeasures,
  'batches' | 'largestBatch' | 'smallestBatch' | 'lastBatch' | 'mostAttempts'
>;

function batchMeasures(world: World): BatchMeasures[] {
  const { state, invocations } = world;
  const measured = state.mappings.map(() => ({
    batches: 0,
    largestBatch: 0,
    smallestBatch: 0,
    lastBatch: 0,
    mostAttempts: 0,
  }));
  for (let i = 0; i < invocations.consumer.length; i++) {
    const of = measured[state.consumers[invocations.consumer.get(i)]!.mapping]!;
    const size = recordsOfInvocation(world, i).length;
    of.smallestBatch = of.batches === 0 ? size : Math.min(of.smallestBatch, size);
    of.batches++;
    of.lastBatch = size;
    of.largestBatch = Math.max(of.largestBatch, size);
    of.mostAttempts = Math.max(of.mostAttempts, invocations.attempt.get(i));
  }
  return measured;
}

function mostAtOnce({ state, journal, invocations }: World): number[] {
  const running = state.mappings.map(() => 0);
  const most = state.mappings.map(() => 0);
  for (let entry = 0; entry < journal.length; entry++) {
    const kind = journal.kindOf(entry);
    const isStart = kind === Entry.invocationStarted;
    const isEnd = kind === Entry.invocationSucceeded || kind === Entry.invocationFailed;
    if (!isStart && !isEnd) continue;
    const invocation = journal.read(entry).a;
    const { mapping } = state.consumers[invocations.consumer.get(invocation)]!;
    running[mapping]! += isStart ? 1 : -1;
    most[mapping] = Math.max(most[mapping]!, running[mapping]!);
  }
  return most;
}

function oldestWaitingMs(world: World, mapping: number): number {
  const deliveries = world.deliveries[mapping]!;
  let oldest = world.now as number;
  for (const number of world.state.mappings[mapping]!.consumers) {
    const consumer = world.state.consumers[number]!;
    const { count } = world.state.shards[consumer.shard]!;
    for (let ordinal = consumer.checkpoint; ordinal < count; ordinal++) {
      if (!isInLane(world, consumer, ordinal)) continue;
      const change = changeOf(world, consumer.shard, ordinal);
      if ((deliveries.get(change) & 7) !== Settled.pending) continue;
      oldest = Math.min(oldest, world.changes.at.get(change));
      break;
    }
  }
  return (world.now - oldest) / 1_000;
}
