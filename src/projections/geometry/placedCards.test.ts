import { expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { makeScene } from '../scene/makeScene.ts';
import { layoutOf, placesOf } from './placedCards.ts';

it('[V95] every card of every built-in lab has a name in the lab’s file, and is found again by it', async () => {
  for (const { text } of builtInLabs) {
    const reading = readLab(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { definition } = reading;
    const { world } = await openSimulation(definition);
    const cards = makeScene(world).cards;
    const places = Object.fromEntries(cards.map(({ id }, i) => [id, { part: i / 100, y: i }]));
    const layout = layoutOf(places, definition);
    expect(placesOf(layout, definition)).toEqual(places);
    const named = cards.flatMap((card) => ('logicalId' in card ? [card.logicalId] : []));
    expect(layout.map(({ of }) => of)).toEqual(expect.arrayContaining([...new Set(named)]));
    const made = layoutOf({ 'function:90': { part: 2, y: -4.4 } }, definition);
    expect(made).toEqual([{ card: 'Function', of: '#90', left: 1, top: 0 }]);
    expect(Object.keys(placesOf(made, definition))).toEqual(['function:90']);
  }
});
