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
import { takeLesson } from '../takeLesson.ts';
import { recounts } from './recount.ts';
import { runRecounts } from './runRecounts.ts';

/** @returns sentences that name generator and seed. */
export async function generatedFaults(generator: Generator, seed: number): Promise<string[]> {
  const told = asLesson(generateQuestion(generator, seed));
  const { lesson } = told;
  const step = lesson.steps.length - 1;
  const faults = await takeLesson(told, checkSteps);
  if (faults.length > 0) return faults.map((fault) => `seed ${seed}, ${fault}`);
  const { right } = await deriveAnswer(lesson, step);
  const fresh = await openSimulation(definitionOf(lesson, step));
  fresh.runUntil(instant(spanOfStep(lesson, step).end));
  const again = { ...recounts, ...runRecounts }[generator.id]!(
    fresh.world,
    lesson.steps[step]!.question!,
  );
  const derived =
    'estimate' in right ? right.estimate : ('chosen' in right ? right.chosen : right.order).join();
  return derived === again
    ? []
    : [`${generator.id}, seed ${seed}: the engine says ${derived}, the recount ${again}.`];
}
