import type { Operation } from '../operation.ts';
import { attributes, structure } from '../shape.ts';
import { write, writeOutput } from './itemWrites.ts';
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

export const updateItem: Operation = {
  input: structure(
    {
      TableName: tableName,
      Key: attributes,
      UpdateExpression: expression,
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
    const result = write(simulation, 'dynamodb:UpdateItem', input);
    return writeOutput(simulation, input, result);
  },
};
