/** What of a scene has a name that it can be found by, and where it stands. */

import { stageWords as words } from '../words/stageWords.ts';
import type { Card, Selection } from './scene.ts';
import { tileText } from './tileText.ts';

export interface Findable {
  name: string;
  /** What it is, and of what. */
  of: string;
  about: Selection;
  /** The card it stands in, and its lane there; null: the card itself. */
  card: string;
  lane: number | null;
  /** Its lane in the timeline, where it has one. */
  timeLane: string | null;
}

/** What a card is about; nobody can look into writers. */
export function aboutCard(card: Card): Selection | null {
  switch (card.type) {
    case 'writers':
      return null;
    case 'table':
      return { kind: 'table', table: card.table };
    case 'stream':
      return { kind: 'stream', stream: card.stream };
    case 'function':
      return card.pipe
        ? { kind: 'mapping', mapping: card.mapping }
        : { kind: 'function', function: card.function };
    case 'target':
      return { kind: 'target', target: card.target };
    case 'alarm':
      return { kind: 'alarm', alarm: card.alarm };
    case 'poller':
      return { kind: 'poller', poller: card.poller };
  }
}

/** Every card, partition and shard, in the stage's order: cards first. */
export function findables(cards: readonly Card[]): Findable[] {
  return [...cards.flatMap(cardItself), ...cards.flatMap(lanesOf)];
}

/** @param item shown as in the table whose card it is. */
export function findableItem(
  card: Extract<Card, { type: 'table' }>,
  { item, label }: { item: number; label: string },
): Findable {
  const home = card.partitions.find(({ items }) => items.some((mark) => mark.item === item));
  return {
    ...{ name: label, of: `${words.tableShort} ${card.title}`, about: { kind: 'item', item } },
    ...{ card: card.id, lane: home?.partition ?? null, timeLane: null },
  };
}

/** Those in which every word occurs, whose names begin with the first of them before the others. */
export function found(all: readonly Findable[], text: string): Findable[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = all.filter(({ name, of }) => {
    const said = `${name} ${of}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
  const first = wanted[0] ?? '';
  const begins = ({ name }: Findable): boolean => name.toLowerCase().startsWith(first);
  return [...matches.filter(begins), ...matches.filter((one) => !begins(one))];
}

function cardItself(card: Card): Findable[] {
  const about = aboutCard(card);
  if (about === null) return [];
  const of = card.type === 'stream' ? words.streamShort : tileText(card).kicker;
  return [{ name: card.title, of, about, card: card.id, lane: null, timeLane: timeLaneOf(card) }];
}

function timeLaneOf(card: Card): string | null {
  if (card.type === 'function') return `mapping:${card.mapping}`;
  if (card.type === 'target') return `target:${card.target}`;
  return card.type === 'poller' ? `poller:${card.poller}` : null;
}

function lanesOf(card: Card): Findable[] {
  if (card.type === 'stream') {
    return card.shards.map(({ shard, label }) => ({
      ...{ name: label, of: card.title, about: { kind: 'shard', shard }, card: card.id },
      ...{ lane: shard, timeLane: `shard:${shard}` },
    }));
  }
  if (card.type !== 'table') return [];
  return card.partitions.map(({ partition }, i) => ({
    ...{ name: words.partition(i + 1), of: card.title, about: { kind: 'partition', partition } },
    ...{ card: card.id, lane: partition, timeLane: null },
  }));
}
