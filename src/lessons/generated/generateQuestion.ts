/** Makes a question up. */
import type { PracticeQuestion } from '../practice/practiceQuestion.ts';
import { brokenGenerators } from './brokenGenerators.ts';
import { dice } from './dice.ts';
import type { Generator } from './generator.ts';
import { orderGenerators } from './orderGenerators.ts';
import { settingGenerators } from './settingGenerators.ts';
import { streamGenerators } from './streamGenerators.ts';
import { tableGenerators } from './tableGenerators.ts';

/** Their places are part of what a seed makes: a new one comes at the end. */
export const generators: readonly Generator[] = [
  ...tableGenerators,
  ...streamGenerators,
  ...orderGenerators,
  ...settingGenerators,
  ...brokenGenerators,
];

const PREFIX = 'generated-';
export const MOST_SEED = 2 ** 31 - 1;

export function generateQuestion(generator: Generator, seed: number): PracticeQuestion {
  const roll = dice(seed, generators.indexOf(generator));
  return { ...generator.make(roll), id: `${PREFIX}${generator.id}`, seed };
}

/** Who has made the question of this id up; undefined: somebody has written it. */
export const generatorOf = (id: string): Generator | undefined =>
  generators.find((one) => id === `${PREFIX}${one.id}`);
