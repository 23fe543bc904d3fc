/**
 * What is bound to happen: a binary heap in typed arrays, ordered by due instant and, at the same
 * instant, first come first served. An event is a kind and three whole numbers; whatever else it
 * needs stands in the world under one of those numbers. An event stays in its slot while the heap
 * moves due instants and slots' numbers alone.
 */
import { type Instant, instant, never } from './time.ts';

/** The event last taken from the queue. The same object each time: read it before the next `take`. */
export interface DueEvent {
  dueAt: Instant;
  kind: number;
  a: number;
  b: number;
  c: number;
}

/** A copy of the pending events; see {@link EventQueue.snapshot}. */
export interface EventQueueSnapshot {
  readonly size: number;
  readonly nextOrder: number;
  readonly due: Float64Array;
  readonly order: Float64Array;
  readonly operands: Int32Array;
}

const WIDTH = 4;

export class EventQueue {
  size = 0;
  private nextOrder = 0;
  /** The heap: when an event is due, and its slot. Behind the heap are the slots that are free. */
  private due = new Float64Array(256);
  private slots = Int32Array.from({ length: 256 }, (_, slot) => slot);
  /** By slot. */
  private order = new Float64Array(256);
  private operands = new Int32Array(256 * WIDTH);
  private readonly taken: DueEvent = { dueAt: instant(0), kind: 0, a: 0, b: 0, c: 0 };

  /** The due instant of the next event, or `never`. */
  nextDueAt(): Instant {
    return this.size === 0 ? never : instant(this.due[0]!);
  }

  schedule(dueAt: Instant, kind: number, a = 0, b = 0, c = 0): void {
    if (this.size === this.due.length) this.grow();
    const { due, slots, operands } = this;
    let at = this.size++;
    const slot = slots[at]!;
    this.order[slot] = this.nextOrder++;
    const base = slot * WIDTH;
    operands[base] = kind;
    operands[base + 1] = a;
    operands[base + 2] = b;
    operands[base + 3] = c;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (due[parent]! <= dueAt) break; // a later comer never overtakes at the same instant
      due[at] = due[parent]!;
      slots[at] = slots[parent]!;
      at = parent;
    }
    due[at] = dueAt;
    slots[at] = slot;
  }

  /** Removes and returns the next event. The queue must not be empty. */
  take(): DueEvent {
    const { due, slots, operands, taken } = this;
    const slot = slots[0]!;
    const base = slot * WIDTH;
    taken.dueAt = instant(due[0]!);
    taken.kind = operands[base]!;
    taken.a = operands[base + 1]!;
    taken.b = operands[base + 2]!;
    taken.c = operands[base + 3]!;
    const last = --this.size;
    this.sink(due[last]!, slots[last]!, last);
    slots[last] = slot;
    return taken;
  }

  snapshot(): EventQueueSnapshot {
    const { size, nextOrder } = this;
    const order = new Float64Array(size);
    const operands = new Int32Array(size * WIDTH);
    for (let at = 0; at < size; at++) {
      const slot = this.slots[at]!;
      const base = slot * WIDTH;
      order[at] = this.order[slot]!;
      for (let i = 0; i < WIDTH; i++) operands[at * WIDTH + i] = this.operands[base + i]!;
    }
    return { size, nextOrder, due: this.due.slice(0, size), order, operands };
  }

  restore(snapshot: EventQueueSnapshot): void {
    while (this.due.length < snapshot.size) this.grow();
    this.size = snapshot.size;
    this.nextOrder = snapshot.nextOrder;
    this.due.set(snapshot.due);
    this.order.set(snapshot.order);
    this.operands.set(snapshot.operands);
    for (let at = 0; at < this.slots.length; at++) this.slots[at] = at;
  }

  /** Puts an event in the place of the heap's first, and lets it sink to where it belongs among so many. */
  private sink(dueAt: number, slot: number, size: number): void {
    const { due, slots } = this;
    due[size] = Number.POSITIVE_INFINITY; // in place of a second child that is not there
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const first = due[child]!;
      const second = due[child + 1]!;
      // Reckoned, for nobody can foretell it: a branch would be guessed wrong half of the time.
      if (second !== first) child += Number(second < first);
      else if (this.cameBefore(slots[child + 1]!, slots[child]!)) child++;
      const next = due[child]!;
      if (dueAt < next || (dueAt === next && this.cameBefore(slot, slots[child]!))) break;
      due[at] = next;
      slots[at] = slots[child]!;
      at = child;
    }
    due[at] = dueAt;
    slots[at] = slot;
  }

  private cameBefore(slot: number, other: number): boolean {
    return this.order[slot]! < this.order[other]!;
  }

  private grow(): void {
    const capacity = this.due.length * 2;
    const { due, slots, order, operands } = this;
    this.due = new Float64Array(capacity);
    this.due.set(due);
    this.slots = Int32Array.from({ length: capacity }, (_, slot) => slots[slot] ?? slot);
    this.order = new Float64Array(capacity);
    this.order.set(order);
    this.operands = new Int32Array(capacity * WIDTH);
    this.operands.set(operands);
  }
}
