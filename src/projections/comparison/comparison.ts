/** Ways of learning of a table's changes, side by side: what each has seen, missed and cost. */
import { PRICES } from '../../engine/prices.ts';
import type { World } from '../../engine/world.ts';
import { comparisonWords } from '../words/comparisonWords.ts';
import { changeCount, ownChanges, pendingOf, undecidedBy } from './backlog.ts';
import type { ComparisonRow } from './comparisonRow.ts';
import { createLatencyFold, type LatencyFold } from './latencyFold.ts';

const GIBIBYTE = 1_073_741_824;

const folds = new WeakMap<World, LatencyFold>();

/** One row for each event source mapping and each poller, in the order of the lab file. */
export function comparisonOf(world: World): ComparisonRow[] {
  const fold = foldOf(world);
  fold.follow(world);
  const { mappings, pollers } = world.state;
  return [
    ...mappings.map((_, mapping) =>
      mappingRow(world, mapping, (percent) => fold.ofMapping(mapping, percent)),
    ),
    ...pollers.map((_, poller) =>
      pollerRow(world, poller, (percent) => fold.ofPoller(poller, percent)),
    ),
  ];
}

/**
 * Reads on for the comparison, at most so many entries of the journal.
 * @returns how many are left to read.
 */
export const followComparison = (world: World, mostEntries?: number): number =>
  foldOf(world).follow(world, mostEntries);

function foldOf(world: World): LatencyFold {
  const fold = folds.get(world) ?? createLatencyFold();
  folds.set(world, fold);
  return fold;
}

/** A delay that so many percent of the arrived changes did not exceed, ms; null before the first. */
type DelayOf = (percent: number) => number | null;

/** The row of an event source mapping. */
export function mappingRow(world: World, mapping: number, delayOf: DelayOf): ComparisonRow {
  const { function: fn, sourceKind, stream, meters, isPipe } = world.state.mappings[mapping]!;
  const isKinesis = sourceKind === 'KinesisStream';
  const { name } = world.state.functions[fn]!;
  return {
    watcher: isKinesis
      ? comparisonWords.kinesis(world.state.kinesisStreams[stream]!.name, name)
      : comparisonWords.stream(name),
    kind: isKinesis ? 'kinesis' : isPipe ? 'pipe' : 'stream',
    changes: ownChanges(world, mapping),
    seen: meters.succeeded + meters.filtered,
    waiting: pendingOf(world, mapping),
    missedDeletes: 0,
    missedCollapsed: 0,
    missedRace: 0,
    missedNoWatermark: 0,
    missedFiltered: 0,
    lost: meters.discarded + meters.expired,
    repeated: meters.received - meters.distinct,
    outOfOrder: meters.orderViolations,
    latencyP50Ms: delayOf(50),
    latencyP99Ms: delayOf(99),
    readUnits: 0,
    // Lambda reads a DynamoDB stream for nothing; a data stream has to be kept and fed.
    readUsd: isKinesis ? kinesisUsd(world, stream) : 0,
  };
}

/** Capture units and shard hours; the payload of each record is left out. */
function kinesisUsd(world: World, stream: number): number {
  const { changeDataCaptureUnits, shards } = world.state.kinesisStreams[stream]!;
  const hours = world.now / 3_600_000_000;
  return (
    changeDataCaptureUnits * PRICES.captureUnit.usd +
    shards.length * hours * PRICES.kinesisShardHour.usd
  );
}

/** The row of a scan or of an export. */
export function pollerRow(world: World, poller: number, delayOf: DelayOf): ComparisonRow {
  const { id, table, seen, repeated, missed, readUnits, exportedBytes } =
    world.state.pollers[poller]!;
  const changes = changeCount(world, table);
  const { deletes, collapsed, race, noWatermark, filtered } = missed;
  return {
    watcher: comparisonWords.scan(id),
    kind: world.definition.pollers[poller]!.export ? 'export' : 'scan',
    changes,
    seen,
    waiting: undecidedBy(world, poller),
    missedDeletes: deletes,
    missedCollapsed: collapsed,
    missedRace: race,
    missedNoWatermark: noWatermark,
    missedFiltered: filtered,
    lost: 0,
    repeated,
    outOfOrder: 0,
    latencyP50Ms: delayOf(50),
    latencyP99Ms: delayOf(99),
    readUnits,
    readUsd:
      readUnits * PRICES.readRequestUnit.usd +
      (exportedBytes / GIBIBYTE) * PRICES.exportGigabyte.usd,
  };
}
