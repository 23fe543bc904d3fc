/**
 * Generated writes: a source per entry of `Metadata.Shardscope.Traffic`. Which key and which kind is
 * decided when the call is sent; what it writes, when it arrives.
 *
 * Rules: [L40] keys, [L41] mix, [L43] arrivals; all ours.
 */
import type { TrafficDefinition } from '../definition.ts';
import { isThrottled } from '../dynamodb/capacity.ts';
import { itemFor } from '../dynamodb/items.ts';
import { commitDelete, commitImage, commitUnchanged } from '../dynamodb/table.ts';
import { sendWrite } from '../dynamodb/writeCall.ts';
import type { AttributeMap, AttributeValue } from '../item/attributeValue.ts';
import type { KeySchema } from '../item/key.ts';
import { power } from '../kernel/deterministicMath.ts';
import { draw, exponential, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration, instant, milliseconds } from '../kernel/time.ts';
import { type World, WriteKind } from '../world.ts';
import { generatedItem } from './generatedItem.ts';
import { isThere, lateness, markedAsDeleted } from './writerClocks.ts';

const INSERT = 0;
const MODIFY = 1;
const REMOVE = 2;
const NO_OP = 3;

/** Sets every source going. */
export function startTraffic(world: World): void {
  world.definition.traffic.forEach((definition, source) => {
    const table = world.state.tables.findIndex((t) => t.id === definition.table);
    world.state.traffic.push({
      table,
      thousandthsPerSecond: Math.round(definition.perSecond * 1_000),
      sent: 0,
      nextKey: 0,
      keyCount: 0,
      turn: 0,
    });
    world.queue.schedule(instant(milliseconds(definition.fromMs)), EventKind.trafficDue, source, 0);
  });
}

/** Changes the rate of a table's traffic, from now on; 0 switches it off. */
export function setTraffic(world: World, source: number, perSecond: number, cause: number): void {
  const traffic = world.state.traffic[source]!;
  traffic.thousandthsPerSecond = Math.round(perSecond * 1_000);
  traffic.turn++;
  world.journal.append(
    world.now,
    Entry.trafficChanged,
    source,
    traffic.thousandthsPerSecond,
    0,
    0,
    cause,
  );
  if (perSecond > 0) world.queue.schedule(world.now, EventKind.trafficDue, source, traffic.turn);
}

/** One generated write leaves, and the next is arranged. */
export function onTrafficDue(world: World, source: number, turn: number): void {
  const traffic = world.state.traffic[source]!;
  const definition = world.definition.traffic[source]!;
  if (turn !== traffic.turn || traffic.thousandthsPerSecond === 0) return;
  const started = milliseconds(definition.fromMs);
  const ended = definition.forMs !== undefined && turn === 0;
  if (ended && world.now >= started + milliseconds(definition.forMs!)) return;
  sendGenerated(world, source, definition);
  const mean = 1_000_000_000 / traffic.thousandthsPerSecond;
  const drawn = draw(world.definition.seed, Purpose.trafficArrival, source, traffic.sent);
  traffic.sent++;
  const gap = definition.arrival === 'Poisson' ? exponential(drawn, mean) : Math.round(mean);
  world.queue.schedule(after(world.now, gap as Duration), EventKind.trafficDue, source, turn);
}

function sendGenerated(world: World, source: number, definition: TrafficDefinition): void {
  const traffic = world.state.traffic[source]!;
  const { seed } = world.definition;
  const { insert, modify, remove, noOp } = definition.mix;
  const weights = insert + modify + remove + noOp;
  const drawn = (draw(seed, Purpose.trafficKind, source, traffic.sent) / 0x1_0000_0000) * weights;
  let kind = INSERT;
  if (drawn >= insert) kind = MODIFY;
  if (drawn >= insert + modify) kind = REMOVE;
  if (drawn >= insert + modify + remove) kind = NO_OP;
  let item = kind === INSERT ? -1 : existingItem(world, source, definition);
  if (item < 0) {
    kind = INSERT;
    item = freshItem(world, source, definition);
  }
  const write = kind === REMOVE ? WriteKind.delete : WriteKind.put;
  // The low bit of a traffic source's number says whether the write puts back what is stored.
  const from = sourceNumber(source, kind === NO_OP);
  sendWrite(world, traffic.table, item, write, from, -1, lateness(world, source, definition));
}

/** Sources of writes below zero are traffic: two numbers each, the second for no-op writes. */
const sourceNumber = (source: number, noOp: boolean): number => -1 - 2 * source - (noOp ? 1 : 0);

/** Insert takes the lowest key that was never used. */
function freshItem(world: World, source: number, definition: TrafficDefinition): number {
  const traffic = world.state.traffic[source]!;
  for (;;) {
    const number = traffic.nextKey++;
    world.trafficKeys[source]!.set(traffic.keyCount++, number);
    const key = generatedKey(world.state.tables[traffic.table]!.schema, definition, number);
    const item = itemFor(world, traffic.table, key);
    world.trafficItems[source]!.set(number, item + 1);
    world.presentKeys[source]!.add(number, item);
    if (world.outcomes.currentVersion.get(item) === 0) return item;
  }
}

/** Draws by the distribution before taking any key that exists. */
const DRAWS = 16;

/** An existing item by the distribution over the keys used so far; -1 when none exists. */
function existingItem(world: World, source: number, definition: TrafficDefinition): number {
  const { sent, nextKey } = world.state.traffic[source]!;
  if (nextKey === 0) return -1;
  const { seed } = world.definition;
  for (let i = 0; i < DRAWS; i++) {
    const drawn = draw(seed, Purpose.trafficKey, source + i * 4_096, sent);
    const number = keyByDistribution(world, source, definition, drawn, nextKey);
    const item = itemThere(world, source, number);
    if (item >= 0) return item;
  }
  return anyExistingItem(world, source);
}

/** The item of a key that has been used; -1 where it is gone. */
function itemThere(world: World, source: number, number: number): number {
  const keys = world.presentKeys[source]!;
  if (!keys.mayBeThere(number)) return -1;
  const item = keys.itemOf(number);
  return isThere(world, source, item) ? item : -1;
}

/** Most keys are gone: takes one that is there, and strikes the others off the list on the way. */
function anyExistingItem(world: World, source: number): number {
  const traffic = world.state.traffic[source]!;
  const numbers = world.trafficKeys[source]!;
  for (let i = 0; traffic.keyCount > 0; i++) {
    const drawn = draw(world.definition.seed, Purpose.trafficKey, source - 1 - i, traffic.sent);
    const place = within(drawn, 0, traffic.keyCount - 1);
    const item = itemThere(world, source, numbers.get(place));
    if (item >= 0) return item;
    traffic.keyCount--;
    numbers.set(place, numbers.get(traffic.keyCount));
  }
  return -1;
}

function keyByDistribution(
  world: World,
  source: number,
  definition: TrafficDefinition,
  drawn: number,
  used: number,
): number {
  const { distribution, share, hotKeys } = definition.keys;
  if (distribution === 'Hot') {
    const hot = Math.min(hotKeys, used);
    const second = draw(world.definition.seed, Purpose.trafficKey, drawn, source);
    if (drawn < share * 0x1_0000_0000 || hot === used) return within(second, 0, hot - 1);
    return within(second, hot, used - 1);
  }
  if (distribution === 'Uniform') return within(drawn, 0, used - 1);
  return zipfRank(definition, drawn, used);
}

/** Cumulative weights of Zipf's law, per definition: derived, so not part of the state. */
const zipfTables = new WeakMap<TrafficDefinition, Float64Array>();

function zipfRank(definition: TrafficDefinition, drawn: number, used: number): number {
  let table = zipfTables.get(definition);
  if (!table || table.length < used) {
    table = new Float64Array(Math.max(used, definition.keys.count));
    let sum = 0;
    for (let i = 0; i < table.length; i++) {
      sum += 1 / power(i + 1, definition.keys.skew);
      table[i] = sum;
    }
    zipfTables.set(definition, table);
  }
  const wanted = (drawn / 0x1_0000_0000) * table[used - 1]!;
  let low = 0;
  let high = used - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Prefix and number, unpadded; a numeric key is the number alone. */
function generatedKey(
  table: KeySchema,
  definition: TrafficDefinition,
  number: number,
): AttributeMap {
  const { partitionKey, sortKey } = table;
  const text = `${definition.keys.prefix}${number}`;
  const key: AttributeMap = { [partitionKey.name]: scalar(partitionKey.type, text, number) };
  if (sortKey) key[sortKey.name] = scalar(sortKey.type, '0', 0);
  return key;
}

function scalar(type: 'S' | 'N' | 'B', text: string, number: number): AttributeValue {
  if (type === 'N') return { N: String(number) };
  return type === 'S' ? { S: text } : { B: 'AAAA' };
}

/** A write to a table that has been deleted meanwhile is refused. */
function isTableGone(world: World, write: number, cause: number): boolean {
  const { status } = world.state.tables[world.writes.table.get(write)]!;
  if (status === 'ACTIVE' || status === 'UPDATING') return false;
  const text = world.errors.push('ResourceNotFoundException: Requested resource not found');
  world.journal.append(world.now, Entry.callFailed, write, text, 0, 0, cause);
  return true;
}

/** Carries out a generated write at its table. A throttled one is given up (assumed). */
export function carryOutTrafficWrite(world: World, write: number, cause: number): void {
  const { writes } = world;
  const fromSource = -1 - writes.source.get(write);
  const source = fromSource >> 1;
  const item = writes.item.get(write);
  if (isTableGone(world, write, cause) || isThrottled(world, write, cause)) return;
  if (writes.kind.get(write) === WriteKind.delete) {
    const marked = markedAsDeleted(world, source, item, write);
    if (marked === null) commitDelete(world, write, cause);
    else commitImage(world, write, marked, WriteKind.update, cause);
    return;
  }
  const noOp = (fromSource & 1) === 1;
  if (noOp && isThere(world, source, item)) commitUnchanged(world, write, cause);
  else commitImage(world, write, generatedItem(world, source, item, write), WriteKind.put, cause);
}
