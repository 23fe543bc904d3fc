/** What one looks at alone: an item, a shard or a consumer with all that it is connected to. */
import type {
  Anchor,
  Card,
  Flight,
  FunctionCard,
  Link,
  Mark,
  Scene,
  Selection,
  StreamCard,
} from './scene.ts';

export interface Focus {
  /** Only records of this item; -1: of all. */
  item: number;
  /** Only these cards; null: all. */
  cards: ReadonlySet<string> | null;
  /** Only these lanes of cards that have lanes, as {@link laneKey}; null: all. */
  lanes: ReadonlySet<string> | null;
}

export const laneKey = (card: string, lane: number): string => `${card} ${lane}`;

/** Whether a record that stands or moves at a card, and there in a lane, is looked at. */
export function isInFocus(
  focus: Focus,
  mark: Pick<Mark, 'item'>,
  card: string,
  lane?: number,
): boolean {
  if (focus.item >= 0) return mark.item === focus.item;
  if (focus.cards !== null && !focus.cards.has(card)) return false;
  return lane === undefined || focus.lanes === null || focus.lanes.has(laneKey(card, lane));
}

/** Whether something that moves is looked at: one of its records, or both its ends. */
export function isFlightInFocus(
  focus: Focus,
  { from, to, marks }: Pick<Flight, 'from' | 'to' | 'marks'>,
): boolean {
  if (focus.item >= 0) return marks.some(({ item }) => item === focus.item);
  const isAt = (end: Anchor): boolean =>
    isInFocus(focus, { item: -1 }, end.card, 'lane' in end ? end.lane : undefined);
  return isAt(from) && isAt(to);
}

/** Whether a line between two ends is looked at: an item's records may take any of them. */
export const isLineInFocus = (focus: Focus, ends: Pick<Flight, 'from' | 'to'>): boolean =>
  focus.item >= 0 || isFlightInFocus(focus, { ...ends, marks: [] });

/**
 * @param item of the record that is selected, where it stands among others that are only counted; -1: not known.
 * @returns null where nothing is selected, or what is selected is not on the stage.
 */
export function focusOf(
  { cards, links }: Pick<Scene, 'cards' | 'links'>,
  selection: Selection | null,
  item = -1,
): Focus | null {
  if (selection === null) return null;
  switch (selection.kind) {
    case 'item':
      return onItem(selection.item);
    case 'record':
      return onItem(
        Math.max(
          item,
          itemOf(cards, (mark) => mark.change === selection.change),
        ),
      );
    case 'effect':
      return onItem(itemOfEffect(cards, selection.effect));
    case 'shard':
    case 'partition':
      return onLane(cards, links, selection);
    default: {
      const own = cards.filter((card) => isSelected(card, selection)).map((card) => card.id);
      return own.length === 0 ? null : { item: -1, cards: connected(links, own), lanes: null };
    }
  }
}

const onItem = (item: number): Focus | null =>
  item < 0 ? null : { item, cards: null, lanes: null };

function itemOf(cards: readonly Card[], is: (mark: Mark) => boolean): number {
  for (const card of cards) {
    const lanes = card.type === 'stream' ? card.shards : card.type === 'function' ? card.slots : [];
    for (const { marks } of lanes) {
      const mark = marks.find(is);
      if (mark !== undefined) return mark.item;
    }
    const latest = card.type === 'target' ? card.latest.find((l) => is(l.mark)) : undefined;
    if (latest !== undefined) return latest.mark.item;
  }
  return -1;
}

function itemOfEffect(cards: readonly Card[], effect: number): number {
  for (const card of cards) {
    const arrival =
      card.type === 'target' ? card.latest.find((l) => l.effect === effect) : undefined;
    if (arrival !== undefined) return arrival.mark.item;
  }
  return -1;
}

function isSelected(card: Card, selection: Selection): boolean {
  switch (card.type) {
    case 'table':
    case 'writers':
      return selection.kind === 'table' && card.id.endsWith(`:${selection.table}`);
    case 'stream':
      return selection.kind === 'stream' && card.stream === selection.stream;
    case 'function':
      return (
        (selection.kind === 'function' && card.function === selection.function) ||
        (selection.kind === 'mapping' && card.mapping === selection.mapping)
      );
    case 'target':
      return selection.kind === 'target' && card.target === selection.target;
    case 'alarm':
      return selection.kind === 'alarm' && card.id.endsWith(`:${selection.alarm}`);
    case 'poller':
      return selection.kind === 'poller' && card.poller === selection.poller;
  }
}

/** The cards themselves, all from which something comes to them, and all to which something goes. */
function connected(links: readonly Link[], own: readonly string[]): Set<string> {
  const upstream = reached(own, (id) => links.filter((l) => l.to === id).map((l) => l.from));
  const downstream = reached(own, (id) => links.filter((l) => l.from === id).map((l) => l.to));
  return new Set([...upstream, ...downstream]);
}

function reached(from: readonly string[], next: (id: string) => string[]): Set<string> {
  const known = new Set(from);
  for (const id of known) for (const other of next(id)) known.add(other);
  return known;
}

/** A shard with its partition and its readers, and the ways to it and from them. */
function onLane(
  cards: readonly Card[],
  links: readonly Link[],
  selection: { kind: 'shard'; shard: number } | { kind: 'partition'; partition: number },
): Focus | null {
  const lanes = new Set<string>();
  const readers = new Set<number>();
  const own: string[] = [];
  for (const card of cards) {
    if (card.type !== 'stream') continue;
    for (const shard of shardsOf(card, selection)) {
      own.push(card.id);
      lanes.add(laneKey(card.id, shard.shard));
      for (const { consumer } of shard.cursors) readers.add(consumer);
      for (const table of tablesInto(links, cards, card)) {
        lanes.add(laneKey(table, shard.partition));
        own.push(table);
      }
    }
  }
  const functions = cards.filter(
    (card): card is FunctionCard =>
      card.type === 'function' && card.slots.some(({ consumer }) => readers.has(consumer)),
  );
  for (const { id } of functions) for (const reader of readers) lanes.add(laneKey(id, reader));
  if (selection.kind === 'partition' && own.length === 0)
    return onPartition(cards, links, selection);
  if (own.length === 0) return null;
  const upstream = reached(own, (id) => links.filter((l) => l.to === id).map((l) => l.from));
  const ids = functions.map(({ id }) => id);
  const downstream = reached(ids, (id) => links.filter((l) => l.from === id).map((l) => l.to));
  return { item: -1, cards: new Set([...upstream, ...downstream]), lanes };
}

const shardsOf = (
  card: StreamCard,
  selection: { kind: 'shard'; shard: number } | { kind: 'partition'; partition: number },
) =>
  card.shards.filter((shard) =>
    selection.kind === 'shard'
      ? shard.shard === selection.shard
      : card.source === 'DynamoDbStream' && shard.partition === selection.partition,
  );

const tablesInto = (links: readonly Link[], cards: readonly Card[], stream: StreamCard): string[] =>
  links
    .filter(({ to }) => to === stream.id)
    .map(({ from }) => from)
    .filter((id) => cards.some((card) => card.id === id && card.type === 'table'));

/** A partition whose table has no stream. */
function onPartition(
  cards: readonly Card[],
  links: readonly Link[],
  { partition }: { partition: number },
): Focus | null {
  const table = cards.find(
    (card) => card.type === 'table' && card.partitions.some((p) => p.partition === partition),
  );
  if (table === undefined) return null;
  return {
    item: -1,
    cards: connected(links, [table.id]),
    lanes: new Set([laneKey(table.id, partition)]),
  };
}
