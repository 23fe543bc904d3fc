import type { Card } from '../../projections/scene/scene.ts';

/** The cards that a lesson names by kind and logical id, such as `function:OrderProcessor`. */
export const namedCards = (cards: readonly Card[], names: readonly string[]): Card[] =>
  cards.filter(({ type, logicalId }) => names.includes(`${type}:${logicalId}`));
