/** Answers to reads on their way back to who asked: of a table's items, or of a shard's records. */

import { findItem } from '../../engine/dynamodb/items.ts';
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import { parseAttributeMap } from '../../engine/item/parseItem.ts';
import type { JournalEntry } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { shardAsked } from '../../engine/streams/streamCalls.ts';
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import { markOf } from '../scene/marks.ts';
import type { Flight, Mark } from '../scene/scene.ts';
import { flightWords } from '../words/flightWords.ts';
import { flightOf } from './flightOf.ts';

/** A drawing convention: an answer took no virtual time; its way back is shown for so long. */
export const ANSWER_DRAWN_US = 600_000;
const MOST_MARKS = 12;

/** An answer on its way back to who asked; it is no record, and has no item's colour unless it is one's. */
const answerMark = (entry: JournalEntry, item: number, label: string): Mark => ({
  change: -1,
  item,
  kind: 0,
  label,
  at: entry.at,
  state: 'read',
  duplicate: false,
  count: 1,
});

/** Table to who asked: the answer of a GetItem, a Query or a Scan. */
export function readFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { a: command, b: table, c: items } = entry;
  const item = itemAskedFor(world, command, table);
  const from =
    item < 0
      ? { card: cardId.table(table) }
      : { card: cardId.table(table), lane: partitionOfItem(world, item) };
  const label = item < 0 || items === 0 ? flightWords.items(items) : world.items.label.get(item);
  const to = { card: cardId.writers(table) };
  return flightOf(number, entry, ANSWER_DRAWN_US, from, to, [answerMark(entry, item, label)]);
}

/** The item that a GetItem names, or -1. */
function itemAskedFor(world: World, command: number, table: number): number {
  const { call, input } = world.commands.get(command);
  if (call !== 'dynamodb:GetItem') return -1;
  return findItem(world, table, parseAttributeMap(input.Key));
}

/** Shard to who asked: the answer of a GetRecords, its records in a tray. */
export function streamReadFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { b: shard, c: first, d: end } = entry;
  const { stream } = world.state.shards[shard]!;
  const from = { card: cardId.stream(stream), lane: shard };
  const to = { card: cardId.writers(world.state.streams[stream]!.table) };
  const marks: Mark[] = [];
  for (let i = first; i < end && marks.length < MOST_MARKS; i++) {
    marks.push(markOf(world, changeOf(world, shard, i), 'read'));
  }
  if (marks.length === 0) marks.push(answerMark(entry, -1, flightWords.noRecords));
  const total = Math.max(1, end - first);
  return flightOf(number, entry, ANSWER_DRAWN_US, from, to, marks, total);
}

/** Shard to who asked: AWS's refusal of a GetRecords, by its name. */
export function refusalFlight(world: World, entry: JournalEntry, number: number): Flight | null {
  const { a: command, b: error, c: isCommand } = entry;
  const shard = isCommand === 1 ? shardAsked(world, world.commands.get(command)) : -1;
  if (shard < 0) return null;
  const { stream } = world.state.shards[shard]!;
  const from = { card: cardId.stream(stream), lane: shard };
  const to = { card: cardId.writers(world.state.streams[stream]!.table) };
  const mark = answerMark(entry, -1, errorName(world, error));
  return flightOf(number, entry, ANSWER_DRAWN_US, from, to, [mark]);
}

/** AWS's name of an error, without its message. */
export const errorName = (world: World, error: number): string =>
  world.errors.get(error).split(':', 1)[0]!;
