/** How an answer is called: a choice and an event by their words, a value as it is, a part by its card. */
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { partId } from '../../lessons/otherWorlds.ts';
import { lessonsWords as words } from '../words/lessons.ts';

export function answerText(
  question: Question,
  told: NonNullable<StepWords['question']>,
  id: string,
): string {
  const said = told.choices?.[id];
  if (said !== undefined) return said;
  if (question.kind !== 'broken') return id;
  const part = question.parts.find((one) => partId(one) === id);
  const [type, logicalId] = (part?.card ?? id).split(':');
  const kind = words.cards[type as keyof typeof words.cards];
  return kind === undefined ? id : `${kind[0]!.toUpperCase()}${kind.slice(1)} ${logicalId}`;
}
