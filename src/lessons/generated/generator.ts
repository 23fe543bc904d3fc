/**
 * Questions that nobody has written: a generator makes up a lab and asks of it what it asks of every such
 * lab. It does not know the answer; the engine does. The same seed makes the same question.
 */
import type { PracticeQuestion } from '../practice/practiceQuestion.ts';
import type { Dice } from './dice.ts';

export interface Generator {
  id: string;
  title: string;
  make(roll: Dice): Omit<PracticeQuestion, 'id' | 'seed'>;
}
