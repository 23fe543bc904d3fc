import type { BatchReadResult } from '../../engine/dynamodb/batchCalls.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { applyProjection } from '../../engine/item/expressions/projection.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, flag, type Input, list, map, structure, text } from '../shape.ts';
import { consumedByTable } from './consumedCapacity.ts';
import { expression, names, returnConsumedCapacity } from './members.ts';

const keysOfTable = structure(
  {
    Keys: list(attributes, { min: 1, max: 100 }),
    ConsistentRead: flag,
    ProjectionExpression: expression,
    ExpressionAttributeNames: names,
    AttributesToGet: list(text({ max: 65_535 }), { min: 1 }),
  },
  'Keys',
);

export const batchGetItem: Operation = {
  input: structure(
    {
      RequestItems: map(keysOfTable, { min: 1, max: 100 }),
      ReturnConsumedCapacity: returnConsumedCapacity,
    },
    'RequestItems',
  ),
  answer(simulation, input) {
    const result = execute<BatchReadResult>(simulation, 'dynamodb:BatchGetItem', input);
    const { world } = simulation;
    const requests = input.RequestItems as Record<string, Input & { Keys: unknown[] }>;
    const Responses: Record<string, AttributeMap[]> = {};
    for (const name of Object.keys(requests)) Responses[name] = [];
    for (const { name, image, projection } of result.found) {
      const item = world.images.read(image);
      Responses[name]!.push(projection ? applyProjection(projection, item) : item);
    }
    const UnprocessedKeys: Record<string, { Keys: unknown[] }> = {};
    for (const { name, index } of result.unprocessed) {
      UnprocessedKeys[name] ??= { ...requests[name], Keys: [] };
      UnprocessedKeys[name].Keys.push(requests[name]!.Keys[index]);
    }
    const consumed = consumedByTable(world, input, result.readUnits, 'read', false);
    return { Responses, UnprocessedKeys, ...consumed };
  },
};
