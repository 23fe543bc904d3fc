/**
 * Execution environments: whether a function can have another one now, and what that costs.
 *
 * Rules: [F2] cold start, [F7] concurrency, [F8] scaling rate.
 */
import { after, milliseconds } from '../../kernel/time.ts';
import { ACCOUNT_CONCURRENCY, SCALING_INTERVAL, SCALING_STEP } from '../../limits.ts';
import type { FaultState, FunctionState, World } from '../../world.ts';

/** The fault of a kind that a function suffers now, or null. */
export function activeFault(world: World, functionNumber: number, kind: string): FaultState | null {
  for (const number of world.state.functions[functionNumber]!.faults) {
    const fault = world.state.faults[number]!;
    if (fault.kind === kind) return fault;
  }
  return null;
}

const concurrencyOf = (fn: FunctionState): number => fn.running + fn.inTransit;

/** Concurrent invocations of the account in the Region. */
export const accountConcurrency = (world: World): number =>
  world.definition.accountConcurrency ?? ACCOUNT_CONCURRENCY;

/** What an account has left for the functions without a reservation. */
export function unreservedConcurrency(world: World): number {
  const reserved = world.state.functions.reduce(
    (sum, { settings, isDeleted }) => sum + (isDeleted ? 0 : (settings.reservedConcurrency ?? 0)),
    0,
  );
  return Math.max(0, accountConcurrency(world) - reserved);
}

/** Why an invocation is throttled, by AWS's word, or null where it may begin [F7] [F8]. */
export function throttleReason(world: World, functionNumber: number): string | null {
  if (activeFault(world, functionNumber, 'Throttle')) return 'CallerRateLimitExceeded';
  const { functions } = world.state;
  const fn = functions[functionNumber]!;
  if (growsTooFast(world, fn)) return 'ConcurrentInvocationLimitExceeded';
  const { reservedConcurrency } = fn.settings;
  if (reservedConcurrency !== undefined) {
    const isFull = concurrencyOf(fn) >= reservedConcurrency;
    return isFull ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : null;
  }
  // What is reserved is kept free for its functions, whether they use it or not.
  const running = functions.reduce(
    (sum, one) => sum + (one.settings.reservedConcurrency === undefined ? concurrencyOf(one) : 0),
    0,
  );
  return running >= unreservedConcurrency(world) ? 'ConcurrentInvocationLimitExceeded' : null;
}

/** Whether another invocation would exceed what the function or the account may do. */
export const isThrottled = (world: World, functionNumber: number): boolean =>
  throttleReason(world, functionNumber) !== null;

/** [F8] Whether the function would need a new environment and has had its share of them. */
function growsTooFast(world: World, fn: FunctionState): boolean {
  const { environments, scaled, scalingSince } = fn;
  if (concurrencyOf(fn) < environments || scaled < SCALING_STEP) return false;
  return world.now < after(scalingSince, SCALING_INTERVAL);
}

/** [F2] A free environment is reused; a new one costs a cold start. Microseconds. */
export function takeEnvironment(world: World, number: number): number {
  const fn = world.state.functions[number]!;
  fn.running++;
  if (fn.running <= fn.environments) return 0;
  fn.environments = fn.running;
  if (world.now >= after(fn.scalingSince, SCALING_INTERVAL)) {
    fn.scalingSince = world.now;
    fn.scaled = 0;
  }
  fn.scaled++;
  return milliseconds(fn.settings.coldStartMs);
}
