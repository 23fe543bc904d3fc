/**
 * The engine as a package's entry point: a lab file read, a simulation run, what became of it, and a
 * still picture of any instant.
 *
 *     const reading = readLab(text);
 *     const simulation = await openSimulation(reading.definition);
 *     simulation.runUntil(atMilliseconds(12_000));
 *     const svg = poster('Orders', [momentOf(simulation)], { theme: 'light', width: 1200, height: 420 });
 */
import { type Instant, instant, milliseconds } from '../engine/kernel/time.ts';

export { ENGINE_VERSION, openSimulation, type Simulation } from '../engine/index.ts';
export { type BuiltInLab, builtInLab, builtInLabs } from '../lab/builtIn/index.ts';
export { type LabReading, readLab } from '../lab/readLab.ts';
export { momentOf } from '../projections/poster/moment.ts';
export { type Moment, type PosterLook, poster } from '../projections/poster/poster.ts';
export { report } from '../projections/report/report.ts';

/** An instant, so many milliseconds after the lab's first. */
export const atMilliseconds = (ms: number): Instant => instant(milliseconds(ms));
