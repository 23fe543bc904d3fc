/** Records, lanes and flights of the fixture's moment. */

import type { ComparisonRow } from '../../../projections/comparison/comparisonRow.ts';
import { partToAge } from '../../../projections/geometry/ageAxis.ts';
import type {
  BatchSlot,
  Flight,
  ItemMark,
  Mark,
  ShardLane,
} from '../../../projections/scene/scene.ts';
import { quietSlot } from '../../../projections/testing/stageCards.ts';

export const SECOND = 1_000_000;
/** 9:02:14.380 on a clock that began at 9:00. */
export const fixtureAt = 134.38 * SECOND;
export const fixtureStartAtMs = Date.UTC(2026, 0, 5, 9);

let nextChange = 0;

export function mark(item: number, kind: number, ageMs: number, more: Partial<Mark> = {}): Mark {
  nextChange += 1;
  return {
    change: nextChange,
    item,
    kind,
    label: `order#${item}`,
    at: fixtureAt - ageMs * 1_000,
    state: 'unread',
    duplicate: false,
    count: 1,
    ...more,
  };
}

/** Marks at places of the axis, newest first; those after `unread` have been read. */
function marksAt(places: readonly (readonly [number, number, number])[], unread: number): Mark[] {
  return places.map(([part, item, kind], i) =>
    mark(item, kind, partToAge(part), { state: i < unread ? 'unread' : 'read' }),
  );
}

export const shard1 = marksAt(
  [
    [0.02, 0, 1],
    [0.09, 5, 2],
    [0.16, 2, 2],
    [0.24, 7, 1],
    [0.32, 4, 2],
    [0.39, 7, 3],
    [0.47, 1, 2],
    [0.55, 3, 1],
    [0.62, 0, 2],
    [0.7, 5, 2],
    [0.77, 2, 1],
    [0.84, 4, 2],
    [0.92, 6, 1],
  ],
  1,
);
export const shard2 = marksAt(
  [
    [0.02, 1, 1],
    [0.06, 12, 1],
    [0.11, 7, 2],
    [0.165, 2, 2],
    [0.21, 5, 2],
    [0.26, 8, 3],
    [0.31, 3, 2],
    [0.355, 6, 2],
    [0.41, 9, 2],
    [0.472, 13, 2],
    [0.56, 0, 1],
    [0.64, 2, 2],
    [0.71, 4, 2],
    [0.78, 6, 1],
    [0.86, 8, 2],
  ],
  10,
);
export const poisoned = shard2[9]!;
poisoned.state = 'failing';
poisoned.item = 12;
poisoned.label = 'order#13';
export const shard3 = marksAt(
  [
    [0.03, 2, 2],
    [0.13, 9, 3],
    [0.2, 4, 2],
    [0.32, 1, 1],
    [0.41, 6, 1],
    [0.53, 11, 2],
    [0.63, 8, 1],
    [0.72, 5, 2],
    [0.9, 2, 2],
  ],
  1,
);

export const flag = (
  consumer: number,
  reader: string,
  ageMs: number,
): ShardLane['cursors'][number] => ({
  consumer,
  reader,
  iteratorAgeMs: ageMs,
  waiting: 0,
  state: 'upToDate',
  attempts: 0,
  nextAttemptAt: 0,
  backoffMs: 0,
});

export const lane = (shard: number, marks: Mark[], cursors: ShardLane['cursors']): ShardLane => ({
  shard,
  id: `shardId-0000000176760000000${shard}-0a1b2c3d`,
  label: `shard ${shard + 1}`,
  open: true,
  partition: shard,
  parent: -1,
  recordCount: marks.length,
  trimmedCount: 0,
  marks,
  cursors,
  tokens: [],
});

const items = (first: number): ItemMark[] =>
  Array.from({ length: 20 }, (_, i) => ({
    item: (first + i * 5 + ((i * i) % 7)) % 412,
    label: `order#${(first + i * 5 + ((i * i) % 7)) % 412}`,
    beforeStream: i < 2,
    expired: false,
  }));

export const partition = (i: number, percent: number) => ({
  partition: i,
  id: `partition-${i}`,
  itemCount: 134 + i * 3,
  items: items(i * 3),
  noOps: [],
  throttled: 0,
  throttling: false,
  hottest: '',
  writeUnitsPerSecond: percent * 10,
  utilisationPercent: percent,
});

export const slot = (consumer: number, label: string, marks: Mark[]): BatchSlot => ({
  ...quietSlot,
  consumer,
  shardLabel: label,
  marks,
  total: marks.length,
  state: marks.length > 0 ? 'invoking' : 'empty',
});

export const nextAttemptAt = fixtureAt + 19 * SECOND;

export const inBatch = (kinds: readonly (readonly [number, number])[]): Mark[] =>
  kinds.map(([item, kind]) => mark(item, kind, 700, { state: 'inFlight' }));

export function latest(rows: readonly (readonly [number, number, string])[], duplicate = false) {
  return rows.map(([item, kind, text], i) => ({
    effect: i + item * 10,
    mark: mark(item, kind, 1_000, { state: 'read', duplicate: duplicate && i === 0 }),
    text,
  }));
}

const flight = (
  entry: number,
  from: Flight['from'],
  to: Flight['to'],
  part: number,
  marks: Mark[],
): Flight => ({
  entry,
  departAt: fixtureAt - part * SECOND,
  arriveAt: fixtureAt + (1 - part) * SECOND,
  from,
  to,
  marks,
  total: marks.length,
});

/** What is in motion at the fixture's instant. */
export const fixtureFlights: readonly Flight[] = [
  flight(1, { card: 'writers' }, { card: 'table', lane: 0 }, 0.5, [mark(6, 2, 0)]),
  flight(2, { card: 'table', lane: 0 }, { card: 'stream', lane: 0 }, 0.55, [
    mark(17, 2, 0, { item: 2, label: 'order#17' }),
  ]),
  flight(3, { card: 'stream', lane: 0 }, { card: 'processor', lane: 0 }, 0.42, inBatch([[0, 1]])),
  flight(
    4,
    { card: 'stream', lane: 2 },
    { card: 'audit', lane: 5 },
    0.4,
    inBatch([
      [3, 3],
      [1, 2],
      [6, 1],
    ]),
  ),
  flight(5, { card: 'processor', lane: 2 }, { card: 'mail' }, 0.5, [
    mark(5, 2, 900, { duplicate: true, state: 'inFlight' }),
  ]),
];

const comparisonRow = {
  changes: 262,
  missedRace: 0,
  missedFiltered: 0,
  missedNoWatermark: 0,
  lost: 0,
  repeated: 0,
  outOfOrder: 0,
  latencyP99Ms: null,
  readUsd: 0,
};

/** The stream beside the scan. */
export const fixtureComparison: ComparisonRow[] = [
  {
    ...comparisonRow,
    watcher: 'OrderProcessor',
    kind: 'stream',
    seen: 221,
    waiting: 41,
    missedDeletes: 0,
    missedCollapsed: 0,
    latencyP50Ms: 600,
    readUnits: 0,
  },
  {
    ...comparisonRow,
    watcher: 'ThirtySecondScan',
    kind: 'scan',
    seen: 232,
    waiting: 0,
    missedDeletes: 7,
    missedCollapsed: 23,
    latencyP50Ms: 15_100,
    readUnits: 206,
  },
];
