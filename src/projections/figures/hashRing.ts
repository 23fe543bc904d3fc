/** A table's hash range as the ring that its partitions share, with their items, heat and shards. */
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import type { World } from '../../engine/world.ts';
import { tableCard } from '../cards/tableCard.ts';
import { recentWrites } from '../scene/recentWrites.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { figureWords } from '../words/figureWords.ts';
import type { HashRing } from './figure.ts';

const HASH_END = 0x1_0000_0000;

/** @param selected the partition or the item that is inspected. */
export function hashRing(
  world: World,
  table: number,
  selected: { partition?: number; item?: number } = {},
): HashRing {
  const { state } = world;
  const { itemCount, writes } = state.tables[table]!;
  const lanes = tableCard(world, table, recentWrites(world), new Map()).partitions;
  const hashOf = (item: number) => world.items.hash.get(item) >>> 0;
  const partitions = lanes.map((lane, i): HashRing['partitions'][number] => {
    const { fromHash, toHash, shard, unitsPeakPerSecond } = state.partitions[lane.partition]!;
    return {
      partition: lane.partition,
      name: figureWords.partition(i + 1),
      from: fromHash / HASH_END,
      to: toHash / HASH_END,
      itemCount: lane.itemCount,
      writeUnitsPerSecond: lane.writeUnitsPerSecond,
      percent: lane.utilisationPercent,
      peakPerSecond: unitsPeakPerSecond,
      shard,
      shardLabel: shard < 0 ? '' : shardLabel(world, shard),
      throttled: lane.throttled,
      throttling: lane.throttling,
      hottest: lane.hottest,
      selected: lane.partition === selected.partition,
    };
  });
  const items = lanes.flatMap((lane) =>
    lane.items.map(({ item, label }) => ({ item, label, at: hashOf(item) / HASH_END })),
  );
  const { item } = selected;
  if (item !== undefined && !items.some((other) => other.item === item)) {
    items.push({ item, label: world.items.label.get(item), at: hashOf(item) / HASH_END });
  }
  return {
    kind: 'hashRing',
    title: figureWords.ring,
    text:
      textOf(partitions, itemCount) +
      selectedText(world, partitions, item) +
      (writes.throttled > 0 ? figureWords.throttled(writes.throttled) : ''),
    partitions,
    items: items.map((each) => ({ ...each, selected: each.item === item })),
    throttled: writes.throttled,
  };
}

function textOf(partitions: HashRing['partitions'], itemCount: number): string {
  const hottest = partitions.reduce((most, other) => (other.percent > most.percent ? other : most));
  return (
    figureWords.ringText(partitions.length, itemCount, hottest.name, hottest.percent) +
    (hottest.hottest === '' ? '' : figureWords.hotKey(hottest.hottest, hottest.name))
  );
}

function selectedText(
  world: World,
  partitions: HashRing['partitions'],
  item: number | undefined,
): string {
  if (item === undefined) return '';
  const number = partitionOfItem(world, item);
  const name = partitions.find(({ partition }) => partition === number)?.name ?? '';
  return figureWords.itemAt(world.items.label.get(item), name);
}
