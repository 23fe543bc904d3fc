import type { ReadResult } from '../../engine/dynamodb/readCall.ts';
import { applyProjection } from '../../engine/item/expressions/projection.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, flag, list, structure, text } from '../shape.ts';
import { consumedCapacity } from './consumedCapacity.ts';
import { expression, names, returnConsumedCapacity, tableName } from './members.ts';

export const getItem: Operation = {
  input: structure(
    {
      TableName: tableName,
      Key: attributes,
      ConsistentRead: flag,
      ProjectionExpression: expression,
      ExpressionAttributeNames: names,
      AttributesToGet: list(text({ max: 65_535 }), { min: 1 }),
      ReturnConsumedCapacity: returnConsumedCapacity,
    },
    'TableName',
    'Key',
  ),
  answer(simulation, input) {
    const result = execute<ReadResult>(simulation, 'dynamodb:GetItem', input);
    const { world } = simulation;
    const { image, projection, table, readUnits } = result;
    const item = image < 0 ? null : world.images.read(image);
    return {
      ...(item && { Item: projection ? applyProjection(projection, item) : item }),
      ...consumedCapacity(world, input, table, readUnits),
    };
  },
};
