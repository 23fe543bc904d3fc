/** What the inspector shows of anything that can be clicked. */
import type { World } from '../engine/world.ts';
import { inspectFunction, inspectMapping } from './inspect/function.ts';
import { inspectItem } from './inspect/item.ts';
import { inspectPoller } from './inspect/poller.ts';
import { inspectRecord } from './inspect/record.ts';
import { inspectShard, inspectStream } from './inspect/stream.ts';
import { inspectPartition, inspectTable } from './inspect/table.ts';
import { inspectEffect, inspectTarget } from './inspect/target.ts';
import type { Inspection, Selection } from './scene.ts';

/** The present state of a thing, its story, and what could be done about it. */
export function inspect(world: World, selection: Selection): Inspection {
  switch (selection.kind) {
    case 'record':
      return inspectRecord(world, selection);
    case 'item':
      return inspectItem(world, selection);
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
    case 'target':
      return inspectTarget(world, selection);
    case 'effect':
      return inspectEffect(world, selection);
    case 'poller':
      return inspectPoller(world, selection);
  }
}
