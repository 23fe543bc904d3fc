/**
 * One way to write an effect, as far as a history has shown what it does: figures, a mark for each change,
 * and what it let through. Rules: [W40].
 */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { FAILURES, type Failure, type Guard } from '../../lab/guards/guard.ts';
import { labelOfChange } from '../scene/marks.ts';
import { GuardFold, type LetThrough } from './guardFold.ts';

/** What a change's effect looks like in the end, the worst last. */
export const Fate = { waiting: 0, once: 1, older: 2, again: 3, lost: 4 } as const;

/** As many marks as are drawn; more changes than that share them, the worst telling. */
const MOST_MARKS = 240;
const MOST_MOMENTS = 6;

export interface GuardMoment {
  failure: Failure;
  /** µs. */
  at: number;
  /** The item, as it is called everywhere. */
  item: string;
  /** µs. */
  sinceUs: number;
}

export interface GuardPicture {
  guard: Guard;
  /** Changes that the function is to do something for. */
  changes: number;
  /** Times that it did so. */
  done: number;
  /** Those beyond the first for a change. */
  again: number;
  /** Never done, and nobody will any more. */
  lost: number;
  /** Items that end as something else than their newest change. */
  wrong: number;
  /** Attempts that the guard turned away. */
  turnedAway: number;
  /** How often each failure was let through, of those that this way is said to let through and all others. */
  seen: Record<Failure, number>;
  /** `Fate` of each change, or of several that stand together. */
  marks: number[];
  /** The first of them. */
  moments: GuardMoment[];
}

/** The history that all ways have been given. */
export interface GuardHistory {
  /** µs. */
  until: number;
  /** Invocations that failed, timed out or reported a part. */
  failures: number;
  /** On-failure documents. */
  givenUp: number;
  redrives: number;
}

export interface GuardComparison {
  /** Logical id of the function whose work it is. */
  function: string;
  history: GuardHistory;
  ways: GuardPicture[];
  /** Every way has seen the same changes at the same instants. */
  sameWrites: boolean;
}

/** @param fn the function's logical id. */
export function guardPicture(world: World, fn: string, guard: Guard): GuardPicture {
  const number = world.state.functions.findIndex(({ id }) => id === fn);
  const fold = new GuardFold(world, number);
  const changes = fold.changes();
  const times = [...fold.done.values()];
  const done = times.reduce((sum, n) => sum + n, 0);
  const seen = Object.fromEntries(FAILURES.map((failure) => [failure, 0])) as Record<
    Failure,
    number
  >;
  for (const { failure } of fold.letThrough) seen[failure]++;
  return {
    guard,
    changes: changes.length,
    done,
    again: done - times.length,
    lost: changes.filter((change) => fold.isLost(change)).length,
    wrong: fold.wrongItems().length,
    turnedAway: fold.turnedAway,
    seen,
    marks: marksOf(fold, changes),
    moments: firstOfEach(fold.letThrough).map(({ failure, at, change, sinceUs }) => ({
      ...{ failure, at, sinceUs },
      item: labelOfChange(world, change),
    })),
  };
}

/** The first of each failure, then whatever came first, in the order in which they came. */
function firstOfEach(all: readonly LetThrough[]): LetThrough[] {
  const inOrder = all.toSorted((a, b) => a.at - b.at);
  const firsts = FAILURES.flatMap((one) => inOrder.find(({ failure }) => failure === one) ?? []);
  const others = inOrder.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, MOST_MOMENTS).toSorted((a, b) => a.at - b.at);
}

function marksOf(fold: GuardFold, changes: readonly number[]): number[] {
  const older = new Set(
    fold.letThrough.flatMap(({ failure, change }) =>
      failure === 'older' || failure === 'revived' ? [change] : [],
    ),
  );
  const each = Math.max(1, Math.ceil(changes.length / MOST_MARKS));
  const marks = new Array<number>(Math.ceil(changes.length / each)).fill(Fate.waiting);
  changes.forEach((change, place) => {
    const times = fold.done.get(change) ?? 0;
    let fate: number = fold.isOver(change) ? Fate.once : Fate.waiting;
    if (fold.isLost(change)) fate = Fate.lost;
    else if (times > 1) fate = Fate.again;
    else if (older.has(change)) fate = Fate.older;
    else if (times === 1) fate = Fate.once;
    const mark = Math.floor(place / each);
    marks[mark] = Math.max(marks[mark]!, fate);
  });
  return marks;
}

/** What the function's mappings went through. */
export function guardHistory({ state, onFailures, now, journal }: World, fn: string): GuardHistory {
  const number = state.functions.findIndex(({ id }) => id === fn);
  const mappings = state.mappings.filter((mapping) => mapping.function === number);
  const failures = mappings.reduce(
    (sum, { meters }) => sum + meters.failed + meters.timedOut + meters.partial,
    0,
  );
  let redrives = 0;
  for (let entry = 0; entry < journal.length; entry++) {
    if (journal.kindOf(entry) === Entry.recordsRedriven) redrives++;
  }
  return { until: now, failures, givenUp: onFailures.consumer.length, redrives };
}
