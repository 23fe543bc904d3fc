/** What entries came of that tell of tables, streams, shards and mappings which come, change and go. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { type Causes, entryAt, lastBefore, lastOf } from './lookBack.ts';

const settling = lastOf(Entry.mappingUpdating, Entry.mappingCreated);

/** What can divide a table's partitions, or end its stream. */
const closesShards = (world: World, table: number, { kind, a }: JournalEntry): boolean => {
  if (kind === Entry.throughputChanged) return a === table;
  if (kind === Entry.streamDisabled) return world.state.streams[a]!.table === table;
  const { tables, faults } = world.state;
  return (
    kind === Entry.faultStarted &&
    faults[a]!.kind === 'SplitPartition' &&
    faults[a]!.target === tables[table]!.id
  );
};

const closingOf = (world: World, shard: number): number[] =>
  entryAt(
    world,
    world.state.shards[shard]!.closedAt,
    ({ kind, a }) => kind === Entry.shardClosed && a === shard,
  );

/** What a table has to settle after. */
const SETTLES = [
  Entry.tableCreated,
  Entry.tableDeleted,
  Entry.throughputChanged,
  Entry.streamEnabled,
  Entry.streamDisabled,
];
const CLOSES_SHARDS = [Entry.throughputChanged, Entry.streamDisabled, Entry.faultStarted];
/** What sets a mapping to reading a shard. */
const SETS_READING = [Entry.shardDrained, Entry.mappingEnabled, Entry.lanesChanged];

export const setupCauses: Partial<Record<number, Causes>> = {
  [Entry.tableSettled]: (world, { a: table }, number) =>
    lastBefore(world, number, SETTLES, ({ kind, a }) =>
      kind === Entry.streamEnabled || kind === Entry.streamDisabled
        ? world.state.streams[a]!.table === table
        : a === table,
    ),
  [Entry.shardClosed]: (world, { at, a: shard }, number) => {
    const { kind, stream } = world.state.shards[shard]!;
    if (kind !== 'DynamoDbStream') return [];
    const { table } = world.state.streams[stream]!;
    const isIt = (entry: JournalEntry) => closesShards(world, table, entry);
    return lastBefore(world, number, CLOSES_SHARDS, isIt, at);
  },
  [Entry.shardOpened]: (world, { at, a: shard, b: parent }) => {
    if (parent >= 0) return closingOf(world, parent);
    const { kind, stream } = world.state.shards[shard]!;
    const isIt = (entry: JournalEntry) => entry.kind === Entry.streamEnabled && entry.a === stream;
    return kind === 'DynamoDbStream' ? entryAt(world, at, isIt) : [];
  },
  [Entry.shardDrained]: (world, { b: shard }) => closingOf(world, shard),
  [Entry.consumerStarted]: (world, { a: consumer, b: shard }, number) => {
    const { mapping } = world.state.consumers[consumer]!;
    const { parent } = world.state.shards[shard]!;
    return lastBefore(world, number, SETS_READING, ({ kind, a, b }) =>
      kind === Entry.shardDrained
        ? b === parent && world.state.consumers[a]!.mapping === mapping
        : a === mapping,
    );
  },
  [Entry.mappingEnabled]: settling,
  [Entry.mappingDisabled]: settling,
  [Entry.mappingUpdated]: settling,
  [Entry.recordsPassedOver]: settling,
  [Entry.lanesChanged]: lastOf(Entry.mappingUpdated),
  [Entry.recordsRedriven]: (world, { a: document }) =>
    entryAt(
      world,
      world.onFailures.at.get(document),
      ({ kind, a }) => kind === Entry.onFailureSent && a === document,
    ),
  [Entry.itemExpired]: (world, { c: version }, number) =>
    lastBefore(world, number, [Entry.expiryReached], ({ a }) => a === version),
};
