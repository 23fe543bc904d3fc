import type { Command, SimulationDefinition } from './definition.ts';
import type { Instant } from './kernel/time.ts';
import type { World } from './world.ts';

/** Rises whenever the same lab could give another history. */
export const ENGINE_VERSION = '1';

/** Everything needed to go back to a moment; opaque, cheap, valid as long as it is held. */
export interface Checkpoint {
  readonly at: Instant;
  readonly parts: unknown;
}

export interface Simulation {
  /** Read-only for everyone outside the engine. */
  readonly world: World;
  readonly now: Instant;
  /**
   * Hands in a command at an instant not before `now`. What comes of it is in the journal: a write
   * travels to its table first, and a refusal is a `callFailed` or `conditionFailed` entry.
   * @returns the command's number.
   */
  submit(command: Command, at: Instant): number;
  /**
   * Lets everything happen that is due up to and including an instant, or at most `maximumEvents`
   * events. Afterwards `now` is that instant, or the instant of the last event when it stopped early.
   * @returns whether the instant was reached.
   */
  runUntil(at: Instant, maximumEvents?: number): boolean;
  /** Lets happen all that is due at the next instant at which something can be seen. */
  step(): boolean;
  checkpoint(): Checkpoint;
  restore(checkpoint: Checkpoint): void;
}

export declare function createSimulation(definition: SimulationDefinition): Simulation;
