import type { SimulationDefinition } from '../src/engine/definition.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { readLab } from '../src/lab/readLab.ts';

/** The built-in orders lab, whole, with other traffic: 500 orders, so many writes a second. */
export function ordersLab(writesPerSecond: number): SimulationDefinition {
  const reading = readLab(builtInLab('orders')!.text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const { definition } = reading;
  const [traffic] = definition.traffic;
  const keys = { ...traffic!.keys, count: 500 };
  return { ...definition, traffic: [{ ...traffic!, perSecond: writesPerSecond, keys }] };
}
