/** Hands that the teacher has counted, and numbers that were called out. Rule: [Q32] in SPEC.md. */

/** What a class has said to one question. */
export interface Hands {
  /** By the id of the answer. */
  raised: Readonly<Record<string, number>>;
  /** Estimates as they were called out. */
  called: readonly number[];
}

export const NO_HANDS: Hands = { raised: {}, called: [] };

/** More than fit into any hall. */
const MOST_HANDS = 9_999;
const MOST_CALLED = 200;

/** Takes the number as counted; what is no whole number from 0 on leaves it as it was. */
export function withCount(hands: Hands, id: string, count: number): Hands {
  if (!Number.isInteger(count) || count < 0) return hands;
  return { ...hands, raised: { ...hands.raised, [id]: Math.min(MOST_HANDS, count) } };
}

export const countOf = ({ raised }: Hands, id: string): number => raised[id] ?? 0;

export const withHand = (hands: Hands, id: string, by: 1 | -1): Hands =>
  withCount(hands, id, Math.max(0, countOf(hands, id) + by));

/** One more estimate; anything but a number from 0 on is no estimate. */
export function withCalled(hands: Hands, called: number): Hands {
  const isOne = Number.isFinite(called) && called >= 0 && hands.called.length < MOST_CALLED;
  return isOne ? { ...hands, called: [...hands.called, called] } : hands;
}

export const withoutLastCalled = (hands: Hands): Hands => ({
  ...hands,
  called: hands.called.slice(0, -1),
});

export const handsInAll = ({ raised }: Hands): number =>
  Object.values(raised).reduce((sum, count) => sum + count, 0);

/** Of the most that one answer has, 0 to 1: the length of its bar. */
export function barOf(hands: Hands, id: string): number {
  const most = Math.max(0, ...Object.values(hands.raised));
  return most === 0 ? 0 : countOf(hands, id) / most;
}

/** The middle of what was called out; null before anything was. */
export function middleOf({ called }: Hands): number | null {
  if (called.length === 0) return null;
  const sorted = [...called].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
