/** `Metadata.Shardscope.Pollers` and `.Exports`: who looks at a table again and again. */
import type { PollerDefinition } from '../../engine/definition.ts';
import { readAttributeMap } from '../attributeMap.ts';
import { durationText } from '../duration.ts';
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { refuseOthers, tableNamed } from './sectionKeys.ts';

const POLLER_KEYS = [
  ...['Table', 'Every', 'Watermark', 'ConsistentRead', 'Filter', 'Segments', 'Overlap'],
  ...['SoftDelete', 'Compare'],
];
const DAY_MS = 86_400_000;
/** `TotalSegments` of a parallel scan. */
const SEGMENTS = { minimum: 1, maximum: 1_000_000 };

export function readPoller(id: string, from: Members, lab: Lab): PollerDefinition | undefined {
  refuseOthers(from, POLLER_KEYS);
  const table = tableNamed(from, 'Table', lab);
  const everyMs = spanBetween(from, 'Every', 30_000, 1_000, 30 * DAY_MS);
  const overlapMs = spanBetween(from, 'Overlap', 0, 0, DAY_MS);
  const segments = from.number('Segments', SEGMENTS, 1);
  const filter = from.raw('Filter');
  const attributes = filter && readAttributeMap(filter.value, filter.path, lab.findings);
  const softDelete = from.text('SoftDelete');
  const compare = from.choice('Compare', ['Keys', 'Items']);
  if (softDelete === '') from.error('SoftDelete', 'the name of an attribute is expected.');
  const poller: PollerDefinition = {
    id,
    table: table ?? '',
    everyMs,
    watermark: from.text('Watermark', 'updated_at'),
    consistentRead: from.boolean('ConsistentRead', false),
    ...(segments > 1 && { segments }),
    ...(overlapMs > 0 && { overlapMs }),
    ...(attributes && { filter: attributes }),
    ...(softDelete && { softDelete }),
    ...(compare && { compare }),
  };
  return table === undefined ? undefined : poller;
}

export function readExport(id: string, from: Members, lab: Lab): PollerDefinition | undefined {
  refuseOthers(from, ['Table', 'Every', 'Type']);
  const table = tableNamed(from, 'Table', lab);
  const kind = from.choice('Type', ['FULL_EXPORT', 'INCREMENTAL_EXPORT'], 'FULL_EXPORT');
  const isFull = kind === 'FULL_EXPORT';
  const everyMs = isFull
    ? spanBetween(from, 'Every', 3_600_000, 60_000, 35 * DAY_MS)
    : spanBetween(from, 'Every', 3_600_000, 900_000, DAY_MS);
  if (table === undefined) return undefined;
  return { id, table, everyMs, watermark: '', consistentRead: false, export: kind };
}

/** A duration in a range, or an error that names it. */
function spanBetween(
  from: Members,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const ms = from.duration(name, fallback);
  const [low, high] = [durationText(least), durationText(most)];
  if (ms < least) from.error(name, `${durationText(ms)} is below the minimum ${low}`);
  if (ms > most) from.error(name, `${durationText(ms)} is above the maximum ${high}`);
  return ms;
}

/** The counterpart of {@link readPoller}. */
export function writePoller(poller: PollerDefinition): unknown {
  const { segments = 1, overlapMs = 0, filter, softDelete, compare } = poller;
  return {
    Table: poller.table,
    Every: durationText(poller.everyMs),
    Watermark: poller.watermark,
    ConsistentRead: poller.consistentRead,
    ...(segments > 1 && { Segments: segments }),
    ...(overlapMs > 0 && { Overlap: durationText(overlapMs) }),
    ...(filter && { Filter: filter }),
    ...(softDelete && { SoftDelete: softDelete }),
    ...(compare && { Compare: compare }),
  };
}

/** The counterpart of {@link readExport}. */
export const writeExport = ({ table, everyMs, export: kind }: PollerDefinition): unknown => ({
  Table: table,
  Every: durationText(everyMs),
  Type: kind,
});
