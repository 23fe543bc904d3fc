/**
 * Where every card and lane lies, for a list of cards and the room there is. Wide: writers, table,
 * streams, functions, targets from left to right and the pollers below, across. Medium: the same
 * under the writers. Tall: one vertical story. Nothing overlaps and nothing lies outside the bounds
 * that are returned; what does not fit is scrolled to.
 */
import type { Card, Scene } from '../scene/scene.ts';
import {
  type CardBox,
  cardHeight,
  laneCount,
  lanedCardHeight,
  laneHeightMin,
  notesHeight,
  placeLanes,
  placeSlots,
} from './cardBox.ts';
import { type ColumnType, columnGap, columnOf, columnOrder, columnWidths } from './columns.ts';
import {
  CARD,
  LANE,
  MEDIUM_FROM,
  PHONE_BELOW,
  POLLER,
  TABLE,
  TARGET,
  WIDE_FROM,
  WRITERS,
} from './measures.ts';
import { overviewBoxes } from './overviewLayout.ts';
import type { Rect } from './rect.ts';

export type LayoutMode = 'wide' | 'medium' | 'tall';

/** `far`: every card a tile with its name and its count, none of its lanes. */
export type Detail = 'near' | 'far';

export interface StageLayout {
  mode: LayoutMode;
  detail: Detail;
  /** The extent of everything: at least the room given. */
  width: number;
  height: number;
  boxes: ReadonlyMap<string, CardBox>;
}

export const layoutMode = (width: number): LayoutMode =>
  width >= WIDE_FROM ? 'wide' : width >= MEDIUM_FROM ? 'medium' : 'tall';

/** @param room the size of the stage's window, in pixels. */
export function layoutStage(
  scene: Pick<Scene, 'cards'>,
  room: { width: number; height: number },
  detail: Detail = 'near',
): StageLayout {
  const mode = layoutMode(room.width);
  const boxes = boxesOf(scene.cards, room, mode, detail);
  let bottomY = 0;
  for (const box of boxes) bottomY = Math.max(bottomY, box.rect.y + box.rect.height);
  return {
    mode,
    detail,
    width: room.width,
    height: Math.max(room.height, bottomY + margin(mode)),
    boxes: new Map(boxes.map((b) => [b.id, b])),
  };
}

function boxesOf(
  cards: readonly Card[],
  room: { width: number; height: number },
  mode: LayoutMode,
  detail: Detail,
): CardBox[] {
  if (detail === 'far') return overviewBoxes(cards, room, margin(mode));
  return mode === 'tall' ? tallStory(cards, room.width) : columnsOfCards(cards, room, mode);
}

/** Above the first cards: their caption stands right over them, and what lies below is seen sooner. */
const TOP = 10;

/** Space around the whole. In the tall story records travel along the left margin. */
export const margin = (mode: LayoutMode): number => (mode === 'wide' ? 20 : 16);

function columnsOfCards(
  cards: readonly Card[],
  room: { width: number; height: number },
  mode: 'wide' | 'medium',
): CardBox[] {
  const edge = margin(mode);
  const pollers = cards.filter((c) => c.type === 'poller');
  const strip = mode === 'medium' ? cards.filter((c) => c.type === 'writers') : [];
  const stripBoxes = stack(strip, edge, TOP, room.width - 2 * edge, WRITERS.stripHeight);
  const topY = TOP + stripBoxes.length * (WRITERS.stripHeight + CARD.gap);

  const columns = columnOrder.filter(
    (type) => !(mode === 'medium' && type === 'writers') && cards.some((c) => columnOf(c) === type),
  );
  const pollerHeight = mode === 'wide' ? POLLER.height : POLLER.mediumHeight;
  const roomHeight = room.height - topY - edge - pollers.length * (pollerHeight + CARD.gap);
  const below = pollers.length > 0 ? edge + pollerHeight - POLLER.comparison : 0;
  const heights = columnHeights(cards, roomHeight, below);
  const gap = columnGap(room.width);
  const widths = columnWidths(columns, room.width - 2 * edge, gap);

  const boxes: CardBox[] = [...stripBoxes];
  let x = edge;
  for (const [i, type] of columns.entries()) {
    boxes.push(
      ...fillColumn(
        cards,
        type,
        { x, y: topY, width: widths[i]!, height: heights.column },
        heights,
      ),
    );
    x += widths[i]! + gap;
  }
  const pollersY = topY + (columns.length > 0 ? heights.column + CARD.gap : 0);
  boxes.push(...stack(pollers, edge, pollersY, room.width - 2 * edge, pollerHeight));
  return boxes;
}

/** How the cards of all columns are held. */
interface CardFit {
  /** Of every lane of tables and streams. */
  lane: number;
  /** There is room for the details of functions. */
  isDetailed: boolean;
  /** Lanes and targets give up some of their height. */
  isLow: boolean;
}

interface ColumnHeights extends CardFit {
  /** Of the highest column, which all others may grow to. */
  column: number;
}

/**
 * As high as the highest column must be; higher where there is room, until lanes are at their most.
 * Where the room is too low for that, lanes and targets are without air.
 * @param below what may lie below the window's edge.
 */
function columnHeights(cards: readonly Card[], roomHeight: number, below: number): ColumnHeights {
  const easy = heightsWith(cards, roomHeight, false);
  return easy.column <= roomHeight + below ? easy : heightsWith(cards, roomHeight, true);
}

function heightsWith(cards: readonly Card[], roomHeight: number, isLow: boolean): ColumnHeights {
  const laned = cards.filter((c) => c.type === 'table' || c.type === 'stream');
  const laneMin = Math.max(0, ...laned.map((card) => laneHeightMin(card) - (isLow ? LANE.air : 0)));
  const functions = cards.filter((c) => c.type === 'function');
  const least: CardFit = { lane: laneMin, isDetailed: false, isLow };
  const heightOf = (type: ColumnType): number =>
    stackHeight(
      cards.filter((c) => columnOf(c) === type),
      least,
    );
  const plain = Math.max(0, ...columnOrder.map(heightOf));
  const detailed = stackHeight(functions, { ...least, isDetailed: true });
  const isDetailed = detailed <= Math.max(plain, roomHeight);
  const others = isDetailed ? Math.max(plain, detailed) : plain;
  const column = Math.max(others, roomHeight);
  const stacks = (['stream', 'table'] as const).map((type) => laned.filter((c) => c.type === type));
  let lane: number = LANE.heightMax;
  for (const stacked of stacks.filter((cards) => cards.length > 0)) {
    const lanes = stacked.reduce((n, card) => n + Math.max(1, laneCount(card)), 0);
    lane = Math.min(lane, laneMin + (column - stackHeight(stacked, least)) / lanes);
  }
  lane = Math.max(laneMin, Math.floor(lane));
  const fit: CardFit = { lane, isDetailed, isLow };
  const lanedHeight = Math.max(...stacks.map((stacked) => stackHeight(stacked, fit)));
  return { ...fit, column: Math.max(others, Math.min(column, lanedHeight)) };
}

function stackHeight(cards: readonly Card[], fit: CardFit): number {
  const heights = cards.map((c) => naturalHeight(c, fit));
  return heights.reduce((a, b) => a + b, 0) + Math.max(0, cards.length - 1) * CARD.gap;
}

function naturalHeight(card: Card, fit: CardFit): number {
  switch (card.type) {
    case 'table':
    case 'stream':
      return lanedCardHeight(laneCount(card), fit.lane) + notesHeight(card);
    case 'writers':
      return WRITERS.height;
    case 'poller':
      return POLLER.height;
    case 'target':
      return cardHeight(card, fit.isDetailed) - (fit.isLow ? TARGET.air : 0);
    default:
      return cardHeight(card, fit.isDetailed);
  }
}

/** How much higher than it must be a card may become to fill its column. */
const STRETCH: Record<ColumnType, number> = {
  writers: 0,
  table: 40,
  stream: 40,
  function: 40,
  target: TARGET.heightMax - TARGET.height,
};

/** The cards of one column, from its top; they share what height is left, each up to its measure. */
function fillColumn(
  cards: readonly Card[],
  type: ColumnType,
  room: Rect,
  heights: ColumnHeights,
): CardBox[] {
  const own = cards.filter((c) => columnOf(c) === type);
  const spare = Math.max(0, room.height - stackHeight(own, heights));
  const growing = own.filter((c) => c.type !== 'alarm').length;
  const most = Math.min(Math.floor(spare / Math.max(1, growing)), STRETCH[type]);
  let y = room.y;
  return own.map((card) => {
    const natural = naturalHeight(card, heights);
    const height = natural + (card.type === 'alarm' ? 0 : most);
    const rect = { x: room.x, y, width: room.width, height };
    y += height + CARD.gap;
    return boxOf(card, rect, heights.lane, heights.isDetailed);
  });
}

function boxOf(card: Card, rect: Rect, laneHeight: number, isDetailed: boolean): CardBox {
  const lanes =
    card.type === 'table' || card.type === 'stream'
      ? placeLanes(card, rect, laneHeight)
      : card.type === 'function'
        ? placeSlots(card, rect, isDetailed)
        : [];
  return { id: card.id, type: card.type, rect, lanes, isDetailed };
}

/** Cards without lanes, one under the other, all of one height. */
function stack(
  cards: readonly Card[],
  x: number,
  y: number,
  width: number,
  height: number,
): CardBox[] {
  return cards.map((card, i) =>
    boxOf(card, { x, y: y + i * (height + CARD.gap), width, height }, 0, false),
  );
}

/** One column in the order of the story. Records travel along its left margin. */
function tallStory(cards: readonly Card[], width: number): CardBox[] {
  const edge = margin('tall');
  const order: readonly (ColumnType | 'poller')[] = [...columnOrder, 'poller'];
  const inOrder = order.flatMap((type) => cards.filter((c) => columnOf(c) === type));
  let y = 8;
  return inOrder.map((card) => {
    const laneHeight = tallLaneHeight(card);
    const height = tallHeight(card, laneHeight, width < PHONE_BELOW);
    const box = boxOf(card, { x: edge, y, width: width - 2 * edge, height }, laneHeight, true);
    y += height + CARD.gap;
    return box;
  });
}

function tallLaneHeight(card: Card): number {
  if (card.type === 'table') return TABLE.laneHeightTall;
  return card.type === 'stream' ? laneHeightMin(card) : 0;
}

function tallHeight(card: Card, laneHeight: number, phone: boolean): number {
  if (card.type === 'writers') return phone ? WRITERS.phoneHeight : WRITERS.stripHeight;
  if (card.type === 'poller') return phone ? POLLER.phoneHeight : POLLER.mediumHeight;
  return naturalHeight(card, { lane: laneHeight, isDetailed: true, isLow: false });
}
