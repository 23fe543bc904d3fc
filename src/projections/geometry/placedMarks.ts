/**
 * Where every standing record is at an instant: in its shard by its age, in its function's slot by
 * its place in the batch. The canvas paints this list from first to last; the hit test reads it from
 * last to first.
 */
import type { Card, Flight, FunctionCard, Mark, Scene, StreamCard } from '../scene/scene.ts';
import { ageOpacity, ageToX } from './ageAxis.ts';
import { type CardBox, flagRows, shardLaneParts, slotTray } from './cardBox.ts';
import { FUNCTION, MARK } from './measures.ts';
import { overlap, type Point, type Rect } from './rect.ts';
import type { StageLayout } from './stageLayout.ts';
import { thinMarks } from './thinMarks.ts';

export interface PlacedMark {
  mark: Mark;
  /** The card and the lane in which it stands. */
  card: string;
  lane: number;
  x: number;
  y: number;
  /** In a shard, where it falls off at the end; else in a function's slot. */
  inShard: boolean;
  /** It has been read. */
  pale: boolean;
  /** 0 to 1: faint when it is old. */
  opacity: number;
  /** How far to the right there is room for words. */
  roomToX: number;
  /** 0 to 1: how much of the wait for the next attempt has gone by; -1 when it is not failing. */
  retry: number;
}

/**
 * All standing marks, in the order in which they are painted.
 * @param at the playhead, microseconds.
 * @param travelling changes on their way into a DynamoDB stream, and so not yet in their lane.
 * @param within lanes that lie wholly outside are left out.
 */
export function placeMarks(
  layout: StageLayout,
  scene: Scene,
  at: number,
  travelling: ReadonlySet<number>,
  within: Rect | null = null,
): PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const card of scene.cards) {
    const box = seenOf(layout.boxes.get(card.id), within);
    if (box === undefined) continue;
    if (card.type === 'stream') placeInShards(card, box, at, travelling, placed);
    else if (card.type === 'function') placeInSlots(card, box, at, placed);
  }
  return placed;
}

/** The card with those of its lanes that can be seen. */
function seenOf(box: CardBox | undefined, within: Rect | null): CardBox | undefined {
  if (box === undefined || within === null) return box;
  if (!overlap(box.rect, within)) return undefined;
  return { ...box, lanes: box.lanes.filter((lane) => overlap(lane.rect, within)) };
}

const rank = (mark: Mark): number => (mark.state === 'failing' ? 2 : mark.state === 'read' ? 0 : 1);

function placeInShards(
  card: StreamCard,
  box: CardBox,
  at: number,
  travelling: ReadonlySet<number>,
  placed: PlacedMark[],
): void {
  // A record of a Kinesis stream is only there once it has arrived.
  const hides = card.source === 'DynamoDbStream';
  for (const shard of card.shards) {
    const lane = box.lanes.find((l) => l.lane === shard.shard);
    if (lane === undefined) continue;
    const { axis, trackY } = shardLaneParts(lane.rect, flagRows(shard));
    const failing = shard.cursors.find((c) => c.state === 'failing');
    const first = placed.length;
    const there = shard.marks.filter((m) => m.at <= at && !(hides && travelling.has(m.change)));
    for (const mark of thinMarks(there, at, axis)) {
      const ageMs = (at - mark.at) / 1_000;
      placed.push({
        mark,
        card: card.id,
        lane: shard.shard,
        x: ageToX(ageMs, axis),
        y: trackY,
        inShard: true,
        pale: mark.state === 'read',
        opacity: ageOpacity(ageMs),
        roomToX: axis.toX,
        retry:
          mark.state === 'failing' && failing !== undefined
            ? retryPart(at, failing.nextAttemptAt, failing.backoffMs)
            : -1,
      });
    }
    const own = placed.splice(first);
    own.sort((a, b) => rank(a.mark) - rank(b.mark) || a.mark.at - b.mark.at);
    placed.push(...own);
  }
}

function placeInSlots(card: FunctionCard, box: CardBox, at: number, placed: PlacedMark[]): void {
  for (const slot of card.slots) {
    const lane = box.lanes.find((l) => l.lane === slot.consumer);
    if (lane === undefined) continue;
    const tray = slotTray(lane.rect);
    const room = Math.max(1, Math.floor((tray.width - 12) / FUNCTION.markPitch));
    const shown = Math.min(slot.marks.length, slot.total > room ? room - 2 : room);
    for (let i = 0; i < shown; i += 1) {
      const mark = slot.marks[i]!;
      placed.push({
        mark,
        card: card.id,
        lane: slot.consumer,
        x: tray.x + 12 + i * FUNCTION.markPitch,
        y: tray.y + tray.height / 2,
        inShard: false,
        pale: false,
        opacity: 1,
        roomToX: tray.x + tray.width,
        retry:
          mark.state === 'failing' && slot.state === 'backingOff'
            ? retryPart(at, slot.nextAttemptAt, slot.backoffMs)
            : -1,
      });
    }
  }
}

/** How much of a back-off has gone by at an instant: 0 to 1. */
export function retryPart(at: number, nextAttemptAt: number, backoffMs: number): number {
  if (backoffMs <= 0) return 1;
  return Math.min(1, Math.max(0, 1 - (nextAttemptAt - at) / (backoffMs * 1_000)));
}

/** Changes whose records are travelling towards a DynamoDB stream at an instant. */
export function travellingToStreams(
  flights: readonly Flight[],
  cards: readonly Card[],
  at: number,
): Set<number> {
  const changes = new Set<number>();
  if (flights.length === 0) return changes;
  const streamCards = new Set(
    cards.filter((c) => c.type === 'stream' && c.source === 'DynamoDbStream').map((c) => c.id),
  );
  for (const flight of flights) {
    if (at < flight.departAt || at >= flight.arriveAt || !streamCards.has(flight.to.card)) continue;
    for (const mark of flight.marks) changes.add(mark.change);
  }
  return changes;
}

/** The topmost mark under a point, or null. */
export function hitMark<T extends { x: number; y: number }>(
  marks: readonly T[],
  point: Point,
  radius: number = MARK.hitRadius,
): T | null {
  let best: T | null = null;
  let bestDistance = radius * radius;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i]!;
    const dx = mark.x - point.x;
    const dy = mark.y - point.y;
    const d = dx * dx + dy * dy;
    if (d < bestDistance) {
      best = mark;
      bestDistance = d;
    }
  }
  return best;
}
