/** An event that a rule of a bus sends on; that it takes a moment is a drawing convention. */
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import { markOf } from '../scene/marks.ts';
import { flightOf, type MakeFlight } from './flightOf.ts';

/** Microseconds. */
const ROUTE_US = 200_000;

/** The card of a function: of its first mapping, or its own where it has none. */
export function functionCardId(world: World, fn: number): string {
  const [mapping] = world.state.functions[fn]!.mappings;
  return mapping === undefined ? cardId.idleFunction(fn) : cardId.mapping(mapping);
}

/** Bus to target or function, with the rule's name. */
export const routeFlight: MakeFlight = (world, entry, number) => {
  const { a: rule, b: effect, c: target, d: fn } = entry;
  const card = target < 0 ? functionCardId(world, fn) : cardId.target(target);
  const mark = markOf(world, world.effects.change.get(effect), 'inFlight');
  const from = { card: cardId.target(world.effects.target.get(effect)) };
  const flight = flightOf(number, entry, ROUTE_US, from, { card }, [mark]);
  return { ...flight, note: world.definition.eventRules![rule]!.name };
};
