/** A function's execution environments, and how much of its concurrency is used. */
import { unreservedConcurrency } from '../../engine/lambda/function/environment.ts';
import type { World } from '../../engine/world.ts';
import type { FunctionCard } from '../scene/scene.ts';

/** Starting: a cold start has not ended; idle: kept for the next invocation. */
export function environmentsOf(world: World, fn: number): FunctionCard['environments'] {
  const { environments } = world.state.functions[fn]!;
  const runs = world.state.running.filter((run) => run.function === fn);
  const starting = runs.filter((run) => run.startAt > world.now).length;
  return {
    busy: runs.length - starting,
    starting,
    idle: Math.max(0, environments - runs.length),
  };
}

/** Invocations that count against its reserved concurrency, or else against the account's [F7]. */
export function concurrencyOf(world: World, fn: number): FunctionCard['concurrency'] {
  const { functions } = world.state;
  const { reservedConcurrency } = functions[fn]!.settings;
  const usedBy = (number: number): number =>
    functions[number]!.running + functions[number]!.inTransit;
  if (reservedConcurrency !== undefined) {
    return { used: usedBy(fn), of: reservedConcurrency, isReserved: true };
  }
  const used = [...functions.keys()]
    .filter((number) => functions[number]!.settings.reservedConcurrency === undefined)
    .reduce((sum, number) => sum + usedBy(number), 0);
  return { used, of: unreservedConcurrency(world), isReserved: false };
}
