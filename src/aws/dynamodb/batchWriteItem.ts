import type { BatchWriteResult } from '../../engine/dynamodb/batchCalls.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, type Input, list, map, structure } from '../shape.ts';
import { consumedByTable } from './consumedCapacity.ts';
import { returnConsumedCapacity, returnItemCollectionMetrics } from './members.ts';

const request = structure({
  PutRequest: structure({ Item: attributes }, 'Item'),
  DeleteRequest: structure({ Key: attributes }, 'Key'),
});

export const batchWriteItem: Operation = {
  input: structure(
    {
      RequestItems: map(list(request, { min: 1, max: 25 }), { min: 1, max: 25 }),
      ReturnConsumedCapacity: returnConsumedCapacity,
      ReturnItemCollectionMetrics: returnItemCollectionMetrics,
    },
    'RequestItems',
  ),
  answer(simulation, input) {
    const result = execute<BatchWriteResult>(simulation, 'dynamodb:BatchWriteItem', input);
    const requests = input.RequestItems as Record<string, Input[]>;
    const UnprocessedItems: Record<string, Input[]> = {};
    for (const { name, index } of result.unprocessed) {
      UnprocessedItems[name] ??= [];
      UnprocessedItems[name].push(requests[name]![index]!);
    }
    const consumed = consumedByTable(simulation.world, input, result.writeUnits, 'write', false);
    return { UnprocessedItems, ...consumed };
  },
};
