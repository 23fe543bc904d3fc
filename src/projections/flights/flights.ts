/**
 * Everything that travels, as departures and arrivals. A journal entry of a departure carries how long
 * the way takes; the canvas does the rest.
 */

import { currentVersion } from '../../engine/dynamodb/items.ts';
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { type World, WriteKind } from '../../engine/world.ts';
import { consumerOfEffect, functionOfEffect, isOfRequest, isRepeat } from '../effectSteps.ts';
import { cardId } from '../scene/cardIds.ts';
import { isTransaction, markOf } from '../scene/marks.ts';
import type { Anchor, Flight, Mark } from '../scene/scene.ts';
import { readFlight, refusalFlight, streamReadFlight } from './answers.ts';
import { flightOf, type MakeFlight } from './flightOf.ts';
import { discardFlight, onFailureFlight } from './givenUp.ts';
import { functionCardId, routeFlight } from './routed.ts';

/** Longer than any way takes: a change held up on its way to Kinesis arrives within 6 s. */
const LONGEST_TRANSIT_US = 6_500_000;
/** Longer than anything is drawn that the model has no way for. */
const LONGEST_DRAWN_US = 1_000_000;
const MOST_MARKS = 12;
/**
 * A drawing convention: the answer of a scan is shown flying from table to poller for so long. The
 * model has no such way; the page was read at the instant of departure.
 */
export const SCAN_ANSWER_US = 500_000;
/**
 * Another: a call that was answered at once (from the console, an SDK, or as part of a transaction) took
 * no virtual time; its way to the table is shown for so long.
 */
export const CALL_DRAWN_US = 300_000;

/** Journeys whose departure is an entry from `fromEntry` up to, not including, `toEntry`. */
export function collectFlights(world: World, fromEntry: number, toEntry: number): Flight[] {
  const { journal } = world;
  const flights: Flight[] = [];
  const end = Math.min(toEntry, journal.length);
  for (let entry = Math.max(0, fromEntry); entry < end; entry++) {
    const make = makers[journal.kindOf(entry)];
    if (!make) continue;
    const flight = make(world, journal.read(entry), entry);
    if (flight) flights.push(flight);
  }
  return flights;
}

/** What is on its way at an instant not after the world's present. */
export function flightsInMotion(world: World, at: number): Flight[] {
  const { journal } = world;
  const since = journal.firstAtOrAfter(instant(Math.max(0, at - LONGEST_TRANSIT_US)));
  const until = journal.firstAtOrAfter(instant(at + 1));
  const flights: Flight[] = [];
  for (let number = since; number < until; number++) {
    const make = makers[journal.kindOf(number)];
    if (!make) continue;
    const entry = journal.read(number);
    const longest = hasTransit.has(entry.kind) ? entry.d : 0;
    // Most have arrived: what they were need not be looked up.
    if (entry.at + Math.max(longest, LONGEST_DRAWN_US) <= at) continue;
    const flight = make(world, entry, number);
    if (flight !== null && flight.arriveAt > at) flights.push(flight);
  }
  return flights;
}

/** Entries that say in `d` how long the way takes. */
const hasTransit: ReadonlySet<number> = new Set([
  Entry.writeSent,
  Entry.streamRecordAppended,
  Entry.changeSentToKinesis,
  Entry.batchSent,
  Entry.effectSent,
]);

const makers: Partial<Record<number, MakeFlight>> = {
  [Entry.writeSent]: writeFlight,
  [Entry.itemsRead]: readFlight,
  [Entry.streamRead]: streamReadFlight,
  [Entry.callFailed]: refusalFlight,
  [Entry.streamRecordAppended]: recordFlight,
  [Entry.changeSentToKinesis]: kinesisFlight,
  [Entry.batchSent]: batchFlight,
  [Entry.effectSent]: effectFlight,
  [Entry.imageReturned]: scanFlight,
  [Entry.recordsDiscarded]: discardFlight,
  [Entry.onFailureSent]: onFailureFlight,
  [Entry.eventRouted]: routeFlight,
};

const partitionLane = (world: World, table: number, item: number): Anchor => ({
  card: cardId.table(table),
  lane: partitionOfItem(world, item),
});

/** Writer to partition: there is no change yet, so the mark is of the item. */
function writeFlight(world: World, entry: JournalEntry, number: number): Flight | null {
  const { a: write, b: table, c: item, d: transit } = entry;
  if (item < 0) return null;
  const from = { card: cardId.writers(table) };
  const mark: Mark = {
    change: -1,
    item,
    kind: kindOfWrite(world, write, item),
    label: world.items.label.get(item),
    at: entry.at,
    state: 'unread',
    duplicate: false,
    count: 1,
    ...transactionOf(world, write),
  };
  const drawn = transit > 0 ? transit : CALL_DRAWN_US;
  return flightOf(number, entry, drawn, from, partitionLane(world, table, item), [mark]);
}

function transactionOf(world: World, write: number): Pick<Mark, 'transaction'> {
  const source = world.writes.source.get(write);
  return isTransaction(world, source) ? { transaction: source } : {};
}

/** What the write will make of the item, or has made of it. */
function kindOfWrite(world: World, write: number, item: number): number {
  if (world.writes.kind.get(write) === WriteKind.delete) return 3;
  const version = currentVersion(world, item);
  if (version < 0) return 1;
  const change = world.versions.change.get(version);
  if (change < 0 || world.changes.write.get(change) !== write) return 2;
  return world.changes.kind.get(change);
}

/** Partition to shard, until readers can see the record. */
function recordFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { a: change, b: shard, d: transit } = entry;
  const { stream, partition } = world.state.shards[shard]!;
  const table = world.changes.table.get(change);
  const from = { card: cardId.table(table), lane: partition };
  const to = { card: cardId.stream(stream), lane: shard };
  return flightOf(number, entry, transit, from, to, [markOf(world, change, 'unread')]);
}

function kinesisFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { a: change, b: stream, c: copy, d: transit } = entry;
  const table = world.changes.table.get(change);
  const from = partitionLane(world, table, world.changes.item.get(change));
  const to = kinesisLane(world, stream, world.changes.item.get(change));
  const mark = markOf(world, change, 'unread', { duplicate: copy > 0 });
  return flightOf(number, entry, transit, from, to, [mark]);
}

/** Kinesis records looked at for one of the same item. */
const MOST_RECORDS = 400;

/** The shard where an item's records go, where one of them is among the latest; else the whole card. */
function kinesisLane(world: World, stream: number, item: number): Anchor {
  const { kinesisRecords, changes } = world;
  const card = cardId.kinesisStream(stream);
  const last = Math.max(0, kinesisRecords.stream.length - MOST_RECORDS);
  for (let row = kinesisRecords.stream.length - 1; row >= last; row--) {
    if (kinesisRecords.stream.get(row) !== stream) continue;
    if (changes.item.get(kinesisRecords.change.get(row)) !== item) continue;
    return { card, lane: kinesisRecords.shard.get(row) };
  }
  return { card };
}

/** Shard to slot: the batch as one tray. */
function batchFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { a: invocation, b: consumer, c: retry, d: transit } = entry;
  const { mapping, shard } = world.state.consumers[consumer]!;
  const { sourceKind, stream } = world.state.mappings[mapping]!;
  const first = world.invocations.from.get(invocation);
  const total = world.invocations.to.get(invocation) - first;
  const marks: Mark[] = [];
  for (let i = 0; i < total && marks.length < MOST_MARKS; i++) {
    if (!isInLane(world, world.state.consumers[consumer]!, first + i)) continue;
    const change = changeOf(world, shard, first + i);
    marks.push(markOf(world, change, 'inFlight', { duplicate: retry > 0 }));
  }
  const card =
    sourceKind === 'DynamoDbStream' ? cardId.stream(stream) : cardId.kinesisStream(stream);
  const to = { card: cardId.mapping(mapping), lane: consumer };
  return flightOf(number, entry, transit, { card, lane: shard }, to, marks, total);
}

/** Where an effect comes from. */
function effectAnchor(world: World, effect: number): Anchor {
  if (isOfRequest(world, effect)) {
    return { card: functionCardId(world, functionOfEffect(world, effect)) };
  }
  const consumer = consumerOfEffect(world, effect);
  const { mapping } = world.state.consumers[consumer]!;
  return { card: cardId.mapping(mapping), lane: consumer };
}

function effectFlight(world: World, entry: JournalEntry, number: number): Flight | null {
  const { a: effect, b: target, c: change, d: transit } = entry;
  const from = effectAnchor(world, effect);
  const mark = markOf(world, change, 'inFlight', { duplicate: isRepeat(world, effect) });
  return flightOf(number, entry, transit, from, { card: cardId.target(target) }, [mark]);
}

function scanFlight(world: World, entry: JournalEntry, number: number): Flight {
  const { a: poller, c: change, d: again } = entry;
  const table = world.changes.table.get(change);
  const from = partitionLane(world, table, world.changes.item.get(change));
  const mark = markOf(world, change, 'read', { duplicate: again > 0 });
  return flightOf(number, entry, SCAN_ANSWER_US, from, { card: cardId.poller(poller) }, [mark]);
}
