/** A project that draws a picture of a lab, with types and without a page. */
import type { ShardscopeEmbed } from 'shardscope/client';
import {
  atMilliseconds,
  builtInLab,
  momentOf,
  openSimulation,
  poster,
  readLab,
} from 'shardscope/engine';

const reading = readLab(builtInLab('orders')?.text ?? '');
if (!reading.ok) throw new Error(reading.errors.map(({ message }) => message).join('\n'));
const simulation = await openSimulation(reading.definition);
simulation.runUntil(atMilliseconds(12_000));
const look = { theme: 'light', width: 1_200, height: 420 } as const;
console.log(poster('Orders', [momentOf(simulation)], look));

/** What a page of this project does with an embed once it is connected. */
export async function showPoison(lab: ShardscopeEmbed): Promise<void> {
  await lab.seek('30s');
  await lab.fault({ kind: 'Error', target: 'OrderProcessor', on: true, probability: 1 });
  await lab.play(0.5);
}
