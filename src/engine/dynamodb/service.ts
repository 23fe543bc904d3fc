import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { enableStream, onShardRolls } from '../streams/dynamoDbStream.ts';
import { onTrimDue } from '../streams/shard.ts';
import { createTable } from './table.ts';

/** Tables with their partitions, and their DynamoDB streams. */
export const service: Service = {
  handlers: {
    [EventKind.shardRolls]: onShardRolls,
    [EventKind.trimDue]: onTrimDue,
  },
  start(world) {
    world.definition.tables.forEach((definition, table) => {
      createTable(world, table);
      if (definition.stream) enableStream(world, table);
    });
  },
};
