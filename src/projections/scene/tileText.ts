/** What a card says from afar: one count, in the tone of how it stands. */

import { spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import type { Card } from './scene.ts';

export interface TileText {
  kicker: string;
  text: string;
  tone: 'plain' | 'good' | 'behind' | 'bad';
}

export function tileText(card: Card): TileText {
  switch (card.type) {
    case 'writers':
      return tile(words.writers, words.perSecond(card.writesPerSecond));
    case 'table': {
      const refuses = card.partitions.some(({ throttling }) => throttling);
      return tile(words.tableShort, words.items(card.itemCount), refuses ? 'bad' : 'plain');
    }
    case 'stream':
      return streamTile(card);
    case 'function': {
      const waiting = card.slots.reduce((n, slot) => n + slot.waiting, 0);
      const text = waiting > 0 ? words.waiting(waiting) : card.status;
      return tile(card.pipe ? words.pipe : words.lambda, text, card.tone);
    }
    case 'target':
      return tile(words.targetKinds[card.kind] ?? card.kind, card.line, card.tone);
    case 'alarm':
      return tile(words.alarm, card.state, card.state === 'ALARM' ? 'bad' : 'plain');
    case 'poller':
      return tile(
        card.isExport ? words.export : words.scanShort,
        card.running ? words.lookingShort : words.every(spanText(card.everyMs)),
      );
  }
}

function streamTile(card: Extract<Card, { type: 'stream' }>): TileText {
  const cursors = card.shards.flatMap((shard) => shard.cursors);
  const waiting = Math.max(0, ...waitingByReader(cursors));
  const failing = cursors.filter(({ state }) => state === 'failing').length;
  const shards = words.shardCount(card.shards.length);
  if (failing > 0) return tile(shards, words.blockedCount(failing), 'bad');
  if (waiting > 0) return tile(shards, words.waiting(waiting), 'behind');
  return tile(shards, words.upToDate);
}

/** Of each reader over all its shards. */
function waitingByReader(cursors: readonly { reader: string; waiting: number }[]): number[] {
  const byReader = new Map<string, number>();
  for (const { reader, waiting } of cursors) {
    byReader.set(reader, (byReader.get(reader) ?? 0) + waiting);
  }
  return [...byReader.values()];
}

const tile = (kicker: string, text: string, tone: TileText['tone'] = 'plain'): TileText => ({
  kicker,
  text,
  tone,
});

/** For the map: how a card stands, in one word of tone. */
export const toneOf = (card: Card): TileText['tone'] => tileText(card).tone;
