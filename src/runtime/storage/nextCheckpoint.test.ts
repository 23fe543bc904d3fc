import { expect, it } from 'vitest';
import type { Kept } from '../history/checkpoints.ts';
import { nextToStore } from './nextCheckpoint.ts';

/** Moments after every 10 events. */
const moment = (events: number) => ({ events: 10 * Math.ceil(events / 10) }) as Kept;

/** The order in which those of a history of so many events are stored, without more of it coming. */
function orderOf(events: number, stored: readonly number[] = []): number[] {
  const order: number[] = [];
  for (;;) {
    const next = nextToStore([...stored, ...order], 100, moment(events), moment);
    if (next === null) return order;
    order.push(next.events);
  }
}

it('[B10] the newest moment of a long run is stored first, then those along the way to it', () => {
  expect(orderOf(990)).toEqual([990, 100, 200, 300, 400, 500, 600, 700, 800]);
  expect(orderOf(90)).toEqual([]);
});

it('[B10] of a run that goes on the newest moment goes before gaps, and no gap is filled twice', () => {
  expect(orderOf(990, [300, 310])).toEqual([990, 100, 200, 410, 510, 610, 710, 810]);
  expect(orderOf(330, [300, 100, 200])).toEqual([]);
});
