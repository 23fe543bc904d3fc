/**
 * The latest steps of a history, one after another: what the log says and what the canvas would show
 * moving, of the same journal entries. It is what is read where nothing is to move on the screen.
 */
import type { World } from '../engine/world.ts';
import { swarmsOf } from './flights/counted.ts';
import { collectFlights } from './flights/flights.ts';
import type { Anchor, Card, Flight, LogLine } from './scene/scene.ts';
import { tileText } from './scene/tileText.ts';
import { describeEntry } from './sentences/logLines.ts';
import { stageWords as words } from './words/stageWords.ts';

export interface StoryStep {
  /** Journal entry: its number is the step's. */
  entry: number;
  at: number;
  /** The log's line; null where the entry has none of its own. */
  line: LogLine | null;
  /** What set out on its way; null where nothing did. */
  flight: Flight | null;
}

/** Entries looked at for the latest steps. */
const MOST_ENTRIES = 400;

/** The latest steps up to the world's present, oldest first. */
export function storySteps(world: World, count: number): StoryStep[] {
  const { journal } = world;
  const steps: StoryStep[] = [];
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last && steps.length < count; entry -= 1) {
    const line = describeEntry(world, entry);
    const flight = collectFlights(world, entry, entry + 1)[0] ?? null;
    if (line === null && flight === null) continue;
    steps.push({ entry, at: journal.atOf(entry), line, flight });
  }
  return steps.reverse();
}

/** `Orders, shard 2`: a place as its card and its lane are called. */
export function placeName(anchor: Anchor, cards: readonly Card[]): { card: string; lane: string } {
  const card = cards.find(({ id }) => id === anchor.card);
  if (card === undefined) return { card: words.offStage, lane: '' };
  return { card: card.title, lane: 'lane' in anchor ? laneName(card, anchor.lane) : '' };
}

function laneName(card: Card, lane: number): string {
  switch (card.type) {
    case 'table': {
      const index = card.partitions.findIndex(({ partition }) => partition === lane);
      return index < 0 ? '' : words.partition(index + 1);
    }
    case 'stream':
      return card.shards.find(({ shard }) => shard === lane)?.label ?? '';
    case 'function':
      return card.slots.find(({ consumer }) => consumer === lane)?.shardLabel ?? '';
    default:
      return '';
  }
}

/** All that is on its way from one card to another. */
export interface WayInMotion {
  key: string;
  /** `Lambda OrderProcessor`: a card's kind and name. */
  from: string;
  to: string;
  records: number;
}

/** Everything that is in motion at an instant, microseconds, however much: by cards, in their order. */
export function waysInMotion(
  flights: readonly Flight[],
  at: number,
  cards: readonly Card[],
): WayInMotion[] {
  const records = new Map<string, number>();
  const places = new Map(cards.map(({ id }, i) => [id, i]));
  const ends = (from: number, to: number): string => `${from} ${to}`;
  for (const { from, to, departAt, arriveAt, total, stream } of flights) {
    const isUnderWay = at >= departAt && at < arriveAt;
    const single = isUnderWay ? total : 0;
    const moving = stream
      ? swarmsOf(stream, at).reduce((sum, swarm) => sum + swarm.records, 0)
      : single;
    if (moving === 0) continue;
    const key = ends(places.get(from.card) ?? cards.length, places.get(to.card) ?? cards.length);
    records.set(key, (records.get(key) ?? 0) + moving);
  }
  const numbers = [...records.keys()].map((key) => key.split(' ').map(Number) as [number, number]);
  return numbers
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([from, to]) => ({
      key: ends(from, to),
      from: cardName(cards[from]),
      to: cardName(cards[to]),
      records: records.get(ends(from, to))!,
    }));
}

const cardName = (card: Card | undefined): string =>
  card === undefined ? words.offStage : `${tileText(card).kicker} ${card.title}`;

/** 0 before it left, 1 once it has arrived. @param at microseconds. */
export function partDone({ departAt, arriveAt }: Flight, at: number): number {
  return Math.min(1, Math.max(0, (at - departAt) / Math.max(1, arriveAt - departAt)));
}
