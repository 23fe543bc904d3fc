import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { enableStream, onShardRolls } from '../streams/dynamoDbStream.ts';
import { onTrimDue } from '../streams/shard.ts';
import { onPartitionSplits } from './capacity.ts';
import { onDestinationSettles } from './destinationCalls.ts';
import { onItemExpires } from './expiry.ts';
import { createTable } from './table.ts';
import { onTableSettles } from './tableCalls.ts';
import { onExpiryDue } from './timeToLive.ts';

/** Tables with their partitions, and their DynamoDB streams. */
export const service: Service = {
  handlers: {
    [EventKind.shardRolls]: onShardRolls,
    [EventKind.trimDue]: onTrimDue,
    [EventKind.tableSettles]: onTableSettles,
    [EventKind.partitionSplits]: onPartitionSplits,
    [EventKind.itemExpires]: onItemExpires,
    [EventKind.expiryDue]: onExpiryDue,
    [EventKind.destinationSettles]: onDestinationSettles,
  },
  start(world) {
    for (const definition of world.definition.tables) {
      const table = createTable(world, definition);
      if (definition.stream) enableStream(world, table, definition.stream.viewType);
    }
  },
};
