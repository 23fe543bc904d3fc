/**
 * The moment of the look study as data: order#13 blocks shard 2, the other shards go on, a retried
 * batch has sent e-mails twice, the scan below has missed seven deletes. For the gallery, for
 * screenshots and for tests of geometry.
 */
import { partToAge } from '../../projections/geometry/ageAxis.ts';
import type { Flight, ItemMark, Mark, Scene, ShardLane } from '../../projections/scene.ts';

const SECOND = 1_000_000;
/** 9:02:14.380 on a clock that began at 9:00. */
export const fixtureAt = 134.38 * SECOND;
export const fixtureStartAtMs = Date.UTC(2026, 0, 5, 9);

let nextChange = 0;

function mark(item: number, kind: number, ageMs: number, more: Partial<Mark> = {}): Mark {
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

const shard1 = marksAt(
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
const shard2 = marksAt(
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
const poisoned = shard2[9]!;
poisoned.state = 'failing';
poisoned.item = 12;
poisoned.label = 'order#13';
const shard3 = marksAt(
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

const flag = (consumer: number, reader: string, ageMs: number): ShardLane['cursors'][number] => ({
  consumer,
  reader,
  iteratorAgeMs: ageMs,
  waiting: 0,
  state: 'upToDate',
  attempts: 0,
  nextAttemptAt: 0,
  backoffMs: 0,
});

const lane = (shard: number, marks: Mark[], cursors: ShardLane['cursors']): ShardLane => ({
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
});

const items = (first: number): ItemMark[] =>
  Array.from({ length: 20 }, (_, i) => ({
    item: (first + i * 5 + ((i * i) % 7)) % 412,
    label: `order#${(first + i * 5 + ((i * i) % 7)) % 412}`,
    beforeStream: i < 2,
  }));

const partition = (i: number, percent: number) => ({
  partition: i,
  id: `partition-${i}`,
  itemCount: 134 + i * 3,
  items: items(i * 3),
  writeUnitsPerSecond: percent * 10,
  utilisationPercent: percent,
});

const slot = (consumer: number, label: string, marks: Mark[]) => ({
  consumer,
  shardLabel: label,
  marks,
  total: marks.length,
  state: marks.length > 0 ? ('invoking' as const) : ('empty' as const),
  attempts: 0,
  nextAttemptAt: 0,
  backoffMs: 0,
});

const nextAttemptAt = fixtureAt + 19 * SECOND;

const inBatch = (kinds: readonly (readonly [number, number])[]): Mark[] =>
  kinds.map(([item, kind]) => mark(item, kind, 700, { state: 'inFlight' }));

const comparisonRow = {
  changes: 262,
  missedRace: 0,
  missedNoWatermark: 0,
  lost: 0,
  repeated: 0,
  outOfOrder: 0,
  latencyP99Ms: null,
  readUsd: 0,
};

export const fixtureScene: Scene = {
  at: fixtureAt,
  caption: {
    title:
      'order#13 cannot be processed, so everything behind it in shard 2 waits. The other shards go on.',
    detail: 'Attempt 6 failed 45 s ago; the next comes in 19 s. The record expires in 23 h 58 min.',
    tone: 'bad',
    about: { kind: 'record', change: poisoned.change },
  },
  cards: [
    {
      type: 'writers',
      id: 'writers',
      logicalId: 'Orders',
      title: 'Shop',
      table: 'Orders',
      writesPerSecond: 20,
      trafficPerSecond: 20,
      written: 2647,
    },
    {
      type: 'table',
      id: 'table',
      logicalId: 'Orders',
      title: 'Orders',
      table: 0,
      itemCount: 412,
      partitions: [partition(0, 38), partition(1, 12), partition(2, 84)],
    },
    {
      type: 'stream',
      id: 'stream',
      logicalId: 'Orders',
      title: 'Orders',
      source: 'DynamoDbStream',
      detail: 'NEW_AND_OLD_IMAGES',
      stream: 0,
      pastShardCount: 0,
      duplicates: 0,
      outOfOrder: 0,
      shards: [
        lane(0, shard1, [flag(0, 'OrderProcessor', 600), flag(3, 'AuditLog', 400)]),
        lane(1, shard2, [
          {
            ...flag(1, 'OrderProcessor', 108_000),
            state: 'failing',
            waiting: 41,
            attempts: 6,
            nextAttemptAt,
            backoffMs: 64_000,
          },
          flag(4, 'AuditLog', 400),
        ]),
        lane(2, shard3, [
          flag(2, 'OrderProcessor', 800),
          { ...flag(5, 'AuditLog', 14_200), state: 'behind', waiting: 3 },
        ]),
      ],
    },
    {
      type: 'function',
      id: 'processor',
      logicalId: 'OrderProcessor',
      title: 'OrderProcessor',
      function: 0,
      mapping: 0,
      batchSize: 10,
      windowMs: 1_000,
      slots: [
        slot(
          0,
          'shard 1',
          inBatch([
            [0, 1],
            [3, 2],
            [3, 2],
            [1, 1],
          ]),
        ),
        {
          ...slot(1, 'shard 2', [
            poisoned,
            ...inBatch([
              [12, 2],
              [7, 1],
              [2, 2],
              [5, 3],
              [8, 2],
              [3, 1],
              [6, 2],
              [9, 2],
              [1, 1],
            ]),
          ]),
          state: 'backingOff',
          attempts: 6,
          nextAttemptAt,
          backoffMs: 64_000,
        },
        slot(
          2,
          'shard 3',
          inBatch([
            [2, 2],
            [5, 1],
          ]),
        ),
      ],
      faults: [{ kind: 'Poison', detail: 'order#13' }],
      invocations: 88,
      failed: 6,
      waiting: 41,
      discarded: 0,
      expired: 0,
      status: '6 attempts · 0 skipped',
      tone: 'bad',
    },
    {
      type: 'function',
      id: 'audit',
      logicalId: 'AuditLog',
      title: 'AuditLog',
      function: 1,
      mapping: 1,
      batchSize: 100,
      windowMs: 5_000,
      slots: [
        slot(3, 'shard 1', []),
        slot(4, 'shard 2', inBatch([[4, 2]])),
        {
          ...slot(
            5,
            'shard 3',
            inBatch([
              [2, 1],
              [6, 1],
              [0, 2],
            ]),
          ),
          state: 'buffering',
        },
      ],
      faults: [],
      invocations: 31,
      failed: 0,
      waiting: 0,
      discarded: 0,
      expired: 0,
      status: 'up to date · lag 0.4 s',
      tone: 'good',
    },
    {
      type: 'target',
      id: 'products',
      logicalId: 'ProductIndex',
      title: 'products',
      target: 0,
      kind: 'OpenSearch',
      size: 398,
      repeated: 0,
      behind: 14,
      line: '398 documents',
      status: '14 behind the table',
      tone: 'behind',
      latest: latest([
        [0, 1, 'order#0 indexed'],
        [3, 2, 'order#3 → shipped'],
        [5, 2, 'order#5 → paid'],
        [9, 3, 'order#9 deleted'],
      ]),
    },
    {
      type: 'target',
      id: 'mail',
      logicalId: 'Mail',
      title: 'Confirmations',
      target: 1,
      kind: 'SES',
      size: 211,
      repeated: 3,
      behind: 0,
      line: '211 sent',
      status: '3 sent twice',
      tone: 'bad',
      latest: latest(
        [
          [5, 2, 'order#5: sent again'],
          [0, 1, 'order#0: sent'],
          [1, 1, 'order#1: sent'],
        ],
        true,
      ),
    },
    {
      type: 'target',
      id: 'bucket',
      logicalId: 'AuditBucket',
      title: 'audit-log',
      target: 2,
      kind: 'S3',
      size: 57,
      repeated: 0,
      behind: 0,
      line: '57 objects',
      status: 'complete',
      tone: 'good',
      latest: latest([
        [4, 2, '2026/01/05/09/02-0057.json'],
        [6, 2, '2026/01/05/09/02-0056.json'],
      ]),
    },
    {
      type: 'poller',
      id: 'poller',
      logicalId: 'ThirtySecondScan',
      title: 'ThirtySecondScan',
      poller: 0,
      everyMs: 30_000,
      running: false,
      startedAt: fixtureAt - 19 * SECOND,
      nextAt: fixtureAt + 11 * SECOND,
      itemsEvaluated: 1_648,
      readUnits: 206,
      ghosts: {
        deletes: [1, 4, 7, 2, 5, 0, 3].map((item) => mark(item, 3, 20_000)),
        collapsed: [0, 2, 4, 6, 3, 6, 4, 2, 0].map((item, i) => mark(item + 8 * i, 2, 20_000)),
        race: [],
        noWatermark: [mark(36, 1, 40_000, { label: 'T1001' })],
      },
      counts: {
        seen: 232,
        pending: 0,
        repeated: 0,
        deletes: 7,
        collapsed: 23,
        race: 0,
        noWatermark: 1,
      },
    },
  ],
  links: [
    { from: 'writers', to: 'table' },
    { from: 'table', to: 'stream' },
    { from: 'stream', to: 'processor' },
    { from: 'stream', to: 'audit' },
    { from: 'processor', to: 'products' },
    { from: 'processor', to: 'mail' },
    { from: 'audit', to: 'bucket' },
    { from: 'table', to: 'poller' },
  ],
  comparison: [
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
  ],
};

function latest(rows: readonly (readonly [number, number, string])[], duplicate = false) {
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
