/** For the gallery: a moment of a built-in lab, run in the page. */
import type { Command } from '../../../engine/definition.ts';
import { openSimulation } from '../../../engine/index.ts';
import { seconds } from '../../../engine/kernel/time.ts';
import { builtInLab } from '../../../lab/builtIn/index.ts';
import { readLab } from '../../../lab/readLab.ts';
import { flightsInMotion } from '../../../projections/flights/flights.ts';
import { makeScene } from '../../../projections/scene/makeScene.ts';
import type { Flight, Scene } from '../../../projections/scene/scene.ts';

export interface Moment {
  scene: Scene;
  flights: readonly Flight[];
}

/**
 * @param query `lab`; `at` in seconds; `fault` (a kind) of `target` from `from` seconds on, for
 * `Poison` the item `item`.
 */
export async function momentOfLab(query: URLSearchParams): Promise<Moment> {
  const reading = readLab(builtInLab(query.get('lab') ?? 'orders')?.text ?? '');
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const simulation = await openSimulation(reading.definition);
  const fault = faultOf(query);
  if (fault !== null) {
    const from = simulation.now + seconds(Number(query.get('from') ?? 10));
    simulation.runUntil(from as typeof simulation.now);
    simulation.submit(fault);
  }
  const at = seconds(Number(query.get('at') ?? 20));
  simulation.runUntil((0 + at) as typeof simulation.now);
  return { scene: makeScene(simulation.world), flights: flightsInMotion(simulation.world, at) };
}

function faultOf(query: URLSearchParams): Command | null {
  const kind = query.get('fault');
  if (kind === null) return null;
  const item = query.get('item');
  return {
    call: 'shardscope:StartFault',
    input: {
      kind,
      target: query.get('target') ?? 'OrderProcessor',
      probability: 1,
      factor: 10,
      ...(item === null ? {} : { match: { id: { S: item } } }),
    },
  };
}
