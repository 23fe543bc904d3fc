/**
 * When a question should come again, by FSRS. Nothing is kept but the attempts: a card is made of them
 * anew, so that merging two people's files, or two browsers', needs no rule of its own.
 */
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Attempt } from './attempt.ts';

/** Of whole days: nobody is asked the same twice within an hour. Without chance, so that it can be told why. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** @param of the attempts at one question, the oldest first. @returns epoch milliseconds; null: never asked. */
export function dueAt(of: readonly Attempt[]): number | null {
  const [first] = of;
  if (first === undefined) return null;
  const next = (card: Card, attempt: Attempt): Card =>
    scheduler.next(card, new Date(attempt.at), gradeOf(attempt)).card;
  return of.reduce(next, createEmptyCard(new Date(first.at))).due.getTime();
}

function gradeOf({ right, confidence }: Attempt): Grade {
  if (!right) return Rating.Again;
  return { guess: Rating.Hard, fair: Rating.Good, certain: Rating.Easy }[confidence] as Grade;
}
