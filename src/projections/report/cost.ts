/** What the run would have cost, as far as what is simulated has a price. */
import { PRICES } from '../../engine/prices.ts';
import type { World } from '../../engine/world.ts';
import { type CostLine, costLine as line, totalUsd } from '../money/costLine.ts';
import type { JournalOutcomes } from './outcomes.ts';

export interface Cost {
  usd: number;
  lines: CostLine[];
}

const GIBIBYTE = 1_073_741_824;
const MONTH_US = 30 * 86_400e6;
const PAYLOAD_UNIT_BYTES = 25_600;

export function costOf(world: World, outcomes: Pick<JournalOutcomes, 'busy' | 'requests'>): Cost {
  const lines = [
    ...tableLines(world),
    ...kinesisLines(world),
    ...functionLines(world, outcomes),
    ...exportLines(world),
  ].filter(({ quantity }) => quantity > 0);
  return { usd: totalUsd(lines), lines };
}

const hoursOf = (world: World): number => world.now / 3_600_000_000;

function tableLines(world: World): CostLine[] {
  return world.state.tables.flatMap(({ id, writeUnits, readUnits, billing }, i) => {
    const scans = world.state.pollers.filter(({ table }) => table === i);
    const scanned = scans.reduce((units, poller) => units + poller.readUnits, 0);
    if (billing === 'PAY_PER_REQUEST') {
      return [
        line(`${id} writes`, writeUnits, PRICES.writeRequestUnit),
        line(`${id} reads`, readUnits - scanned, PRICES.readRequestUnit),
        ...scans.map((poller) =>
          line(`${poller.id} reads`, poller.readUnits, PRICES.readRequestUnit),
        ),
      ];
    }
    const hours = hoursOf(world);
    return [
      line(`${id} writes`, billing.writeCapacityUnits * hours, PRICES.writeCapacityHour),
      line(`${id} reads`, billing.readCapacityUnits * hours, PRICES.readCapacityHour),
    ];
  });
}

function kinesisLines(world: World): CostLine[] {
  return world.state.kinesisStreams.flatMap(({ id, shards, changeDataCaptureUnits }, i) => [
    line(`${id} capture`, changeDataCaptureUnits, PRICES.captureUnit),
    line(`${id} shards`, shards.length * hoursOf(world), PRICES.kinesisShardHour),
    line(`${id} payload`, payloadUnits(world, i), PRICES.kinesisPayloadUnit),
  ]);
}

/** A unit per started 25 KB of each record, taken as the size of its images. */
function payloadUnits(
  { kinesisRecords, changes, versions, images }: World,
  stream: number,
): number {
  let units = 0;
  for (let row = 0; row < kinesisRecords.stream.length; row++) {
    if (kinesisRecords.stream.get(row) !== stream) continue;
    const change = kinesisRecords.change.get(row);
    let bytes = 0;
    for (const version of [changes.oldVersion.get(change), changes.newVersion.get(change)]) {
      const image = version < 0 ? -1 : versions.image.get(version);
      if (image >= 0) bytes += images.sizeBytes(image);
    }
    units += Math.max(1, Math.ceil(bytes / PAYLOAD_UNIT_BYTES));
  }
  return units;
}

function functionLines(
  world: World,
  outcomes: Pick<JournalOutcomes, 'busy' | 'requests'>,
): CostLine[] {
  const { state } = world;
  return state.functions.flatMap(({ id, mappings, settings }, i) => {
    const pipes = pipeLines(world, mappings);
    const { pipe, memoryMb } = settings;
    if (pipe) return pipes;
    const delivered = mappings.reduce((n, m) => n + state.mappings[m]!.meters.started, 0);
    const requests = delivered + outcomes.requests[i]!;
    const gigabytes = memoryMb / 1_024;
    const seconds = outcomes.busy[i]! / 1_000_000;
    return [
      ...pipes,
      line(`${id} requests`, requests, PRICES.lambdaRequest),
      line(`${id} duration`, gigabytes * seconds, PRICES.lambdaGigabyteSecond),
    ];
  });
}

/** What the exports are charged for, and the continuous backups that they are made from. */
function exportLines({ state, definition, now }: World): CostLine[] {
  return state.pollers.flatMap(({ id, exportedBytes, table }, i) => {
    if (definition.pollers[i]!.export === undefined) return [];
    const kept = (state.tables[table]!.sizeBytes / GIBIBYTE) * (now / MONTH_US);
    return [
      line(`${id} exports`, exportedBytes / GIBIBYTE, PRICES.exportGigabyte),
      line(`${id} backups`, kept, PRICES.backupGigabyteMonth),
    ];
  });
}

/** A pipe pays for what passes its filter: a request a batch, as far as a batch has at most 64 KB. */
function pipeLines({ state }: World, mappings: readonly number[]): CostLine[] {
  return mappings.flatMap((number) => {
    const { id, isPipe, meters } = state.mappings[number]!;
    return isPipe ? [line(`${id} pipe requests`, meters.started, PRICES.pipeRequest)] : [];
  });
}
