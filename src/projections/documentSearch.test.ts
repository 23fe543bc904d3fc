import { expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  put,
  remove,
} from '../engine/testing/definitions.ts';
import { documentSearch } from './documentSearch.ts';
import { itemList } from './itemList.ts';

async function aSearchableWorld() {
  const simulation = await openSimulation(
    aDefinition({
      functions: [
        aFunction({
          effects: [{ do: 'IndexDocuments', target: 'Index', idempotency: 'ExternalVersion' }],
        }),
      ],
      eventSourceMappings: [aMapping()],
      targets: [{ id: 'Index', name: 'Index', kind: 'OpenSearch' }],
    }),
  );
  const lamp = { id: { S: 'order#1' }, text: { S: 'A brass lamp' } };
  const chair = { id: { S: 'order#2' }, parts: { L: [{ S: 'oak' }, { N: '4' }] } };
  simulation.submit(put(lamp), atSeconds(1));
  simulation.submit(put(chair), atSeconds(2));
  simulation.runUntil(atSeconds(10));
  return simulation;
}

it('finds documents by words anywhere in them, their beginnings, and with a slip of the pen', async () => {
  const { world } = await aSearchableWorld();
  const found = (words: string) => documentSearch(world, 0, words).map(({ label }) => label);
  expect(found('lamp')).toEqual(['order#1']);
  expect(found('bra')).toEqual(['order#1']);
  expect(found('braas')).toEqual(['order#1']);
  expect(found('oak 4')).toEqual(['order#2']);
  expect(found('oak lamp')).toEqual([]);
  expect(found(' ')).toEqual(['order#1', 'order#2']);
});

it('forgets a document whose item is deleted, once the deletion has arrived', async () => {
  const simulation = await aSearchableWorld();
  simulation.submit(remove({ id: { S: 'order#1' } }), atSeconds(11));
  simulation.runUntil(atSeconds(11.03));
  expect(itemList(simulation.world, 0, '')).toHaveLength(1);
  expect(documentSearch(simulation.world, 0, 'lamp')).toHaveLength(1);
  simulation.runUntil(atSeconds(20));
  expect(documentSearch(simulation.world, 0, 'lamp')).toEqual([]);
  expect(itemList(simulation.world, 0, 'ORDER')).toMatchObject([
    { label: 'order#2', json: { id: { S: 'order#2' } } },
  ]);
});
