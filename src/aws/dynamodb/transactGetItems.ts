import type { TransactionReadResult } from '../../engine/dynamodb/transactionReads.ts';
import { applyProjection } from '../../engine/item/expressions/projection.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, list, structure } from '../shape.ts';
import { consumedByTable } from './consumedCapacity.ts';
import { expression, names, returnConsumedCapacity, tableName } from './members.ts';

const get = structure(
  {
    TableName: tableName,
    Key: attributes,
    ProjectionExpression: expression,
    ExpressionAttributeNames: names,
  },
  'Key',
  'TableName',
);

export const transactGetItems: Operation = {
  input: structure(
    {
      TransactItems: list(structure({ Get: get }, 'Get'), { min: 1, max: 100 }),
      ReturnConsumedCapacity: returnConsumedCapacity,
    },
    'TransactItems',
  ),
  answer(simulation, input) {
    const call = 'dynamodb:TransactGetItems';
    const { found, readUnits } = execute<TransactionReadResult>(simulation, call, input);
    const { world } = simulation;
    const Responses = found.map(({ image, projection }) => {
      if (image < 0) return {};
      const item = world.images.read(image);
      return { Item: projection ? applyProjection(projection, item) : item };
    });
    return { Responses, ...consumedByTable(world, input, readUnits, 'read', true) };
  },
};
