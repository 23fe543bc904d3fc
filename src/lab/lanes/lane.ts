/**
 * A lane: one way of learning of a table's changes, to be set beside others on the same writes. Lanes are
 * chosen from a list, adjusted by their interval, and written as one word so that a link can carry them:
 * `stream`, `scan@30s`, `own~OrderProcessor`. Rule: [W20] in SPEC.md.
 */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { durationText, parseDuration } from '../duration.ts';

export type LaneWay =
  | 'stream'
  | 'pipe'
  | 'kinesis'
  | 'scan'
  | 'overlapScan'
  | 'markScan'
  | 'keyScan'
  | 'itemScan'
  | 'parallelScan'
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
  /** `own`: the id of the mapping, scan or export. */
  own: string;
}

/** Least interval of a way, as AWS and the lab file have it, and what is chosen at first. */
export const LANE_INTERVALS: Readonly<Partial<Record<LaneWay, { least: number; usual: number }>>> =
  {
    scan: { least: 1_000, usual: 30_000 },
    overlapScan: { least: 1_000, usual: 30_000 },
    markScan: { least: 1_000, usual: 30_000 },
    keyScan: { least: 1_000, usual: 30_000 },
    itemScan: { least: 1_000, usual: 30_000 },
    parallelScan: { least: 1_000, usual: 30_000 },
    export: { least: 60_000, usual: 3_600_000 },
    incrementalExport: { least: 900_000, usual: 900_000 },
  };

const WAYS: readonly LaneWay[] = [
  ...(['stream', 'pipe', 'kinesis', 'scan', 'overlapScan', 'markScan', 'keyScan'] as const),
  ...(['itemScan', 'parallelScan', 'export', 'incrementalExport', 'own'] as const),
];
const DAY_MS = 86_400_000;

export function makeLane(way: LaneWay, everyMs?: number, own = ''): Lane {
  const interval = LANE_INTERVALS[way];
  const every = interval
    ? Math.min(DAY_MS, Math.max(interval.least, everyMs ?? interval.usual))
    : 0;
  const word = own !== '' ? `own~${own}` : interval ? `${way}@${durationText(every)}` : way;
  return { word, way, everyMs: every, own };
}

/** The lane that a word stands for, or undefined. */
export function parseLane(word: string): Lane | undefined {
  if (word.startsWith('own~')) return makeLane('own', undefined, word.slice(4));
  const [name, every] = word.split('@');
  const way = WAYS.find((known) => known === name && known !== 'own');
  if (way === undefined) return undefined;
  if (every === undefined) return makeLane(way);
  const ms = parseDuration(every);
  return ms === undefined ? undefined : makeLane(way, ms);
}

/** Every lane that a lab offers: its own watchers of a table, then all others. */
export function offeredLanes(definition: SimulationDefinition, table: string): Lane[] {
  const own = [
    ...definition.eventSourceMappings.filter((mapping) => isFedBy(definition, mapping, table)),
    ...definition.pollers.filter((poller) => poller.table === table),
  ].map(({ id }) => makeLane('own', undefined, id));
  return [...own, ...WAYS.filter((way) => way !== 'own').map((way) => makeLane(way))];
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
