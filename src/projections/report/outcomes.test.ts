import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant, seconds } from '../../engine/kernel/time.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { followOutcomes } from './outcomes.ts';
import { report } from './report.ts';

const definitionOf = (text: string) => {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  return reading.definition;
};
const UNTIL = instant(seconds(40));

describe('a journal that is followed and not kept', () => {
  it('gives the report of one that is kept', async () => {
    for (const id of ['orders', 'todos']) {
      const definition = definitionOf(builtInLab(id)!.text);
      const [kept, passed] = [await openSimulation(definition), await openSimulation(definition)];
      const outcomes = followOutcomes(passed.world)!;
      for (const simulation of [kept, passed]) simulation.runUntil(UNTIL);
      expect(report(passed, outcomes), id).toEqual(report(kept));
      expect(() => passed.world.journal.read(0), id).toThrow('passed on');
    }
  });

  it('is kept where handlers look for their markers', async () => {
    const definition = definitionOf(builtInLab('orders')!.text);
    const [fn] = definition.functions;
    const effects = fn!.effects.map((effect) => ({ ...effect, idempotency: 'Marker' as const }));
    const simulation = await openSimulation({ ...definition, functions: [{ ...fn!, effects }] });
    expect(followOutcomes(simulation.world)).toBeNull();
    simulation.runUntil(instant(seconds(5)));
    expect(simulation.world.journal.read(0).at).toBe(0);
  });
});
