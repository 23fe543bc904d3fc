/**
 * The lanes of a stream: its open shards in the order of their partitions, and below them closed ones
 * that a reader has not yet read to their end, or that nothing took the place of while they hold
 * records, as in a disabled stream. Other closed shards are not drawn on their own: what is left of
 * their records is in the lane of the shard that took their place.
 */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeOf, isOpen, recordAt } from '../../engine/streams/shard.ts';
import type { ConsumerState, ShardState, World } from '../../engine/world.ts';
import { markOf } from '../scene/marks.ts';
import type { CursorFlag, Mark, ShardLane } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { isBehind, isFailing, type Standing, standingOf } from '../standing.ts';
import { ageSlots, type Slot } from './ageSlots.ts';
import { iteratorTokens } from './iteratorTokens.ts';

const MOST_CLOSED_LANES = 4;
const MOST_ANCESTORS = 16;
const MOST_MARKS = 90;
const MOST_TOKENS = 2;
/** Records looked at in a slot for one of the lane's own half, where a shard has split. */
const MOST_LOOKED_AT = 16;

/** The shards of a stream that have a lane, and how many have none. */
export function shownShards(
  world: World,
  shards: readonly number[],
  mappings: readonly number[],
): { shown: number[]; pastShardCount: number } {
  const { state } = world;
  const open = shards.filter((shard) => isOpen(state.shards[shard]!));
  const rangeOf = (shard: number) => state.shards[shard]!.fromHash;
  open.sort((a, b) => rangeOf(a) - rangeOf(b) || a - b);
  const unread = new Set<number>();
  for (const mapping of mappings) {
    for (const number of state.mappings[mapping]!.consumers) {
      const consumer = state.consumers[number]!;
      const shard = state.shards[consumer.shard]!;
      if (isOpen(shard) || consumer.phase === 'drained') continue;
      if (Math.max(consumer.checkpoint, shard.trimmed) < shard.count) unread.add(consumer.shard);
    }
  }
  for (const shard of childless(world, shards)) unread.add(shard);
  const closed = [...unread].sort((a, b) => a - b).slice(0, MOST_CLOSED_LANES);
  const shown = [...open, ...closed];
  return { shown, pastShardCount: shards.length - shown.length };
}

/** Closed shards without a child that hold records. */
function childless({ state }: World, shards: readonly number[]): number[] {
  const parents = new Set(shards.map((shard) => state.shards[shard]!.parent));
  return shards.filter((shard) => {
    const { trimmed, count } = state.shards[shard]!;
    return !isOpen(state.shards[shard]!) && !parents.has(shard) && trimmed < count;
  });
}

/** Readers of a shard, by consumer number. */
export function readersOf(world: World, shard: number, mappings: readonly number[]): number[] {
  const { consumers } = world.state;
  return mappings.flatMap((mapping) =>
    world.state.mappings[mapping]!.consumers.filter((c) => consumers[c]!.shard === shard),
  );
}

/** One lane, with its records, its ancestors' where they have no lane, and its readers' flags. */
export function shardLane(
  world: World,
  shard: number,
  mappings: readonly number[],
  shown: ReadonlySet<number>,
): ShardLane {
  const state = world.state.shards[shard]!;
  const standings = readersOf(world, shard, mappings).map((c) => standingOf(world, c));
  const marks = ownMarks(world, shard, standings);
  addAncestors(world, shard, shown, standings.length > 0, marks);
  return {
    shard,
    id: state.id,
    label: shardLabel(world, shard),
    open: isOpen(state),
    partition: state.partition,
    parent: state.parent,
    recordCount: state.count,
    trimmedCount: state.trimmed,
    marks: marks.slice(0, MOST_MARKS),
    cursors: foremost(standings).map((standing) => flagOf(world, standing)),
    tokens: iteratorTokens(world, shard).slice(-MOST_TOKENS),
  };
}

/** Where several lanes of a mapping read a shard: the one that fails, else the one furthest behind. */
function foremost(standings: readonly Standing[]): Standing[] {
  const byMapping = new Map<number, Standing>();
  for (const standing of standings) {
    const known = byMapping.get(standing.mapping);
    const weight = (s: Standing) => (isFailing(s) ? 1e12 : 0) + s.iteratorAgeMs;
    if (!known || weight(standing) > weight(known)) byMapping.set(standing.mapping, standing);
  }
  return [...byMapping.values()];
}

/** Who reads, and how that reader stands, in a flag's terms. */
export function standingFlag(
  world: World,
  standing: Standing,
): Pick<CursorFlag, 'reader' | 'state'> {
  const { mappings, functions } = world.state;
  const reader = functions[mappings[standing.mapping]!.function]!.name;
  return { reader, state: flagState(world, standing) };
}

function flagOf(world: World, standing: Standing): CursorFlag {
  return {
    consumer: standing.consumer,
    iteratorAgeMs: standing.iteratorAgeMs,
    waiting: standing.waiting,
    ...standingFlag(world, standing),
    attempts: standing.failedAttempts,
    nextAttemptAt: standing.nextAttemptAt,
    backoffMs: standing.backoffMs,
  };
}

function flagState(world: World, standing: Standing): CursorFlag['state'] {
  if (standing.phase === 'drained' || standing.phase === 'waitingForParent') return standing.phase;
  if (isFailing(standing)) return 'failing';
  return isBehind(world, standing) ? 'behind' : 'upToDate';
}

/** From the least to the most urgent; a record takes the most urgent of what its readers make of it. */
const URGENCY: readonly Mark['state'][] = ['read', 'unread', 'inFlight', 'blocked', 'failing'];

/** The state of the record at an ordinal for one reader. */
export function stateFor(world: World, standing: Standing, ordinal: number): Mark['state'] {
  const consumer = world.state.consumers[standing.consumer]!;
  if (ordinal < consumer.checkpoint) return 'read';
  if (standing.blockedBy >= 0) return 'blocked';
  if (isFailing(standing)) {
    if (ordinal === failingOrdinal(world, standing, consumer)) return 'failing';
    return standing.phase === 'invoking' && ordinal < consumer.to ? 'inFlight' : 'blocked';
  }
  return standing.phase === 'invoking' && ordinal < consumer.to ? 'inFlight' : 'unread';
}

/** Where the change to blame is in the shard; the batch's first record where nobody is to blame. */
function failingOrdinal(world: World, standing: Standing, consumer: ConsumerState): number {
  const blame = standing.failure?.blame ?? -1;
  if (blame < 0) return consumer.checkpoint;
  if (world.state.shards[standing.shard]!.kind === 'DynamoDbStream') {
    return world.changes.ordinal.get(blame);
  }
  for (let ordinal = consumer.from; ordinal < consumer.to; ordinal++) {
    if (changeOf(world, standing.shard, ordinal) === blame) return ordinal;
  }
  return consumer.checkpoint;
}

function ownMarks(world: World, shard: number, standings: readonly Standing[]): Mark[] {
  const cuts: number[] = [];
  for (const standing of standings) {
    const consumer = world.state.consumers[standing.consumer]!;
    cuts.push(consumer.checkpoint);
    if (standing.phase === 'invoking' || isFailing(standing)) cuts.push(consumer.to);
    if (!isFailing(standing)) continue;
    const failing = failingOrdinal(world, standing, consumer);
    cuts.push(failing, failing + 1);
  }
  return ageSlots(world, shard, cuts).map((slot) => {
    let urgency = standings.length === 0 ? 1 : 0;
    for (const standing of standings) {
      if (!isInLane(world, world.state.consumers[standing.consumer]!, slot.from)) continue;
      urgency = Math.max(urgency, URGENCY.indexOf(stateFor(world, standing, slot.from)));
    }
    return slotMark(world, shard, slot.from, URGENCY[urgency]!, slot.to - slot.from);
  });
}

function slotMark(
  world: World,
  shard: number,
  ordinal: number,
  state: Mark['state'],
  count: number,
): Mark {
  const { kind } = world.state.shards[shard]!;
  const isCopy =
    kind === 'KinesisStream' &&
    world.kinesisRecords.copy.get(world.shardRecords[shard]!.get(ordinal)) > 0;
  return markOf(world, changeOf(world, shard, ordinal), state, {
    at: recordAt(world, shard, ordinal),
    duplicate: isCopy,
    count,
  });
}

/** Adds what is left of ancestors without a lane, as far as it is of this shard's hash range. */
function addAncestors(
  world: World,
  shard: number,
  shown: ReadonlySet<number>,
  hasReaders: boolean,
  marks: Mark[],
): void {
  const { shards } = world.state;
  const own = shards[shard]!;
  let above = own.parent;
  for (let i = 0; i < MOST_ANCESTORS && above >= 0 && !shown.has(above); i++) {
    const ancestor = shards[above]!;
    if (ancestor.trimmed === ancestor.count && ancestor.count > 0) return;
    const isWider = ancestor.fromHash !== own.fromHash || ancestor.toHash !== own.toHash;
    for (const slot of ageSlots(world, above, [])) {
      const found = isWider ? ownPart(world, own, above, slot) : slot;
      if (!found) continue;
      const count = found.to - found.from;
      marks.push(slotMark(world, above, found.from, hasReaders ? 'read' : 'unread', count));
    }
    above = ancestor.parent;
  }
}

/** The first record of a slot that belongs to a child's half of its parent's hash range. */
function ownPart(world: World, own: ShardState, ancestor: number, slot: Slot): Slot | null {
  const last = Math.min(slot.to, slot.from + MOST_LOOKED_AT);
  for (let ordinal = slot.from; ordinal < last; ordinal++) {
    const item = world.changes.item.get(changeOf(world, ancestor, ordinal));
    const hash = world.items.hash.get(item) >>> 0;
    if (hash >= own.fromHash && hash < own.toHash) return { from: ordinal, to: slot.to };
  }
  return null;
}
