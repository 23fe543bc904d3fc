/** What is wrong with the question of a step, by the engine: the part of `takeLesson.ts` that runs its worlds. */
import { type Derived, deriveAnswer, isRunQuestion, rightAnswer } from './answer.ts';
import type { ChoiceQuestion, Lesson, OrderQuestion, Question, SettingQuestion } from './lesson.ts';
import { holds } from './measure.ts';
import { offeredBy } from './otherWorlds.ts';
import { definitionOf, firstInstants, type Stretch, stretchOf } from './stretch.ts';

/** @returns a sentence for each fault. */
export async function questionFaults(
  lesson: Lesson,
  step: number,
  stretch: Stretch,
): Promise<string[]> {
  const { question } = lesson.steps[step]!;
  if (question === undefined) return [];
  if (isRunQuestion(question)) {
    const derived = await deriveAnswer(lesson, step);
    if (question.kind === 'order') return orderFaults(lesson, step, question, derived);
    return valueFaults(question, derived, stretch);
  }
  const right = rightAnswer(question, stretch.end, stretch.begin);
  if (question.kind === 'estimate' || !('chosen' in right)) {
    return 'estimate' in right && Number.isNaN(right.estimate) ? ['there is no such number.'] : [];
  }
  const { chosen } = right;
  const wanted = question.kind === 'one' ? chosen.length === 1 : chosen.length > 0;
  if (!wanted || chosen.length === question.choices.length) return [wronglyRight(chosen)];
  return worldFaults(lesson, step, question, chosen);
}

const wronglyRight = (chosen: readonly string[]): string =>
  `right in the engine: ${chosen.join(', ') || 'none of the choices'}.`;

async function worldFaults(
  lesson: Lesson,
  step: number,
  { choices }: ChoiceQuestion,
  right: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, world, holds: claim } of choices) {
    if (world === undefined) continue;
    if (right.includes(id)) faults.push(`${id} is right: it needs no world of its own.`);
    const { begin, end } = await stretchOf(definitionOf(lesson, step, world), lesson, step);
    if (!holds(claim, end, begin)) faults.push(`${id} is not even right in its own world.`);
  }
  return faults;
}

async function orderFaults(
  lesson: Lesson,
  step: number,
  { events, worlds = [] }: OrderQuestion,
  { right, instants }: Derived,
): Promise<string[]> {
  const order = 'order' in right ? right.order : [];
  const faults = order.flatMap((id, i) => {
    const before = order[i - 1];
    return before !== undefined && instants[before] === instants[id]
      ? [`${before} and ${id} happen at the same instant.`]
      : [];
  });
  if (events.map(({ id }) => id).join() === order.join())
    faults.push('its events are written in the right order already.');
  for (const { id, settings } of worlds) {
    const found = await firstInstants(definitionOf(lesson, step, settings), lesson, step, events);
    const there = [...found].sort(([, one], [, other]) => one - other).map(([event]) => event);
    if (there.join() === order.join()) faults.push(`in the world ${id} the order is the same.`);
  }
  return faults;
}

/** Of values and of parts: some are right and some wrong; only what says so is refused. */
function valueFaults(
  question: SettingQuestion | Extract<Question, { kind: 'broken' }>,
  { right, refused }: Derived,
  { begin, end }: Stretch,
): string[] {
  const chosen = 'chosen' in right ? right.chosen : [];
  if (question.kind === 'broken') {
    const cannot = Object.entries(refused).map(([id, sentence]) => `${id}: ${sentence}`);
    if (holds(question.works, end, begin)) return ['nothing is broken in its own world.'];
    return chosen.length === 1 ? cannot : [...cannot, wronglyRight(chosen)];
  }
  const offered = offeredBy(question);
  const faults = offered.flatMap(({ id, refused: expected }) => {
    const sentence = refused[id];
    if (expected && sentence === undefined) return [`${id} is not refused.`];
    return !expected && sentence !== undefined ? [`${id} is refused: ${sentence}`] : [];
  });
  const isTrivial = chosen.length === 0 || chosen.length === offered.length;
  return isTrivial ? [...faults, wronglyRight(chosen)] : faults;
}
