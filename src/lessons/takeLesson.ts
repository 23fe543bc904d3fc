/**
 * Takes a lesson from start to end without a page: every condition is reached, every task can be done, every
 * answer is derived, every wrong answer is wrong here and right in its own world, every goal holds.
 */
import { checkLesson, type Fault, faultAt } from './checkLesson.ts';
import type { Lesson, Step, StepWords, ToldLesson } from './lesson.ts';
import { filled, holds } from './measure.ts';
import type { Measures } from './measures.ts';
import { definitionOf, type Stretch, stretchesOf, stretchOf } from './stretch.ts';
import { questionFaults } from './takeQuestion.ts';

/**
 * @param check what is asked of it before it is run.
 * @param progress told how many steps have been taken.
 * @returns everything that is wrong with it; nothing: it may be given.
 */
export async function takeLesson(
  told: ToldLesson,
  check = checkLesson,
  progress: (steps: number) => void = () => {},
): Promise<Fault[]> {
  const badlyMade = check(told);
  if (badlyMade.length > 0) return badlyMade;
  const { lesson, words } = told;
  const stretches = await stretchesOf(definitionOf(lesson, lesson.steps.length), lesson);
  const faults: Fault[] = [];
  for (const [i, step] of lesson.steps.entries()) {
    const take = async (): Promise<string[]> => [
      ...reachFaults(step, stretches[i]!),
      ...(await taskFaults(lesson, i, stretches[i]!)),
      ...(await questionFaults(lesson, i, stretches[i]!)),
      ...fillFaults(words.steps[step.id]!, stretches[i]!.end),
    ];
    const found = await take().catch((error: unknown) => [String(error)]);
    faults.push(...found.map((sentence) => faultAt(lesson, i, sentence)));
    progress(i + 1);
  }
  return [...faults, ...lastFaults(lesson, stretches.at(-1)!.end)];
}

function reachFaults({ reaches }: Step, { begin, end }: Stretch): string[] {
  if (reaches === undefined) return [];
  if (!holds(reaches, end, begin)) return [`its condition is not reached: ${shown(reaches)}`];
  return holds(reaches, begin, begin) ? ['its condition is true before it begins.'] : [];
}

async function taskFaults(
  lesson: Lesson,
  step: number,
  { begin, end }: Stretch,
): Promise<string[]> {
  const { task } = lesson.steps[step]!;
  if (task === undefined) return [];
  if (!holds(task.check, end, begin)) return ['its example does not do what its task asks.'];
  const without = await stretchOf(definitionOf(lesson, step), lesson, step);
  return holds(task.check, without.end, without.begin)
    ? ['its task is done without doing it.']
    : [];
}

/** Whether every number in the texts can be read off the report. */
function fillFaults(words: StepWords, end: Measures): string[] {
  const texts = [...words.text, words.task?.done ?? '', ...(words.question?.after ?? [])];
  return texts.flatMap((text) => {
    try {
      filled(text, end);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
}

function lastFaults(lesson: Lesson, { laws, goals }: Measures): Fault[] {
  const broken = laws.filter(({ verdict }) => verdict === 'broken');
  const missed = goals.filter(({ verdict }) => verdict !== 'holds');
  return [
    ...broken.map(({ law }) => `${lesson.id}: the engine’s law ${law} is broken.`),
    ...missed.map(({ law, of, verdict }) => `${lesson.id}: its goal ${law} of ${of}: ${verdict}.`),
  ];
}

const shown = (conditions: Step['reaches']): string => JSON.stringify(conditions);
