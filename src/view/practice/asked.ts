/** Questions that can be asked, and which of them somebody wants. */
import { generatorOf } from '../../lessons/generated/generateQuestion.ts';
import { type Attempt, byQuestion, isWeak } from '../../lessons/practice/attempt.ts';
import type { ExamId } from '../../lessons/practice/exams.ts';
import type { PracticeQuestion } from '../../lessons/practice/practiceQuestion.ts';
import { dueAt } from '../../lessons/practice/schedule.ts';

export interface Wishes {
  exam: ExamId | 'all';
  /** From 1; 0: all. */
  domain: number;
  which: 'all' | 'due' | 'weak' | 'fresh';
  source: 'written' | 'generated' | 'both';
}

/** A question with what is known of it. */
export interface Standing {
  question: PracticeQuestion;
  attempts: readonly Attempt[];
  /** Epoch milliseconds; null: never answered. */
  dueAt: number | null;
  isWeak: boolean;
}

export function standings(
  questions: readonly PracticeQuestion[],
  attempts: readonly Attempt[],
): Standing[] {
  const grouped = byQuestion(attempts);
  return questions.map((question) => {
    const of = grouped.get(question.id) ?? [];
    return { question, attempts: of, dueAt: dueAt(of), isWeak: isWeak(of) };
  });
}

/** Those that are wished for: what is due first, then weak spots, then new ones, then the others. */
export function wished(all: readonly Standing[], wishes: Wishes, nowMs: number): Standing[] {
  const rank = (one: Standing): number => {
    if (one.dueAt !== null && one.dueAt <= nowMs) return 0;
    if (one.isWeak) return 1;
    return one.dueAt === null ? 2 : 3;
  };
  const order = new Map(all.map((one, place) => [one, rank(one) * all.length + place]));
  return all
    .filter((one) => isWished(one, wishes, nowMs))
    .sort((a, b) => order.get(a)! - order.get(b)!);
}

function isWished(one: Standing, wishes: Wishes, nowMs: number): boolean {
  const { exam, domain, which, source } = wishes;
  const isGenerated = generatorOf(one.question.id) !== undefined;
  if (source !== 'both' && isGenerated !== (source === 'generated')) return false;
  const isOfExam =
    exam === 'all' ||
    one.question.exams.some((tag) => tag.exam === exam && (domain === 0 || tag.domain === domain));
  if (!isOfExam) return false;
  if (which === 'due') return one.dueAt !== null && one.dueAt <= nowMs;
  if (which === 'weak') return one.isWeak;
  return which === 'all' || one.dueAt === null;
}
