/** Members that several operations of DynamoDB share. Ranges: AWS's service model of October 2026. */
import { attributes, choice, map, text } from '../shape.ts';

/** A name or an ARN. */
export const tableName = text({ min: 1, max: 1_024 });
export const attributeName = text({ min: 1, max: 255 });
export const indexName = text({ min: 3, max: 255, pattern: '[a-zA-Z0-9_.-]+' });
export const plainTableName = indexName;
export const returnConsumedCapacity = choice('INDEXES', 'TOTAL', 'NONE');
export const returnItemCollectionMetrics = choice('SIZE', 'NONE');
export const returnValues = choice('ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW');
export const onConditionCheckFailure = choice('ALL_OLD', 'NONE');
export const names = map(text({ max: 65_535 }));
export const values = attributes;
export const expression = text();

/** Members of the API before expressions; they pass so that the engine can refuse them in words. */
export const legacyWrite = {
  AttributeUpdates: attributes,
  Expected: attributes,
  ConditionalOperator: choice('AND', 'OR'),
};
