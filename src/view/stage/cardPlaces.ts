/** Moving cards: places belong to the lab, and are kept, exported and linked with it. */
import type { PointerEvent } from 'react';
import { useMemo } from 'react';
import type { PlacedCard } from '../../lab/layout.ts';
import type { CardPlaces } from '../../projections/geometry/movedCards.ts';
import { layoutOf, placesOf } from '../../projections/geometry/placedCards.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { forget, remembered } from '../remembered.ts';
import { noteMove } from './moveHistory.ts';

const NONE: CardPlaces = {};

/** Where cards have been put; the same object until one of them is moved. */
export function usePlaces(): CardPlaces {
  const layout = useLab((lab) => lab.layout);
  const definition = useLab((lab) => lab.definition);
  return useMemo(
    () => (layout === null || definition === null ? NONE : placesOf(layout, definition)),
    [layout, definition],
  );
}

function presentPlaces(): CardPlaces {
  const { layout, definition } = useLab.getState();
  return layout === null || definition === null ? NONE : placesOf(layout, definition);
}

function arrange(places: CardPlaces, settled: boolean): void {
  const { definition } = useLab.getState();
  if (definition !== null) labActions.arrange(layoutOf(places, definition), settled);
}

/** Once, places were kept beside the labs: the lab that is open takes those that were its own. */
export function adoptOldPlaces(labId: string): void {
  const key = `places.${labId}`;
  const old = remembered(key);
  if (old === null || labId === '') return;
  const places = readPlaces(old);
  if (useLab.getState().layout === null && Object.keys(places).length > 0) arrange(places, true);
  forget(key);
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
  noteMove(present(), id, 'step');
  putCard(layout, id, rect.x + dx, rect.y + dy);
}

const present = (): readonly PlacedCard[] => useLab.getState().layout ?? [];

function putCard(layout: StageLayout, id: string, x: number, y: number, settled = true): void {
  const { [id]: _, ...others } = presentPlaces();
  const place = { part: x / layout.width, y: Math.max(0, Math.round(y)) };
  arrange({ ...others, [id]: place }, settled);
}

/** Everything back to its automatic place. */
export function tidyCards(): void {
  noteMove(present(), null);
  arrange({}, true);
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
  let hasMoved = false;
  const onMove = (move: globalThis.PointerEvent): void => {
    const dx = (move.clientX - start.x) / scale;
    const dy = (move.clientY - start.y) / scale;
    if (!hasMoved && Math.abs(dx) + Math.abs(dy) <= 3) return;
    if (!hasMoved) noteMove(present(), id);
    hasMoved = true;
    putCard(layout, id, rect.x + dx, rect.y + dy, false);
  };
  const onEnd = (): void => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onEnd);
    removeEventListener('pointercancel', onEnd);
    if (hasMoved) labActions.arrange(present());
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onEnd);
  addEventListener('pointercancel', onEnd);
}
