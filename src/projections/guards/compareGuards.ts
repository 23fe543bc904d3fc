/** The same history for every way to write an effect, without a page: for the command line and for tests. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import type { Instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { GUARDS, guardedDefinition } from '../../lab/guards/guard.ts';
import {
  type GuardComparison,
  type GuardPicture,
  guardHistory,
  guardPicture,
} from './guardPicture.ts';

/** @param fn logical id of the function whose work it is, one of `guardedFunctions`. */
export async function compareGuards(
  definition: SimulationDefinition,
  fn: string,
  until: Instant,
): Promise<GuardComparison> {
  const ways: GuardPicture[] = [];
  let first: World | null = null;
  let sameWrites = true;
  for (const guard of GUARDS) {
    const simulation = await openSimulation(guardedDefinition(definition, fn, guard));
    simulation.runUntil(until);
    const { world } = simulation;
    first ??= world;
    sameWrites &&= hasSameWrites(first, world);
    ways.push(guardPicture(world, fn, guard));
  }
  return { function: fn, history: guardHistory(first!, fn), ways, sameWrites };
}

/** As many changes, each of the same item at the same instant. */
export function hasSameWrites(one: World, other: World): boolean {
  const { at, item } = one.changes;
  if (other.changes.at.length !== at.length) return false;
  for (let change = 0; change < at.length; change++) {
    const isSame =
      at.get(change) === other.changes.at.get(change) &&
      item.get(change) === other.changes.item.get(change);
    if (!isSame) return false;
  }
  return true;
}
