/**
 * The lab of one lane, or of several in a shared world: the same table, the same traffic and the same
 * commands, with no watcher but the lane's own. Rules: [W21] lanes see the same writes, [W22] the shared
 * world.
 */
import type {
  EventSourceMappingDefinition,
  FunctionDefinition,
  PollerDefinition,
  SimulationDefinition,
} from '../../engine/definition.ts';
import type { AttributeMap, AttributeValue } from '../../engine/item/attributeValue.ts';
import type { Lane } from './lane.ts';
import { filterOf, PLAIN_SCAN } from './scanOptions.ts';

/** What can be adjusted for all lanes alike. */
export interface LaneWeather {
  clockSkewMs: number;
  /** Share (0 to 1) of the writes that commit late, and how late. */
  slowShare: number;
  slowByMs: number;
  /** Megabytes of items in the table that nobody writes to. */
  restMegabytes: number;
}

export const CALM: LaneWeather = {
  clockSkewMs: 0,
  slowShare: 0,
  slowByMs: 5_000,
  restMegabytes: 0,
};

/**
 * @param lanes one for a world of its own, several for a shared one; each has one watcher, in order.
 * @param all every lane beside them: what writers stamp for one of them, they stamp in all worlds.
 */
export function laneDefinition(
  definition: SimulationDefinition,
  table: string,
  lanes: readonly Lane[],
  weather: LaneWeather,
  all: readonly Lane[] = lanes,
): SimulationDefinition {
  const parts = lanes.map((lane, place) => watcherOf(definition, table, lane, place));
  const mappings = onOneStream(parts.flatMap((part) => part.mapping ?? []));
  const ids = new Set(mappings.flatMap((m) => [m.function, m.pipe?.enrichment ?? '']));
  const functions = [
    ...definition.functions.filter(({ id }) => ids.has(id)),
    ...parts.flatMap((part) => part.function ?? []),
  ];
  const effects = functions.flatMap((fn) => fn.effects.map(({ target }) => target));
  const ownTargets = new Set([...effects, ...mappings.map((m) => m.onFailureDestination ?? '')]);
  const targets = definition.targets.filter(({ id }) => ownTargets.has(id));
  const known = new Set([...functions, ...targets, ...definition.tables].map(({ id }) => id));
  return {
    ...definition,
    tables: definition.tables.map((each) =>
      each.id === table
        ? { ...fedTable(each, mappings), items: [...each.items, ...restOf(each, weather)] }
        : { ...each },
    ),
    kinesisStreams: [
      ...definition.kinesisStreams.filter(({ id }) => mappings.some((m) => m.source === id)),
      ...parts.flatMap((part) => part.kinesis ?? []),
    ],
    functions,
    eventSourceMappings: mappings,
    targets,
    eventRules: [],
    alarms: [],
    pollers: parts.flatMap((part) => part.poller ?? []),
    traffic: definition.traffic.map((each) => trafficOf(definition, table, each, weather, all)),
    faults: definition.faults.filter(({ target }) => known.has(target)),
    goals: [],
    inert: [],
  };
}

interface WatcherParts {
  mapping?: EventSourceMappingDefinition;
  function?: FunctionDefinition;
  kinesis?: SimulationDefinition['kinesisStreams'][number];
  poller?: PollerDefinition;
}

function watcherOf(
  definition: SimulationDefinition,
  table: string,
  lane: Lane,
  place: number,
): WatcherParts {
  const id = `Lane${place + 1}`;
  if (lane.way === 'own') {
    const mapping = definition.eventSourceMappings.find((each) => each.id === lane.own);
    const poller = definition.pollers.find((each) => each.id === lane.own);
    return { ...(mapping && { mapping }), ...(poller && { poller }) };
  }
  if (lane.everyMs > 0) return { poller: pollerOf(id, table, lane) };
  const stream = `${id}Stream`;
  const isKinesis = lane.way === 'kinesis';
  const mapping = aMapping(id, isKinesis ? stream : table, isKinesis);
  if (lane.way === 'pipe') {
    return { mapping: { ...mapping, pipe: { id } }, function: { ...aFunction(id), pipe: {} } };
  }
  return {
    mapping,
    function: aFunction(id),
    ...(isKinesis && { kinesis: { id: stream, name: stream, shardCount: 1, retentionHours: 24 } }),
  };
}

function pollerOf(id: string, table: string, { way, everyMs, options }: Lane): PollerDefinition {
  const { watermark, overlapMs, consistentRead, segments, softDelete, compare } = options;
  if (way !== 'scan') {
    const kind = way === 'export' ? 'FULL_EXPORT' : 'INCREMENTAL_EXPORT';
    return { id, table, everyMs, watermark: '', consistentRead: false, export: kind };
  }
  const filter = filterOf(options);
  return {
    ...{ id, table, everyMs, consistentRead, watermark: compare === 'Items' ? '' : watermark },
    ...(overlapMs > 0 && { overlapMs }),
    ...(segments > 1 && { segments }),
    ...(filter && { filter }),
    ...(softDelete !== '' && { softDelete }),
    ...(compare !== '' && { compare }),
  };
}

const aFunction = (id: string): FunctionDefinition => ({
  id,
  name: id,
  timeoutMs: 30_000,
  memoryMb: 256,
  durationMs: { p50: 40, p99: 200 },
  coldStartMs: 0,
  effects: [],
});

const aMapping = (
  id: string,
  source: string,
  isKinesis: boolean,
): EventSourceMappingDefinition => ({
  id,
  function: id,
  source,
  sourceKind: isKinesis ? 'KinesisStream' : 'DynamoDbStream',
  batchSize: 100,
  maximumBatchingWindowMs: 0,
  startingPosition: 'TRIM_HORIZON',
  maximumRetryAttempts: -1,
  maximumRecordAgeMs: -1,
  bisectBatchOnFunctionError: false,
  parallelizationFactor: 1,
  reportBatchItemFailures: false,
  filters: [],
  enabled: true,
});

/** A table feeds one Kinesis stream: in a shared world all who read Kinesis read the same. */
function onOneStream(mappings: EventSourceMappingDefinition[]): EventSourceMappingDefinition[] {
  const first = mappings.find(({ sourceKind }) => sourceKind === 'KinesisStream');
  return mappings.map((mapping) =>
    mapping.sourceKind === 'KinesisStream' ? { ...mapping, source: first!.source } : mapping,
  );
}

type Table = SimulationDefinition['tables'][number];

/** The table with the streams that its watchers read, and no others. */
function fedTable(table: Table, mappings: readonly EventSourceMappingDefinition[]): Table {
  const { stream = { viewType: 'NEW_AND_OLD_IMAGES' }, kinesisDestination, ...rest } = table;
  const kinesis = mappings.find(({ sourceKind }) => sourceKind === 'KinesisStream');
  const hasStream = mappings.some(({ sourceKind }) => sourceKind === 'DynamoDbStream');
  const destination =
    kinesisDestination?.stream === kinesis?.source ? kinesisDestination : undefined;
  return {
    ...rest,
    ...(hasStream && { stream }),
    ...(kinesis && {
      kinesisDestination: destination ?? { stream: kinesis.source, precision: 'MILLISECOND' },
    }),
  };
}

const REST_ITEM_BYTES = 100_000;

/** Items that nobody writes to: a scan has to read them all the same. */
function restOf({ partitionKey, sortKey }: Table, { restMegabytes }: LaneWeather): AttributeMap[] {
  const count = Math.round((restMegabytes * 1_048_576) / REST_ITEM_BYTES);
  const rest = { S: '.'.repeat(REST_ITEM_BYTES - 40) };
  const keyOf = ({ type }: Table['partitionKey'], i: number): AttributeValue => {
    if (type === 'N') return { N: String(1e9 + i) };
    return type === 'B' ? { B: btoa(`rest#${i}`) } : { S: `rest#${i}` };
  };
  return Array.from({ length: count }, (_, i) => ({
    rest,
    ...(sortKey && { [sortKey.name]: keyOf(sortKey, i) }),
    [partitionKey.name]: keyOf(partitionKey, i),
  }));
}

type Traffic = SimulationDefinition['traffic'][number];

/** [W21] The same stamps on every item, whoever looks at them, so that all lanes hold the same bytes. */
function trafficOf(
  { pollers }: SimulationDefinition,
  table: string,
  traffic: Traffic,
  { clockSkewMs, slowShare, slowByMs }: LaneWeather,
  lanes: readonly Lane[],
): Traffic {
  if (traffic.table !== table) return traffic;
  const own = pollers.filter((poller) => poller.table === table && poller.watermark !== '');
  const stamps = [
    ...new Set([
      PLAIN_SCAN.watermark,
      ...own.map(({ watermark }) => watermark),
      ...lanes.map(({ options }) => options.watermark),
      ...(traffic.stamps ?? []),
    ]),
  ];
  return {
    ...traffic,
    stamps,
    ...(clockSkewMs > 0 && { clockSkewMs }),
    ...(slowShare > 0 && { slowCommits: { share: slowShare, byMs: slowByMs } }),
  };
}
