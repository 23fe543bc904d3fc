/** An event that a rule of a bus sends on; that it takes a moment is a drawing convention. */
import { cardId } from '../cardIds.ts';
import { markOf } from '../marks.ts';
import { flightOf, type MakeFlight } from './flightOf.ts';

/** Microseconds. */
const ROUTE_US = 200_000;

/** Bus to target, with the rule's name. */
export const routeFlight: MakeFlight = (world, entry, number) => {
  const { a: rule, b: effect, c: target } = entry;
  if (target < 0) return null;
  const mark = markOf(world, world.effects.change.get(effect), 'inFlight');
  const from = { card: cardId.target(world.effects.target.get(effect)) };
  const flight = flightOf(number, entry, ROUTE_US, from, { card: cardId.target(target) }, [mark]);
  return { ...flight, note: world.definition.eventRules![rule]!.name };
};
