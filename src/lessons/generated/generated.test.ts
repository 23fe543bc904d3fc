/** Made-up questions: each is sound, and two ways come to the same answer. */
import { expect, it } from 'vitest';
import { generatedFaults } from '../testing/generatedFaults.ts';
import { generateQuestion, generators } from './generateQuestion.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

it.each(generators)(
  '[Q15] $id: six seeds, answered alike by the report and by a recount',
  async (one) => {
    const faults: string[] = [];
    for (const seed of SEEDS) faults.push(...(await generatedFaults(one, seed)));
    expect(faults).toEqual([]);
  },
);

it('[Q15] asks to choose, to estimate, to order, to set and to find what is broken', () => {
  const kinds = new Set(generators.map((one) => generateQuestion(one, 1).question.kind));
  expect([...kinds].sort()).toEqual(['broken', 'estimate', 'one', 'order', 'setting']);
});

it('[Q15] makes the same question of the same seed, and others of others', () => {
  for (const one of generators) {
    expect(generateQuestion(one, 7)).toEqual(generateQuestion(one, 7));
    const labs = new Set(SEEDS.map((seed) => generateQuestion(one, seed).lab));
    expect(labs.size, one.id).toBeGreaterThan(3);
  }
});
