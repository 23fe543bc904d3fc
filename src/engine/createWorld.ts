/** An empty world for a definition: every log there is, nothing in any of them. */
import type { Command, SimulationDefinition } from './definition.ts';
import { ImageLog } from './item/imageLog.ts';
import { ItemIndex } from './itemIndex.ts';
import { ItemOrder } from './itemOrder.ts';
import { ItemRows } from './itemRows.ts';
import { int8State, int32State, ValueLog } from './kernel/columns.ts';
import { EventQueue } from './kernel/eventQueue.ts';
import { Journal } from './kernel/journal.ts';
import { startOfTime } from './kernel/time.ts';
import type { FunctionHandlers, HandlerResult } from './lambda/function/handler.ts';
import { PresentKeys } from './presentKeys.ts';
import {
  changeColumns,
  codeColumns,
  effectColumns,
  invocationColumns,
  itemColumns,
  kinesisRecordColumns,
  onFailureColumns,
  outcomeColumns,
  requestColumns,
  versionColumns,
  type World,
  type WorldState,
  writeColumns,
} from './world.ts';

export function createWorld(
  definition: SimulationDefinition,
  handlers: FunctionHandlers = {},
): World {
  const columnPer = (things: readonly unknown[]) => things.map(() => int32State());
  const steps = definition.functions.flatMap((fn) => fn.effects);
  // Keys are read by the schema of their table, which is part of the state.
  const items = itemColumns((table) => world.state.tables[table]!.schema);
  const outcomes = outcomeColumns();
  const trafficItems = columnPer(definition.traffic);
  const world: World = {
    definition,
    handlers,
    codeService: null,
    queue: new EventQueue(),
    journal: new Journal(),
    now: startOfTime,
    state: emptyState(),
    images: new ImageLog(),
    items,
    versions: versionColumns(),
    changes: changeColumns(),
    writes: writeColumns(),
    kinesisRecords: kinesisRecordColumns(),
    invocations: invocationColumns(),
    requests: requestColumns(),
    effects: effectColumns(),
    onFailures: onFailureColumns(),
    outcomes,
    code: codeColumns(),
    commands: new ValueLog<Command>(),
    errors: new ValueLog<string>(),
    answers: new ValueLog<HandlerResult>(),
    shardRecords: [],
    documents: columnPer(definition.targets),
    latestEffect: columnPer(definition.targets),
    completedByStep: steps.map(() => int8State()),
    markers: columnPer(steps),
    polled: columnPer(definition.pollers),
    copies: columnPer(definition.pollers),
    deliveries: columnPer(definition.eventSourceMappings),
    filtered: columnPer(definition.eventSourceMappings),
    latestDelivered: columnPer(definition.eventSourceMappings),
    kinesisArrivals: columnPer(definition.kinesisStreams),
    latestArrived: columnPer(definition.kinesisStreams),
    trafficKeys: columnPer(definition.traffic),
    trafficStatuses: columnPer(definition.traffic),
    trafficItems,
    itemIndex: new ItemIndex(items),
    itemOrder: new ItemOrder(items, (table) => world.state.tables[table]!.schema),
    presentKeys: trafficItems.map((keys) => new PresentKeys(keys, outcomes.currentVersion)),
    itemRows: new ItemRows(),
  };
  return world;
}

function emptyState(): WorldState {
  return {
    tables: [],
    partitions: [],
    streams: [],
    kinesisStreams: [],
    shards: [],
    functions: [],
    mappings: [],
    consumers: [],
    running: [],
    environments: [],
    nextEnvironment: 0,
    targets: [],
    eventRules: [],
    alarms: [],
    pollers: [],
    traffic: [],
    faults: [],
    transactionTokens: [],
    events: 0,
  };
}
