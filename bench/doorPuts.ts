/** PutItem after PutItem, as fast as the engine and the door take them; in Node and in a page's worker. */
import { createDoor } from '../src/aws/door.ts';
import { openSimulation, type Simulation } from '../src/engine/index.ts';
import { after, instant, milliseconds } from '../src/engine/kernel/time.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { readLab } from '../src/lab/readLab.ts';

export const KEYS = 10_000;
export const TableName = 'Orders';

/** A new state of one of 10,000 items, about 100 bytes. */
export const item = (n: number) => ({
  id: { S: `order#${n % KEYS}` },
  n: { N: String(n) },
  status: { S: 'in progress' },
  text: { S: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
});

/** The built-in lab `study-guide` without traffic: a table with four partitions and no stream. */
export async function quietTable(): Promise<Simulation> {
  const reading = readLab(builtInLab('study-guide')!.text);
  if (!reading.ok) throw new Error('the lab study-guide cannot be read');
  return openSimulation({ ...reading.definition, traffic: [] });
}

/** Puts items; a hundredth of a second passes after every ten. @returns milliseconds. */
export function putItems(simulation: Simulation, way: 'engine' | 'door', count: number): number {
  const door = createDoor(simulation);
  const put =
    way === 'door'
      ? (n: number) => void door.call('dynamodb', 'PutItem', { TableName, Item: item(n) })
      : (n: number) =>
          void simulation.execute({
            call: 'dynamodb:PutItem',
            input: { TableName, Item: item(n) },
          });
  const begun = performance.now();
  for (let n = 0; n < count; n++) {
    put(n);
    if (n % 10 === 9) simulation.runUntil(instant(after(simulation.now, milliseconds(10))));
  }
  return performance.now() - begun;
}

/** Best of three runs: noise only ever slows. */
export async function putsPerSecond(way: 'engine' | 'door'): Promise<number> {
  const puts = 60_000;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) best = Math.min(best, putItems(await quietTable(), way, puts));
  return (puts / best) * 1_000;
}
