/** Reading the journal back for what came before an entry. */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import {
  Entry,
  type EntryKind,
  FailureReason,
  type JournalEntry,
} from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { type Matches, searchOf } from '../journal/journalSearch.ts';

/**
 * In the place of an entry that was not found: if there is one, it lies before this one, down to which the
 * journal was read. Below zero.
 */
const furtherBack = (end: number): number => -1 - end;

/** Whether a number stands for what was not found. */
export const isFurtherBack = (entry: number): boolean => entry < 0;

/** When the entry was made down to which the journal was read, microseconds. */
export function readBackTo({ journal, now }: World, further: number): number {
  const end = -1 - further;
  return end < journal.length ? journal.atOf(end) : now;
}

/** The entries that one came of, or what is further back; `change` is the one that is asked about, or -1. */
export type Causes = (
  world: World,
  entry: JournalEntry,
  number: number,
  change: number,
) => number[];

/**
 * The last entry before another that has one of some kinds and matches; none; or what is further back.
 * @param since an instant before which it cannot be, microseconds.
 */
export function lastBefore(
  world: World,
  before: number,
  kinds: readonly EntryKind[],
  matches: Matches,
  since = 0,
): number[] {
  const bound = since > 0 ? world.journal.firstAtOrAfter(instant(since)) : 0;
  const { found, end } = searchOf(world).last(world, kinds, bound, before, matches);
  if (found >= 0) return [found];
  return end > bound ? [furtherBack(end)] : [];
}

/** The first entry of an instant that matches, however far back that lies, or none. */
export function entryAt(
  { journal }: World,
  at: number,
  matches: (entry: JournalEntry) => boolean,
): number[] {
  for (let number = journal.firstAtOrAfter(instant(at)); number < journal.length; number++) {
    const entry = journal.read(number);
    if (entry.at > at) return [];
    if (matches(entry)) return [number];
  }
  return [];
}

/** The first entry from an instant on that has one of some kinds and matches, or none. */
export function firstSince(
  world: World,
  since: number,
  kinds: readonly EntryKind[],
  matches: Matches,
): number[] {
  const { journal } = world;
  const from = journal.firstAtOrAfter(instant(since));
  const found = searchOf(world).first(world, kinds, from, journal.length, matches);
  return found < 0 ? [] : [found];
}

/** The last entry before another of one of some kinds, and about the same first operand. */
export const lastOf =
  (...kinds: readonly EntryKind[]): Causes =>
  (world, { a }, number) =>
    lastBefore(world, number, kinds, (earlier) => earlier.a === a);

/** The last call of an invocation to a target that refused it; below zero, -1 - the number of a request. */
export const refusedCallOf = (world: World, before: number, invocation: number): number[] =>
  lastBefore(
    world,
    before,
    [Entry.effectFailed],
    ({ a }) => world.effects.invocation.get(a) === invocation,
  );

const FAULTS: Readonly<Record<number, readonly string[]>> = {
  [FailureReason.error]: ['Error'],
  [FailureReason.poison]: ['Poison'],
  [FailureReason.partial]: ['Poison'],
  [FailureReason.crash]: ['CrashAfterEffect', 'CrashBeforeEffect'],
  [FailureReason.timeout]: ['Timeout', 'Slow'],
};

/**
 * The fault that made an invocation of a function fail, where one was on.
 * @param begun when the invocation began: by then it is decided.
 * @param blame the change whose item is poisoned, or -1.
 */
export function faultBehind(
  world: World,
  begun: number,
  fn: number,
  reason: number,
  blame: number,
): number[] {
  const { id } = world.state.functions[fn]!;
  return faultAt(world, begun, id, FAULTS[reason] ?? [], blame);
}

/** The last fault of some kinds that is on at a function, target or table. */
export function faultAt(
  world: World,
  before: number,
  id: string,
  kinds: readonly string[],
  blame = -1,
): number[] {
  const { faults } = world.state;
  const isMeant = faults.map(
    ({ kind, target, match }) =>
      target === id && kinds.includes(kind) && strikes(world, match, blame),
  );
  if (!isMeant.includes(true)) return [];
  const ended = new Set<number>();
  return lastBefore(world, before, [Entry.faultStarted, Entry.faultEnded], ({ kind, a }) => {
    if (kind === Entry.faultEnded) ended.add(a);
    return kind === Entry.faultStarted && isMeant[a]! && !ended.has(a);
  });
}

/** Whether the item of a change is one that a fault names by its key; by anything else it may be. */
function strikes(world: World, match: AttributeMap | null, blame: number): boolean {
  if (match === null || blame < 0) return true;
  const key = world.items.keys.get(world.changes.item.get(blame));
  return Object.entries(match).every(
    ([name, value]) => !(name in key) || JSON.stringify(key[name]) === JSON.stringify(value),
  );
}
