/** Which entries of the journal tell of something that stands on the stage for long. */
import { Entry, type EntryKind, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Selection } from '../scene/scene.ts';
import { COMMITS } from './causes.ts';
import { firstSince } from './lookBack.ts';

/** Entries of some kinds that tell of something. */
export interface Tells {
  kinds: readonly EntryKind[];
  isIt: (entry: JournalEntry) => boolean;
}

const OF_REQUEST: readonly EntryKind[] = [
  Entry.requestStarted,
  Entry.requestSucceeded,
  Entry.requestFailed,
  Entry.requestThrottled,
];
const OF_FUNCTION: readonly EntryKind[] = [Entry.functionCreated, Entry.functionUpdated];
const OF_MAPPING: readonly EntryKind[] = [
  Entry.mappingCreated,
  Entry.mappingEnabled,
  Entry.mappingDisabled,
  Entry.mappingUpdating,
  Entry.mappingUpdated,
  Entry.recordsPassedOver,
];
const OF_INVOCATION: readonly EntryKind[] = [Entry.invocationFailed, Entry.invocationSucceeded];
const OF_CONSUMER: readonly EntryKind[] = [
  Entry.invocationThrottled,
  Entry.consumerStarted,
  Entry.shardDrained,
];
const INTO_TARGET: readonly EntryKind[] = [
  Entry.effectCompleted,
  Entry.effectFailed,
  Entry.onFailureSent,
  Entry.alarmActionSent,
  Entry.requestDropped,
];
const OF_TABLE: readonly EntryKind[] = [
  Entry.tableCreated,
  Entry.tableDeleted,
  Entry.tableSettled,
  Entry.throughputChanged,
  Entry.timeToLiveChanged,
  Entry.streamingDestinationChanged,
];
const OF_SHARD: readonly EntryKind[] = [Entry.shardOpened, Entry.shardClosed, Entry.recordsTrimmed];
const OF_POLLER: readonly EntryKind[] = [Entry.changeMissed, Entry.pollStarted, Entry.pollEnded];

/** What a mapping's readers last did, or what was last done to it. */
function ofMappings(world: World, isMeant: (mapping: number) => boolean): Tells {
  const { consumers } = world.state;
  const isOwn = (consumer: number): boolean => isMeant(consumers[consumer]!.mapping);
  return {
    kinds: [...OF_INVOCATION, ...OF_CONSUMER, ...OF_MAPPING],
    isIt: ({ kind, a, b }) => {
      if (OF_MAPPING.includes(kind)) return isMeant(a);
      return isOwn(OF_INVOCATION.includes(kind) ? b : a);
    },
  };
}

function ofFunction(world: World, fn: number): Tells {
  const { mappings } = world.state;
  const byMapping = ofMappings(world, (mapping) => mappings[mapping]!.function === fn);
  return {
    kinds: [...byMapping.kinds, ...OF_REQUEST, ...OF_FUNCTION],
    isIt: (entry) => {
      if (OF_REQUEST.includes(entry.kind)) return entry.b === fn;
      return OF_FUNCTION.includes(entry.kind) ? entry.a === fn : byMapping.isIt(entry);
    },
  };
}

/** Of these kinds and about the same first operand. */
const about = (number: number, ...kinds: readonly EntryKind[]): Tells => ({
  kinds,
  isIt: ({ a }) => a === number,
});

/** By what is selected: the entries that tell of it, the kinds most worth asking about first. */
export function toldOf(world: World, selected: Selection): Tells[] {
  switch (selected.kind) {
    case 'mapping':
      return [ofMappings(world, (mapping) => mapping === selected.mapping)];
    case 'function':
      return [ofFunction(world, selected.function)];
    case 'alarm':
      return [about(selected.alarm, Entry.alarmChanged)];
    case 'target':
      return [
        {
          kinds: [...INTO_TARGET, Entry.eventRouted],
          isIt: ({ kind, b, c }) => (kind === Entry.eventRouted ? c : b) === selected.target,
        },
      ];
    case 'poller':
      return [about(selected.poller, Entry.changeMissed), about(selected.poller, ...OF_POLLER)];
    case 'shard':
      return [
        {
          kinds: [...OF_SHARD, Entry.consumerStarted],
          isIt: ({ kind, a, b }) => (kind === Entry.consumerStarted ? b : a) === selected.shard,
        },
      ];
    case 'stream':
      return ofStream(world, selected.stream);
    case 'partition':
      return [
        { kinds: [Entry.writeThrottled], isIt: ({ c }) => c === selected.partition },
        about(world.state.partitions[selected.partition]!.shard, Entry.shardOpened),
      ];
    case 'table':
      return ofTable(world, selected.table);
    default:
      return [];
  }
}

function ofStream(world: World, stream: number): Tells[] {
  const { shards } = world.state;
  const isOwn = ({ a }: JournalEntry): boolean =>
    shards[a]!.kind === 'DynamoDbStream' && shards[a]!.stream === stream;
  return [
    about(stream, Entry.streamEnabled, Entry.streamDisabled),
    { kinds: [Entry.shardOpened], isIt: isOwn },
  ];
}

function ofTable(world: World, table: number): Tells[] {
  const { streams } = world.state;
  return [
    about(table, ...OF_TABLE),
    { kinds: [Entry.streamEnabled], isIt: ({ a }) => streams[a]!.table === table },
    { kinds: COMMITS, isIt: ({ a }) => world.changes.table.get(a) === table },
  ];
}

/** Where something began that has long done nothing: what opened its shard. */
export function beginningOf(world: World, selected: Selection): number[] {
  const { partitions, streams } = world.state;
  const shard =
    selected.kind === 'shard'
      ? selected.shard
      : selected.kind === 'partition'
        ? partitions[selected.partition]!.shard
        : selected.kind === 'stream'
          ? (streams[selected.stream]!.shards[0] ?? -1)
          : -1;
  if (shard < 0) return [];
  const { openedAt } = world.state.shards[shard]!;
  return firstSince(world, openedAt, [Entry.shardOpened], ({ a }) => a === shard);
}
