/**
 * A watcher's copy of a table beside the table itself, item by item, as far as anything changed since the
 * lab began: both held the same then. Which items differ is known at every moment.
 */
import { ChangeKind } from '../../engine/world.ts';

/** As it was when the lab began. */
const FIRST = 0;
const ABSENT = -1;

export class Copy {
  /** Items that differ now, in the order in which they came to. */
  readonly stale = new Set<number>();
  /** The change that made what the table holds, plus one, or one of the two above. */
  private readonly table = new Map<number, number>();
  private readonly own = new Map<number, number>();

  /** The table has changed an item. */
  changed(item: number, change: number, kind: number): void {
    if (!this.table.has(item) && kind === ChangeKind.INSERT) this.own.set(item, ABSENT);
    this.table.set(item, kind === ChangeKind.REMOVE ? ABSENT : change + 1);
    this.compare(item);
  }

  /** The watcher has been told of a change, or has seen it. */
  told(item: number, change: number, isGone: boolean): void {
    this.own.set(item, isGone ? ABSENT : change + 1);
    this.compare(item);
  }

  /** What the copy holds of an item: the change that made it; -1: nothing; -2: what was there at first. */
  heldOf(item: number): number {
    const held = this.own.get(item) ?? FIRST;
    if (held === FIRST) return -2;
    return held === ABSENT ? -1 : held - 1;
  }

  private compare(item: number): void {
    const isSame = (this.table.get(item) ?? FIRST) === (this.own.get(item) ?? FIRST);
    if (isSame) this.stale.delete(item);
    else this.stale.add(item);
  }
}
