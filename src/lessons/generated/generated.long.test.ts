/** A thousand made-up questions, answered by two ways. */
import { expect, it } from 'vitest';
import { generatedFaults } from '../testing/generatedFaults.ts';
import { generators } from './generateQuestion.ts';

const EACH = Math.ceil(1_000 / generators.length);

it.each(generators)('[Q15] $id: its share of a thousand seeds, answered alike', async (one) => {
  const faults: string[] = [];
  for (let seed = 1_000; seed < 1_000 + EACH; seed++) {
    faults.push(...(await generatedFaults(one, seed)));
  }
  expect(faults).toEqual([]);
});
