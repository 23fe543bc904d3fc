/**
 * A lesson as it is printed: a picture of each step, its texts with the engine's numbers, its questions, and
 * apart from them the answers. Rule: [Q34] in SPEC.md.
 */
import { openSimulation } from '../engine/index.ts';
import { momentOf } from '../projections/poster/moment.ts';
import type { Moment } from '../projections/poster/poster.ts';
import { type Derived, deriveAnswer, isRunQuestion, rightAnswer } from './answer.ts';
import type { Lesson, Step, StepWords, ToldLesson } from './lesson.ts';
import { spanOfStep } from './lessonWorld.ts';
import { type Measures, measures } from './measures.ts';
import { definitionOf, type Pause, runInSlices } from './stretch.ts';

export interface Handout {
  /** What its lab is called. */
  lab: string;
  /** Epoch milliseconds of its instant 0. */
  startAtMs: number;
  steps: readonly HandoutStep[];
}

export interface HandoutStep {
  step: Step;
  words: StepWords;
  /**
   * What is to be seen: at the end of the step; where something is asked or to be done, at its beginning, so that
   * the picture does not give it away.
   */
  moment: Moment;
  /** The numbers in the step's text: counted when the picture was. */
  counted: Measures;
  /** The numbers in what is said afterwards. */
  end: Measures;
  /** Null where nothing is asked. */
  derived: Derived | null;
}

/**
 * Runs a lesson once, with all of its tasks done, and derives its answers.
 * @throws Error with a sentence when it cannot be run.
 */
export async function handoutOf(
  { lesson, words }: Pick<ToldLesson, 'lesson' | 'words'>,
  pause: Pause = () => {},
): Promise<Handout> {
  const { steps } = lesson;
  const definition = definitionOf(lesson, steps.length);
  const simulation = await openSimulation(definition);
  const at = async (us: number, step: number) => {
    await runInSlices(simulation, us, () => pause(step / steps.length));
    return { moment: momentOf(simulation), counted: measures(simulation) };
  };
  const printed: HandoutStep[] = [];
  for (const [i, step] of steps.entries()) {
    const span = spanOfStep(lesson, i);
    const begin = await at(span.begin, i);
    const end = await at(span.end, i);
    const isOpen = step.question !== undefined || step.task !== undefined;
    printed.push({
      step,
      words: words.steps[step.id]!,
      ...(isOpen ? begin : end),
      end: end.counted,
      derived: await derivedAt(lesson, i, { begin: begin.counted, end: end.counted }, pause),
    });
    await pause((i + 1) / steps.length);
  }
  return { lab: definition.title, startAtMs: definition.startAtMs, steps: printed };
}

async function derivedAt(
  lesson: Lesson,
  place: number,
  { begin, end }: { begin: Measures; end: Measures },
  pause: Pause,
): Promise<Derived | null> {
  const { question } = lesson.steps[place]!;
  if (question === undefined) return null;
  if (!isRunQuestion(question))
    return { right: rightAnswer(question, end, begin), instants: {}, refused: {} };
  return deriveAnswer(lesson, place, null, () => pause(place / lesson.steps.length));
}
