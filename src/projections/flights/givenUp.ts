/**
 * Records that are given up fall out of their batch, or out of their shard when they grew too old
 * there, and what tells of them goes to the on-failure destination. In the model all that takes no
 * time; that it can be seen is a drawing convention.
 */
import { DiscardReason } from '../../engine/kernel/journal.ts';
import { membersOf } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { GIVEN_UP_LANE } from '../geometry/cardBox.ts';
import { cardId } from '../scene/cardIds.ts';
import { markOf } from '../scene/marks.ts';
import type { Anchor, Mark } from '../scene/scene.ts';
import { flightWords } from '../words/flightWords.ts';
import { flightOf, type MakeFlight } from './flightOf.ts';

/** How long records are seen falling, and a document on its way; microseconds. */
export const GIVEN_UP_US = 400_000;
const MOST_MARKS = 12;
/** Ordinals looked at for those that are a reader's own. */
const MOST_LOOKED_AT = 500;

interface Given {
  marks: Mark[];
  total: number;
  mapping: number;
  shard: number;
}

function recordsBetween(world: World, number: number, from: number, to: number): Given {
  const consumer = world.state.consumers[number]!;
  const own = membersOf(world, consumer, from, Math.min(to, from + MOST_LOOKED_AT));
  const { mapping, shard } = consumer;
  const marks = own
    .slice(0, MOST_MARKS)
    .map((ordinal) => markOf(world, changeOf(world, shard, ordinal), 'failing'));
  return { marks, total: own.length, mapping, shard };
}

/** Out of the slot (or the shard) to the card's foot, with the reason. */
export const discardFlight: MakeFlight = (world, entry, number) => {
  const { a: consumer, b: from, c: to, d: reason } = entry;
  const { marks, total, mapping, shard } = recordsBetween(world, consumer, from, to);
  if (total === 0) return null;
  const isTooOld = reason === DiscardReason.recordAgeExceeded;
  const { sourceKind, stream } = world.state.mappings[mapping]!;
  const streamCard =
    sourceKind === 'DynamoDbStream' ? cardId.stream(stream) : cardId.kinesisStream(stream);
  const start: Anchor = isTooOld
    ? { card: streamCard, lane: shard }
    : { card: cardId.mapping(mapping), lane: consumer };
  const end: Anchor = { card: cardId.mapping(mapping), lane: GIVEN_UP_LANE };
  const note = isTooOld ? flightWords.tooOld : flightWords.exhausted;
  return { ...flightOf(number, entry, GIVEN_UP_US, start, end, marks, total), note };
};

/** From the card's foot to the destination: a pointer to the records, or the records themselves. */
export const onFailureFlight: MakeFlight = (world, entry, number) => {
  const { a: row, b: target, c: consumer } = entry;
  const { from, to } = world.onFailures;
  const { marks, total, mapping } = recordsBetween(world, consumer, from.get(row), to.get(row));
  const isBucket = world.state.targets[target]!.kind === 'S3';
  const start: Anchor = { card: cardId.mapping(mapping), lane: GIVEN_UP_LANE };
  const end: Anchor = { card: cardId.target(target) };
  const carried = isBucket ? marks : marks.slice(0, 1);
  const note = isBucket ? flightWords.records(total) : flightWords.pointer(total);
  const count = isBucket ? total : carried.length;
  const flight = flightOf(number, entry, GIVEN_UP_US, start, end, carried, count);
  // It leaves when the records have fallen.
  return {
    ...flight,
    departAt: entry.at + GIVEN_UP_US,
    arriveAt: entry.at + 2 * GIVEN_UP_US,
    note,
  };
};
