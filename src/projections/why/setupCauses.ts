/** What entries came of that tell of tables, streams, shards and mappings which come, change and go. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { type Causes, lastBefore, lastOf } from './lookBack.ts';

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

const CHANGES_OF_TABLE: ReadonlySet<number> = new Set([
  Entry.tableCreated,
  Entry.tableDeleted,
  Entry.throughputChanged,
]);

export const setupCauses: Partial<Record<number, Causes>> = {
  [Entry.tableSettled]: (world, { a: table }, number) =>
    lastBefore(world, number, ({ kind, a }) =>
      kind === Entry.streamEnabled || kind === Entry.streamDisabled
        ? world.state.streams[a]!.table === table
        : CHANGES_OF_TABLE.has(kind) && a === table,
    ),
  [Entry.shardClosed]: (world, { at, a: shard }, number) => {
    const { kind, stream } = world.state.shards[shard]!;
    if (kind !== 'DynamoDbStream') return [];
    const { table } = world.state.streams[stream]!;
    const isIt = (entry: JournalEntry) => entry.at < at || closesShards(world, table, entry);
    return lastBefore(world, number, isIt).filter((cause) => world.journal.atOf(cause) === at);
  },
  [Entry.shardOpened]: (world, { a: shard, b: parent }, number) => {
    const { kind, stream } = world.state.shards[shard]!;
    return lastBefore(world, number, (entry) =>
      parent >= 0
        ? entry.kind === Entry.shardClosed && entry.a === parent
        : kind === 'DynamoDbStream' && entry.kind === Entry.streamEnabled && entry.a === stream,
    );
  },
  [Entry.shardDrained]: (world, { b: shard }, number) =>
    lastBefore(world, number, ({ kind, a }) => kind === Entry.shardClosed && a === shard),
  [Entry.consumerStarted]: (world, { a: consumer, b: shard }, number) => {
    const { mapping } = world.state.consumers[consumer]!;
    const { parent } = world.state.shards[shard]!;
    return lastBefore(world, number, ({ kind, a, b }) =>
      kind === Entry.shardDrained
        ? b === parent && world.state.consumers[a]!.mapping === mapping
        : (kind === Entry.mappingEnabled || kind === Entry.lanesChanged) && a === mapping,
    );
  },
  [Entry.mappingEnabled]: settling,
  [Entry.mappingDisabled]: settling,
  [Entry.mappingUpdated]: settling,
  [Entry.recordsPassedOver]: settling,
  [Entry.lanesChanged]: lastOf(Entry.mappingUpdated),
  [Entry.recordsRedriven]: lastOf(Entry.onFailureSent),
  [Entry.itemExpired]: (world, { c: version }, number) =>
    lastBefore(world, number, ({ kind, a }) => kind === Entry.expiryReached && a === version),
};
