import { createDoor } from '../../src/aws/door.ts';
import {
  clientsOf,
  itemJourney,
  makeTable,
  manyItemsJourney,
  readStream,
} from '../../src/aws/testing/clientJourney.ts';
import { createRequestHandler } from '../../src/aws/wire/requestHandler.ts';
import { openSimulation } from '../../src/engine/index.ts';
import { after, seconds } from '../../src/engine/kernel/time.ts';
import { builtInLab } from '../../src/lab/builtIn/index.ts';
import { readLab } from '../../src/lab/readLab.ts';
import { showResult } from './result.ts';

/** Clients of the AWS SDK against a lab in the page: the same journey as in Node. */
void showResult(async () => {
  const reading = readLab(builtInLab('study-guide')!.text);
  if (!reading.ok) throw new Error('the lab cannot be read');
  const simulation = await openSimulation({ ...reading.definition, traffic: [] });
  const { call } = createDoor(simulation);
  const clients = clientsOf({ requestHandler: createRequestHandler({ call, seed: 7 }) });
  const wait = async () => void simulation.runUntil(after(simulation.now, seconds(1)));
  const stream = await makeTable(clients, wait);
  const { sent, stored, updated: _, ...refusals } = await itemJourney(clients);
  await wait();
  const records = await readStream(clients, stream);
  const { queried, ...many } = await manyItemsJourney(clients);
  const inOrder = (value: unknown): unknown =>
    value instanceof Uint8Array
      ? [...value]
      : Array.isArray(value)
        ? value.map(inOrder)
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([name, inner]) => [name, inOrder(inner)])
          : value;
  return {
    isSame: JSON.stringify(inOrder(stored)) === JSON.stringify(inOrder(sent)),
    refusals,
    records: records.map(({ eventName }) => eventName),
    ...many,
    queried: queried.length,
  };
});
