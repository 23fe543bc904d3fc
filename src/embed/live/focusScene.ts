/** A part of a scene: what is called so, and what it is joined to. */
import type { Scene } from '../../projections/scene/scene.ts';

/** The scene whole where nothing in it has that logical id. */
export function focusScene(scene: Scene, logicalId: string | undefined): Scene {
  if (logicalId === undefined) return scene;
  const named = scene.cards.filter(
    (card) => card.logicalId === logicalId && card.type !== 'writers',
  );
  if (named.length === 0) return scene;
  const shown = new Set(named.map(({ id }) => id));
  const own = [...shown];
  for (const { from, to } of scene.links) {
    if (own.includes(from)) shown.add(to);
    if (own.includes(to)) shown.add(from);
  }
  return {
    ...scene,
    cards: scene.cards.filter(({ id }) => shown.has(id)),
    links: scene.links.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
}
