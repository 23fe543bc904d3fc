import type { Question } from '../../lessons/lesson.ts';
import { choicesOf } from '../lessons/fields/ChoiceFields.tsx';

/** What hands are raised for: an answer, or in an order the event that is held to be the first. */
export const votedIds = (question: Question): string[] =>
  question.kind === 'order' ? question.events.map(({ id }) => id) : choicesOf(question);
