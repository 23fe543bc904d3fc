import { expect, it } from 'vitest';
import { functionCard, streamCard, tableCard, targetCard } from '../testing/stageCards.ts';
import { findableItem, findables, found } from './findables.ts';

const cards = [tableCard(0, 2), streamCard(0, [1, 1, 1]), functionCard(0, 3), targetCard(0)];

it('[V97] every card, partition and shard is found by words of its name, and nothing else', () => {
  const all = findables(cards);
  expect(all.length).toBe(cards.length + 2 + 3);
  for (const one of all) {
    expect(found(all, one.name.toUpperCase()), one.name).toContainEqual(one);
    expect(found(all, `${one.of} ${one.name}`), one.name).toContainEqual(one);
  }
  expect(found(all, 'no such name')).toEqual([]);
  expect(found(all, '')).toEqual(all);
  const [first] = found(all, 'part');
  expect(first).toMatchObject({ about: { kind: 'partition' }, card: cards[0]!.id });
  const shards = all.filter(({ about }) => about.kind === 'shard');
  expect(shards.map(({ timeLane }) => timeLane)).toEqual(['shard:0', 'shard:1', 'shard:2']);
});

it('[V97] an item is found in the lane in which it lives', () => {
  const table = tableCard(0, 2);
  const item = { item: 7, label: 'order#7', beforeStream: false, expired: false };
  table.partitions[1]!.items = [item];
  const lane = table.partitions[1]!.partition;
  expect(findableItem(table, item)).toMatchObject({ name: 'order#7', lane, card: table.id });
  expect(findableItem(table, { item: 8, label: 'order#8' })).toMatchObject({ lane: null });
});
