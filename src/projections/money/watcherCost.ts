/**
 * What one watcher adds to the bill of a run, beside the table and its writes. Lines that come to nothing
 * stay where AWS asks nothing for something that people expect to pay for. Rule: [W30] in SPEC.md.
 */
import type { Prices } from '../../engine/prices.ts';
import type { World } from '../../engine/world.ts';
import type { Watcher } from '../lanes/laneFold.ts';
import { costWords as words } from '../words/costWords.ts';
import { type CostLine, costLine } from './costLine.ts';

const GIBIBYTE = 1_073_741_824;
const HOUR_US = 3_600e6;
const MONTH_US = 30 * 24 * HOUR_US;
/** Assumed: bytes of an export in one file of S3. */
const EXPORT_FILE_BYTES = 67_108_864;
/** Manifests and checksums beside the data of an export. */
const EXPORT_EXTRA_FILES = 4;

/** What the run's state does not keep, from the watcher's fold. */
export interface WatcherMeters {
  busyUs: number;
  payloadUnits: number;
}

export function watcherCost(
  world: World,
  watcher: Watcher,
  meters: WatcherMeters,
  prices: Prices,
): CostLine[] {
  return 'poller' in watcher
    ? pollerCost(world, watcher.poller, prices)
    : mappingCost(world, watcher.mapping, meters, prices);
}

function pollerCost(world: World, poller: number, prices: Prices): CostLine[] {
  const { readUnits, exportedBytes, table, polls } = world.state.pollers[poller]!;
  if (world.definition.pollers[poller]!.export === undefined) {
    return [costLine(words.scanReads, readUnits, prices.readRequestUnit)];
  }
  const tableGigabytes = world.state.tables[table]!.sizeBytes / GIBIBYTE;
  const files = Math.ceil(exportedBytes / EXPORT_FILE_BYTES) + polls * EXPORT_EXTRA_FILES;
  const months = world.now / MONTH_US;
  return [
    costLine(words.exports, exportedBytes / GIBIBYTE, prices.exportGigabyte),
    costLine(words.backups, tableGigabytes * months, prices.backupGigabyteMonth),
    costLine(words.puts, files, prices.s3Put),
    costLine(words.objects, (exportedBytes / GIBIBYTE) * months, prices.s3GigabyteMonth),
  ];
}

function mappingCost(
  world: World,
  mapping: number,
  { busyUs, payloadUnits }: WatcherMeters,
  prices: Prices,
): CostLine[] {
  const { sourceKind, stream, meters, isPipe, function: fn } = world.state.mappings[mapping]!;
  const lines: CostLine[] = [];
  if (sourceKind === 'KinesisStream') {
    const { changeDataCaptureUnits, shards } = world.state.kinesisStreams[stream]!;
    const shardHours = shards.length * (world.now / HOUR_US);
    lines.push(
      costLine(words.capture, changeDataCaptureUnits, prices.captureUnit),
      costLine(words.shardHours, shardHours, prices.kinesisShardHour),
      costLine(words.payload, payloadUnits, prices.kinesisPayloadUnit),
    );
  } else {
    lines.push({ ...costLine(words.streamReads, 0, prices.getRecords), usdPerUnit: 0 });
  }
  if (isPipe) {
    lines.push(costLine(words.pipeRequests, meters.started, prices.pipeRequest));
    return lines;
  }
  const gigabytes = world.definition.functions[fn]!.memoryMb / 1_024;
  lines.push(
    costLine(words.requests, meters.started, prices.lambdaRequest),
    costLine(words.duration, gigabytes * (busyUs / 1e6), prices.lambdaGigabyteSecond),
  );
  return lines;
}
