/** The same history for every way to write an effect, put together one world after the other. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import type { Instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { GUARDS, type Guard, guardedDefinition } from '../../lab/guards/guard.ts';
import {
  type GuardComparison,
  type GuardPicture,
  guardHistory,
  guardPicture,
} from './guardPicture.ts';

/** Takes the worlds of the ways, each when its history is over, and keeps what is told of them. */
export class GuardTally {
  private readonly ways: GuardPicture[] = [];
  private readonly fn: string;
  private first: World | null = null;
  private sameWrites = true;

  /** @param fn logical id of the function whose work it is. */
  constructor(fn: string) {
    this.fn = fn;
  }

  add(guard: Guard, world: World): void {
    this.first ??= world;
    this.sameWrites &&= hasSameWrites(this.first, world);
    this.ways.push(guardPicture(world, this.fn, guard));
  }

  /** Once a world has been added. */
  comparison(): GuardComparison {
    const { fn, ways, sameWrites } = this;
    return { function: fn, history: guardHistory(this.first!, fn), ways: [...ways], sameWrites };
  }
}

/**
 * All ways at once, without a page.
 * @param fn logical id of the function whose work it is, one of `guardedFunctions`.
 */
export async function compareGuards(
  definition: SimulationDefinition,
  fn: string,
  until: Instant,
): Promise<GuardComparison> {
  const tally = new GuardTally(fn);
  for (const guard of GUARDS) {
    const simulation = await openSimulation(guardedDefinition(definition, fn, guard));
    simulation.runUntil(until);
    tally.add(guard, simulation.world);
  }
  return tally.comparison();
}

/** As many changes, each of the same item at the same instant. */
function hasSameWrites(one: World, other: World): boolean {
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
