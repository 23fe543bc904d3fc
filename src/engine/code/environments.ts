/**
 * Execution environments: where code is loaded once, and then runs invocation after invocation. What it
 * keeps in its variables it keeps; what it is made of is the list of all that happened to it.
 *
 * Rules: [H2] an environment keeps what its code keeps, [H7] its end.
 */

import { takeEnvironment } from '../lambda/function/environment.ts';
import { ENVIRONMENT_INVOCATIONS } from '../limits.ts';
import type { EnvironmentEvent } from '../logs.ts';
import type { EnvironmentState, World } from '../world.ts';

/** Takes the free environment that was made first, or a new one. Returns it with its cold start, µs. */
export function enterEnvironment(
  world: World,
  number: number,
  invocation: number,
): { environment: EnvironmentState; coldStart: number } {
  const { state } = world;
  const { code } = state.functions[number]!;
  const coldStart = takeEnvironment(world, number);
  const free = state.environments.find(
    (one) => one.function === number && !one.isBusy && one.code === code,
  );
  if (free) {
    free.isBusy = true;
    free.invocation = invocation;
    return { environment: free, coldStart };
  }
  const environment: EnvironmentState = {
    id: state.nextEnvironment++,
    function: number,
    code,
    last: -1,
    invocations: 0,
    invocation,
    isBusy: true,
    held: [],
  };
  state.environments.push(environment);
  return { environment, coldStart };
}

/** The environment of an id, as long as it lives. */
export const environmentOf = (world: World, id: number): EnvironmentState | undefined =>
  world.state.environments.find((one) => one.id === id);

/** The invocation is over. [H7] @param isLost the environment went with it, and is already discounted. */
export function leaveEnvironment(world: World, id: number, isLost: boolean): void {
  const environment = environmentOf(world, id);
  if (!environment) return;
  const fn = world.state.functions[environment.function]!;
  environment.isBusy = false;
  environment.invocation = -1;
  environment.invocations++;
  const isOld = environment.code !== fn.code;
  const isWorn = environment.invocations >= ENVIRONMENT_INVOCATIONS;
  if (!isLost && !isOld && !isWorn) return;
  world.state.environments = world.state.environments.filter((one) => one !== environment);
  if (!isLost) fn.environments = Math.max(fn.running, fn.environments - 1);
}

type NewEvent = EnvironmentEvent extends infer E
  ? E extends EnvironmentEvent
    ? Omit<E, 'previous' | 'environment' | 'at'>
    : never
  : never;

/** Notes what happens to an environment now. */
export function addEvent(world: World, environment: EnvironmentState, event: NewEvent): void {
  environment.last = world.code.events.push({
    ...event,
    previous: environment.last,
    environment: environment.id,
    at: world.now,
  } as EnvironmentEvent);
}
