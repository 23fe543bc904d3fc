import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { inspect } from '../inspect/inspect.ts';
import { makeScene } from '../scene/makeScene.ts';
import type { TableCard } from '../scene/scene.ts';
import { logLines } from '../sentences/logLines.ts';
import { kinesisDefinition, openOrders } from '../testing/labs.ts';
import { hashRing } from './hashRing.ts';
import { imageDifference } from './imageDifference.ts';
import { recordViews } from './recordViews.ts';
import { shardFamily } from './shardFamily.ts';

const quiet = { traffic: [], pollers: [] };
const day = (hours: number) => atSeconds(hours * 3_600);

describe('the hash ring', () => {
  it('[V30] is shared by the open partitions without a gap, each item in its own', async () => {
    const simulation = await openOrders();
    simulation.runUntil(atSeconds(20));
    simulation.submit(startFault({ kind: 'SplitPartition', target: 'Orders' }));
    simulation.runUntil(atSeconds(40));
    const { world } = simulation;
    const { partitions, items } = hashRing(world, 0);
    expect(partitions).toHaveLength(5);
    expect(partitions[0]!.from).toBe(0);
    expect(partitions.at(-1)!.to).toBe(1);
    for (let i = 1; i < partitions.length; i++) {
      expect(partitions[i]!.from).toBe(partitions[i - 1]!.to);
    }
    expect(items.length).toBeGreaterThan(10);
    const total = partitions.reduce((sum, { itemCount }) => sum + itemCount, 0);
    expect(total).toBe(world.state.tables[0]!.itemCount);
    expect(partitions.every(({ shard }) => world.state.shards[shard]!.closedAt < 0)).toBe(true);
  });

  it('shows where the hash of an inspected item falls, also of one that is gone', async () => {
    const simulation = await openOrders(quiet);
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(1));
    const item = itemOf(simulation.world, 'order#x');
    const { items, text } = hashRing(simulation.world, 0, { item });
    expect(items.filter(({ selected }) => selected).map(({ label }) => label)).toEqual(['order#x']);
    expect(text).toContain('The hash of order#x falls into Partition ');
  });
});

describe('the shard family', () => {
  it('[V31] has a row for each line of descent over 24 hours, and no two shards in one place', async () => {
    const simulation = await openOrders(quiet);
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(day(9));
    simulation.submit(startFault({ kind: 'SplitPartition', target: 'Orders' }));
    simulation.runUntil(day(30));
    const family = shardFamily(simulation.world, 0);
    expect(family.rows).toBe(5);
    expect(family.nodes.filter(({ open }) => open)).toHaveLength(5);
    expect(family.nodes.filter(({ label }) => label.includes('a.')).length).toBeGreaterThan(0);
    expect(family.joins).toHaveLength(2);
    expect(family.horizon).toBeCloseTo(1 / 7, 5);
    expect(family.text).toContain('1 shard split in two');
    const nodes = [...family.nodes].sort((a, b) => a.row - b.row || a.from - b.from);
    for (let i = 1; i < nodes.length; i++) {
      if (nodes[i]!.row === nodes[i - 1]!.row) {
        expect(nodes[i]!.from).toBeGreaterThanOrEqual(nodes[i - 1]!.to);
      }
    }
  });

  it('shows where each reader stands, waiting or failing, and not where it has done', async () => {
    const simulation = await openOrders(quiet);
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }));
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(day(10));
    const states = shardFamily(simulation.world, 0).nodes.flatMap(({ readers }) =>
      readers.map(({ state }) => state),
    );
    expect(states).toContain('failing');
    expect(states).toContain('waitingForParent');
    expect(states).not.toContain('drained');
  });

  it('has an axis of round ages that ends now, from the first second to the last day', async () => {
    const simulation = await openOrders(quiet);
    for (const seconds of [0, 3, 50, 4_000, 100_000]) {
      simulation.runUntil(atSeconds(seconds));
      const { ticks, nodes } = shardFamily(simulation.world, 0);
      expect(ticks.at(-1)).toEqual({ at: 1, label: 'now' });
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const { from, to } of nodes) expect(from).toBeLessThanOrEqual(to);
    }
  });

  it('is told of Kinesis streams too', async () => {
    const simulation = await openSimulation(kinesisDefinition());
    simulation.runUntil(atSeconds(5));
    expect(shardFamily(simulation.world, -1).nodes).toHaveLength(2);
  });
});

describe('the view types of a change', () => {
  it('[V32] are four, of which each has its own members and size', async () => {
    const simulation = await openOrders(quiet);
    simulation.submit(put({ id: { S: 'order#x' }, n: { N: '1' } }));
    simulation.runUntil(atSeconds(1));
    simulation.submit(put({ id: { S: 'order#x' }, n: { N: '22222' } }));
    simulation.runUntil(atSeconds(2));
    const { changes } = simulation.world;
    const { views } = recordViews(simulation.world, changes.at.length - 1);
    expect(views.map(({ oldImage, newImage }) => [oldImage !== null, newImage !== null])).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
    for (const { keys, oldImage, newImage, sizeBytes } of views) {
      expect(keys + (oldImage ?? 0) + (newImage ?? 0)).toBe(sizeBytes);
    }
  });
});

describe('before and after', () => {
  it('marks what was added, changed and removed, keys first and what stayed last', () => {
    const { rows, text } = imageDifference(
      { id: { S: 'a' }, b: { N: '1' }, c: { S: 'x' }, d: { BOOL: true } },
      { id: { S: 'a' }, b: { N: '2' }, d: { BOOL: true }, e: { S: '' } },
      ['id'],
    );
    expect(rows.map(({ name, change }) => [name, change])).toEqual([
      ['id', 'same'],
      ['b', 'changed'],
      ['c', 'removed'],
      ['e', 'added'],
      ['d', 'same'],
    ]);
    expect(text).toBe('3 of 5 attributes changed.');
  });

  it('says so when an item came, went, stayed or was never there', () => {
    const image = { id: { S: 'a' } };
    const texts = [
      imageDifference(null, image, ['id']),
      imageDifference(image, null, ['id']),
      imageDifference(image, image, ['id']),
      imageDifference(null, null, ['id']),
    ].map(({ text }) => text);
    expect(new Set(texts).size).toBe(4);
  });
});

describe('a write that changes nothing', () => {
  it('[V33] is a mark on its partition for ten seconds, and can be inspected after that', async () => {
    const simulation = await openOrders(quiet);
    simulation.submit(put({ id: { S: 'order#x' }, n: { N: '1' } }));
    simulation.runUntil(atSeconds(1));
    simulation.submit(put({ id: { S: 'order#x' }, n: { N: '1.0' } }));
    simulation.runUntil(atSeconds(2));
    const marks = noOpsShown(simulation.world);
    expect(marks).toMatchObject([{ label: 'order#x', kind: 2 }]);
    const about = logLines(simulation.world, 0, simulation.world.journal.length)
      .map((line) => line.about)
      .find((selection) => selection?.kind === 'write');
    expect(about).toEqual({ kind: 'write', write: marks[0]!.write });
    simulation.runUntil(atSeconds(60));
    expect(noOpsShown(simulation.world)).toEqual([]);
    const { story, figures, rules } = inspect(simulation.world, about!);
    expect(story.map(({ text }) => text)).toEqual([
      'sent to the table',
      'no record made',
      'charged all the same',
    ]);
    expect(figures[0]!.text).toContain('nothing to record');
    expect(rules.map(({ id }) => id)).toContain('T1');
    expect(simulation.world.journal.kindOf(0)).not.toBe(Entry.noOpWritten);
  });
});

const noOpsShown = (world: World) =>
  makeScene(world)
    .cards.filter((card): card is TableCard => card.type === 'table')
    .flatMap(({ partitions }) => partitions.flatMap(({ noOps }) => noOps));

function itemOf(world: World, label: string): number {
  for (let item = 0; item < world.items.table.length; item++) {
    if (world.items.label.get(item) === label) return item;
  }
  return -1;
}
