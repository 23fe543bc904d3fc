/** A small lab behind its front door, for tests. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import { after, seconds } from '../../engine/kernel/time.ts';
import type { FunctionHandlers } from '../../engine/lambda/function/handler.ts';
import { aDefinition } from '../../engine/testing/definitions.ts';
import { type CallAnswer, createDoor, type Door, type ServiceName } from '../door.ts';

/** Whatever an output holds; tests know. */
// biome-ignore lint/suspicious/noExplicitAny: outputs have as many shapes as there are operations
export type Output = Record<string, any>;

export interface LabDoor {
  door: Door;
  simulation: Simulation;
  /** Calls, and gives the output. @throws Error when it is refused. */
  ask(call: string, input: unknown): Output;
  /** Calls what must be refused, and gives `Name: message`. */
  refusal(call: string, input: unknown): string;
  answer(call: string, input: unknown): CallAnswer;
  /** Lets time pass. */
  wait(s: number): void;
}

export async function labDoor(
  more: Partial<SimulationDefinition> = {},
  handlers: FunctionHandlers = {},
): Promise<LabDoor> {
  const simulation = await openSimulation(aDefinition(more), handlers);
  const door = createDoor(simulation);
  const answer = (call: string, input: unknown): CallAnswer => {
    const [service, operation] = call.split(':') as [ServiceName, string];
    return door.call(service, operation, input);
  };
  return {
    door,
    simulation,
    answer,
    ask(call, input) {
      const given = answer(call, input);
      if (given.ok) return given.output;
      throw new Error(`${given.error.name}: ${given.error.message}`);
    },
    refusal(call, input) {
      const given = answer(call, input);
      if (given.ok) throw new Error(`${call} was answered: ${JSON.stringify(given.output)}`);
      return `${given.error.name}: ${given.error.message}`;
    },
    wait(s) {
      simulation.runUntil(after(simulation.now, seconds(s)));
    },
  };
}
