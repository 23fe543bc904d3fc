/** One operation of AWS's: the shape of its input, and how it is answered. */
import type { Simulation } from '../engine/index.ts';
import type { Input, Shape } from './shape.ts';

export interface Operation {
  input: Extract<Shape, { kind: 'structure' }>;
  /** 200 where nothing is said. */
  statusCode?: number;
  /**
   * @param input has its shape.
   * @throws AwsError or the engine's ItemError where AWS refuses.
   */
  answer(simulation: Simulation, input: Input): Record<string, unknown>;
}

/** Carries a call out in the engine, as a command of the lab's history. */
export function execute<Result>(simulation: Simulation, call: string, input: Input): Result {
  return simulation.execute({ call, input }) as Result;
}
