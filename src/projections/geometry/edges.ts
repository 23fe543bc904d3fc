/** The quiet lines between cards: which there are, and how each runs. */
import type { Anchor, Card, FunctionCard, Scene, StreamCard, TableCard } from '../scene/scene.ts';
import { type Path, pathBetween } from './paths.ts';
import type { StageLayout } from './stageLayout.ts';

export interface EdgeLine {
  id: string;
  from: Anchor;
  to: Anchor;
  path: Path;
  /** `failing`: the reader at its end keeps failing. `reads`: what happens on a timer, by a poller. */
  look: 'plain' | 'failing' | 'reads';
}

/** One line for each way records take: by lanes where both cards have them, else card to card. */
export function edgeLines(layout: StageLayout, scene: Pick<Scene, 'cards' | 'links'>): EdgeLine[] {
  const cards = new Map(scene.cards.map((c) => [c.id, c]));
  const isByCard = layout.mode === 'tall' || layout.detail === 'far';
  const lines: EdgeLine[] = [];
  for (const link of scene.links) {
    const from = cards.get(link.from);
    const to = cards.get(link.to);
    if (from === undefined || to === undefined) continue;
    const ends = isByCard ? [whole(from, to)] : lanesOf(from, to);
    for (const { a, b, look } of ends) {
      const path = pathBetween(layout, a, b);
      if (path !== null) lines.push({ id: edgeId(a, b), from: a, to: b, path, look });
    }
  }
  return lines;
}

interface Ends {
  a: Anchor;
  b: Anchor;
  look: EdgeLine['look'];
}

const whole = (from: Card, to: Card): Ends => ({
  a: { card: from.id },
  b: { card: to.id },
  look: to.type === 'poller' ? 'reads' : 'plain',
});

function lanesOf(from: Card, to: Card): Ends[] {
  if (from.type === 'table' && to.type === 'stream') return tableToStream(from, to);
  if (from.type === 'stream' && to.type === 'function') return streamToFunction(from, to);
  if (from.type === 'writers' && to.type === 'table' && to.partitions.length > 0) {
    return to.partitions.map(
      (p): Ends => ({
        a: { card: from.id },
        b: { card: to.id, lane: p.partition },
        look: 'plain',
      }),
    );
  }
  return [whole(from, to)];
}

/** A DynamoDB stream's shards hang on the partitions; a Kinesis stream's do not. */
function tableToStream(table: TableCard, stream: StreamCard): Ends[] {
  if (stream.source === 'KinesisStream') return [whole(table, stream)];
  const lines = stream.shards
    .filter((s) => s.open && table.partitions.some((p) => p.partition === s.partition))
    .map(
      (s): Ends => ({
        a: { card: table.id, lane: s.partition },
        b: { card: stream.id, lane: s.shard },
        look: 'plain',
      }),
    );
  return lines.length > 0 ? lines : [whole(table, stream)];
}

function streamToFunction(stream: StreamCard, fn: FunctionCard): Ends[] {
  const slots = new Set(fn.slots.map((s) => s.consumer));
  const lines = stream.shards.flatMap((shard) =>
    shard.cursors
      .filter((cursor) => slots.has(cursor.consumer))
      .map(
        (cursor): Ends => ({
          a: { card: stream.id, lane: shard.shard },
          b: { card: fn.id, lane: cursor.consumer },
          look: cursor.state === 'failing' ? 'failing' : 'plain',
        }),
      ),
  );
  return lines.length > 0 ? lines : [whole(stream, fn)];
}

const anchorId = (anchor: Anchor): string =>
  'lane' in anchor ? `${anchor.card}.${anchor.lane}` : anchor.card;
export const edgeId = (a: Anchor, b: Anchor): string => `${anchorId(a)} ${anchorId(b)}`;
