/** For tests: whether a made-up question is sound, and answered alike by two ways. */
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { deriveAnswer } from '../answer.ts';
import { checkSteps } from '../checkLesson.ts';
import { generateQuestion } from '../generated/generateQuestion.ts';
import type { Generator } from '../generated/generator.ts';
import { spanOfStep } from '../lessonWorld.ts';
import { asLesson } from '../practice/practiceQuestion.ts';
import { definitionOf } from '../stretch.ts';
import { recounts } from './recount.ts';

/** @returns sentences that name generator and seed. */
export async function generatedFaults(generator: Generator, seed: number): Promise<string[]> {
  const told = asLesson(generateQuestion(generator, seed));
  const { lesson } = told;
  const step = lesson.steps.length - 1;
  const faults = checkSteps(told);
  if (faults.length > 0) return faults;
  const { right } = await deriveAnswer(lesson, step);
  const fresh = await openSimulation(definitionOf(lesson, step));
  fresh.runUntil(instant(spanOfStep(lesson, step).end));
  const again = recounts[generator.id]!(fresh.world);
  const derived =
    'estimate' in right ? right.estimate : 'chosen' in right ? right.chosen.join() : '';
  return derived === again
    ? []
    : [`${generator.id}, seed ${seed}: the engine says ${derived}, the recount ${again}.`];
}
