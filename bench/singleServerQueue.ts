/**
 * The textbook's single server queue (M/M/1) on the engine's own kernel: its event queue, its
 * counter-based chance and its journal. Customers come at 0.8 a second, the server takes 1 s on average.
 */
import { draw, exponential, Purpose } from '../src/engine/kernel/draw.ts';
import { EventQueue } from '../src/engine/kernel/eventQueue.ts';
import { Entry, Journal } from '../src/engine/kernel/journal.ts';
import { after, type Instant, microseconds, startOfTime } from '../src/engine/kernel/time.ts';

const arrival = 1;
const departure = 2;
const meanGapUs = 1_250_000;
const meanServiceUs = 1_000_000;

/** @returns the mean time that a customer spends in the system, in seconds; theory says 5. */
export function runSingleServerQueue(customers: number, seed: number): number {
  const queue = new EventQueue();
  const journal = new Journal();
  const arrivedAt = new Float64Array(customers);
  let arrived = 0;
  let departed = 0;
  let totalUs = 0;
  const span = (purpose: Purpose, ordinal: number, mean: number) =>
    microseconds(exponential(draw(seed, purpose, 0, ordinal), mean));
  const serve = (at: Instant): void => {
    journal.append(at, Entry.invocationStarted, departed);
    const service = span(Purpose.functionDuration, departed, meanServiceUs);
    queue.schedule(after(at, service), departure, departed);
  };
  const arrive = (at: Instant): void => {
    arrivedAt[arrived++] = at;
    if (arrived - departed === 1) serve(at);
    if (arrived === customers) return;
    queue.schedule(after(at, span(Purpose.trafficArrival, arrived, meanGapUs)), arrival);
  };
  const depart = (at: Instant): void => {
    journal.append(at, Entry.invocationSucceeded, departed);
    totalUs += at - arrivedAt[departed++]!;
    if (departed < arrived) serve(at);
  };
  queue.schedule(startOfTime, arrival);
  while (queue.size > 0) {
    const { dueAt, kind } = queue.take();
    if (kind === arrival) arrive(dueAt);
    else depart(dueAt);
  }
  return totalUs / customers / 1_000_000;
}
