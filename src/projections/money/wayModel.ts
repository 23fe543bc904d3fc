/**
 * Every way of learning of changes as formulas, for tables that nobody can simulate: what it misses, how
 * late it is and what it costs, in the mean. Changes are taken as Poisson, spread evenly over the items
 * that change at all; nothing fails, and clocks are right. Rules: [W31] formulas, [W32] where they hold.
 */
import {
  EXPORT_LEAST,
  EXPORT_MOST,
  EXPORT_PER_GIBIBYTE,
  INCREMENTAL_EXPORT_LEAST_BYTES,
  ITEM_OVERHEAD_BYTES,
  KINESIS_DUPLICATE_PROBABILITY,
  KINESIS_HELD_UP_LEAST_MS,
  KINESIS_HELD_UP_MOST_MS,
  KINESIS_HELD_UP_PROBABILITY,
  PARTITION_READ_UNITS,
  SCAN_PAGE_BYTES,
  SCAN_PAGE_LEAST,
  SCAN_PAGE_MOST,
} from '../../engine/limits.ts';
import type { Prices } from '../../engine/prices.ts';
import type { Lane } from '../../lab/lanes/lane.ts';
import { costWords as words } from '../words/costWords.ts';
import { type CostLine, costLine } from './costLine.ts';
import { type DelayModel, kinesisDelays, streamDelays } from './delayModel.ts';
import { looking } from './lookModel.ts';
import { type MyTable, partitionsOf } from './myTable.ts';

export interface WayModel {
  lane: Lane;
  delay: DelayModel;
  /** Of the changes, an hour. */
  missed: { deletes: number; collapsed: number; race: number };
  repeated: number;
  outOfOrder: number;
  /** Items whose copy is behind at any moment; what is missed for ever comes on top. */
  behind: number;
  readUnitsPerHour: number;
  /** An hour's bill. */
  cost: CostLine[];
  /** What stands against it, or has to be seen to. */
  notes: WayNote[];
}

export type WayNote =
  | { what: 'slowerThanInterval'; takesMs: number }
  | { what: 'manyReadUnits'; perSecond: number }
  | { what: 'batchSize'; least: number }
  | { what: 'shards'; count: number };

const GIBIBYTE = 1_073_741_824;
const HOUR_S = 3_600;
const MONTH_HOURS = 720;
const PAGE_S = (SCAN_PAGE_LEAST + SCAN_PAGE_MOST) / 2 / 1e6;
/** Default quota of a table in read units a second. */
const READ_QUOTA = 40_000;
/** A function of 256 MB, as the lanes have it. */
const FUNCTION_GIGABYTES = 0.25;
const BATCH = 100;
const PAYLOAD_UNIT_BYTES = 25_600;
const SHARD_RECORDS = 1_000;
const SHARD_BYTES = 1_048_576;
const EXPORT_FILE_BYTES = 67_108_864;
const EXPORT_EXTRA_FILES = 4;

export function wayModel(table: MyTable, lane: Lane, prices: Prices): WayModel {
  if (lane.way === 'export' || lane.way === 'incrementalExport') {
    return exportModel(table, lane, prices);
  }
  if (lane.everyMs > 0) return scanModel(table, lane, prices);
  return lane.way === 'kinesis'
    ? kinesisModel(table, lane, prices)
    : streamModel(table, lane, prices);
}

/** Read units of one whole scan, page by page. */
export function scanUnits(bytes: number, pages: number, isConsistent: boolean): number {
  const perPage = Math.max(1, Math.ceil(Math.ceil(bytes / pages) / 4_096));
  return pages * perPage * (isConsistent ? 1 : 0.5);
}

function scanModel(table: MyTable, lane: Lane, prices: Prices): WayModel {
  const { everyMs, options } = lane;
  const { segments, consistentRead, overlapMs, compare, softDelete } = options;
  const pages = Math.max(segments, Math.ceil(table.bytes / SCAN_PAGE_BYTES));
  const units = scanUnits(table.bytes, pages, consistentRead);
  const eachS = Math.max(PAGE_S, units / pages / PARTITION_READ_UNITS);
  const takesS = Math.ceil(pages / segments) * eachS;
  const periodS = takesS < everyMs / 1e3 ? everyMs / 1e3 : takesS + everyMs / 1e3;
  const seesDeletes = softDelete !== '' ? 'marks' : compare !== '' ? 'last' : 'never';
  const seen = looking(table, {
    periodS,
    afterS: (eachS * (pages / segments - 1)) / 2,
    seesDeletes,
  });
  const race = compare === 'Items' || overlapMs > 0 ? 0 : racesAPoll(table, pages / segments);
  const overlapped = compare === 'Items' ? 0 : Math.min(1, overlapMs / 1e3 / periodS);
  const readUnitsPerHour = (units * HOUR_S) / periodS;
  const perSecond = units / takesS;
  return {
    lane,
    delay: seen.delay,
    missed: { deletes: seen.deletes, collapsed: seen.collapsed, race: (race * HOUR_S) / periodS },
    repeated: overlapped * table.changesPerSecond * (1 - table.deleteShare) * HOUR_S,
    outOfOrder: 0,
    behind: seen.behind,
    readUnitsPerHour,
    cost: [costLine(words.scanReads, readUnitsPerHour, prices.readRequestUnit)],
    notes: [
      ...(takesS >= everyMs / 1e3
        ? [{ what: 'slowerThanInterval' as const, takesMs: takesS * 1e3 }]
        : []),
      ...(perSecond > READ_QUOTA ? [{ what: 'manyReadUnits' as const, perSecond }] : []),
    ],
  };
}

/** [W4] Writes stamped before a poll began that commit after their page: of the first page alone. */
function racesAPoll({ changesPerSecond, deleteShare }: MyTable, pages: number): number {
  // Two spans drawn from 15 to 45 ms: the one exceeds the other by 5 ms in the mean.
  const meanExcessS = (SCAN_PAGE_MOST - SCAN_PAGE_LEAST) / 6 / 1e6;
  return (changesPerSecond * (1 - deleteShare) * meanExcessS) / Math.max(1, pages);
}

function exportModel(table: MyTable, lane: Lane, prices: Prices): WayModel {
  const isFull = lane.way === 'export';
  const itemBytes = table.bytes / Math.max(1, table.items);
  const everyS = lane.everyMs / 1e3;
  const changedBytes = table.changesPerSecond * everyS * itemBytes * 1.5;
  const billed = isFull
    ? table.bytes + table.items * ITEM_OVERHEAD_BYTES
    : Math.max(INCREMENTAL_EXPORT_LEAST_BYTES, changedBytes);
  const gigabytes = billed / GIBIBYTE;
  const takesS = ((EXPORT_LEAST + EXPORT_MOST) / 2 + gigabytes * EXPORT_PER_GIBIBYTE) / 1e6;
  const periodS = takesS < everyS ? everyS : takesS + everyS;
  const seen = looking(table, { periodS, afterS: takesS, seesDeletes: 'last' });
  const perHour = HOUR_S / periodS;
  const files = Math.ceil(billed / EXPORT_FILE_BYTES) + EXPORT_EXTRA_FILES;
  return {
    lane,
    delay: seen.delay,
    missed: { deletes: seen.deletes, collapsed: seen.collapsed, race: 0 },
    ...{ repeated: 0, outOfOrder: 0, behind: seen.behind, readUnitsPerHour: 0 },
    cost: [
      costLine(words.exports, gigabytes * perHour, prices.exportGigabyte),
      costLine(words.backups, table.bytes / GIBIBYTE / MONTH_HOURS, prices.backupGigabyteMonth),
      costLine(words.puts, files * perHour, prices.s3Put),
      // What stays there for a month is not counted: the latest export alone.
      costLine(words.objects, gigabytes / MONTH_HOURS, prices.s3GigabyteMonth),
    ],
    notes: takesS >= everyS ? [{ what: 'slowerThanInterval' as const, takesMs: takesS * 1e3 }] : [],
  };
}

/** Invocations a second of all shards: one a poll that finds something, more where batches are full. */
export function invocationsPerSecond(changes: number, shards: number, pollS: number): number {
  const each = changes / shards;
  return shards * Math.max(-Math.expm1(-each * pollS) / pollS, each / batchSizeFor(each, pollS));
}

/** The batch size of the lanes, or what a shard's traffic between two polls needs. */
const batchSizeFor = (perShard: number, pollS: number): number =>
  Math.max(BATCH, Math.ceil(perShard * pollS * 1.5));

function streamModel(table: MyTable, lane: Lane, prices: Prices): WayModel {
  const shards = partitionsOf(table);
  const pollS = 0.25;
  const perHour = invocationsPerSecond(table.changesPerSecond, shards, pollS) * HOUR_S;
  const { delay, meanDurationS } = streamDelays();
  const isPipe = lane.way === 'pipe';
  return toldModel(table, lane, delay, {
    cost: [
      { ...costLine(words.streamReads, 0, prices.getRecords), usdPerUnit: 0 },
      ...(isPipe
        ? [costLine(words.pipeRequests, perHour, prices.pipeRequest)]
        : lambdaCost(perHour, meanDurationS, prices)),
    ],
    notes: batchNote(table.changesPerSecond / shards, pollS),
  });
}

function kinesisModel(table: MyTable, lane: Lane, prices: Prices): WayModel {
  const { changesPerSecond, items, bytes } = table;
  const itemBytes = bytes / Math.max(1, items);
  const recordBytes = itemBytes * 1.75;
  const shards = Math.max(
    1,
    Math.ceil(changesPerSecond / SHARD_RECORDS),
    Math.ceil((changesPerSecond * recordBytes) / SHARD_BYTES),
  );
  const changes = changesPerSecond * HOUR_S;
  const perHour = invocationsPerSecond(changesPerSecond, shards, 1) * HOUR_S;
  const { delay, meanDurationS, meanExcessS } = kinesisDelays();
  const heldS = (KINESIS_HELD_UP_LEAST_MS + KINESIS_HELD_UP_MOST_MS) / 2 / 1e3;
  const rate = changesPerSecond / Math.max(1, table.activeItems);
  const payload = Math.max(1, Math.ceil(recordBytes / PAYLOAD_UNIT_BYTES));
  const copies = changes * (1 + KINESIS_DUPLICATE_PROBABILITY);
  const model = toldModel(table, lane, delay, {
    cost: [
      costLine(
        words.capture,
        changes * Math.max(1, Math.ceil(itemBytes / 1_024)),
        prices.captureUnit,
      ),
      costLine(words.shardHours, shards, prices.kinesisShardHour),
      costLine(words.payload, copies * payload, prices.kinesisPayloadUnit),
      ...lambdaCost(perHour, meanDurationS, prices),
    ],
    notes: [
      ...(shards > 1 ? [{ what: 'shards' as const, count: shards }] : []),
      ...batchNote(changesPerSecond / shards, 1),
    ],
  });
  return {
    ...model,
    repeated: changes * KINESIS_DUPLICATE_PROBABILITY,
    outOfOrder:
      changes *
      (KINESIS_HELD_UP_PROBABILITY * -Math.expm1(-rate * heldS) - Math.expm1(-rate * meanExcessS)),
  };
}

const batchNote = (perShard: number, pollS: number): WayNote[] => {
  const least = batchSizeFor(perShard, pollS);
  return least > BATCH ? [{ what: 'batchSize', least }] : [];
};

const lambdaCost = (perHour: number, meanDurationS: number, prices: Prices): CostLine[] => [
  costLine(words.requests, perHour, prices.lambdaRequest),
  costLine(
    words.duration,
    perHour * meanDurationS * FUNCTION_GIGABYTES,
    prices.lambdaGigabyteSecond,
  ),
];

/** Of who is told of every change: nothing is missed, and what is behind is on its way. */
function toldModel(
  { changesPerSecond, activeItems }: MyTable,
  lane: Lane,
  delay: DelayModel,
  more: Pick<WayModel, 'cost' | 'notes'>,
): WayModel {
  return {
    lane,
    delay,
    missed: { deletes: 0, collapsed: 0, race: 0 },
    ...{ repeated: 0, outOfOrder: 0, readUnitsPerHour: 0 },
    behind: Math.min(activeItems, changesPerSecond * (delay.meanMs / 1e3)),
    ...more,
  };
}
