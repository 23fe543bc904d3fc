/**
 * What is bound to happen: a binary heap in typed arrays, ordered by due instant and, at the same
 * instant, first come first served. An event is a kind and three whole numbers; whatever else it
 * needs stands in the world under one of those numbers.
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
  private due = new Float64Array(256);
  private order = new Float64Array(256);
  private operands = new Int32Array(256 * WIDTH);
  private readonly taken: DueEvent = { dueAt: instant(0), kind: 0, a: 0, b: 0, c: 0 };

  /** The due instant of the next event, or `never`. */
  nextDueAt(): Instant {
    return this.size === 0 ? never : instant(this.due[0]!);
  }

  schedule(dueAt: Instant, kind: number, a = 0, b = 0, c = 0): void {
    if (this.size === this.due.length) this.grow();
    let at = this.size++;
    const order = this.nextOrder++;
    const { due, order: orders, operands } = this;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (due[parent]! <= dueAt) break; // a later comer never overtakes at the same instant
      this.move(parent, at);
      at = parent;
    }
    due[at] = dueAt;
    orders[at] = order;
    const base = at * WIDTH;
    operands[base] = kind;
    operands[base + 1] = a;
    operands[base + 2] = b;
    operands[base + 3] = c;
  }

  /** Removes and returns the next event. The queue must not be empty. */
  take(): DueEvent {
    const { due, order, operands, taken } = this;
    taken.dueAt = instant(due[0]!);
    taken.kind = operands[0]!;
    taken.a = operands[1]!;
    taken.b = operands[2]!;
    taken.c = operands[3]!;
    const last = --this.size;
    if (last > 0) {
      const lastDue = due[last]!;
      const lastOrder = order[last]!;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= last) break;
        const right = child + 1;
        if (
          right < last &&
          (due[right]! < due[child]! ||
            (due[right] === due[child] && order[right]! < order[child]!))
        ) {
          child = right;
        }
        if (lastDue < due[child]! || (lastDue === due[child] && lastOrder < order[child]!)) break;
        this.move(child, at);
        at = child;
      }
      this.move(last, at);
    }
    return taken;
  }

  snapshot(): EventQueueSnapshot {
    return {
      size: this.size,
      nextOrder: this.nextOrder,
      due: this.due.slice(0, this.size),
      order: this.order.slice(0, this.size),
      operands: this.operands.slice(0, this.size * WIDTH),
    };
  }

  restore(snapshot: EventQueueSnapshot): void {
    while (this.due.length < snapshot.size) this.grow();
    this.size = snapshot.size;
    this.nextOrder = snapshot.nextOrder;
    this.due.set(snapshot.due);
    this.order.set(snapshot.order);
    this.operands.set(snapshot.operands);
  }

  private move(from: number, to: number): void {
    this.due[to] = this.due[from]!;
    this.order[to] = this.order[from]!;
    const { operands } = this;
    const source = from * WIDTH;
    const goal = to * WIDTH;
    operands[goal] = operands[source]!;
    operands[goal + 1] = operands[source + 1]!;
    operands[goal + 2] = operands[source + 2]!;
    operands[goal + 3] = operands[source + 3]!;
  }

  private grow(): void {
    const capacity = this.due.length * 2;
    const due = new Float64Array(capacity);
    due.set(this.due);
    this.due = due;
    const order = new Float64Array(capacity);
    order.set(this.order);
    this.order = order;
    const operands = new Int32Array(capacity * WIDTH);
    operands.set(this.operands);
    this.operands = operands;
  }
}
