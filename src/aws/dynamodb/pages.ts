/** What a Query and a Scan answer. */
import type { PageResult } from '../../engine/dynamodb/queryCall.ts';
import { applyProjection } from '../../engine/item/expressions/projection.ts';
import type { World } from '../../engine/world.ts';
import { attributes, choice, flag, type Input, list, type Shape, text, whole } from '../shape.ts';
import { consumedCapacity } from './consumedCapacity.ts';
import {
  expression,
  indexName,
  names,
  returnConsumedCapacity,
  tableName,
  values,
} from './members.ts';

export const pageMembers: Readonly<Record<string, Shape>> = {
  TableName: tableName,
  IndexName: indexName,
  Select: choice('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'),
  Limit: whole({ min: 1 }),
  ConsistentRead: flag,
  ExclusiveStartKey: attributes,
  FilterExpression: expression,
  ProjectionExpression: expression,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
  ReturnConsumedCapacity: returnConsumedCapacity,
  AttributesToGet: list(text({ max: 65_535 }), { min: 1 }),
  ConditionalOperator: choice('AND', 'OR'),
};

export function pageOutput(world: World, input: Input, page: PageResult): Record<string, unknown> {
  const { images, projection, isCountOnly, lastKey, scannedCount, table, readUnits } = page;
  const itemOf = (image: number) => {
    const item = world.images.read(image);
    return projection ? applyProjection(projection, item) : item;
  };
  return {
    ...(!isCountOnly && { Items: images.map(itemOf) }),
    Count: images.length,
    ScannedCount: scannedCount,
    ...(lastKey && { LastEvaluatedKey: lastKey }),
    ...consumedCapacity(world, input, table, readUnits),
  };
}
