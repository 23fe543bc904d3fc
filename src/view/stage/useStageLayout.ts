import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { tableNotes } from '../../projections/geometry/cardBox.ts';
import { type CardPlaces, withPlaces } from '../../projections/geometry/movedCards.ts';
import { layoutStage, type StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Card, Scene } from '../../projections/scene/scene.ts';
import { beginPending } from '../frameLoop.ts';
import { FAR, FAR_BELOW, fitting, useStageView, zoomTo } from './stageView.ts';

export interface SeenStage {
  layout: StageLayout;
  /** Pixels of the page for each pixel of the layout. */
  scale: number;
  /** The stage is so long that a map stands beside it. */
  hasMap: boolean;
}

/** Of the map's strip at the right, pixels. */
export const MAP_WIDTH = 72;
/** From this many windows on, what is to be scrolled over has a map; from afar, where it is to be seen whole, sooner. */
const MAP_FROM = 2.5;
const MAP_FROM_AFAR = 1.05;
const MAP_ROOM = 700;

const NOTHING: SeenStage = {
  layout: { mode: 'wide', detail: 'near', width: 0, height: 0, boxes: new Map() },
  scale: 1,
  hasMap: false,
};

/**
 * The layout for the room that an element has; the same object until the room, the cards or their
 * lanes change, so that nothing is placed anew because a number on a card did.
 */
export function useStageLayout(
  element: RefObject<HTMLElement | null>,
  scene: Scene,
  zoom: number,
  places: CardPlaces,
): SeenStage {
  const room = useRoom(element);
  const shape = scene.cards.map(shapeOf).join(';');
  const seen = useMemo(
    () => (room.width === 0 ? NOTHING : withMap(scene, room, zoom)),
    [shape, room, zoom],
  );
  const layout = useMemo(() => withPlaces(seen.layout, places), [seen, places]);
  // What is seen whole needs no scrollbar: whether there is one now must not decide.
  useFitting(scene, shape, room.widthOfAll, room.height);
  return { ...seen, layout };
}

interface Room {
  width: number;
  height: number;
  widthOfAll: number;
}

const NO_ROOM: Room = { width: 0, height: 0, widthOfAll: 0 };

/**
 * The room that an element has. With the first of it all cards are rendered, and in slices, as they are with a
 * scene; a window that changes is followed at once.
 */
function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState(NO_ROOM);
  const rendered = useRef(() => {});
  useLayoutEffect(() => {
    const target = element.current;
    const around = target?.parentElement ?? null;
    if (target === null || around === null) return;
    // The map stands in the same room: it is measured with it, so that the map cannot undo itself.
    const measured = (): Room => {
      const scrollbar = target.offsetWidth - target.clientWidth;
      const widthOfAll = around.clientWidth;
      return { width: widthOfAll - scrollbar, height: target.clientHeight, widthOfAll };
    };
    let known = measured();
    rendered.current = beginPending();
    startTransition(() => setRoom(known));
    const observer = new ResizeObserver(() => {
      const now = measured();
      if (isSameRoom(now, known)) return; // as at first, when it tells what is known
      known = now;
      setRoom(now);
    });
    observer.observe(around);
    return () => {
      observer.disconnect();
      rendered.current();
    };
  }, [element]);
  useEffect(() => {
    if (room !== NO_ROOM) rendered.current();
  }, [room]);
  return room;
}

/**
 * Lets others ask to see the whole stage. While it is to be kept whole it is fitted whenever that takes
 * another zoom than before, so that it stays as somebody zooms it.
 */
function useFitting(scene: Scene, shape: string, width: number, height: number): void {
  const isKeptWhole = useStageView((view) => view.nearBeforeWhole !== null);
  useEffect(() => {
    fitting.fit = () => zoomTo(fittingZoom(scene, { width, height }));
  });
  const whole = useMemo(
    () => (isKeptWhole && width > 0 ? wholeZoom(scene, { width, height }) : null),
    [isKeptWhole, shape, width, height],
  );
  useEffect(() => {
    if (whole !== null) zoomTo(whole);
  }, [whole]);
}

/** As {@link fittingZoom}, but never from afar; a stage in one column is scrolled. */
function wholeZoom(scene: Scene, room: { width: number; height: number }): number | null {
  const { mode } = laidOut(scene, room, 1).layout;
  return mode === 'wide' ? Math.max(FAR_BELOW, fittingZoom(scene, room)) : null;
}

/** The map takes its room from the stage, never from a card. */
function withMap(scene: Scene, room: { width: number; height: number }, zoom: number): SeenStage {
  const whole = laidOut(scene, room, zoom);
  const from = whole.layout.detail === 'far' ? MAP_FROM_AFAR : MAP_FROM;
  const isLong = whole.layout.height * whole.scale > room.height * from;
  if (!isLong || room.width < MAP_ROOM) return whole;
  const narrower = { width: room.width - MAP_WIDTH, height: room.height };
  return { ...laidOut(scene, narrower, zoom), hasMap: true };
}

const isSameRoom = (one: Room, other: Room): boolean =>
  one.width === other.width && one.height === other.height && one.widthOfAll === other.widthOfAll;

/** From farther away the stage has more room; nearer, it is the same stage enlarged. */
function laidOut(scene: Scene, room: { width: number; height: number }, zoom: number): SeenStage {
  if (zoom < FAR_BELOW) {
    return { layout: layoutStage(scene, room, 'far'), scale: 1, hasMap: false };
  }
  const part = Math.min(1, zoom);
  const wider = { width: Math.floor(room.width / part), height: Math.floor(room.height / part) };
  return { layout: layoutStage(scene, wider), scale: zoom, hasMap: false };
}

/** The nearest zoom, true size at most, at which all cards are seen; from afar where there is none. */
function fittingZoom(scene: Scene, room: { width: number; height: number }): number {
  for (const zoom of [1, 0.9, 0.8, 0.7]) {
    const { layout } = laidOut(scene, room, zoom);
    if (layout.height * zoom <= room.height + 1) return zoom;
  }
  return FAR;
}

/** All that the layout asks of a card. */
function shapeOf(card: Card): string {
  const lanes =
    card.type === 'table'
      ? [tableNotes(card), ...card.partitions.map((p) => p.partition)]
      : card.type === 'stream'
        ? card.shards.map((s) => `${s.shard}/${s.cursors.length + s.tokens.length}`)
        : card.type === 'function'
          ? card.slots.map((s) => s.consumer)
          : [];
  return `${card.type} ${card.id} ${lanes.join(',')}`;
}
