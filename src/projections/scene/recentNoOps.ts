/** Writes that changed nothing: they came as far as their table, and are shown there for a moment. */
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { type World, WriteKind } from '../../engine/world.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import type { NoOpMark } from './scene.ts';

/** How long one is shown, µs. */
const SHOWN_US = 10_000_000;
/** At most so many of a partition, and entries looked at. */
const MOST = 3;
const MOST_ENTRIES = 2_000;

/** By partition, oldest first. */
export function recentNoOps(world: World): Map<number, NoOpMark[]> {
  const { journal, items, writes, now } = world;
  const found = new Map<number, NoOpMark[]>();
  if (world.state.tables.every((table) => table.writes.noOp === 0)) return found;
  const start = Math.max(0, journal.length - MOST_ENTRIES);
  visitBackwards(world, start, journal.length, ({ kind, at, a: write, b: item }) => {
    if (now - at > SHOWN_US) return true;
    if (kind !== Entry.noOpWritten) return false;
    const partition = partitionOfItem(world, item);
    const marks = found.get(partition) ?? [];
    found.set(partition, marks);
    const kindOfMark = writes.kind.get(write) === WriteKind.delete ? 3 : 2;
    if (marks.length < MOST) {
      marks.unshift({ write, item, kind: kindOfMark, label: items.label.get(item) });
    }
    return false;
  });
  return found;
}
