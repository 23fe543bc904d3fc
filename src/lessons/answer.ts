/** Which answer is right: what the engine did, never what somebody wrote. */
import type { BrokenQuestion, Lesson, OrderQuestion, Question, SettingQuestion } from './lesson.ts';
import { lessonWorld } from './lessonWorld.ts';
import { countOver, holds, type Measured } from './measure.ts';
import { otherWorlds, typedWorld } from './otherWorlds.ts';
import { definitionOf, firstInstants, type Pause, stretchOf } from './stretch.ts';

/** Ids of choices, of values or of parts; ids of events in their order; or a number. */
export type Answer =
  | { chosen: readonly string[] }
  | { order: readonly string[] }
  | { estimate: number };

/** Questions that are answered by how a step ends, and those for which worlds are run. */
export type SeenQuestion = Extract<Question, { kind: 'one' | 'several' | 'estimate' }>;
export type RunQuestion = OrderQuestion | SettingQuestion | BrokenQuestion;

export const isRunQuestion = (question: Question): question is RunQuestion =>
  question.kind === 'order' || question.kind === 'setting' || question.kind === 'broken';

/** The right answer, from what was true when the step began and when it ended. */
export function rightAnswer(question: SeenQuestion, end: Measured, begin: Measured): Answer {
  if (question.kind === 'estimate') return { estimate: countOver(question, end, begin) };
  const right = question.choices.filter((choice) => holds(choice.holds, end, begin));
  return { chosen: right.map(({ id }) => id) };
}

/** What running the worlds of a question has shown. Plain data: it comes from a worker. */
export interface Derived {
  right: Answer;
  /** Order: when each event first was true, microseconds. */
  instants: Readonly<Record<string, number>>;
  /** Setting: values that are refused, by id, with the sentence. */
  refused: Readonly<Record<string, string>>;
}

/**
 * Runs the worlds of a question and reads the right answer off them.
 * @param given a value that was typed is run as well.
 * @throws Error with a sentence when a world cannot be run, or an event never happens.
 */
export async function deriveAnswer(
  lesson: Lesson,
  step: number,
  given: Answer | null = null,
  pause: Pause = () => {},
): Promise<Derived> {
  const question = lesson.steps[step]?.question;
  if (question === undefined) throw new Error('Nothing is asked in this step.');
  if (!isRunQuestion(question)) {
    const { begin, end } = await stretchOf(definitionOf(lesson, step), lesson, step, pause);
    return { right: rightAnswer(question, end, begin), instants: {}, refused: {} };
  }
  if (question.kind === 'order') return deriveOrder(lesson, step, question, pause);
  return deriveByWorlds(lesson, step, question, given, pause);
}

async function deriveOrder(
  lesson: Lesson,
  step: number,
  { events }: OrderQuestion,
  pause: Pause,
): Promise<Derived> {
  const found = await firstInstants(definitionOf(lesson, step), lesson, step, events, pause);
  const never = events.find(({ id }) => !found.has(id));
  if (never !== undefined) throw new Error(`${never.id} does not happen in the step.`);
  const order = [...found].sort(([, one], [, other]) => one - other).map(([id]) => id);
  return { right: { order }, instants: Object.fromEntries(found), refused: {} };
}

async function deriveByWorlds(
  lesson: Lesson,
  step: number,
  question: SettingQuestion | BrokenQuestion,
  given: Answer | null,
  pause: Pause,
): Promise<Derived> {
  const worlds = otherWorlds(question);
  if (question.kind === 'setting' && question.typed !== undefined && given !== null) {
    const [typed] = 'chosen' in given ? given.chosen : [];
    if (typed !== undefined && worlds.every(({ id }) => id !== typed))
      worlds.push(typedWorld(question, typed));
  }
  const wanted = question.kind === 'setting' ? question.goal : question.works;
  const chosen: string[] = [];
  const refused: Record<string, string> = {};
  for (const [i, { id, settings }] of worlds.entries()) {
    const world = lessonWorld(lesson, step, settings);
    if (!world.ok) {
      refused[id] = refusalOf(world.errors[0]!);
      continue;
    }
    const { begin, end } = await stretchOf(world.definition, lesson, step, (part) =>
      pause((i + part) / worlds.length),
    );
    if (holds(wanted, end, begin)) chosen.push(id);
    await pause((i + 1) / worlds.length);
  }
  return { right: { chosen }, instants: {}, refused };
}

/** Without line and place, and of the setting's path in the lab file only the setting. */
const refusalOf = (error: string): string =>
  error.replace(/^\d+:\d+ /u, '').replace(/^(?:\w+\.)+(?=\w+: )/u, '');

/** Whether somebody's answer is as good as the right one. */
export function isRight(question: Question, given: Answer, right: Answer): boolean {
  if ('estimate' in given && 'estimate' in right && question.kind === 'estimate') {
    return isNear(given.estimate, right.estimate, question.within);
  }
  if ('order' in given && 'order' in right) return given.order.join() === right.order.join();
  if (!('chosen' in given) || !('chosen' in right)) return false;
  const isAmong = given.chosen.every((id) => right.chosen.includes(id));
  // Of the values, and of the parts, one is asked for, and any that does it will do.
  if (question.kind === 'setting' || question.kind === 'broken')
    return isAmong && given.chosen.length === 1;
  return isAmong && given.chosen.length === right.chosen.length;
}

function isNear(given: number, right: number, within: number): boolean {
  if (given === right) return true;
  return given > 0 && given <= right * within && given >= right / within;
}
