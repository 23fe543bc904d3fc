import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './eventQueue.ts';
import { instant } from './time.ts';

const drain = (queue: EventQueue): number[] => {
  const order: number[] = [];
  while (queue.size > 0) order.push(queue.take().a);
  return order;
};

/** Takes all, and schedules some on the way. */
function goOn(queue: EventQueue): number[] {
  const order: number[] = [];
  for (let i = 0; i < 600; i++) {
    order.push(queue.take().a);
    if (i % 3 === 0) queue.schedule(instant(90 + (i % 20)), 1, 10_000 + i);
  }
  return [...order, ...drain(queue)];
}

describe('the event queue', () => {
  it('[C1] takes events by instant, and at the same instant first come first served', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 600 }), (dues) => {
        const queue = new EventQueue();
        dues.forEach((due, i) => {
          queue.schedule(instant(due), 1, i);
        });
        const expected = dues
          .map((due, i) => ({ due, i }))
          .sort((x, y) => x.due - y.due || x.i - y.i)
          .map(({ i }) => i);
        expect(drain(queue)).toEqual(expected);
      }),
    );
  });

  it('[C4] goes on from a snapshot as if nothing had happened since', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 1_000; i++) queue.schedule(instant((i * 7_919) % 100), 1, i);
    for (let i = 0; i < 300; i++) queue.take();
    const snapshot = queue.snapshot();
    const straight = goOn(queue);
    for (let i = 0; i < 2_000; i++) queue.schedule(instant(i % 3), 1, -i);
    queue.restore(snapshot);
    expect(goOn(queue)).toEqual(straight);
    expect(straight).toHaveLength(900);
  });
});
