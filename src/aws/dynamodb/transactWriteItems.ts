import type { TransactionResult } from '../../engine/dynamodb/transactionCalls.ts';
import type { World } from '../../engine/world.ts';
import { AwsError } from '../awsError.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, type Input, list, type Shape, structure, text } from '../shape.ts';
import { consumedByTable } from './consumedCapacity.ts';
import {
  expression,
  names,
  onConditionCheckFailure,
  returnConsumedCapacity,
  returnItemCollectionMetrics,
  tableName,
  values,
} from './members.ts';

const action = (members: Readonly<Record<string, Shape>>, ...required: string[]): Shape =>
  structure(
    {
      TableName: tableName,
      ConditionExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
      ReturnValuesOnConditionCheckFailure: onConditionCheckFailure,
      ...members,
    },
    ...required,
    'TableName',
  );

const transactItem = structure({
  ConditionCheck: action({ Key: attributes }, 'Key', 'ConditionExpression'),
  Put: action({ Item: attributes }, 'Item'),
  Delete: action({ Key: attributes }, 'Key'),
  Update: action({ Key: attributes, UpdateExpression: expression }, 'Key', 'UpdateExpression'),
});

export const transactWriteItems: Operation = {
  input: structure(
    {
      TransactItems: list(transactItem, { min: 1, max: 100 }),
      ClientRequestToken: text({ min: 1, max: 36 }),
      ReturnConsumedCapacity: returnConsumedCapacity,
      ReturnItemCollectionMetrics: returnItemCollectionMetrics,
    },
    'TransactItems',
  ),
  answer(simulation, input) {
    const call = 'dynamodb:TransactWriteItems';
    const result = execute<TransactionResult>(simulation, call, input);
    const { world } = simulation;
    if (result.outcome === 'cancelled') throw cancelled(world, input, result);
    return result.outcome === 'repeated'
      ? consumedByTable(world, input, result.readUnits, 'read', true)
      : consumedByTable(world, input, result.writeUnits, 'write', true);
  },
};

/** The reasons in the order of the actions, with the item of a failed condition where it is asked for. */
function cancelled(world: World, input: Input, { reasons }: TransactionResult): AwsError {
  const actions = input.TransactItems as Record<string, Input>[];
  const CancellationReasons = reasons.map(({ code, message, image }, i) => {
    const [asked] = Object.values(actions[i]!);
    const isWanted = asked?.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && image >= 0;
    return {
      Code: code,
      ...(message !== null && { Message: message }),
      ...(isWanted && { Item: world.images.read(image) }),
    };
  });
  const codes = reasons.map(({ code }) => code).join(', ');
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons },
  );
}
