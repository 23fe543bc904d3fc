/**
 * A card's inside: how high it is, and where its lanes lie. A lane is what a record can be in: a
 * partition of a table, a shard of a stream, a slot of a function.
 */
import type {
  AlarmCard,
  Card,
  FunctionCard,
  ShardLane,
  StreamCard,
  TableCard,
  TargetCard,
} from '../scene/scene.ts';
import type { AxisSpan } from './ageAxis.ts';
import { ALARM, CARD, FUNCTION, LANE, STREAM, TABLE, TARGET } from './measures.ts';
import type { Rect } from './rect.ts';

export interface LaneBox {
  /** The number the lane carries: of its partition, shard or consumer. */
  lane: number;
  rect: Rect;
}

export interface CardBox {
  id: string;
  type: Card['type'];
  rect: Rect;
  lanes: readonly LaneBox[];
  /** A function's: there is room to say what each reader does, and for the gauge of its age. */
  isDetailed: boolean;
}

/** Rows under a shard's track: a flag for each reader, and for each iterator that a client holds. */
export const flagRows = ({ cursors, tokens }: ShardLane): number => cursors.length + tokens.length;

/** Least height of a shard's lane: name, track, one row for each reader's flag. */
export const shardLaneHeightMin = (shard: ShardLane): number =>
  STREAM.labelHeight +
  STREAM.trackHeight +
  Math.max(1, flagRows(shard)) * STREAM.flagHeight +
  STREAM.paddingBottom;

/** Least height of the lanes of a table or a stream, which are all of one height. */
export const laneHeightMin = (card: TableCard | StreamCard): number =>
  card.type === 'table'
    ? TABLE.laneHeightMin
    : Math.max(TABLE.laneHeightMin, ...card.shards.map(shardLaneHeightMin));

export const laneCount = (card: TableCard | StreamCard): number =>
  card.type === 'table' ? card.partitions.length : card.shards.length;

/** Lines at the foot of a table's card: of what is older than its stream, and of what has expired. */
export const tableNotes = ({ beforeStream, expired }: TableCard): number =>
  Number(beforeStream > 0) + Number(expired > 0);

export const notesHeight = (card: TableCard | StreamCard): number =>
  card.type === 'table' ? tableNotes(card) * TABLE.noteHeight : 0;

/** Height of a table's or a stream's card whose lanes are `laneHeight` high. */
export const lanedCardHeight = (lanes: number, laneHeight: number): number =>
  CARD.headerHeight +
  LANE.captionHeight +
  Math.max(1, lanes) * (laneHeight + LANE.gap) -
  LANE.gap +
  CARD.padding;

const slotRows = (card: FunctionCard): number =>
  card.slots.length > FUNCTION.slotsInOneColumn
    ? Math.ceil(card.slots.length / 2)
    : card.slots.length;

/** The lane of a function's card into which records fall that are given up: its foot. */
export const GIVEN_UP_LANE = -1;

const slotPitch = (isDetailed: boolean): number =>
  FUNCTION.slotHeight + FUNCTION.slotGap + (isDetailed ? FUNCTION.slotDetailHeight : 0);

const slotsTop = ({ pipe }: Pick<FunctionCard, 'pipe'>): number =>
  CARD.headerHeight + 4 + (pipe ? FUNCTION.stagesHeight : 0);

/** Least height of a card that has no lanes of its own, or slots. */
export function cardHeight(
  card: FunctionCard | AlarmCard | Pick<TargetCard, 'type' | 'rules'>,
  isDetailed: boolean,
): number {
  if (card.type === 'alarm') return ALARM.height;
  if (card.type === 'target') {
    return TARGET.height + Math.min(card.rules?.length ?? 0, TARGET.mostRules) * TARGET.ruleHeight;
  }
  return (
    slotsTop(card) -
    4 +
    slotRows(card) * slotPitch(isDetailed) +
    (isDetailed ? FUNCTION.gaugeHeight : 0) +
    FUNCTION.statusHeight +
    FUNCTION.faultsHeight +
    CARD.padding
  );
}

/** Lanes of a table or a stream placed in its rectangle. */
export function placeLanes(
  card: TableCard | StreamCard,
  rect: Rect,
  laneHeight: number,
): LaneBox[] {
  const numbers =
    card.type === 'table'
      ? card.partitions.map((p) => p.partition)
      : card.shards.map((s) => s.shard);
  return numbers.map((lane, i) => ({
    lane,
    rect: {
      x: rect.x + CARD.padding,
      y: rect.y + CARD.headerHeight + LANE.captionHeight + i * (laneHeight + LANE.gap),
      width: rect.width - 2 * CARD.padding,
      height: laneHeight,
    },
  }));
}

/** Where the foot of a function's card ends, below the card's upper edge: right under its slots. */
export const footEnd = (card: FunctionCard, height: number, isDetailed: boolean): number =>
  Math.min(height, cardHeight(card, isDetailed)) - CARD.padding;

/** Slots of a function placed in its card, in one column or two. */
export function placeSlots(card: FunctionCard, rect: Rect, isDetailed: boolean): LaneBox[] {
  const rows = slotRows(card);
  const columns = card.slots.length > rows ? 2 : 1;
  const width = (rect.width - 2 * CARD.padding - (columns - 1) * 8) / columns;
  const slots = card.slots.map((slot, i) => ({
    lane: slot.consumer,
    rect: {
      x: rect.x + CARD.padding + Math.floor(i / rows) * (width + 8),
      y: rect.y + slotsTop(card) + (i % rows) * slotPitch(isDetailed),
      width,
      height: FUNCTION.slotHeight,
    },
  }));
  const foot = {
    x: rect.x + CARD.padding,
    y: rect.y + footEnd(card, rect.height, isDetailed) - FUNCTION.faultsHeight - 18,
    width: rect.width - 2 * CARD.padding,
    height: 18,
  };
  return [...slots, { lane: GIVEN_UP_LANE, rect: foot }];
}

/** The parts of a shard's lane. */
export interface ShardLaneParts {
  axis: AxisSpan;
  /** The line the marks lie on. */
  trackY: number;
  /** Top of the first reader's flag. */
  flagsY: number;
  /** Where records fall off. */
  edge: Rect;
}

export function shardLaneParts(rect: Rect, flags: number): ShardLaneParts {
  const flagsHeight = Math.max(1, flags) * STREAM.flagHeight + STREAM.paddingBottom;
  const spare = rect.height - STREAM.labelHeight - STREAM.trackHeight - flagsHeight;
  const trackY = rect.y + STREAM.labelHeight + STREAM.trackHeight / 2 + spare * 0.4;
  return {
    axis: {
      fromX: rect.x + STREAM.inset,
      toX: rect.x + rect.width - STREAM.edgeWidth,
    },
    trackY,
    flagsY: trackY + STREAM.trackHeight / 2 + Math.min(0, spare) * 0.3,
    edge: {
      x: rect.x + rect.width - STREAM.edgeWidth,
      y: rect.y,
      width: STREAM.edgeWidth,
      height: rect.height,
    },
  };
}

/** Between the middle of a flag's tip and its words. */
export const FLAG_WORDS_GAP = 9;

/** Of a flag's words, on average, in pixels. */
export const FLAG_LETTER_WIDTH = 6.7;
/** Between a flag's words and the side of the lane. */
const LANE_SIDE = 4;

/** What a flag says, on which side of its tip, and how much room there is. */
export interface FlagWords {
  text: string;
  side: 'right' | 'left';
  room: number;
}

/**
 * Words for a reader's flag whose tip points at `x`: the longest text that fits, to the right if it
 * does there, else to the left. Where not even the shortest fits, it is to be cut on the roomier side.
 * @param texts the same thing said ever shorter.
 */
export function flagWords(x: number, texts: readonly string[], laneWidth: number): FlagWords {
  const right = laneWidth - LANE_SIDE - x - FLAG_WORDS_GAP;
  const left = x - FLAG_WORDS_GAP - LANE_SIDE;
  for (const text of texts) {
    const width = text.length * FLAG_LETTER_WIDTH;
    if (width <= right) return { text, side: 'right', room: right };
    if (width <= left) return { text, side: 'left', room: left };
  }
  const text = texts.at(-1) ?? '';
  return left > right ? { text, side: 'left', room: left } : { text, side: 'right', room: right };
}

/** Where the items of a partition begin, below its lane's upper edge. */
export function itemsTop({ height }: Pick<Rect, 'height'>): number {
  const { itemsTop, itemsTopLow, laneHeightMin } = TABLE;
  const winsRow = itemRows(height - itemsTopLow) > itemRows(height - itemsTop);
  return height < laneHeightMin && winsRow ? itemsTopLow : itemsTop;
}

/** The last row needs no gap below it, but a little of the lane. */
const itemRows = (height: number): number =>
  Math.max(1, Math.floor((height + 3) / TABLE.squarePitch));

/** How many items a partition's lane has room for, when not all are shown: `+12` takes two places. */
export function itemsThatFit(lane: Rect, count: number): number {
  const across = Math.floor((lane.width - 2 * TABLE.padding + 5) / TABLE.squarePitch);
  const down = itemRows(lane.height - itemsTop(lane));
  const room = across * down;
  return count <= room ? count : Math.max(1, room - 3);
}

/** The tray in a function's slot: what is left of it beside the shard's name. */
export const slotTray = (rect: Rect): Rect => ({
  x: rect.x + FUNCTION.slotLabelWidth,
  y: rect.y,
  width: rect.width - FUNCTION.slotLabelWidth,
  height: rect.height,
});

/** What a slot says, below it: under its tray, and where slots stand in two columns as wide as the slot. */
export function slotWords({ slots }: FunctionCard, rect: Rect): Rect {
  const hasTwoColumns = slots.length > FUNCTION.slotsInOneColumn;
  const { x, width } = hasTwoColumns ? rect : slotTray(rect);
  const y = rect.y + FUNCTION.slotHeight - 1;
  return { x, y, width, height: FUNCTION.slotDetailHeight };
}
