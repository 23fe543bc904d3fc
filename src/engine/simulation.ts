/** A simulation: a world, the services that move it, and the loop that takes event after event. */

import { restoreWorld, saveWorld, type WorldParts } from './checkpoint.ts';
import { onCommandDue, readCommand } from './commands.ts';
import { createWorld } from './createWorld.ts';
import type { Command, SimulationDefinition } from './definition.ts';
import type { Instant } from './kernel/time.ts';
import type { CodeHost } from './lambda/codeService.ts';
import type { FunctionHandlers } from './lambda/function/handler.ts';
import { type Handler, loadServices, type Service } from './services.ts';
import type { World } from './world.ts';

/** Rises whenever the same lab could give another history. */
export const ENGINE_VERSION = '4';

/**
 * Everything needed to go back to a moment; cheap, and valid as long as it is held. Commands submitted
 * after it are not in it: whoever restores it runs to the instant of each and submits it again.
 */
export interface Checkpoint {
  readonly at: Instant;
  /** How many commands had been handed in, those of the lab file included. */
  readonly commandCount: number;
  readonly parts: WorldParts;
}

export interface Simulation {
  /** Read-only for everyone outside the engine. */
  readonly world: World;
  readonly now: Instant;
  /**
   * Runs until an instant not before `now`, then hands in a command: after all else that is due there,
   * so that handing it in again after a restore gives the same history. What comes of it is in the
   * journal: a write travels to its table first, and a refusal there is a `callFailed` or
   * `conditionFailed` entry.
   * @returns the command's number.
   * @throws ItemError with AWS's name and message when the command is malformed; nothing is done.
   */
  submit(command: Command, at?: Instant): number;
  /**
   * Carries out a command now, in one instant, and answers as AWS would: the part of an SDK call.
   * @throws ItemError with AWS's name and message.
   */
  execute(command: Command): unknown;
  /** Throws what `submit` would throw, and does nothing else. */
  check(command: Command): void;
  /**
   * Lets everything happen that is due up to and including an instant, or at most `maximumEvents`
   * events. Afterwards `now` is that instant, or the instant of the last event when it stopped early.
   * @returns whether the instant was reached.
   */
  runUntil(at: Instant, maximumEvents?: number): boolean;
  /**
   * Lets happen all that is due at the next instant at which something enters the journal.
   * @returns false when nothing is bound to happen any more.
   */
  step(): boolean;
  /** Lets functions run their own code from now on; without it they only log. */
  hostCode(host: CodeHost): void;
  checkpoint(): Checkpoint;
  restore(checkpoint: Checkpoint): void;
}

/** Loads what a definition needs and makes its simulation. */
export function openSimulation(
  definition: SimulationDefinition,
  handlers: FunctionHandlers = {},
): Promise<Simulation> {
  return loadServices(definition).then((services) =>
    createSimulation(definition, services, handlers),
  );
}

/** Makes a simulation, at instant 0, with the services loaded for it. */
export function createSimulation(
  definition: SimulationDefinition,
  services: readonly Service[],
  handlers: FunctionHandlers = {},
): Simulation {
  const byKind: Handler[] = [];
  for (const service of services) {
    for (const [kind, handler] of Object.entries(service.handlers)) byKind[Number(kind)] = handler;
  }
  const world = createWorld(definition, handlers);
  for (const service of services) service.start(world);
  return new RunningSimulation(world, byKind);
}

class RunningSimulation implements Simulation {
  readonly world: World;
  private readonly handlers: Handler[];

  constructor(world: World, handlers: Handler[]) {
    this.world = world;
    this.handlers = handlers;
  }

  get now(): Instant {
    return this.world.now;
  }

  check(command: Command): void {
    readCommand(this.world, command);
  }

  execute(command: Command): unknown {
    this.runUntil(this.now);
    return executeNow(this.world, command);
  }

  submit(command: Command, at = this.now): number {
    if (at < this.now) throw new Error(`A command for ${at} came at ${this.now}.`);
    this.runUntil(at);
    const read = readCommand(this.world, command);
    const number = this.world.commands.push(command);
    onCommandDue(this.world, number, read);
    this.runUntil(at);
    return number;
  }

  runUntil(at: Instant, maximumEvents = Number.POSITIVE_INFINITY): boolean {
    const { queue } = this.world;
    let left = maximumEvents;
    while (queue.nextDueAt() <= at) {
      if (left-- <= 0) return false;
      this.handleNext();
    }
    if (at > this.now) this.world.now = at;
    return true;
  }

  step(): boolean {
    const { queue, journal } = this.world;
    const before = journal.length;
    while (queue.size > 0) {
      const at = queue.nextDueAt();
      while (queue.nextDueAt() === at) this.handleNext();
      if (journal.length > before) return true;
    }
    return false;
  }

  hostCode({ handlers, service, runner, openDoor }: CodeHost): void {
    for (const [kind, handler] of Object.entries(handlers)) this.handlers[Number(kind)] = handler;
    const { world } = this;
    const answerCall = openDoor({
      world,
      get now() {
        return world.now;
      },
      execute: (command) => executeNow(world, { ...command, isHandlers: true }),
    });
    world.codeService = { service, runner, answerCall };
  }

  checkpoint(): Checkpoint {
    const commandCount = this.world.commands.length;
    return { at: this.now, commandCount, parts: saveWorld(this.world) };
  }

  restore(checkpoint: Checkpoint): void {
    restoreWorld(this.world, checkpoint.at, checkpoint.parts);
  }

  private handleNext(): void {
    const { world } = this;
    const event = world.queue.take();
    const { kind, a, b, c } = event;
    world.now = event.dueAt;
    world.state.events++;
    const handler = this.handlers[kind];
    if (!handler) throw new Error(`No service handles events of kind ${kind}.`);
    handler(world, a, b, c);
  }
}

/** Carries out a command at this instant, for somebody who waits for the answer. @throws ItemError */
function executeNow(world: World, command: Command): unknown {
  const read = readCommand(world, command);
  const number = world.commands.push({ ...command, immediate: true });
  const outcome = onCommandDue(world, number, read);
  if (!outcome.ok) throw outcome.error;
  return outcome.output;
}
