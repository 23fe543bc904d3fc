import type { Operation } from '../operation.ts';
import { attributes, structure } from '../shape.ts';
import { refuseNewValues, write, writeOutput } from './itemWrites.ts';
import {
  expression,
  legacyWrite,
  names,
  onConditionCheckFailure,
  returnConsumedCapacity,
  returnItemCollectionMetrics,
  returnValues,
  tableName,
  values,
} from './members.ts';

export const deleteItem: Operation = {
  input: structure(
    {
      TableName: tableName,
      Key: attributes,
      ConditionExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
      ReturnValues: returnValues,
      ReturnValuesOnConditionCheckFailure: onConditionCheckFailure,
      ReturnConsumedCapacity: returnConsumedCapacity,
      ReturnItemCollectionMetrics: returnItemCollectionMetrics,
      ...legacyWrite,
    },
    'TableName',
    'Key',
  ),
  answer(simulation, input) {
    refuseNewValues(input);
    const result = write(simulation, 'dynamodb:DeleteItem', input);
    return writeOutput(simulation, input, result);
  },
};
