/** The fixture's moment with more of everything: four partitions, a Kinesis stream beside, its reader. */
import { partToAge } from '../../../projections/geometry/ageAxis.ts';
import type { Card, Scene, ShardLane } from '../../../projections/scene/scene.ts';
import { quietFunction } from '../../../projections/testing/stageCards.ts';
import { fixtureComparison, flag, lane, mark, partition, slot } from './fixtureRecords.ts';
import { fixtureScene } from './fixtureScene.ts';

const marks = (from: number, count: number, unread: number) =>
  Array.from({ length: count }, (_, i) =>
    mark(from + i * 3, 1 + ((i + from) % 3), partToAge(0.03 + (i * 0.93) / count), {
      state: i < unread ? 'unread' : 'read',
      duplicate: i === 4,
    }),
  );

const fourth: ShardLane = lane(3, marks(5, 24, 20), [
  { ...flag(6, 'OrderProcessor', 3_600_000), state: 'behind', waiting: 1_204 },
  flag(7, 'AuditLog', 500),
]);

const child: ShardLane = {
  ...lane(12, marks(2, 3, 3), [{ ...flag(13, 'ChangeReader', 0), state: 'waitingForParent' }]),
  label: 'shard 1.2',
};

const kinesisShards: ShardLane[] = [
  {
    ...lane(10, marks(1, 14, 2), [{ ...flag(10, 'ChangeReader', 0), state: 'drained' }]),
    open: false,
  },
  lane(11, marks(4, 9, 1), [flag(11, 'ChangeReader', 800)]),
  child,
];

const more: Card[] = [
  {
    type: 'stream',
    id: 'kinesis',
    logicalId: 'Changes',
    title: 'Changes',
    source: 'KinesisStream',
    detail: '24 h',
    stream: 0,
    shards: kinesisShards,
    pastShardCount: 2,
    duplicates: 3,
    outOfOrder: 5,
  },
  {
    type: 'function',
    id: 'reader',
    logicalId: 'ChangeReader',
    title: 'ChangeReader',
    function: 2,
    mapping: 2,
    ...quietFunction,
    batchSize: 100,
    windowMs: 0,
    slots: [slot(10, 'shard 1', []), slot(11, 'shard 2', []), slot(13, 'shard 1.2', [])],
    faults: [],
    invocations: 3,
    failed: 0,
    waiting: 0,
    discarded: 0,
    expired: 0,
    status: 'waits for a parent shard',
    tone: 'plain',
  },
];

export const kinesisScene: Scene = {
  ...fixtureScene,
  cards: [...fixtureScene.cards.map(widened), ...more],
  links: [
    ...fixtureScene.links,
    { from: 'table', to: 'kinesis' },
    { from: 'kinesis', to: 'reader' },
    { from: 'reader', to: 'bucket' },
  ],
  comparison: [
    ...fixtureComparison,
    { ...fixtureComparison[0]!, watcher: 'ChangeReader', kind: 'kinesis', seen: 262, repeated: 3 },
  ],
};

function widened(card: Card): Card {
  if (card.type === 'table') return { ...card, partitions: [...card.partitions, partition(3, 5)] };
  if (card.type === 'stream') return { ...card, shards: [...card.shards, fourth] };
  if (card.type === 'function') {
    return { ...card, slots: [...card.slots, slot(card.mapping === 0 ? 6 : 7, 'shard 4', [])] };
  }
  return card;
}
