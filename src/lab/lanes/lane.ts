/**
 * A lane: one way of learning of a table's changes, to be set beside others on the same writes. Lanes are
 * chosen from a list, adjusted, and written as one word so that a link can carry them: `stream`,
 * `scan@30s~overlap.10s`, `own~OrderProcessor`, `stream~n.2` for a second one. Rule: [W20] in SPEC.md.
 */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { durationText, parseDuration } from '../duration.ts';
import { optionWords, PLAIN_SCAN, readOptions, type ScanOptions } from './scanOptions.ts';

export type LaneWay =
  | 'stream'
  | 'pipe'
  | 'kinesis'
  | 'scan'
  | 'export'
  | 'incrementalExport'
  /** A mapping, scan or export of the lab itself. */
  | 'own';

export interface Lane {
  /** The lane as one word, unique among those chosen. */
  word: string;
  way: LaneWay;
  /** Of what looks again and again; 0 for what is told. */
  everyMs: number;
  /** Of a scan; of others a plain scan's. */
  options: ScanOptions;
  /** `own`: the id of the mapping, scan or export. */
  own: string;
  /** The second, third … of the same lanes; 1 for the first. */
  ordinal: number;
}

/** Least interval of a way, as AWS and the lab file have it, and what is chosen at first. */
export const LANE_INTERVALS: Readonly<Partial<Record<LaneWay, { least: number; usual: number }>>> =
  {
    scan: { least: 1_000, usual: 30_000 },
    export: { least: 60_000, usual: 3_600_000 },
    incrementalExport: { least: 900_000, usual: 900_000 },
  };

const WAYS: readonly LaneWay[] = [
  ...(['stream', 'pipe', 'kinesis', 'scan', 'export', 'incrementalExport', 'own'] as const),
];
/** Side by side, as many as a link may ask for. */
export const MOST_LANES = 50;
const DAY_MS = 86_400_000;
const MOST_ORDINAL = 9;

type LaneWish = Partial<Pick<Lane, 'everyMs' | 'own' | 'ordinal'>> & {
  options?: Partial<ScanOptions>;
};

export function makeLane(way: LaneWay, wish: LaneWish = {}): Lane {
  const { own = '', ordinal = 1 } = wish;
  const interval = LANE_INTERVALS[way];
  const everyMs = interval
    ? Math.min(DAY_MS, Math.max(interval.least, wish.everyMs ?? interval.usual))
    : 0;
  const options = way === 'scan' ? { ...PLAIN_SCAN, ...wish.options } : PLAIN_SCAN;
  const word = [
    way === 'own' ? `own~${own}` : way,
    interval ? `@${durationText(everyMs)}` : '',
    optionWords(options),
    ordinal > 1 ? `~n.${ordinal}` : '',
  ].join('');
  return { word, way, everyMs, options, own, ordinal };
}

/** The lane that a word stands for, or undefined. */
export function parseLane(word: string): Lane | undefined {
  const [head = '', ...parts] = word.split('~');
  const ordinals = parts.map((part) => /^n\.([2-9])$/u.exec(part)?.[1]);
  const ordinal = Math.min(MOST_ORDINAL, Number(ordinals.find((n) => n !== undefined) ?? 1));
  if (head === 'own' && parts.length > 0) return makeLane('own', { own: parts[0]!, ordinal });
  const [name, every] = head.split('@');
  const way = WAYS.find((known) => known === name && known !== 'own');
  if (way === undefined) return undefined;
  const options = readOptions(parts);
  if (every === undefined) return makeLane(way, { options, ordinal });
  const everyMs = parseDuration(every);
  return everyMs === undefined ? undefined : makeLane(way, { everyMs, options, ordinal });
}

/** The same lane, other settings. */
export const changedLane = (lane: Lane, wish: LaneWish): Lane =>
  makeLane(lane.way, { ...lane, ...wish, options: { ...lane.options, ...wish.options } });

/** The lane, or where it has been chosen already the next of its kind. */
export function nextOfKind(lane: Lane, chosen: readonly string[]): Lane {
  for (let ordinal = 1; ordinal <= MOST_ORDINAL; ordinal++) {
    const next = changedLane(lane, { ordinal });
    if (!chosen.includes(next.word)) return next;
  }
  return lane;
}

/** Every way but a lab's own, and the scans that people build in the hope of doing better. */
export const COMMON_LANES: readonly Lane[] = [
  ...(['stream', 'pipe', 'kinesis', 'scan'] as const).map((way) => makeLane(way)),
  ...[
    { overlapMs: 10_000 },
    { softDelete: 'deleted' },
    { compare: 'Keys' as const },
    { compare: 'Items' as const },
    { segments: 4, consistentRead: true },
  ].map((options) => makeLane('scan', { options })),
  ...(['export', 'incrementalExport'] as const).map((way) => makeLane(way)),
];

/** Every lane that a lab offers: its own watchers of a table, then all others. */
export function offeredLanes(definition: SimulationDefinition, table: string): Lane[] {
  const own = [
    ...definition.eventSourceMappings.filter((mapping) => isFedBy(definition, mapping, table)),
    ...definition.pollers.filter((poller) => poller.table === table),
  ].map(({ id }) => makeLane('own', { own: id }));
  return [...own, ...COMMON_LANES];
}

/** Whether a mapping learns of a table's changes. */
export function isFedBy(
  { tables }: SimulationDefinition,
  { source, sourceKind }: SimulationDefinition['eventSourceMappings'][number],
  table: string,
): boolean {
  if (sourceKind === 'DynamoDbStream') return source === table;
  return tables.some(
    ({ id, kinesisDestination }) => id === table && kinesisDestination?.stream === source,
  );
}
