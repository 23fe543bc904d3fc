/** What the journal says after a write of what became of its change. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { entriesIn, type Stretches } from './stretches.ts';

/** The entries after a write that tell what became of its change, as far as they are to be read. */
export function afterwards(world: World, change: number, read: Stretches) {
  const { journal } = world;
  const found = {
    effects: [] as number[],
    misses: [] as number[],
    losses: [] as number[],
    returns: [] as number[],
    ends: [] as number[],
  };
  for (const number of entriesIn(read)) {
    const kind = journal.kindOf(number);
    if (!TOLD.has(kind)) continue;
    const entry = journal.read(number);
    if (kind === Entry.effectCompleted && entry.c === change) found.effects.push(number);
    if (kind === Entry.changeMissed && entry.c === change) found.misses.push(number);
    if (kind === Entry.invocationSucceeded && holds(world, entry, change)) found.ends.push(number);
    if (kind === Entry.imageReturned && entry.c === change) found.returns.push(number);
    if (LOSSES.has(kind) && isAmong(world, entry, change)) found.losses.push(number);
  }
  return found;
}

export const LOSSES: ReadonlySet<number> = new Set([Entry.recordsDiscarded, Entry.recordsExpired]);
const TOLD: ReadonlySet<number> = new Set([
  Entry.effectCompleted,
  Entry.changeMissed,
  Entry.imageReturned,
  Entry.invocationSucceeded,
  ...LOSSES,
]);

function isAmong(world: World, { a, b: from, c: to }: JournalEntry, change: number): boolean {
  const consumer = world.state.consumers[a]!;
  const ordinal = world.changes.ordinal.get(change);
  return (
    consumer.shard === world.changes.shard.get(change) &&
    ordinal >= from &&
    ordinal < to &&
    isInLane(world, consumer, ordinal)
  );
}

/** Whether an invocation was given a change. */
function holds(world: World, { a: invocation, b }: JournalEntry, change: number): boolean {
  const { from, to } = world.invocations;
  const { shard } = world.state.consumers[b]!;
  for (let ordinal = from.get(invocation); ordinal < to.get(invocation); ordinal++) {
    if (changeOf(world, shard, ordinal) === change) return true;
  }
  return false;
}
