/**
 * Cards stay where people put them. A moved card is taken out of the automatic layout and set at its
 * place; whatever it would cover moves down, so that nothing overlaps.
 */
import type { CardBox } from './cardBox.ts';
import { CARD } from './measures.ts';
import { bottom, overlap, type Rect } from './rect.ts';
import { margin, type StageLayout } from './stageLayout.ts';

/** Where a card was put: its left edge as a part of the stage's width, its top in pixels. */
export interface CardPlace {
  part: number;
  y: number;
}

/** By card id, the latest moved last: it is the one that does not give way. */
export type CardPlaces = Readonly<Record<string, CardPlace>>;

/** The same layout with cards where they were put. The vertical story of a phone has one order only. */
export function withPlaces(layout: StageLayout, places: CardPlaces): StageLayout {
  const moved = Object.keys(places).filter((id) => layout.boxes.has(id));
  if (moved.length === 0 || layout.mode === 'tall' || layout.detail === 'far') return layout;
  const edge = margin(layout.mode);
  const placed = new Map<string, CardBox>();
  for (const id of moved.toReversed()) {
    const box = layout.boxes.get(id)!;
    const most = Math.max(edge, layout.width - edge - box.rect.width);
    const x = Math.min(most, Math.max(edge, Math.round(places[id]!.part * layout.width)));
    placed.set(id, below(boxAt(box, x, Math.max(edge, places[id]!.y)), placed));
  }
  const others = [...layout.boxes.values()].filter(({ id }) => !placed.has(id));
  for (const box of others.sort((a, b) => a.rect.y - b.rect.y)) {
    placed.set(box.id, below(box, placed));
  }
  // In the layout's own order: it is the order in which they are read.
  const boxes = new Map([...layout.boxes.keys()].map((id) => [id, placed.get(id)!]));
  const end = Math.max(...[...boxes.values()].map(({ rect }) => bottom(rect)));
  return { ...layout, boxes, height: Math.max(layout.height, end + edge) };
}

/** The box as high as it can be without covering another. */
function below(box: CardBox, placed: ReadonlyMap<string, CardBox>): CardBox {
  let found = box;
  for (let free = false; !free; ) {
    const other = [...placed.values()].find(({ rect }) => overlap(rect, found.rect));
    free = other === undefined;
    if (other !== undefined) found = boxAt(found, found.rect.x, bottom(other.rect) + CARD.gap);
  }
  return found;
}

function boxAt(box: CardBox, x: number, y: number): CardBox {
  const { rect } = box;
  const shifted = (r: Rect): Rect => ({ ...r, x: r.x + x - rect.x, y: r.y + y - rect.y });
  return {
    ...box,
    rect: shifted(rect),
    lanes: box.lanes.map((lane) => ({ ...lane, rect: shifted(lane.rect) })),
  };
}
