/**
 * The way of one record, told while nothing is wrong: the one that somebody has just written, or else
 * the first of every few seconds, so that it can be followed to its end.
 */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { POLL_INTERVAL_DYNAMODB } from '../../engine/limits.ts';
import { Settled, type World } from '../../engine/world.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { Caption } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { differenceText } from '../sentences/entrySentences.ts';
import { captionWords } from '../words/captionWords.ts';
import { effectWords } from '../words/effectWords.ts';
import type { Recent } from './recent.ts';

/** A write that somebody gave is followed for so long at most, µs, and after its arrival for so long. */
const COMMANDED_US = 12_000_000;
const ARRIVED_US = 2_500_000;
/** Of generated writes the first of each such span is followed. */
const EPOCH_US = 2_000_000;
/** A last change that is older than this is history. */
const HISTORY_US = 8_000_000;
const MOST_ROWS = 200;

/** @param fast time goes too fast to follow any but what somebody has just written. */
export function journeyCaption(world: World, recent: Recent, fast: boolean): Caption | null {
  const write = latestCommanded(world);
  const commanded = write < 0 ? -1 : changeOfWrite(world, write);
  if (write >= 0 && commanded < 0) {
    const caption = travellingCaption(world, write, recent);
    if (caption) return caption;
  }
  if (commanded >= 0 && isFresh(world, commanded)) return tell(world, commanded);
  const change = fast ? -1 : firstOfEpoch(world);
  return change < 0 ? null : tell(world, change);
}

/** Still on its way, or arrived a moment ago. */
function isFresh(world: World, change: number): boolean {
  const shard = world.changes.shard.get(change);
  const [mapping] = shard < 0 ? [] : readersOf(world, shard);
  if (mapping === undefined) return world.now - world.changes.at.get(change) < ARRIVED_US;
  if ((world.deliveries[mapping]!.get(change) & 7) === Settled.pending) return true;
  const sentAt = writtenAt(world, change);
  return world.now - sentAt - tookMs(world, change, mapping) * 1_000 < ARRIVED_US;
}

const readersOf = (world: World, shard: number): readonly number[] =>
  world.state.streams[world.state.shards[shard]!.stream]!.mappings;

/** The latest write by command of the last seconds, or -1. */
function latestCommanded(world: World): number {
  const { writes, now } = world;
  const last = Math.max(0, writes.sentAt.length - MOST_ROWS);
  for (let write = writes.sentAt.length - 1; write >= last; write--) {
    if (now - writes.sentAt.get(write) > COMMANDED_US) return -1;
    if (writes.source.get(write) >= 0 && writes.item.get(write) >= 0) return write;
  }
  return -1;
}

function changeOfWrite(world: World, write: number): number {
  const { changes } = world;
  const last = Math.max(0, changes.write.length - MOST_ROWS);
  for (let change = changes.write.length - 1; change >= last; change--) {
    if (changes.write.get(change) === write) return change;
  }
  return -1;
}

function travellingCaption(world: World, write: number, recent: Recent): Caption | null {
  const item = world.writes.item.get(write);
  const label = world.items.label.get(item);
  const about = { kind: 'item', item } as const;
  if (recent.noOps.has(write)) {
    const title = captionWords.noOp(label);
    return { title, detail: captionWords.noOpDetail, tone: 'plain', about };
  }
  if (world.now - world.writes.sentAt.get(write) > 1_000_000) return null;
  const title = captionWords.travelling(label);
  return { title, detail: captionWords.travellingDetail, tone: 'plain', about };
}

/** The first change of the present span, or else the last one before it, or -1. */
function firstOfEpoch(world: World): number {
  const { changes, now } = world;
  const start = Math.floor(now / EPOCH_US) * EPOCH_US;
  let low = 0;
  let high = changes.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes.at.get(middle) < start) low = middle + 1;
    else high = middle;
  }
  if (low < changes.at.length) return low;
  const last = changes.at.length - 1;
  return last >= 0 && now - changes.at.get(last) < HISTORY_US ? last : -1;
}

function tell(world: World, change: number): Caption {
  const { detail, done } = whereabouts(world, change);
  return {
    title: whatWasDone(world, change),
    detail,
    tone: done ? 'good' : 'plain',
    about: { kind: 'record', change },
  };
}

function whatWasDone(world: World, change: number): string {
  const item = labelOfChange(world, change);
  const kind = world.changes.kind.get(change);
  if (kind === 3) return captionWords.wasDeleted(item);
  if (kind === 1) return captionWords.wasPut(item);
  return captionWords.wasUpdated(item, differenceText(world, change));
}

interface Whereabouts {
  detail: string;
  done: boolean;
}

/** Where a change's record is on its way to the first mapping that reads its stream. */
function whereabouts(world: World, change: number): Whereabouts {
  const { changes } = world;
  const shard = changes.shard.get(change);
  if (shard < 0) return { detail: captionWords.noStream, done: false };
  const label = shardLabel(world, shard);
  if (world.now < changes.readableAt.get(change)) {
    return { detail: captionWords.intoShard(label), done: false };
  }
  const [mapping] = readersOf(world, shard);
  if (mapping === undefined) return { detail: captionWords.noReader(label), done: false };
  return atReader(world, change, mapping, label);
}

function atReader(world: World, change: number, mapping: number, label: string): Whereabouts {
  const { state, changes } = world;
  const { consumers, function: number, windowUs } = state.mappings[mapping]!;
  const { name, id } = state.functions[number]!;
  const settled = world.deliveries[mapping]!.get(change) & 7;
  const does = participles(world, id);
  if (settled === Settled.succeeded || settled === Settled.filtered) {
    return { detail: captionWords.arrived(does, tookMs(world, change, mapping)), done: true };
  }
  if (settled !== Settled.pending) {
    return { detail: captionWords.givenUpRecord(name), done: false };
  }
  const shard = changes.shard.get(change);
  const ordinal = changes.ordinal.get(change);
  const reader = consumers.find((c) => {
    const consumer = state.consumers[c]!;
    return consumer.shard === shard && isInLane(world, consumer, ordinal);
  });
  const consumer = reader === undefined ? undefined : state.consumers[reader];
  const detail = (text: string): Whereabouts => ({ detail: text, done: false });
  if (!consumer || consumer.phase === 'waitingForParent') {
    return detail(captionWords.parentFirst(label));
  }
  if (consumer.phase === 'idle') {
    return detail(captionWords.inShard(label, name, POLL_INTERVAL_DYNAMODB / 1_000));
  }
  if (consumer.phase === 'buffering') {
    return detail(captionWords.inWindow(label, name, windowUs / 1_000));
  }
  const others = consumer.to - consumer.from - 1;
  return ordinal < consumer.to
    ? detail(captionWords.inBatch(name, others, does))
    : detail(captionWords.behindBatch(label, name));
}

/** `indexed`, `audited`: what a function's effects do to a record, each once. */
function participles(world: World, functionId: string): string[] {
  const { effects } = world.state.functions.find(({ id }) => id === functionId)!.settings;
  return [...new Set(effects.map((effect) => effectWords.participle(effect.do)))];
}

/** When the call left its writer; a delete by time to live has none. */
function writtenAt(world: World, change: number): number {
  const write = world.changes.write.get(change);
  return write < 0 ? world.changes.at.get(change) : world.writes.sentAt.get(write);
}

/** From the write's leaving to the last effect of the mapping that is to be found in the log's end. */
function tookMs(world: World, change: number, mapping: number): number {
  const { effects, changes, state } = world;
  const sentAt = writtenAt(world, change);
  const last = Math.max(0, effects.change.length - 10 * MOST_ROWS);
  for (let effect = effects.change.length - 1; effect >= last; effect--) {
    if (effects.change.get(effect) !== change || effects.invocation.get(effect) < 0) continue;
    const consumer = world.invocations.consumer.get(effects.invocation.get(effect));
    if (state.consumers[consumer]!.mapping !== mapping) continue;
    return (effects.sentAt.get(effect) - sentAt) / 1_000;
  }
  return (changes.at.get(change) - sentAt) / 1_000;
}
