import { describe, expect, it } from 'vitest';
import { createDoor } from '../../aws/door.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import { openBuiltIn, openOrders } from '../testing/labs.ts';
import { makeScene } from './makeScene.ts';
import type { Card, Scene } from './scene.ts';

type CardOf<T extends Card['type']> = Extract<Card, { type: T }>;
const cardsOf = <T extends Card['type']>(scene: Scene, type: T): CardOf<T>[] =>
  scene.cards.filter((card): card is CardOf<T> => card.type === type);

describe('makeScene', () => {
  it.each(['orders', 'todos', 'kinesis', 'study-guide'])(
    'links only cards that there are in %s',
    async (id) => {
      const simulation = await openBuiltIn(id);
      simulation.runUntil(atSeconds(65));
      const scene = makeScene(simulation.world);
      const ids = scene.cards.map((card) => card.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { from, to } of scene.links)
        expect(ids).toEqual(expect.arrayContaining([from, to]));
    },
  );

  it('shows a function from the beginning, and at its mapping once it has one', async () => {
    const simulation = await openBuiltIn('study-guide');
    const [idle] = cardsOf(makeScene(simulation.world), 'function');
    expect(idle).toMatchObject({ title: 'OrderProcessor', mapping: -1, slots: [] });
    const door = createDoor(simulation);
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' };
    const enabled = door.call('dynamodb', 'UpdateTable', {
      TableName: 'Orders',
      StreamSpecification,
    });
    if (!enabled.ok) throw new Error(enabled.error.message);
    const { LatestStreamArn } = enabled.output.TableDescription as { LatestStreamArn: string };
    const made = door.call('lambda', 'CreateEventSourceMapping', {
      FunctionName: 'OrderProcessor',
      EventSourceArn: LatestStreamArn,
      StartingPosition: 'LATEST',
    });
    expect(made.ok).toBe(true);
    simulation.runUntil(atSeconds(20));
    const cards = cardsOf(makeScene(simulation.world), 'function');
    expect(cards.map(({ mapping, slots }) => [mapping, slots.length])).toEqual([[0, 4]]);
  });

  it('keeps the records of a disabled stream in sight, though every reader has read them', async () => {
    const simulation = await openBuiltIn('todos');
    simulation.runUntil(atSeconds(5));
    const StreamSpecification = { StreamEnabled: false };
    createDoor(simulation).call('dynamodb', 'UpdateTable', {
      TableName: 'Todos',
      StreamSpecification,
    });
    simulation.runUntil(atSeconds(15));
    const [stream] = cardsOf(makeScene(simulation.world), 'stream');
    expect(stream!.shards.map(({ open, recordCount }) => [open, recordCount])).toEqual([
      [false, 2],
    ]);
  });

  it('shows a poisoned record failing, those behind it blocked, and other shards up to date', async () => {
    const simulation = await openOrders();
    simulation.submit(
      startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'order#x' } } }),
    );
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(20));
    const scene = makeScene(simulation.world);
    const [stream] = cardsOf(scene, 'stream');
    const failing = stream!.shards.filter((s) => s.cursors.some((c) => c.state === 'failing'));
    expect(failing).toHaveLength(1);
    const [lane] = failing;
    const states = lane!.marks.map((mark) => [mark.label, mark.state]);
    expect(states).toContainEqual(['order#x', 'failing']);
    expect(lane!.marks.filter((mark) => mark.state === 'blocked').length).toBeGreaterThan(5);
    const others = stream!.shards.filter((shard) => shard !== lane);
    expect(others.flatMap((s) => s.cursors.map((c) => c.state))).toEqual(
      others.map(() => 'upToDate'),
    );
    expect(cardsOf(scene, 'function')[0]).toMatchObject({
      tone: 'bad',
      faults: [{ kind: 'Poison', detail: 'order#x' }],
    });
  });
});
