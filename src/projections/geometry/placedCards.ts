/** The places of cards as a lab's file has them, by logical ids, and as the stage has them, by cards. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { type CardKind, cardsOfKind, type PlacedCard } from '../../lab/layout.ts';
import type { CardPlaces } from './movedCards.ts';

/** How a card's id begins (`cardIds.ts`). A function that nothing calls has one of its own: `idle`. */
const PREFIXES: Record<CardKind, string> = {
  Writers: 'writers',
  Table: 'table',
  Stream: 'stream',
  KinesisStream: 'kinesis',
  Function: 'function',
  Target: 'target',
  Alarm: 'alarm',
  Poller: 'poller',
};
const IDLE = 'idle';
const FINE = 10_000;

/** The stage's places for a layout; what has no card in this lab is left out. */
export function placesOf(
  layout: readonly PlacedCard[],
  definition: SimulationDefinition,
): CardPlaces {
  const places = layout.flatMap(({ card, of, left, top }) => {
    const id = cardIdOf(card, of, definition);
    return id === null ? [] : [[id, { part: left, y: top }] as const];
  });
  return Object.fromEntries(places);
}

function cardIdOf(card: CardKind, of: string, definition: SimulationDefinition): string | null {
  if (of.startsWith('#')) return `${PREFIXES[card]}:${of.slice(1)}`;
  const number = cardsOfKind(card, definition).findIndex(({ id }) => id === of);
  if (number >= 0) return `${PREFIXES[card]}:${number}`;
  const idle = definition.functions.findIndex(({ id }) => id === of);
  return card === 'Function' && idle >= 0 ? `${IDLE}:${idle}` : null;
}

/** The layout for the stage's places, the latest moved last. */
export function layoutOf(places: CardPlaces, definition: SimulationDefinition): PlacedCard[] {
  return Object.entries(places).flatMap(([id, { part, y }]) => {
    const named = nameOf(id, definition);
    if (named === null) return [];
    const left = Math.round(Math.min(1, Math.max(0, part)) * FINE) / FINE;
    return [{ ...named, left, top: Math.max(0, Math.round(y)) }];
  });
}

/** A card's kind and logical id; null for what is no card's id. */
function nameOf(
  id: string,
  definition: SimulationDefinition,
): Pick<PlacedCard, 'card' | 'of'> | null {
  const [prefix, number] = id.split(':');
  if (prefix === IDLE) {
    const fn = definition.functions[Number(number)];
    return fn === undefined ? null : { card: 'Function', of: fn.id };
  }
  const card = (Object.keys(PREFIXES) as CardKind[]).find((kind) => PREFIXES[kind] === prefix);
  if (card === undefined) return null;
  return { card, of: cardsOfKind(card, definition)[Number(number)]?.id ?? `#${number}` };
}
