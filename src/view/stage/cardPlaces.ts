/** Where people have put cards, by lab, kept in this browser. */
import type { PointerEvent } from 'react';
import { create } from 'zustand';
import type { CardPlaces } from '../../projections/geometry/movedCards.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { remember, remembered } from '../remembered.ts';

interface Places {
  labId: string;
  places: CardPlaces;
}

export const usePlaces = create<Places>(() => ({ labId: '', places: {} }));

const keyOf = (labId: string): string => `places.${labId}`;

/** The places of another lab. */
export function showPlacesOf(labId: string): void {
  if (usePlaces.getState().labId !== labId) {
    usePlaces.setState({ labId, places: readPlaces(remembered(keyOf(labId))) });
  }
}

/** What is kept may be of another version, or changed by hand: what is no place is left out. */
export function readPlaces(text: string | null): CardPlaces {
  let found: unknown = null;
  try {
    found = JSON.parse(text ?? 'null');
  } catch {
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const places = Object.entries(found).filter(
    ([, place]) => Number.isFinite(place?.part) && Number.isFinite(place?.y),
  );
  return Object.fromEntries(places.map(([id, { part, y }]) => [id, { part, y }]));
}

/** Moves a card by so many pixels of the layout from where it stands. */
export function moveCard(layout: StageLayout, id: string, dx: number, dy: number): void {
  const rect = layout.boxes.get(id)?.rect;
  if (rect === undefined) return;
  putCard(layout, id, rect.x + dx, rect.y + dy);
}

function putCard(layout: StageLayout, id: string, x: number, y: number): void {
  const { labId, places } = usePlaces.getState();
  const { [id]: _, ...others } = places;
  const now = { ...others, [id]: { part: x / layout.width, y: Math.max(0, Math.round(y)) } };
  usePlaces.setState({ places: now });
  remember(keyOf(labId), JSON.stringify(now));
}

/** Everything back to its automatic place. */
export function tidyCards(): void {
  const { labId } = usePlaces.getState();
  usePlaces.setState({ places: {} });
  remember(keyOf(labId), '{}');
}

/** A card is pulled by its head, with a mouse or a pen: a finger scrolls. */
export function pullCard(event: PointerEvent<HTMLElement>, layout: StageLayout, id: string): void {
  const rect = layout.boxes.get(id)?.rect;
  const isControl = (event.target as Element).closest('button, a, input') !== null;
  const isFixed = layout.mode === 'tall' || layout.detail === 'far';
  if (rect === undefined || isControl || isFixed) return;
  if (event.pointerType === 'touch' || event.button !== 0) return;
  event.preventDefault();
  const scale = event.currentTarget.getBoundingClientRect().width / event.currentTarget.offsetWidth;
  const start = { x: event.clientX, y: event.clientY };
  const onMove = (move: globalThis.PointerEvent): void => {
    const dx = (move.clientX - start.x) / scale;
    const dy = (move.clientY - start.y) / scale;
    if (Math.abs(dx) + Math.abs(dy) > 3) putCard(layout, id, rect.x + dx, rect.y + dy);
  };
  const onEnd = (): void => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onEnd);
    removeEventListener('pointercancel', onEnd);
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onEnd);
  addEventListener('pointercancel', onEnd);
}
