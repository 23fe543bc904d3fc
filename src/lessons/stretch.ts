/** Runs a world of a lesson through one of its steps, in short slices. */
import type { SimulationDefinition } from '../engine/definition.ts';
import { openSimulation, type Simulation } from '../engine/index.ts';
import { instant } from '../engine/kernel/time.ts';
import type { Condition, Lesson, OrderedEvent } from './lesson.ts';
import { lessonWorld, spanOfStep } from './lessonWorld.ts';
import { holds } from './measure.ts';
import { type Measures, measures, measuring } from './measures.ts';

/** What is true when a step begins, and when it ends. */
export interface Stretch {
  begin: Measures;
  end: Measures;
}

/** Called between slices with the part that is done, 0 to 1; whoever has to breathe, breathes in it. */
export type Pause = (part: number) => Promise<void> | void;

/** So many events at a time: some milliseconds. */
const EVENTS_A_SLICE = 500;
/** A step in which more than so much happens is too long to be put in order. */
const MOST_LOOKS = 5_000;

/** @throws Error with sentences when the world cannot be read. */
export function definitionOf(
  lesson: Lesson,
  step: number,
  settings?: readonly string[],
): SimulationDefinition {
  const world = lessonWorld(lesson, step, settings);
  if (!world.ok) throw new Error(world.errors.join(' '));
  return world.definition;
}

/** The measures when a step of a world begins and when it ends. */
export async function stretchOf(
  definition: SimulationDefinition,
  lesson: Lesson,
  step: number,
  pause: Pause = () => {},
): Promise<Stretch> {
  const simulation = await openSimulation(definition);
  const span = spanOfStep(lesson, step);
  const runTo = (us: number) => runInSlices(simulation, us, (at) => pause(at / (span.end || 1)));
  await runTo(span.begin);
  const begin = measures(simulation);
  await runTo(span.end);
  return { begin, end: span.end === span.begin ? begin : measures(simulation) };
}

/** The measures at both ends of every step of a world that is run once, through all of them. */
export async function stretchesOf(
  definition: SimulationDefinition,
  lesson: Lesson,
): Promise<Stretch[]> {
  const simulation = await openSimulation(definition);
  let last: { at: number; measured: Measures } | undefined;
  const at = (us: number): Measures => {
    simulation.runUntil(instant(us));
    if (last?.at !== us) last = { at: us, measured: measures(simulation) };
    return last.measured;
  };
  return lesson.steps.map((_, step) => {
    const { begin, end } = spanOfStep(lesson, step);
    return { begin: at(begin), end: at(end) };
  });
}

/** Runs to an instant, some milliseconds at a time. */
export async function runInSlices(simulation: Simulation, us: number, pause: Pause): Promise<void> {
  while (!simulation.runUntil(instant(us), EVENTS_A_SLICE)) await pause(simulation.now);
}

/**
 * When each of some events first comes true in a step, microseconds, by id; not there: it never does.
 * @throws Error with a sentence when one is true before the step begins, or too much happens in it.
 */
export async function firstInstants(
  definition: SimulationDefinition,
  lesson: Lesson,
  step: number,
  events: readonly OrderedEvent[],
  pause: Pause = () => {},
): Promise<Map<string, number>> {
  const simulation = await openSimulation(definition);
  const span = spanOfStep(lesson, step);
  await runInSlices(simulation, span.begin, () => pause(0));
  const begin = measures(simulation);
  const early = events.find((event) => holds(event.holds, begin, begin));
  if (early !== undefined) throw new Error(`${early.id} is true before the step begins.`);
  const look = measuring(simulation, events.flatMap((event) => event.holds).map(pathOf));
  const found = new Map<string, number>();
  const { queue, journal } = simulation.world;
  for (let looks = 0; found.size < events.length && queue.nextDueAt() <= span.end; ) {
    const before = journal.length;
    simulation.runUntil(queue.nextDueAt());
    if (journal.length === before) continue;
    if (++looks > MOST_LOOKS) throw new Error(`More than ${MOST_LOOKS} things happen in the step.`);
    if (looks % 50 === 0) await pause((simulation.now - span.begin) / (span.end - span.begin));
    const now = look();
    for (const { id, holds: conditions } of events) {
      if (!found.has(id) && holds(conditions, now, begin)) found.set(id, simulation.now);
    }
  }
  return found;
}

const pathOf = ({ measure }: Condition): string => measure;
