/** What the inspector shows of anything that can be clicked. */
import type { World } from '../../engine/world.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspectAlarm } from './alarm.ts';
import { inspectBatch } from './batch.ts';
import { inspectFunction, inspectMapping } from './function.ts';
import { inspection } from './inspection.ts';
import { inspectItem } from './item.ts';
import { inspectPoller } from './poller.ts';
import { inspectRecord } from './record.ts';
import { inspectShard, inspectStream } from './stream.ts';
import { inspectPartition, inspectTable } from './table.ts';
import { inspectEffect, inspectTarget } from './target.ts';
import { inspectWrite } from './write.ts';

/**
 * The present state of a thing, its story, and what could be done about it. What is not there at this
 * instant (yet, or any more) has a title that says so, and nothing else.
 */
export function inspect(world: World, selection: Selection): Inspection {
  if (!isThere(world, selection)) {
    const { notThere, kinds } = inspectWords;
    const kindLabel =
      selection.kind === 'target' || selection.kind === 'effect' ? '' : kinds[selection.kind];
    return inspection(selection, kindLabel, notThere, {});
  }
  switch (selection.kind) {
    case 'record':
      return inspectRecord(world, selection);
    case 'item':
      return inspectItem(world, selection);
    case 'write':
      return inspectWrite(world, selection);
    case 'table':
      return inspectTable(world, selection);
    case 'partition':
      return inspectPartition(world, selection);
    case 'stream':
      return inspectStream(world, selection);
    case 'shard':
      return inspectShard(world, selection);
    case 'function':
      return inspectFunction(world, selection);
    case 'mapping':
      return inspectMapping(world, selection);
    case 'batch':
      return inspectBatch(world, selection);
    case 'target':
      return inspectTarget(world, selection);
    case 'effect':
      return inspectEffect(world, selection);
    case 'alarm':
      return inspectAlarm(world, selection);
    case 'poller':
      return inspectPoller(world, selection);
  }
}

function isThere(world: World, selection: Selection): boolean {
  const { state, changes, items, effects, writes, invocations } = world;
  const within = (number: number, count: number) => number >= 0 && number < count;
  switch (selection.kind) {
    case 'record':
      return within(selection.change, changes.at.length);
    case 'item':
      return within(selection.item, items.table.length);
    case 'write':
      return within(selection.write, writes.table.length) && writes.item.get(selection.write) >= 0;
    case 'table':
      return within(selection.table, state.tables.length);
    case 'partition':
      return within(selection.partition, state.partitions.length);
    case 'stream':
      return selection.stream < 0
        ? within(-1 - selection.stream, state.kinesisStreams.length)
        : within(selection.stream, state.streams.length);
    case 'shard':
      return within(selection.shard, state.shards.length);
    case 'function':
      return within(selection.function, state.functions.length);
    case 'mapping':
      return within(selection.mapping, state.mappings.length);
    case 'batch':
      return within(selection.invocation, invocations.consumer.length);
    case 'target':
      return within(selection.target, state.targets.length);
    case 'effect':
      return within(selection.effect, effects.target.length);
    case 'alarm':
      return within(selection.alarm, state.alarms.length);
    case 'poller':
      return within(selection.poller, state.pollers.length);
  }
}
