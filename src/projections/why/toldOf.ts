/** Which entries of the journal tell of something that stands on the stage for long. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Selection } from '../scene.ts';
import { COMMITS } from './causes.ts';
import { firstSince } from './lookBack.ts';

type Tells = (entry: JournalEntry) => boolean;
type Kinds = ReadonlySet<number>;

const OF_REQUEST: Kinds = new Set([
  Entry.requestStarted,
  Entry.requestSucceeded,
  Entry.requestFailed,
  Entry.requestThrottled,
]);
const OF_FUNCTION: Kinds = new Set([Entry.functionCreated, Entry.functionUpdated]);
const OF_MAPPING: Kinds = new Set([
  Entry.mappingCreated,
  Entry.mappingEnabled,
  Entry.mappingDisabled,
  Entry.mappingUpdating,
  Entry.mappingUpdated,
  Entry.recordsPassedOver,
]);
const OF_INVOCATION: Kinds = new Set([Entry.invocationFailed, Entry.invocationSucceeded]);
const OF_CONSUMER: Kinds = new Set([
  Entry.invocationThrottled,
  Entry.consumerStarted,
  Entry.shardDrained,
]);
const INTO_TARGET: Kinds = new Set([
  Entry.effectCompleted,
  Entry.effectFailed,
  Entry.onFailureSent,
  Entry.alarmActionSent,
  Entry.requestDropped,
]);
const OF_TABLE: Kinds = new Set([
  Entry.tableCreated,
  Entry.tableDeleted,
  Entry.tableSettled,
  Entry.throughputChanged,
  Entry.timeToLiveChanged,
  Entry.streamingDestinationChanged,
]);
const OF_SHARD: Kinds = new Set([Entry.shardOpened, Entry.shardClosed, Entry.recordsTrimmed]);
const OF_POLLER: Kinds = new Set([Entry.changeMissed, Entry.pollStarted, Entry.pollEnded]);
/** What a mapping's readers last did, or what was last done to it. */
export function ofMappings(world: World, isMeant: (mapping: number) => boolean): Tells {
  const { consumers } = world.state;
  const isOwn = (consumer: number): boolean => isMeant(consumers[consumer]!.mapping);
  return ({ kind, a, b }) =>
    (OF_INVOCATION.has(kind) && isOwn(b)) ||
    (OF_CONSUMER.has(kind) && isOwn(a)) ||
    (OF_MAPPING.has(kind) && isMeant(a));
}

/** By what is selected: the entries that tell of it, the kinds most worth asking about first. */
export function toldOf(world: World, about: Selection): Tells[] {
  const { shards, partitions, mappings, streams } = world.state;
  switch (about.kind) {
    case 'mapping':
      return [ofMappings(world, (mapping) => mapping === about.mapping)];
    case 'function': {
      const isOwn = (mapping: number) => mappings[mapping]!.function === about.function;
      const byMapping = ofMappings(world, isOwn);
      return [
        (entry) =>
          byMapping(entry) ||
          (OF_REQUEST.has(entry.kind) && entry.b === about.function) ||
          (OF_FUNCTION.has(entry.kind) && entry.a === about.function),
      ];
    }
    case 'alarm':
      return [({ kind, a }) => kind === Entry.alarmChanged && a === about.alarm];
    case 'target':
      return [
        ({ kind, b, c }) =>
          (INTO_TARGET.has(kind) && b === about.target) ||
          (kind === Entry.eventRouted && c === about.target),
      ];
    case 'poller':
      return [
        ({ kind, a }) => kind === Entry.changeMissed && a === about.poller,
        ({ kind, a }) => OF_POLLER.has(kind) && a === about.poller,
      ];
    case 'shard':
      return [
        ({ kind, a, b }) =>
          (OF_SHARD.has(kind) && a === about.shard) ||
          (kind === Entry.consumerStarted && b === about.shard),
      ];
    case 'stream':
      return [
        ({ kind, a }) =>
          (kind === Entry.streamEnabled || kind === Entry.streamDisabled) && a === about.stream,
        ({ kind, a }) =>
          kind === Entry.shardOpened &&
          shards[a]!.kind === 'DynamoDbStream' &&
          shards[a]!.stream === about.stream,
      ];
    case 'partition': {
      const { shard } = partitions[about.partition]!;
      return [
        ({ kind, c }) => kind === Entry.writeThrottled && c === about.partition,
        ({ kind, a }) => kind === Entry.shardOpened && a === shard,
      ];
    }
    case 'table':
      return [
        ({ kind, a }) => OF_TABLE.has(kind) && a === about.table,
        ({ kind, a }) => kind === Entry.streamEnabled && streams[a]!.table === about.table,
        ({ kind, a }) => COMMITS.has(kind) && world.changes.table.get(a) === about.table,
      ];
    default:
      return [];
  }
}

/** Where something began that has long done nothing: what opened its shard. */
export function beginningOf(world: World, about: Selection): number[] {
  const { partitions, streams } = world.state;
  const shard =
    about.kind === 'shard'
      ? about.shard
      : about.kind === 'partition'
        ? partitions[about.partition]!.shard
        : about.kind === 'stream'
          ? (streams[about.stream]!.shards[0] ?? -1)
          : -1;
  if (shard < 0) return [];
  const isIt = ({ kind, a }: JournalEntry) => kind === Entry.shardOpened && a === shard;
  return firstSince(world, world.state.shards[shard]!.openedAt, isIt);
}
