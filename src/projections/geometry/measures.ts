/**
 * The stage's measures in pixels: one source for the layout, the cards' styles, the canvas and the
 * hit test, so that the four cannot drift apart.
 */

export const CARD = {
  padding: 12,
  /** Padding, small capitals, title. */
  headerHeight: 52,
  /** Between two cards of a column. */
  gap: 14,
} as const;

/** Lanes of tables and streams stand at the same height, so that a record crosses on a straight line. */
export const LANE = {
  gap: 6,
  heightMax: 148,
  /** Between the header and the first lane: the age axis, or what the bars mean. */
  captionHeight: 20,
  /** What each lane gives up of its height where the room is low. */
  air: 10,
} as const;

export const TABLE = {
  laneHeightMin: 70,
  /** In the tall story a lane is so wide that one row of items will do. */
  laneHeightTall: 58,
  /** The partition's name and its bar, above its items; and in a lane that is lower than others. */
  itemsTop: 34,
  itemsTopLow: 29,
  /** Each line at the card's foot. */
  noteHeight: 22,
  /** From one item to the next, across and down. */
  squarePitch: 17,
  padding: 8,
} as const;

export const STREAM = {
  /** The shard's name, at the top of its lane. */
  labelHeight: 20,
  /** Room for marks on the track. */
  trackHeight: 28,
  /** One row for each reader's flag. */
  flagHeight: 16,
  paddingBottom: 6,
  /** Between the lane's left edge and age 0. */
  inset: 16,
  /** The hatched edge where records fall off. */
  edgeWidth: 28,
} as const;

export const FUNCTION = {
  slotHeight: 24,
  /** Under its tray, where there is room: what the reader does. */
  slotDetailHeight: 15,
  slotGap: 3,
  /** More slots than this stand in two columns. */
  slotsInOneColumn: 5,
  /** The slot's shard number, at the left of its tray. */
  slotLabelWidth: 36,
  /** Iterator age on its axis, with the edge where records fall off. */
  gaugeHeight: 32,
  /** A pipe's way: source, filter, enrichment, target. */
  stagesHeight: 22,
  statusHeight: 24,
  faultsHeight: 34,
  markPitch: 13,
} as const;

export const TARGET = {
  height: 122,
  heightMax: 240,
  ruleHeight: 18,
  mostRules: 4,
  /** What it gives up of its height where the room is low: what surrounds a mark still stands in it. */
  air: 9,
} as const;

export const ALARM = { height: 116 } as const;

export const WRITERS = { height: 252, stripHeight: 60, phoneHeight: 168 } as const;

export const POLLER = {
  height: 132,
  mediumHeight: 132,
  phoneHeight: 330,
  /** Down to the last measure of the comparison. */
  comparison: 90,
} as const;

export const MARK = { size: 11, flightSize: 13, hitRadius: 10 } as const;

/** A card seen from afar: its kind, its name, its count. What moves goes between: beside it, and over it. */
export const TILE = { widthMin: 126, height: 60, beside: 16, over: 14 } as const;

/** Widths from which the cards stand in five columns, and in four under the writers. */
export const WIDE_FROM = 960;
export const MEDIUM_FROM = 820;
/** Below this width the writers' buttons stand two by two, and the poller's parts in one column. */
export const PHONE_BELOW = 600;
