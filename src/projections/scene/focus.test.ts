import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { atSeconds } from '../../engine/testing/definitions.ts';
import { readLab } from '../../lab/readLab.ts';
import { largeLab } from '../../lab/testing/largeLab.ts';
import { focusOf, isFlightInFocus, isInFocus, isLineInFocus } from './focus.ts';
import { makeScene } from './makeScene.ts';
import type { Flight, Scene } from './scene.ts';

async function largeScene(): Promise<Scene> {
  const reading = readLab(largeLab());
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const simulation = await openSimulation(reading.definition);
  simulation.runUntil(atSeconds(2));
  return makeScene(simulation.world);
}

const idsIn = (cards: ReadonlySet<string> | null | undefined, type: string): number =>
  [...(cards ?? [])].filter((id) => id.startsWith(`${type}:`)).length;

describe('[V91] focus', () => {
  it('on a shard keeps its partition, its readers and where they lead to', async () => {
    const scene = await largeScene();
    expect(scene.cards).toHaveLength(60);
    const stream = scene.cards.find((card) => card.type === 'stream')!;
    const shard = stream.shards.find(({ marks }) => marks.length > 0)!;
    const focus = focusOf(scene, { kind: 'shard', shard: shard.shard })!;
    expect(idsIn(focus.cards, 'stream')).toBe(1);
    expect(idsIn(focus.cards, 'table')).toBe(1);
    expect(idsIn(focus.cards, 'function')).toBe(3);
    expect(idsIn(focus.cards, 'target')).toBe(5);
    const [mark] = shard.marks;
    expect(isInFocus(focus, mark!, stream.id, shard.shard)).toBe(true);
    expect(isInFocus(focus, mark!, stream.id, shard.shard + 1)).toBe(false);
  });

  it('on a record keeps the records of its item, and what carries one of them', async () => {
    const scene = await largeScene();
    const stream = scene.cards.find((card) => card.type === 'stream')!;
    const mark = stream.shards.flatMap(({ marks }) => marks)[0]!;
    const focus = focusOf(scene, { kind: 'record', change: mark.change })!;
    expect(focus.item).toBe(mark.item);
    const flight = { from: { card: 'a' }, to: { card: 'b' }, marks: [mark] } as unknown as Flight;
    expect(isFlightInFocus(focus, flight)).toBe(true);
    expect(isFlightInFocus({ ...focus, item: mark.item + 1 }, flight)).toBe(false);
  });

  it('on a consumer keeps what it reads from and what it does; on nothing keeps nothing', async () => {
    const scene = await largeScene();
    const fn = scene.cards.find((card) => card.type === 'function')!;
    const focus = focusOf(scene, { kind: 'mapping', mapping: fn.mapping })!;
    expect(focus.cards).toHaveLength(6);
    const isIn = ({ from, to }: { from: string; to: string }): boolean =>
      isLineInFocus(focus, { from: { card: from }, to: { card: to } });
    expect(scene.links.filter(isIn)).toHaveLength(5);
    expect(focusOf(scene, null)).toBeNull();
    expect(focusOf(scene, { kind: 'record', change: -7 })).toBeNull();
    expect(focusOf(scene, { kind: 'record', change: -7 }, 5)).toMatchObject({ item: 5 });
  });
});
