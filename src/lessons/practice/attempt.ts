/** What somebody has answered so far, and what can be told from it. Real time comes from the caller. */

/** How sure somebody is of an answer. */
export type Confidence = 'guess' | 'fair' | 'certain';
export const CONFIDENCES: readonly Confidence[] = ['guess', 'fair', 'certain'];

/** One answer to one question; never changed. */
export interface Attempt {
  /** The question's id. */
  question: string;
  /** Epoch milliseconds. */
  at: number;
  right: boolean;
  confidence: Confidence;
  mode: 'practice' | 'timed';
}

/** Attempts by question, the oldest first. */
export function byQuestion(attempts: readonly Attempt[]): Map<string, Attempt[]> {
  const grouped = new Map<string, Attempt[]>();
  for (const attempt of [...attempts].sort((a, b) => a.at - b.at)) {
    const of = grouped.get(attempt.question) ?? [];
    of.push(attempt);
    grouped.set(attempt.question, of);
  }
  return grouped;
}

/** Attempts of both, each once. */
export function merged(some: readonly Attempt[], others: readonly Attempt[]): Attempt[] {
  const known = new Map<string, Attempt>();
  for (const attempt of [...some, ...others]) known.set(keyOf(attempt), attempt);
  return [...known.values()].sort((a, b) => a.at - b.at);
}

const keyOf = ({ question, at }: Attempt): string => `${at} ${question}`;

export interface Calibration {
  confidence: Confidence;
  answers: number;
  right: number;
}

/** How often answers were right, by how sure somebody was of them. */
export const calibrationOf = (attempts: readonly Attempt[]): Calibration[] =>
  CONFIDENCES.map((confidence) => {
    const of = attempts.filter((attempt) => attempt.confidence === confidence);
    return { confidence, answers: of.length, right: of.filter(({ right }) => right).length };
  });

/** A question is a weak spot until its latest answer was right, and no guess. */
export const isWeak = (of: readonly Attempt[]): boolean => {
  const last = of.at(-1);
  return last !== undefined && (!last.right || last.confidence === 'guess');
};
